// The noisy channel between what was meant and what was typed: its parts and the price of marks.
import type { Marks } from "../../../vietnamese/text/marks.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Neighbours } from "./edit-neighbours.ts";

export type Change =
  | "accents"
  | "keystrokes"
  | "teencode"
  | "slip"
  | "split"
  | "abbreviation"
  | "dialect"
  | "name";

export interface SpellingCandidate {
  /** Numbers of the words meant; -1 for a word that is kept although nobody knows it. */
  readonly ids: readonly number[];
  /** Minus the natural logarithm of the chance that this was typed so. */
  readonly cost: number;
  readonly why: Change | null;
  /** Searched for beside what was typed, but never read for it. */
  readonly aside?: true;
}

export interface ErrorModel {
  readonly lexicon: Lexicon;
  readonly neighbours: Neighbours;
  /** Minus log of the chance that an accented word was typed without accents. */
  readonly bareCost: number;
  /** Whether the typing shows that every mark meant was typed. */
  readonly marksKept: boolean;
  /** Whether it shows that some were left out. */
  readonly marksLost: boolean;
}

const PART_MARK_MISSING = 1.6;
const MARK_EXTRA = 3;
const TONE_WRONG = 2.6;
const HOI_NGA = 1;

/** How unlikely it is to type these marks when those were meant. */
export function accentCost(typed: Marks, meant: Marks, bareCost: number): number {
  if (typed.tone === 0 && typed.letters === "") {
    return meant.tone === 0 && meant.letters === "" ? 0 : bareCost;
  }
  const missing = lacking(meant.letters, typed.letters);
  const extra = lacking(typed.letters, meant.letters);
  return toneCost(typed.tone, meant.tone) + missing * PART_MARK_MISSING + extra * MARK_EXTRA;
}

/** How many letters of the one the other does not have. */
function lacking(letters: string, among: string): number {
  let count = 0;
  for (const letter of letters) {
    if (!among.includes(letter)) {
      count++;
    }
  }
  return count;
}

function toneCost(typed: number, meant: number): number {
  if (typed === meant) {
    return 0;
  }
  if (typed === 0) {
    return PART_MARK_MISSING;
  }
  const confused = (typed === 3 && meant === 4) || (typed === 4 && meant === 3);
  return confused ? HOI_NGA : TONE_WRONG;
}
