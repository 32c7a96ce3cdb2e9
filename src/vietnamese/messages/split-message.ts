// A long message in parts that each fit a channel's limit.

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** The end of the last match of `pattern` at or before `limit`, or 0. */
function lastBreak(text: string, limit: number, pattern: RegExp): number {
  let end = 0;
  for (const match of text.slice(0, limit + 1).matchAll(pattern)) {
    const stop = match.index + match[0].trimEnd().length;
    if (stop <= limit && stop > 0) {
      end = stop;
    }
  }
  return end;
}

/** Where to cut a text without blanks: before the grapheme that would not fit. */
function graphemeBreak(text: string, limit: number): number {
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, limit + 64))) {
    if (index + segment.length > limit) {
      break;
    }
    end = index + segment.length;
  }
  // A single grapheme longer than the limit (stacked marks): cut it, but never inside a surrogate pair.
  if (end > 0) {
    return end;
  }
  return /[\uD800-\uDBFF]/u.test(text.charAt(limit - 1)) && limit > 1 ? limit - 1 : limit;
}

/** A part much shorter than the limit is not worth a fine break. */
const WORTH = 0.4;

function breakAt(text: string, limit: number): number {
  const least = limit * WORTH;
  for (const pattern of [/\n\s*\n/gu, /\n/gu, /[.!?…;:]["”»’)]*\s/gu]) {
    const end = lastBreak(text, limit, pattern.source.startsWith("\\n") ? lineEnd(pattern) : pattern);
    if (end >= least) {
      return end;
    }
  }
  return lastBreak(text, limit, /\S(?=\s)/gu) || graphemeBreak(text, limit);
}

const lineEnd = (pattern: RegExp): RegExp => new RegExp(String.raw`\S(?=[^\S\n]*${pattern.source})`, "gu");

/**
 * Parts of at most `maxUtf16` UTF-16 units, cut between paragraphs, else lines, else sentences, else words, else
 * graphemes. White space at a cut is dropped; nothing else is lost. An empty text has no parts.
 */
export function splitMessage(text: string, maxUtf16: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > maxUtf16) {
    const end = breakAt(rest, maxUtf16);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === "" ? parts : [...parts, rest];
}
