import type { Piece } from "./rules.ts";
import { hearIn } from "./rules.ts";
import type { SafetyData } from "./safety.ts";
import { readingOf, wordsOf } from "./words.ts";

/** What is read of a longer message, to hear an emergency in it. UTF-16 units. */
export const READ_AT_MOST = 4_000;

/** Long messages are heard piece by piece, so that words far apart are not taken together. In words. */
const PIECE = 36;

export function piecesOf(text: string): string[] {
  const words = text.slice(0, READ_AT_MOST).split(/\s+/u);
  if (words.length <= PIECE) {
    return [words.join(" ")];
  }
  const starts = Array.from(
    { length: Math.ceil((words.length - PIECE / 2) / (PIECE / 2)) },
    (_, at) => (at * PIECE) / 2,
  );
  return starts.map((start) => words.slice(start, start + PIECE).join(" "));
}

export interface GuardText {
  readonly raw: string;
  /** The same with accents and abbreviations restored, when that has been done. */
  readonly repaired?: string;
}

export function readPieces(text: GuardText, { table, spellings }: SafetyData): Piece[] {
  const repaired = text.repaired === undefined || text.repaired === text.raw ? [] : piecesOf(text.repaired);
  return piecesOf(text.raw).map((piece, at) => {
    const mended = repaired[at];
    return {
      typed: [null, spellings].map((known) => hearIn(table, readingOf(wordsOf(piece, known)))),
      repaired: mended === undefined ? null : hearIn(table, readingOf(wordsOf(mended, null))),
    };
  });
}
