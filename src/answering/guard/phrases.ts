import type { Reading, Word } from "./words.ts";
import { stands, wordOf } from "./words.ts";

/** A listed phrase; "đa đảng!" must be typed with its accents; null is a gap of up to four words ("đọc * mã"). Begins with a word. */
export type Phrase = readonly (Word | null)[];

/** Words. */
export const WIDEST_GAP = 4;

export function phraseOf(text: string): Phrase {
  const loose = !text.endsWith("!");
  return text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}*]+/u)
    .filter((part) => part !== "")
    .map((part) => (part === "*" ? null : wordOf(part, loose)))
    .filter((part, at) => part !== null || at > 0);
}

/** Where the phrase ends when it begins at `at`; -1 when it does not. */
function endFrom(words: readonly Word[], phrase: Phrase, at: number, part: number): number {
  const wanted = phrase[part];
  if (wanted === undefined) {
    return at;
  }
  if (wanted === null) {
    for (let skip = 0; skip <= WIDEST_GAP && at + skip <= words.length; skip += 1) {
      const end = endFrom(words, phrase, at + skip, part + 1);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }
  const word = words[at];
  return word !== undefined && stands(word, wanted) ? endFrom(words, phrase, at + 1, part + 1) : -1;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function findPhrase(reading: Reading, phrase: Phrase): Span | null {
  const first = phrase[0];
  for (const start of first == null ? [] : (reading.places.get(first.folded) ?? [])) {
    const end = endFrom(reading.words, phrase, start, 0);
    if (end > start) {
      return { start, end };
    }
  }
  return null;
}
