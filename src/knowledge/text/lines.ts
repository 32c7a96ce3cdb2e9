// Lines that are no part of what a paper says: page numbers, signature stamps, running heads.
import { oneLine, squeeze } from "../../vietnamese/text/normalise.ts";
import { replace, type SourceText, slice, trim } from "./source-text.ts";
import type { Table } from "./table-columns.ts";

export interface Line {
  /** Without Markdown signs. */
  readonly words: SourceText;
  readonly blankBefore: boolean;
  /** Markdown heading level; 0 for a plain line. */
  readonly head: number;
  readonly bold: boolean;
  /** A Markdown table row. */
  readonly row: boolean;
  /** Leading blanks, in characters. */
  readonly indent: number;
  /** The assignment table that stands here, its own lines taken out. */
  readonly table?: Table;
}

const STAMP_START = /CỤC CHỨNG THỰC SỐ|^Người ký\s*:|^Ký bởi\s*:|^Signature (?:Not )?V(?:erified|alid)/iu;
const STAMP = [
  /đã ký lên văn bản/iu,
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u,
  /<[^<>\s]+@[^<>\s]+>/u,
  /^(?:Email|Thời gian ký|Ngày ký|Ngày giờ ký|Cơ quan|Tổ chức|Người ký|Ký bởi|Chức vụ)\s*:/iu,
];
const PAGE_NUMBER =
  /^(?:[-–—]\s*\d{1,3}\s*[-–—]|(?:Trang|Page)\s*\d{1,3}(?:\s*(?:\/|of)\s*\d{1,3})?|\d{1,3}\s*\/\s*\d{1,3})$/iu;

/** Digital signature blocks: from their first line to "đã ký lên văn bản này", with mailboxes and timestamps. */
export function withoutStamps(lines: readonly Line[]): readonly Line[] {
  let inside = 0;
  return lines.filter((line) => {
    const words = line.words.text;
    if (STAMP_START.test(words)) {
      inside = 5;
      return false;
    }
    inside -= 1;
    const mark = STAMP.some((pattern) => pattern.test(words));
    // Inside a stamp a line of capitals is the name of the signing office.
    const office = inside > 0 && words === words.toUpperCase() && /\p{L}/u.test(words);
    if (/đã ký lên văn bản/iu.test(words)) {
      inside = 0;
      return false;
    }
    return !(
      (inside > 0 && (mark || office)) ||
      (mark && !/^(?:Cơ quan|Tổ chức|Chức vụ|Email)/iu.test(words))
    );
  });
}

/** Page numbers: "- 3 -", "Trang 3/12", and a bare number that follows the page number before it. */
export function withoutPageNumbers(
  lines: readonly Line[],
  inTable: (index: number) => boolean,
): readonly Line[] {
  let page = 0;
  return lines.filter((line, index) => {
    const words = line.words.text;
    const bare = /^\d{1,3}$/u.test(words) ? Number(words) : 0;
    const next = bare > 0 && !inTable(index) && (bare === page + 1 || (page === 0 && bare === 2));
    if (next) {
      page = bare;
    }
    return !next && !PAGE_NUMBER.test(words);
  });
}

/** A short line that comes back at three page breaks or more (beside a page number) is a running head. */
export function withoutRunningHeads(
  lines: readonly Line[],
  inTable: (index: number) => boolean,
): readonly Line[] {
  const isPage = (line: Line | undefined) =>
    line !== undefined && (PAGE_NUMBER.test(line.words.text) || /^\d{1,3}$/u.test(line.words.text));
  const seen = new Map<string, number>();
  const key = (line: Line) => squeeze(line.words.text);
  lines.forEach((line, i) => {
    const beside = isPage(lines[i - 1]) || isPage(lines[i + 1]);
    if (beside && !inTable(i) && !isPage(line) && line.words.text.length < 100) {
      seen.set(key(line), (seen.get(key(line)) ?? 0) + 1);
    }
  });
  return lines.filter((line, i) => {
    const beside = isPage(lines[i - 1]) || isPage(lines[i + 1]);
    return !(beside && !inTable(i) && (seen.get(key(line)) ?? 0) >= 3);
  });
}

function without(text: SourceText, pattern: RegExp): SourceText {
  const keep: [number, number][] = [];
  let done = 0;
  for (const match of text.text.matchAll(pattern)) {
    keep.push([done, match.index]);
    done = match.index + match[0].length;
  }
  keep.push([done, text.text.length]);
  const pieces = keep.map(([a, b]) => slice(text, a, b));
  return {
    text: pieces.map((p) => p.text).join(""),
    from: pieces.flatMap((p) => p.from),
    to: pieces.flatMap((p) => p.to),
  };
}

/** Markdown signs (headings, emphasis, escapes, bare links) around words, never the words. */
const SIGNS = /\*+(?=[^\s*])|(?<=[^\s*])\*+|\\(?=[^\p{L}\p{N}\s])|`+|<(?=https?:)|(?<=https?:[^\s<>]*)>/gu;

export function readLine(raw: SourceText, blankBefore: boolean): Line {
  const line = trim(raw);
  const head = /^(#{1,6})\s+/u.exec(line.text);
  const body = trim(slice(line, head?.[0].length ?? 0));
  const bold = /^(\*\*|__).+?(\*\*|__)[:.]?$/u.test(oneLine(body.text));
  return {
    words: trim(
      without(
        replace(body, /^\*(?=\s)/gu, () => "-"),
        SIGNS,
      ),
    ),
    blankBefore,
    head: head?.[1]?.length ?? 0,
    bold,
    row: body.text.startsWith("|"),
    indent: raw.text.length - raw.text.trimStart().length,
  };
}

export function linesOf(text: SourceText): readonly Line[] {
  const lines: Line[] = [];
  let blank = false;
  let start = 0;
  while (start <= text.text.length) {
    const stop = text.text.indexOf("\n", start);
    const end = stop < 0 ? text.text.length : stop;
    const line = readLine(slice(text, start, end), blank);
    blank = line.words.text === "";
    if (!blank) {
      lines.push(line);
    }
    start = end + 1;
  }
  return lines;
}
