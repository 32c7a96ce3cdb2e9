// Groups of words that mean the same, found in questions and passages alike.
import type { Vocabulary } from "../../domain/knowledge.ts";
import { openPhraseFinder, type PhraseFinder } from "../text/phrase-finder.ts";
import { searchWords } from "../text/tokens.ts";

export interface Concepts {
  readonly size: number;
  readonly finder: PhraseFinder<number>;
}

/** Synonym groups, and each abbreviation with its meaning. A phrase of two groups belongs to the first. */
export function openConcepts(vocabulary: Vocabulary): Concepts {
  const groups = [
    ...vocabulary.synonyms,
    ...Object.entries(vocabulary.abbreviations).map(([short, long]) => [short, long]),
  ];
  const groupOf = new Map<string, number>();
  let size = 0;
  const phrases: [readonly string[], number][] = [];
  for (const group of groups) {
    const keyed = group.map(searchWords).filter((keys) => keys.length > 0);
    const known = keyed.map((keys) => groupOf.get(keys.join(" "))).find((number) => number !== undefined);
    const number = known ?? size++;
    for (const keys of keyed) {
      groupOf.set(keys.join(" "), number);
      phrases.push([keys, number]);
    }
  }
  return { size, finder: openPhraseFinder(phrases) };
}
