import type { PhraseTable } from "./phrase-table.ts";
import type { Span } from "./phrases.ts";
import type { Reading } from "./words.ts";

/** All groups of `all` occur, and none of `not`; groups by their number in the table of phrases. */
export interface SafetyRule {
  readonly kind: string;
  readonly all: readonly number[];
  readonly not: readonly number[];
}

/** A reading, and the groups of phrases that stand in it. */
export interface Heard {
  readonly reading: Reading;
  readonly groups: ReadonlyMap<number, Span>;
}

/** One piece of a message: as typed, with and without office spellings; and repaired, when that has been done. */
export interface Piece {
  readonly typed: readonly Heard[];
  readonly repaired: Heard | null;
}

export const hearIn = (table: PhraseTable, reading: Reading): Heard => ({
  reading,
  groups: table.groupsIn(reading),
});

const saysAll = (rule: SafetyRule, { groups }: Heard) => rule.all.every((group) => groups.has(group));
const saysNot = (rule: SafetyRule, { groups }: Heard) => rule.not.some((group) => groups.has(group));

/**
 * What speaks against a rule counts from any typed reading, so that "hok bi lua" is heard as "không bị lừa". A repair may
 * add what was meant, but never silences what was typed: it can turn "no" (nó) into "không".
 */
function holds(rule: SafetyRule, { typed, repaired }: Piece): boolean {
  if (typed.some((heard) => saysNot(rule, heard))) {
    return false;
  }
  const said = typed.some((heard) => saysAll(rule, heard));
  return said || (repaired !== null && saysAll(rule, repaired) && !saysNot(rule, repaired));
}

export function holdsIn(rule: SafetyRule, pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => holds(rule, piece));
}

/** The kind of the first rule that holds in one of the pieces of a message. */
export function firstRule(rules: readonly SafetyRule[], pieces: readonly Piece[]): string | null {
  return rules.find((rule) => holdsIn(rule, pieces))?.kind ?? null;
}

export function allHeard(piece: Piece): readonly Heard[] {
  return piece.repaired === null ? piece.typed : [...piece.typed, piece.repaired];
}

/** The piece as it was typed: for rules that must not rest on a repair. */
export function asTyped(piece: Piece): Piece {
  return { typed: piece.typed, repaired: null };
}
