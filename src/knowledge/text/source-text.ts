// Text that remembers where each of its characters stood in the paper, so that whatever repair changes, a quote can
// still be cut from the paper itself.
import { oneLine, squeeze } from "../../vietnamese/text/normalise.ts";

export interface SourceText {
  readonly text: string;
  /** Source offset of each UTF-16 unit of `text`, and the offset just behind it. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

export const EMPTY: SourceText = { text: "", from: [], to: [] };

export function fromSource(source: string): SourceText {
  const from = Array.from({ length: source.length }, (_, i) => i);
  return { text: source, from, to: from.map((i) => i + 1) };
}

export function slice(traced: SourceText, start: number, end = traced.text.length): SourceText {
  return {
    text: traced.text.slice(start, end),
    from: traced.from.slice(start, end),
    to: traced.to.slice(start, end),
  };
}

export function trim(traced: SourceText): SourceText {
  const start = traced.text.length - traced.text.trimStart().length;
  return slice(traced, start, Math.max(start, traced.text.trimEnd().length));
}

/** Pieces put together with one blank between them. */
export function join(pieces: readonly SourceText[]): SourceText {
  const text: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const piece of pieces.filter((p) => p.text !== "")) {
    if (text.length > 0) {
      const end = to.at(-1) ?? 0;
      text.push(" ");
      from.push(end);
      to.push(end);
    }
    text.push(piece.text);
    for (const offset of piece.from) {
      from.push(offset);
    }
    for (const offset of piece.to) {
      to.push(offset);
    }
  }
  return { text: text.join(""), from, to };
}

/** Every match of a global pattern replaced; a replacement of the same length keeps its places one by one. */
export function replace(
  traced: SourceText,
  pattern: RegExp,
  by: (match: RegExpMatchArray) => string,
): SourceText {
  const text: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let done = 0;
  const keep = (end: number) => {
    text.push(traced.text.slice(done, end));
    for (let i = done; i < end; i++) {
      from.push(traced.from[i] ?? 0);
      to.push(traced.to[i] ?? 0);
    }
  };
  for (const match of traced.text.matchAll(pattern)) {
    const put = by(match);
    if (put === match[0]) {
      continue;
    }
    const start = match.index ?? 0;
    const end = start + match[0].length;
    keep(start);
    done = end;
    text.push(put);
    const same = put.length === match[0].length;
    for (let i = 0; i < put.length; i++) {
      from.push(traced.from[same ? start + i : start] ?? 0);
      to.push(traced.to[same ? start + i : end - 1] ?? 0);
    }
  }
  if (done === 0 && text.length === 0) {
    return traced;
  }
  keep(traced.text.length);
  return { text: text.join(""), from, to };
}

/** One line of plain words, as a person would quote them: Markdown signs and table bars gone. */
function plain(words: string): string {
  return oneLine(
    words
      .replace(/[*|`]+|^\s*#+|\\(?=[^\p{L}\p{N}\s])/gmu, " ")
      .replace(/\s+([,.;:!?)”])/gu, "$1")
      .replace(/([(“])\s+/gu, "$1"),
  );
}

/** The stretches of the paper a traced text covers, cut where something else (a page head) stands between. */
export function quotes(source: string, traced: SourceText): readonly string[] {
  const pieces: string[] = [];
  let start = traced.from[0] ?? 0;
  let end = start;
  for (let i = 0; i < traced.text.length; i++) {
    const from = traced.from[i] ?? end;
    if (from > end && squeeze(source.slice(end, from)) !== "") {
      pieces.push(plain(source.slice(start, end)));
      start = from;
    }
    end = Math.max(end, traced.to[i] ?? end);
  }
  pieces.push(plain(source.slice(start, end)));
  return pieces.filter((piece) => squeeze(piece) !== "");
}
