import { hasAny } from "./phrases.ts";
import type { SafetyRule } from "./safety.ts";
import type { Reading } from "./words.ts";

/** One piece of a message: as typed, with and without office spellings; and repaired, when that has been done. */
export interface Piece {
  readonly typed: readonly Reading[];
  readonly repaired: Reading | null;
}

const saysAll = (rule: SafetyRule, reading: Reading) => rule.all.every((group) => hasAny(reading, group));
const saysNot = (rule: SafetyRule, reading: Reading) => rule.not.some((group) => hasAny(reading, group));

/**
 * What speaks against a rule counts from any typed reading, so that "hok bi lua" is heard as "không bị lừa". A repair may
 * add what was meant, but never silences what was typed: it can turn "no" (nó) into "không".
 */
function holds(rule: SafetyRule, { typed, repaired }: Piece): boolean {
  if (typed.some((reading) => saysNot(rule, reading))) {
    return false;
  }
  const said = typed.some((reading) => saysAll(rule, reading));
  return said || (repaired !== null && saysAll(rule, repaired) && !saysNot(rule, repaired));
}

export function holdsIn(rule: SafetyRule, pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => holds(rule, piece));
}

/** The kind of the first rule that holds in one of the pieces of a message. */
export function firstRule(rules: readonly SafetyRule[], pieces: readonly Piece[]): string | null {
  return rules.find((rule) => holdsIn(rule, pieces))?.kind ?? null;
}

export function readingsOf(piece: Piece): readonly Reading[] {
  return piece.repaired === null ? piece.typed : [...piece.typed, piece.repaired];
}

/** The piece as it was typed: for rules that must not rest on a repair. */
export function asTyped(piece: Piece): Piece {
  return { typed: piece.typed, repaired: null };
}
