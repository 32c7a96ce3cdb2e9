// A repaired question as terms with weights, ready to be scored.

import { FUNCTION_WORDS, QUESTION_PHRASES } from "../../../vietnamese/lexicon/function-words.ts";
import type { Concepts } from "../../../vietnamese/lexicon/synonyms.ts";
import { openPhraseFinder } from "../../../vietnamese/text/phrase-finder.ts";
import { isVietnameseSyllable } from "../../../vietnamese/text/syllable.ts";
import { searchWords } from "../../../vietnamese/text/tokens.ts";
import type { Lookalikes } from "../lexicon/confusables.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Repaired } from "../spelling/query-repair.ts";
import { type Postings, rarityOf } from "./postings.ts";
import { MATCH, STAND_IN, WORD } from "./weights.ts";

export interface QuestionTerm {
  readonly key: string;
  /** Number in the lexicon; -1 when no passage can hold it. */
  readonly id: number;
  /** 1 for a content syllable, less for words that ask or join, more for a whole word in one piece. */
  readonly weight: number;
  readonly rarity: number;
  readonly content: boolean;
}

export interface Pair {
  readonly first: number;
  readonly second: number;
  readonly gain: number;
}

/** A term of the postings that stands, in part, for words of the question: a synonym, another reading, a lookalike. */
export interface StandIn {
  readonly term: number;
  readonly gain: number;
  /** How far it covers its words, from 0 to 1. */
  readonly share: number;
  /** Positions in `terms` of the words it stands for. */
  readonly words: readonly number[];
}

/** `first`, `second` and `third` of pairs, gaps and triples are positions in `terms`. */
export interface SearchQuestion {
  readonly terms: readonly QuestionTerm[];
  readonly pairs: readonly Pair[];
  readonly gaps: readonly Pair[];
  readonly triples: readonly (Pair & { readonly third: number })[];
  readonly standIns: readonly StandIn[];
  /** Score of a passage that holds every word once, in this order. */
  readonly ideal: number;
}

const lowWords = openPhraseFinder<"question" | "function">([
  ...QUESTION_PHRASES.map((phrase) => [searchWords(phrase), "question"] as const),
  ...FUNCTION_WORDS.map((phrase) => [searchWords(phrase), "function"] as const),
]);

/** Words of a very long text that are searched; the rest is left aside. */
const MOST_TERMS = 160;

export interface Words {
  readonly lexicon: Lexicon;
  readonly postings: Postings;
  readonly concepts: Concepts;
  readonly lookalikes: Lookalikes;
}

export function questionOf(repaired: Repaired, words: Words): SearchQuestion {
  const keys = repaired.keys.slice(0, MOST_TERMS);
  const { terms, places } = termsOf(keys, words);
  const pairs = pairsOf(places, terms, 1, MATCH.pair, words);
  const gaps = pairsOf(places, terms, 2, MATCH.gap, words);
  const triples = triplesOf(places, pairs);
  const sum = (list: readonly { readonly gain: number }[]): number =>
    list.reduce((total, { gain }) => total + gain, 0);
  const alone = terms.reduce((total, term) => total + MATCH.syllable * term.weight * term.rarity, 0);
  return {
    terms,
    pairs,
    gaps,
    triples,
    standIns: [
      ...conceptsOf(keys, places, words),
      ...readingsOf(repaired, places, terms, words),
      ...lookalikesOf(terms, words),
    ],
    ideal: alone + sum(pairs) + sum(gaps) + sum(triples),
  };
}

/** The different words of a question, and for each word as said its position among them. */
function termsOf(
  keys: readonly string[],
  { lexicon, postings }: Words,
): { readonly terms: readonly QuestionTerm[]; readonly places: readonly number[] } {
  const kinds: (keyof typeof WORD)[] = keys.map((key) => kindOf(key, lexicon));
  for (const { at, length, value } of lowWords.find(keys)) {
    kinds.fill(value, at, at + length);
  }
  const positions = new Map<string, number>();
  const terms: QuestionTerm[] = [];
  const places = keys.map((key, at) => {
    const kind = kinds[at] ?? "content";
    const id = lexicon.id(key);
    const content = kind !== "question" && kind !== "function";
    const term = { key, id, weight: WORD[kind], rarity: postings.rarity(id), content };
    const place = positions.get(key) ?? terms.length;
    positions.set(key, place);
    if (term.weight > (terms[place]?.weight ?? 0)) {
      terms[place] = term;
    }
    return place;
  });
  return { terms, places };
}

/** A foreign word or a number is a whole word in one piece, where a Vietnamese word mostly has two syllables. */
function kindOf(key: string, lexicon: Lexicon): "content" | "number" | "foreign" {
  if (/^\p{N}/u.test(key)) {
    return "number";
  }
  const id = lexicon.id(key);
  return (id < 0 ? isVietnameseSyllable(key.replace(/\d$/u, "")) : lexicon.isVietnamese(id))
    ? "content"
    : "foreign";
}

function pairsOf(
  places: readonly number[],
  terms: readonly QuestionTerm[],
  distance: number,
  worth: number,
  { lexicon, postings }: Words,
): readonly Pair[] {
  const found = new Map<string, Pair>();
  for (let at = 0; at + distance < places.length; at++) {
    const first = places[at] ?? 0;
    const second = places[at + distance] ?? 0;
    const one = terms[first];
    const other = terms[second];
    if (one !== undefined && other !== undefined) {
      const spread = one.id < 0 || other.id < 0 ? 0 : lexicon.pairs.documents(one.id, other.id);
      const weight = Math.min(one.weight, other.weight);
      const gain = worth * weight * rarityOf(spread, postings.documents);
      found.set(`${first} ${second}`, { first, second, gain });
    }
  }
  return [...found.values()];
}

/** How rare a triple is was not counted: it is taken to be as telling as the rarer of its pairs. */
function triplesOf(places: readonly number[], pairs: readonly Pair[]): SearchQuestion["triples"] {
  const gains = new Map(pairs.map((pair) => [`${pair.first} ${pair.second}`, pair.gain]));
  const found = new Map<string, Pair & { readonly third: number }>();
  for (let at = 0; at + 2 < places.length; at++) {
    const [first = 0, second = 0, third = 0] = places.slice(at, at + 3);
    const gain = Math.max(gains.get(`${first} ${second}`) ?? 0, gains.get(`${second} ${third}`) ?? 0);
    found.set(`${first} ${second} ${third}`, {
      first,
      second,
      third,
      gain: (gain * MATCH.triple) / MATCH.pair,
    });
  }
  return [...found.values()];
}

function conceptsOf(
  keys: readonly string[],
  places: readonly number[],
  { concepts, lexicon, postings }: Words,
): readonly StandIn[] {
  return concepts.finder.find(keys).map(({ at, length, value }) => {
    const term = lexicon.size + value;
    const gain = MATCH.concept * postings.rarity(term) * length;
    return { term, gain, share: STAND_IN.synonym, words: places.slice(at, at + length) };
  });
}

function readingsOf(
  repaired: Repaired,
  places: readonly number[],
  terms: readonly QuestionTerm[],
  { lexicon, postings }: Words,
): readonly StandIn[] {
  return repaired.alternatives.flatMap(({ at, key, share }) => {
    const id = lexicon.id(key);
    const place = places[at];
    const term = place === undefined ? undefined : terms[place];
    if (term === undefined || place === undefined || postings.spread(id) === 0) {
      return [];
    }
    const part = STAND_IN.reading * share;
    const gain = MATCH.syllable * term.weight * part * postings.rarity(id);
    return [{ term: id, gain, share: part, words: [place] }];
  });
}

function lookalikesOf(terms: readonly QuestionTerm[], { lookalikes, postings }: Words): readonly StandIn[] {
  return terms.flatMap((term, place) => {
    if (term.weight !== WORD.foreign) {
      return [];
    }
    return lookalikes.of(term.key).map(({ id, share }) => {
      const part = STAND_IN.lookalike * share;
      const gain = MATCH.syllable * term.weight * part * postings.rarity(id);
      return { term: id, gain, share: part, words: [place] };
    });
  });
}
