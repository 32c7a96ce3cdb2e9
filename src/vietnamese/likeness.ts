// How alike two questions are by their words, accents and asking words aside.
import { fold } from "./fold.ts";
import { FUNCTION_WORDS, QUESTION_PHRASES } from "./function-words.ts";
import { tokenize } from "./tokens.ts";

const EMPTY: ReadonlySet<string> = new Set(
  [...FUNCTION_WORDS, ...QUESTION_PHRASES].flatMap((phrase) => fold(phrase).split(" ")),
);

/** The words of a question that name something, folded. */
export function namingWords(text: string): ReadonlySet<string> {
  const words = tokenize(text).map((token) => fold(token.text));
  const naming = words.filter((word) => !EMPTY.has(word));
  // A question of nothing but small words is compared by all of them.
  return new Set(naming.length === 0 ? words : naming);
}

/** Shared words as a share of both, from 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) {
    shared += other.has(word) ? 1 : 0;
  }
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

export interface Group<T> {
  readonly head: T;
  readonly members: readonly T[];
}

/** Puts each item to the first group whose head is alike, in the order given; the largest groups first. */
export function groupAlike<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  bar = 0.6,
): readonly Group<T>[] {
  const groups: { head: T; words: ReadonlySet<string>; members: T[] }[] = [];
  const byWord = new Map<string, number[]>();
  for (const item of items) {
    const words = namingWords(textOf(item));
    const near = new Set([...words].flatMap((word) => byWord.get(word) ?? []));
    const found = [...near].find((at) => likeness(groups[at]?.words ?? new Set(), words) >= bar);
    if (found === undefined) {
      for (const word of words) {
        byWord.set(word, [...(byWord.get(word) ?? []), groups.length]);
      }
      groups.push({ head: item, words, members: [item] });
    } else {
      groups[found]?.members.push(item);
    }
  }
  return groups
    .map(({ head, members }) => ({ head, members }))
    .sort((a, b) => b.members.length - a.members.length);
}
