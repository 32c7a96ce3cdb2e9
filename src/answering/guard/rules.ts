import { hasAny } from "./phrases.ts";
import type { Rule } from "./safety.ts";
import type { Reading } from "./words.ts";

/** One piece of a message in its readings: as typed, with spellings mended, repaired. */
export type Readings = readonly Reading[];

function holds(rule: Rule, readings: Readings): boolean {
  const said = readings.some((reading) => rule.all.every((group) => hasAny(reading, group)));
  // What speaks against a rule counts from any reading, so that "hok bi lua" is heard as "không bị lừa".
  return said && !readings.some((reading) => rule.not.some((group) => hasAny(reading, group)));
}

/** The kind of the first rule that holds in one of the pieces of a message. */
export function firstRule(rules: readonly Rule[], pieces: readonly Readings[]): string | null {
  return rules.find((rule) => pieces.some((readings) => holds(rule, readings)))?.kind ?? null;
}
