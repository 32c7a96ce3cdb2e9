import { createHash, randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { copyFile, mkdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { parse, stringify } from "yaml";
import { seesPlace } from "../domain/access.ts";
import type { Upload } from "../domain/console.ts";
import type { DocumentId, Locality } from "../domain/document.ts";
import { passageHash, type UnderstoodDocument } from "../domain/knowledge.ts";
import { readOverrides } from "../knowledge/files/metadata-overrides.ts";
import { changesBetween } from "../knowledge/ingest/changes.ts";
import { listedContacts } from "../knowledge/lint/contacts.ts";
import { readPaper } from "../knowledge/read/read.ts";
import { registerOf } from "../knowledge/register/register.ts";
import { viewPaper } from "../knowledge/report/report.ts";
import { understandDocument } from "../knowledge/understand.ts";
import type { Clock } from "../ports/clock.ts";
import type { DryRun, PaperView, UploadService } from "../ports/console.ts";
import type { Uploads } from "../ports/console-storage.ts";
import type { PeopleStore } from "../ports/people.ts";
import { dayAt } from "../vietnamese/text/dates.ts";
import { nfc } from "../vietnamese/text/normalise.ts";
import { documentsWords } from "../vietnamese/wording/console/knowledge.ts";
import { paperPage, unread } from "../vietnamese/wording/knowledge/reading.ts";
import type { WatchedKnowledge } from "./knowledge-control.ts";

const ENDINGS: readonly string[] = [
  ".pdf",
  ".docx",
  ".doc",
  ".odt",
  ".rtf",
  ".html",
  ".txt",
  ".md",
  ".jpg",
  ".jpeg",
  ".png",
];
const SETTLED_MS = 10_000; // a copy made by us is whole; its age saves the reader's wait
const SIDE = /\.ya?ml$/iu;

interface UploadDeps {
  readonly knowledge: WatchedKnowledge;
  readonly uploads: Uploads;
  readonly people: PeopleStore;
  readonly folder: string;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly changed: () => Promise<void>;
}

/** The document's own name of a file, as the loader gives it. */
const idOf = (name: string): DocumentId => nfc(name.slice(0, name.length - extname(name).length));

/** A paper with what the register says of it among those that stand: "cùng nội dung với …". */
function beside(paper: UnderstoodDocument, others: readonly UnderstoodDocument[]): UnderstoodDocument {
  const said = registerOf([...others, paper]).flatMap(({ document }) =>
    document.findings.filter(({ kind }) => kind === "same_document" || kind === "replaced_document"),
  );
  const findings = said.filter(({ doc, message }) => doc === paper.id || message.includes(paper.card.title));
  return { ...paper, findings: [...findings, ...paper.findings] };
}

export function openUploadService(parts: UploadDeps): UploadService {
  const { knowledge, uploads, clock } = parts;
  const plans = join(parts.folder, "plans");
  const waitingRoom = join(parts.dataDir, "uploads");
  const runs = new Map<string, DryRun>();

  const documents = (): readonly UnderstoodDocument[] => knowledge.current()?.live.edition.documents ?? [];
  const standing = (doc: DocumentId) => documents().find((document) => document.id === doc);
  const fileOf = (upload: Upload) => join(waitingRoom, `${upload.id}${upload.ending}`);

  function filesOf(doc: DocumentId, side: boolean): readonly string[] {
    try {
      return readdirSync(plans).filter((name) => idOf(name) === doc && SIDE.test(name) === side);
    } catch {
      return [];
    }
  }

  async function sideText(doc: DocumentId): Promise<string> {
    const [name] = filesOf(doc, true);
    return name === undefined ? "" : readFile(join(plans, name), "utf8").catch(() => "");
  }

  /** Reads the upload in its child and compares it with what stands; writes nothing. */
  async function tried(upload: Upload): Promise<DryRun> {
    const read = await readPaper(fileOf(upload), { within: waitingRoom, sha256: upload.sha256 });
    if (read.outcome === "unread") {
      return { state: "unread", reason: read.reason };
    }
    const edition = knowledge.current()?.live.edition ?? null;
    const side = await sideText(upload.doc);
    const understood = understandDocument({
      id: upload.doc,
      text: read.text,
      ...(side === "" ? {} : { side: readOverrides(side, `${upload.doc}.yaml`) }),
      localities: edition?.localities ?? [],
      unitHints: { heads: edition?.unitHeads ?? [], units: edition?.units ?? [] },
      ...(edition === null ? {} : { listed: listedContacts(edition) }),
      today: dayAt(clock.now()),
    });
    const sender = (await parts.people.officers()).find((officer) => officer.id === upload.by);
    if (sender === undefined || !seesPlace(sender, understood.card.locality, edition)) {
      return { state: "unread", reason: documentsWords.otherPlace };
    }
    const before = standing(upload.doc);
    const others = documents().filter((document) => document.id !== upload.doc);
    const view = viewPaper({ name: upload.name, read, understood: beside(understood, others) });
    return {
      state: "ready",
      replaces: before?.card.title ?? null,
      view: shown(view, edition?.localities ?? []),
      ...difference(before, understood),
      changes: before === undefined ? [] : changesBetween([before], [understood]),
    };
  }

  function begin(upload: Upload): DryRun {
    const reading: DryRun = { state: "reading" };
    runs.set(upload.id, reading);
    tried(upload).then(
      (run) => runs.set(upload.id, run),
      () => runs.set(upload.id, { state: "unread", reason: unread.crashed }),
    );
    return reading;
  }

  return {
    view(doc) {
      const understood = standing(doc);
      const read = { outcome: "read", text: "", origin: "text", warnings: [] } as const;
      return understood === undefined
        ? null
        : shown(
            viewPaper({ name: doc, read, understood }),
            knowledge.current()?.live.edition.localities ?? [],
          );
    },
    isPaper: (doc) => filesOf(doc, false).length === 1,
    async side(doc) {
      const fields = parse(await sideText(doc)) as unknown;
      return typeof fields === "object" && fields !== null
        ? Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === "string"))
        : {};
    },
    async saveSide(doc, fields) {
      const kept = (parse(await sideText(doc)) as Record<string, unknown> | null) ?? {};
      // What the form does not show stays as the office wrote it.
      const hidden = Object.entries(kept).filter(([name]) =>
        /^(kind|level|legalBases|replaces)$/u.test(name),
      );
      const text = stringify({ ...Object.fromEntries(hidden), ...fields });
      const [name = `${doc}.yaml`] = filesOf(doc, true);
      if (hidden.length === 0 && Object.keys(fields).length === 0) {
        await rm(join(plans, name), { force: true });
        return null;
      }
      try {
        readOverrides(text, name);
      } catch (error) {
        return error instanceof Error ? error.message : unread.crashed;
      }
      await writeFile(join(plans, `${name}.part`), text);
      await rename(join(plans, `${name}.part`), join(plans, name));
      return null;
    },
    async stage({ name, bytes, doc, locality, by }) {
      const ending = extname(name).toLowerCase();
      if (!ENDINGS.includes(ending)) {
        return { problem: documentsWords.badEnding };
      }
      const upload: Upload = {
        id: randomUUID(),
        name,
        ending,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        size: bytes.length,
        doc,
        locality,
        by,
        at: clock.now(),
        state: "waiting",
      };
      await mkdir(waitingRoom, { recursive: true, mode: 0o700 });
      await writeFile(fileOf(upload), bytes, { mode: 0o600, flag: "wx" });
      await older(fileOf(upload));
      await uploads.add(upload);
      begin(upload);
      return { id: upload.id };
    },
    async dryRun(id) {
      const upload = await uploads.find(id);
      // After a restart the trial is made again.
      return runs.get(id) ?? (upload === null ? { state: "reading" } : begin(upload));
    },
    async publish(id) {
      const upload = await uploads.find(id);
      if (upload === null || upload.state !== "waiting") {
        return { outcome: "refused", reason: unread.gone, unread: [], seconds: 0 };
      }
      await mkdir(plans, { recursive: true });
      const target = `${upload.doc}${upload.ending}`;
      const beside = join(plans, `${target}.part`);
      await copyFile(fileOf(upload), beside);
      await older(beside);
      for (const name of filesOf(upload.doc, false).filter((each) => !each.endsWith(".part"))) {
        await rename(join(plans, name), join(waitingRoom, `${upload.id}.truoc${extname(name)}`));
      }
      await rename(beside, join(plans, target));
      await uploads.end(id, "published");
      await rm(fileOf(upload), { force: true });
      runs.delete(id);
      return knowledge.reloadAnew().finally(parts.changed);
    },
    async discard(id) {
      const upload = await uploads.find(id);
      if (upload !== null) {
        await rm(fileOf(upload), { force: true });
        await uploads.end(id, "discarded");
        runs.delete(id);
      }
    },
  };
}

async function older(file: string): Promise<void> {
  const at = new Date(Date.now() - SETTLED_MS);
  await utimes(file, at, at);
}

/** The page's part of a view; a locality goes by its name. */
function shown(view: PaperView, localities: readonly Locality[]): PaperView {
  const { card, look, outline, targets, tasks } = view;
  const named = card.map((line) =>
    line.label === paperPage.fields.locality
      ? { ...line, value: localities.find((one) => one.slug === line.value)?.name ?? line.value }
      : line,
  );
  return { card: named, look, outline, targets, tasks };
}

/** Passages by their words: what would come, go and stay. */
function difference(before: UnderstoodDocument | undefined, now: UnderstoodDocument) {
  const left = new Map<string, string[]>();
  for (const passage of before?.passages ?? []) {
    const key = passageHash(passage);
    left.set(key, [...(left.get(key) ?? []), passage.quote]);
  }
  const added = now.passages.filter((passage) => left.get(passageHash(passage))?.pop() === undefined);
  return {
    added: added.map((passage) => passage.quote),
    removed: [...left.values()].flat(),
    unchanged: now.passages.length - added.length,
  };
}
