import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import type { DocumentId, Locality } from "../../domain/document.ts";
import type { UnderstoodDocument, UnreadFile } from "../../domain/knowledge.ts";
import type { KnowledgeStorage } from "../../ports/knowledge.ts";
import { unreadFile } from "../../vietnamese/wording/knowledge/ingest.ts";
import type { UnitHints } from "../entities/units.ts";
import type { KnowledgeFile, KnowledgeListing } from "../files/folder.ts";
import { type Overrides, readOverrides } from "../files/metadata-overrides.ts";
import { parseYaml } from "../files/yaml.ts";
import { GuideError } from "../guides/error.ts";
import type { ListedContacts } from "../lint/contacts.ts";
import type { ReadPaper } from "../read/common/outcome.ts";
import type { PaperInput } from "../understand.ts";
import { programVersion } from "./program-version.ts";

export interface Readers {
  readonly readPaper: (file: string) => Promise<ReadPaper>;
  readonly understandDocument: (paper: PaperInput) => UnderstoodDocument;
  /** `asked`: how people ask for the guide's parts, where that is written. */
  readonly readGuide: (id: DocumentId, text: string, asked: string | null) => UnderstoodDocument;
}

export interface DocumentsRequest {
  readonly listing: KnowledgeListing;
  readonly readers: Readers;
  readonly storage: Pick<KnowledgeStorage, "understood" | "lastGood">;
  readonly localities: readonly Locality[];
  readonly unitHints: UnitHints;
  readonly listed: ListedContacts;
  readonly today: string;
  readonly onFile: (name: string, done: number, total: number) => void;
}

export interface ReloadedDocuments {
  readonly documents: readonly UnderstoodDocument[];
  readonly keys: ReadonlyMap<DocumentId, string>;
  readonly unread: readonly UnreadFile[];
}

/** Why one file cannot be taken; the message is Vietnamese. */
class Refused extends Error {}

/** Understands every file of the folder, or takes what is already kept; a broken file keeps its last good version. */
export async function reloadDocuments(request: DocumentsRequest): Promise<ReloadedDocuments> {
  const { listing, storage } = request;
  const circumstances = digest(
    programVersion(),
    JSON.stringify([request.localities, request.unitHints, request.listed]),
  );
  const documents: UnderstoodDocument[] = [];
  const keys = new Map<DocumentId, string>();
  const unread: UnreadFile[] = [];
  const take = (key: string, document: UnderstoodDocument) => {
    documents.push(document);
    keys.set(document.id, key);
  };
  const keepLastGood = async (id: DocumentId, fault: UnreadFile) => {
    const good = await storage.lastGood(id);
    if (good !== null) {
      take(good.key, good.document);
    }
    unread.push({ ...fault, keptLastGood: good !== null });
  };

  for (const [index, file] of listing.files.entries()) {
    request.onFile(file.name, index, listing.files.length);
    try {
      const { key, document } = await understood(file, circumstances, request);
      take(key, document);
    } catch (error) {
      await keepLastGood(file.id, { file: file.name, reason: reasonOf(error), keptLastGood: false });
    }
  }
  for (const [id, fault] of listing.doubled) {
    await keepLastGood(id, fault);
  }
  request.onFile("", listing.files.length, listing.files.length);
  return { documents: inOrder(documents), keys, unread };
}

async function understood(
  file: KnowledgeFile,
  circumstances: string,
  request: DocumentsRequest,
): Promise<{ readonly key: string; readonly document: UnderstoodDocument }> {
  for (let look = 0; look < 2; look++) {
    const before = await fileKey(file, circumstances);
    const kept = await request.storage.understood(before.key);
    if (kept !== null) {
      return { key: before.key, document: kept };
    }
    const document =
      file.kind === "guide"
        ? await guide(file, before.bytes, request)
        : await paper(file, before.bytes, request);
    // A file copied in meanwhile must not be kept under the key of what stood there before.
    const after = await fileKey(file, circumstances);
    if (after.key === before.key) {
      return { key: after.key, document };
    }
  }
  throw new Refused(unreadFile.changing);
}

async function fileKey(file: KnowledgeFile, circumstances: string) {
  const bytes = await bytesOf(file.path);
  const side = file.side === null ? "" : digest(await bytesOf(file.side));
  // A guide is the same whatever the localities are, but its reader may change.
  return { bytes, key: digest(file.kind, file.id, digest(bytes), side, circumstances) };
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new Refused(unreadFile.gone, { cause: error });
  }
}

async function guide(
  file: KnowledgeFile,
  bytes: Buffer,
  { readers }: DocumentsRequest,
): Promise<UnderstoodDocument> {
  const asked = file.side === null ? null : await bytesOf(file.side);
  const text = new TextDecoder("utf-8");
  return readers.readGuide(file.id, text.decode(bytes), asked === null ? null : text.decode(asked));
}

interface Text {
  readonly text: string;
  readonly key: string;
  readonly warnings: readonly string[];
}

/** The text of a paper: as read before where neither the file nor the program changed, for a scan takes minutes to read. */
async function textOf(file: KnowledgeFile, bytes: Buffer, request: DocumentsRequest): Promise<Text> {
  const key = digest(programVersion(), file.name, digest(bytes));
  const last = (await request.storage.lastGood(file.id))?.document;
  if (last?.reading?.key === key) {
    return { text: last.sourceText, key, warnings: last.reading.warnings };
  }
  const read = await request.readers.readPaper(file.path);
  if (read.outcome === "unread") {
    throw new Refused(read.reason);
  }
  return { text: read.text, key, warnings: read.warnings };
}

async function paper(
  file: KnowledgeFile,
  bytes: Buffer,
  request: DocumentsRequest,
): Promise<UnderstoodDocument> {
  const side = await sideOf(file);
  const { text, key, warnings } = await textOf(file, bytes, request);
  const { localities, unitHints, listed, today } = request;
  const document = request.readers.understandDocument({
    id: file.id,
    text,
    ...(side === null ? {} : { side }),
    localities,
    unitHints,
    listed,
    today,
  });
  const found = warnings.map((message) => ({
    doc: file.id,
    kind: "bad_text" as const,
    section: null,
    message,
    words: "",
  }));
  return {
    ...document,
    findings: [...document.findings, ...found],
    // Kept only where the text can be taken up again.
    ...(document.sourceText === text ? { reading: { key, warnings } } : {}),
  };
}

async function sideOf(file: KnowledgeFile): Promise<Overrides | null> {
  if (file.side === null) {
    return null;
  }
  const name = basename(file.side);
  const text = (await bytesOf(file.side)).toString("utf8");
  const parsed = parseYaml(text, z.record(z.string(), z.unknown()).default({}));
  if (parsed.outcome === "broken") {
    throw new Refused(unreadFile.badSide(name, parsed.reason));
  }
  try {
    return readOverrides(text, name);
  } catch (error) {
    throw new Refused(unreadFile.badSide(name, error instanceof Error ? error.message : ""), {
      cause: error,
    });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Refused || error instanceof GuideError) {
    return error.message;
  }
  const shown = error instanceof Error ? `${error.name}: ${error.message.slice(0, 120)}` : typeof error;
  return unreadFile.failed(shown);
}

/** Papers before guides, each by id, so that the same files always make the same edition. */
function inOrder(documents: readonly UnderstoodDocument[]): readonly UnderstoodDocument[] {
  const rank = (document: UnderstoodDocument) => `${document.guide === null ? 0 : 1}${document.id}`;
  return documents.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

export function digest(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(`${part.length}:`).update(part);
  }
  return hash.digest("hex");
}
