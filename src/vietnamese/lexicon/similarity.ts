// How alike two questions are by their words, accents and asking words aside.
import { accentShare, fold, syllableKey } from "../text/normalise.ts";
import { tokenize } from "../text/tokens.ts";
import { FUNCTION_WORDS, QUESTION_PHRASES } from "./function-words.ts";

const SMALL = [...FUNCTION_WORDS, ...QUESTION_PHRASES].flatMap((phrase) => phrase.split(" "));
const EMPTY: ReadonlySet<string> = new Set(SMALL.map(syllableKey));
const EMPTY_BARE: ReadonlySet<string> = new Set(SMALL.map(fold));
/** Share of marked syllables below which a text was typed without accents. */
const BARE = 0.2;

export interface QuestionWords {
  /** Folded words that name something. */
  readonly naming: ReadonlySet<string>;
  /** Typed without accents, these may be small words or not: "tu" is "từ" or "tử". */
  readonly perhaps: ReadonlySet<string>;
}

export function questionWords(text: string): QuestionWords {
  const bare = accentShare(text) < BARE;
  const naming = new Set<string>();
  const perhaps = new Set<string>();
  for (const { text: word } of tokenize(text)) {
    const folded = fold(word);
    if (bare && EMPTY_BARE.has(folded) && !EMPTY.has(folded)) {
      perhaps.add(folded);
    } else if (!EMPTY.has(syllableKey(word))) {
      naming.add(folded);
    }
  }
  // A question of nothing but small words is compared by all of them.
  return naming.size > 0
    ? { naming, perhaps }
    : { naming: new Set(tokenize(text).map((token) => fold(token.text))), perhaps: new Set() };
}

export function namingWords(text: string): ReadonlySet<string> {
  return questionWords(text).naming;
}

const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ["where", /\b(?:o|tai|den|noi|cho|dia chi) (?:dau|nao)\b|\bdau\b|\bdia (?:chi|diem)\b/u],
  ["when", /\b(?:khi|luc|ngay|thang|nam|hom|tuan) nao\b|\bbao gio\b|\bmay gio\b|\bngay may\b/u],
  ["how much", /\bbao nhieu\b|\bmay (?:tien|nguoi|lan|buoi)\b|\bbao lau\b/u],
  ["who", /\bai\b|\bnguoi nao\b|\bdon vi nao\b|\bco quan nao\b/u],
  ["how", /\b(?:the|nhu the) nao\b|\blam sao\b|\bra sao\b|\bcach\b/u],
  ["why", /\b(?:vi|tai) sao\b/u],
];

/** What is asked for about the thing named: a place, a time, an amount, a person, a way. */
export function askedKinds(text: string): ReadonlySet<string> {
  const folded = fold(text);
  return new Set(KINDS.filter(([, words]) => words.test(folded)).map(([kind]) => kind));
}

function askAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === 0 || other.size === 0 || [...one].some((kind) => other.has(kind));
}

/** Shared words as a share of both, from 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) {
    shared += other.has(word) ? 1 : 0;
  }
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

export interface SimilarGroup<T> {
  readonly head: T;
  readonly members: readonly T[];
}

/** Puts each item to the first group whose head is alike, in the order given; the largest groups first. */
export function groupAlike<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  bar = 0.65,
): readonly SimilarGroup<T>[] {
  const groups: { head: T; words: ReadonlySet<string>; kinds: ReadonlySet<string>; members: T[] }[] = [];
  const byWord = new Map<string, number[]>();
  for (const item of items) {
    const words = namingWords(textOf(item));
    const kinds = askedKinds(textOf(item));
    const near = new Set([...words].flatMap((word) => byWord.get(word) ?? []));
    const found = [...near].find((at) => {
      const group = groups[at];
      return group !== undefined && askAlike(group.kinds, kinds) && likeness(group.words, words) >= bar;
    });
    if (found === undefined) {
      for (const word of words) {
        byWord.set(word, [...(byWord.get(word) ?? []), groups.length]);
      }
      groups.push({ head: item, words, kinds, members: [item] });
    } else {
      groups[found]?.members.push(item);
    }
  }
  return groups
    .map(({ head, members }) => ({ head, members }))
    .sort((a, b) => b.members.length - a.members.length);
}
