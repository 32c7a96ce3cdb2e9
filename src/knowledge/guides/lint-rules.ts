// knowledge/guide-lint.yaml: what the linter must know about words, as data an office can edit.

import { parse } from "yaml";
import { z } from "zod";

const words = z.array(z.string().trim().min(1));

const rules = z.strictObject({
  /** Address endings that may be named beside links.yaml. */
  hosts: words,
  /** Verbs that make a step: two of them are two steps. */
  actions: words,
  /** Vietnamese words that need an explanation in the guide. */
  hard: words,
  /** Names and foreign words that everybody knows. */
  known: words,
  /** Words of old advice, allowed only beside one of `stillSaid`. */
  outdated: words,
  stillSaid: words,
  /** A figure needs a source no older than this, in months before checkedOn. */
  sourceMonths: z.int().positive(),
  /** Words with which a line says how old its figure is: one of them, then a year. */
  ageWords: words,
  /** With which a line says that the source of its figure bears no date. */
  undated: z.string().trim().min(1),
  /** Figures that name or describe a thing and so do not age: "12 số" on a card. */
  lasting: words,
  /** Address endings of the offices that decide, and of the owners of an application. */
  officialHosts: words,
});

export type GuideRules = Readonly<z.infer<typeof rules>>;

/** Throws when the file does not have exactly these lists. */
export function readGuideRules(text: string): GuideRules {
  return rules.parse(parse(text.normalize("NFC")));
}
