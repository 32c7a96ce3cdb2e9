import {
  passageHash,
  passagesOf,
  type ReloadReport,
  type UnderstoodDocument,
  type UnreadFile,
  type Vocabulary,
} from "../../domain/knowledge.ts";
import type { Clock } from "../../ports/clock.ts";
import type { KnowledgeStorage, LiveEdition, PublishStep } from "../../ports/knowledge.ts";
import { type Embedder, ModelError } from "../../ports/models.ts";
import { dayAt } from "../../vietnamese/text/dates.ts";
import { reloadNote, reloadRefused } from "../../vietnamese/wording/knowledge/ingest.ts";
import { listKnowledge } from "../files/folder.ts";
import { type OfficeData, readOfficeFiles } from "../files/office-data.ts";
import { listedContacts } from "../lint/contacts.ts";
import { registerOf } from "../register/register.ts";
import { changesBetween } from "./changes.ts";
import { digest, type Readers, type ReloadedDocuments, reloadDocuments } from "./documents.ts";
import { vectorsFor } from "./vectors.ts";

const LOST_SHARE = 0.1; // of the files; above it something is wrong with the disk or the program, not with a paper

export type ReloadProgress =
  | { readonly phase: "read"; readonly file: string; readonly done: number; readonly total: number }
  | { readonly phase: "embed"; readonly done: number; readonly total: number }
  | { readonly phase: "publish"; readonly step: PublishStep };

export interface ReloadDeps extends Readers {
  readonly folder: string;
  readonly storage: KnowledgeStorage;
  /** The embedder for this vocabulary; null when passages are to be found by their words alone. */
  readonly openEmbedder: (vocabulary: Vocabulary) => Promise<Embedder | null>;
  /** Throws, with a Vietnamese sentence, when the text of safety.yaml cannot be used. */
  readonly checkSafety: (text: string) => void;
  readonly clock: Clock;
  readonly onProgress?: (progress: ReloadProgress) => void;
}

const running = new WeakMap<KnowledgeStorage, Promise<ReloadReport>>();

/** Loads the knowledge folder into a new live edition. Who calls while one runs is given that one's report. */
export function reload(deps: ReloadDeps): Promise<ReloadReport> {
  const already = running.get(deps.storage);
  if (already !== undefined) {
    return already;
  }
  const report = run(deps).finally(() => running.delete(deps.storage));
  running.set(deps.storage, report);
  return report;
}

async function run(deps: ReloadDeps): Promise<ReloadReport> {
  const started = deps.clock.mono();
  const seconds = () => Math.round(deps.clock.mono() - started) / 1000;
  const refused = (reason: string, unread: readonly UnreadFile[]): ReloadReport => ({
    outcome: "refused",
    reason,
    unread,
    seconds: seconds(),
  });

  const listing = await listKnowledge(deps.folder);
  if (listing === null) {
    return refused(reloadRefused.noFolder(deps.folder), []);
  }
  const before = await deps.storage.current();
  const office = await readOfficeFiles(deps.folder, before?.edition ?? null, deps.checkSafety);
  if (office.refusal !== null) {
    return refused(office.refusal, office.unread);
  }
  const read = await reloadDocuments({
    listing,
    readers: deps,
    storage: deps.storage,
    localities: office.data.localities,
    unitHints: { heads: office.data.unitHeads, units: office.data.units },
    listed: listedContacts(office.data),
    today: dayAt(deps.clock.now()),
    onFile: (file, done, total) => deps.onProgress?.({ phase: "read", file, done, total }),
  });
  const unread = [...office.unread, ...listing.unread, ...read.unread];
  const lost = read.unread.filter((file) => file.keptLastGood).length;
  const files = listing.files.length + listing.doubled.size;
  if (lost > 1 && lost > files * LOST_SHARE) {
    return refused(reloadRefused.manyLost(lost, files), unread);
  }
  if (read.documents.length === 0) {
    return refused(reloadRefused.nothing(deps.folder), unread);
  }
  const { documents, keys } = registered(read);
  const { live, outcome, notes } = await publish(deps, documents, keys, office.data, before);
  return {
    outcome,
    edition: live.edition.id,
    documents: live.edition.documents.length,
    passages: compared(before?.edition.documents ?? [], live.edition.documents),
    unread,
    findings: live.edition.documents.flatMap((document) => document.findings),
    changes: before === null ? [] : changesBetween(before.edition.documents, live.edition.documents),
    vectors: live.vectors?.kind ?? "none",
    notes,
    seconds: seconds(),
  };
}

/** One live paper of copies and versions. What is kept of the others depends on who stands for them, so their keys do. */
function registered({ documents, keys }: ReloadedDocuments) {
  const entries = registerOf(documents);
  return {
    documents: entries.map(({ document }) => document),
    keys: new Map(
      entries.map(({ document, by }) => {
        const key = keys.get(document.id) ?? "";
        return [document.id, by === null ? key : digest(key, by, JSON.stringify(document.findings))] as const;
      }),
    ),
  };
}

interface Published {
  readonly live: LiveEdition;
  readonly outcome: "published" | "unchanged";
  readonly notes: readonly string[];
}

/** The edition of these documents: the live one when it is the same, else a new one with its vectors. */
async function publish(
  deps: ReloadDeps,
  documents: readonly UnderstoodDocument[],
  keys: ReadonlyMap<string, string>,
  data: OfficeData,
  before: LiveEdition | null,
): Promise<Published> {
  const idWith = (fingerprint: string | null) =>
    digest(JSON.stringify([documents.map(({ id }) => [id, keys.get(id)]), data, fingerprint])).slice(0, 12);
  const unchanged = (fingerprint: string | null) => before?.edition.id === idWith(fingerprint);

  const embedder = await reached(() => deps.openEmbedder(data.vocabulary));
  if (before !== null && embedder !== "unreached" && unchanged(embedder?.fingerprint ?? null)) {
    return { live: before, outcome: "unchanged", notes: [] };
  }
  const vectors = await vectorsOf(deps, documents, embedder);
  const notes = vectors === "unreached" ? [reloadNote.noVectors] : [];
  // The model's absence alone is no reason to give up the vectors of an edition that is otherwise the same.
  if (before !== null && vectors === "unreached" && unchanged(before.embedder)) {
    return { live: before, outcome: "unchanged", notes };
  }
  const made = embedder === "unreached" || vectors === "unreached" || embedder === null ? null : embedder;
  const live = await deps.storage.publish({
    edition: {
      id: idWith(made?.fingerprint ?? null),
      createdAt: new Date(deps.clock.now()).toISOString(),
      documents,
      ...data,
    },
    keys,
    vectors: vectors === "unreached" ? null : vectors,
    embedder: made,
    onStep: (step) => deps.onProgress?.({ phase: "publish", step }),
  });
  return { live, outcome: "published", notes };
}

async function vectorsOf(
  deps: ReloadDeps,
  documents: readonly UnderstoodDocument[],
  embedder: Embedder | null | "unreached",
): Promise<readonly Float32Array[] | null | "unreached"> {
  if (embedder === null || embedder === "unreached") {
    return embedder;
  }
  return reached(() =>
    vectorsFor(passagesOf({ documents }), embedder, deps.storage, (done, total) =>
      deps.onProgress?.({ phase: "embed", done, total }),
    ),
  );
}

/** What the model gave, or that it cannot be had at the moment. */
async function reached<T>(act: () => Promise<T>): Promise<T | "unreached"> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof ModelError) {
      return "unreached";
    }
    throw error;
  }
}

/** Passages by document and words: how many came, went and stayed. */
function compared(before: readonly UnderstoodDocument[], now: readonly UnderstoodDocument[]) {
  const keysOf = (documents: readonly UnderstoodDocument[]) =>
    passagesOf({ documents }).map((passage) => `${passage.doc} ${passageHash(passage)}`);
  const left = new Map<string, number>();
  for (const key of keysOf(before)) {
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  let unchanged = 0;
  const current = keysOf(now);
  for (const key of current) {
    const count = left.get(key) ?? 0;
    if (count > 0) {
      left.set(key, count - 1);
      unchanged += 1;
    }
  }
  const total = keysOf(before).length;
  return { added: current.length - unchanged, removed: total - unchanged, unchanged };
}
