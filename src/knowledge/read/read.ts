import { basename } from "node:path";
import { nfc } from "../../vietnamese/text/normalise.ts";
import { quality, unread, warning } from "../../vietnamese/wording/knowledge/reading.ts";
import { decodeLegacy } from "./common/legacy-encoding.ts";
import { defaultLimits, programFolders, type ReadLimits } from "./common/limits.ts";
import { type ReadPaper, Unreadable } from "./common/outcome.ts";
import { judgeText } from "./common/text-quality.ts";
import { decodeText } from "./decode-text.ts";
import { fileKind } from "./file-kind.ts";
import { readInChild } from "./sandbox/sandbox.ts";
import { settledBytes } from "./settled-file.ts";

export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly limits?: Partial<ReadLimits>;
  /** Folder the file must lie in, links followed. */
  readonly within?: string;
  /** Hex digest recorded at upload. */
  readonly sha256?: string;
  /** Where the OCR and Word programs are looked for. */
  readonly programFolders?: readonly string[];
}

const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\u{E0000}-\u{E007F}]/gu;
const MANY_INVISIBLE = 3;

/** The same letters for every reader of the text: Unicode, NFC, \n, nothing invisible; then judged as a whole. */
function finished(paper: Extract<ReadPaper, { outcome: "read" }>): ReadPaper {
  const decoded = decodeLegacy(paper.text);
  const raw = decoded ?? paper.text;
  const invisible = raw.replace(/^\uFEFF/u, "").match(INVISIBLE)?.length ?? 0;
  const text = nfc(raw.replace(/\r\n?|\u2028|\u2029|\f|\v/gu, "\n").replace(INVISIBLE, "")).trim();
  const judged = judgeText(text);
  if (judged.verdict === "empty") {
    return { outcome: "unread", reason: unread.noText };
  }
  if (judged.verdict === "junk") {
    return { outcome: "unread", reason: unread.junk(judged.why) };
  }
  const doubt = judged.why === quality.foreign ? warning.foreign : warning.partlyJunk(judged.why);
  return {
    ...paper,
    text: `${text}\n`,
    warnings: [
      ...paper.warnings,
      ...(decoded === null ? [] : [warning.oldEncoding(quality.legacy)]),
      ...(invisible >= MANY_INVISIBLE ? [warning.invisible(invisible)] : []),
      ...(judged.verdict === "mixed" ? [doubt] : []),
    ],
  };
}

async function readBytes(
  bytes: Buffer,
  file: string,
  limits: ReadLimits,
  options: ReadOptions,
): Promise<ReadPaper> {
  const kind = fileKind(bytes, basename(file));
  if (kind === "text" || kind === "markdown") {
    return { outcome: "read", origin: kind, ...decodeText(bytes) };
  }
  return readInChild(bytes, kind, limits, options.programFolders ?? programFolders, options.signal);
}

/**
 * The text of one paper: txt, md, pdf (with OCR where its letters are missing or junk), docx, doc, rtf. Whatever is wrong
 * with the file ends as a reason a person can act on; nothing is thrown for it.
 */
export async function readPaper(file: string, options: ReadOptions = {}): Promise<ReadPaper> {
  const limits: ReadLimits = { ...defaultLimits, ...options.limits };
  try {
    const bytes = await settledBytes(file, limits, options);
    const paper = await readBytes(bytes, file, limits, options);
    return paper.outcome === "read" ? finished(paper) : paper;
  } catch (error) {
    if (error instanceof Unreadable) {
      return { outcome: "unread", reason: error.message };
    }
    if (options.signal?.aborted === true) {
      return { outcome: "unread", reason: unread.stopped };
    }
    const code = (error as { code?: unknown }).code;
    if (
      typeof code === "string" &&
      /^E(?:NOENT|ACCES|PERM|ISDIR|NOTDIR|LOOP|NXIO|IO|NAMETOOLONG)$/u.test(code)
    ) {
      return { outcome: "unread", reason: unread.gone };
    }
    throw error;
  }
}
