// A repaired question as terms with weights, ready to be scored.
import { FUNCTION_WORDS, QUESTION_PHRASES } from "../../vietnamese/function-words.ts";
import { searchWords } from "../../vietnamese/tokens.ts";
import type { Concepts } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import { openPhraseFinder } from "./phrases.ts";
import type { Postings } from "./postings.ts";
import { FUNCTION_WORD, MATCH, QUESTION_WORD } from "./weights.ts";

export interface QuestionTerm {
  readonly key: string;
  /** Number in the lexicon; -1 when no passage can hold it. */
  readonly id: number;
  /** 1 for a content word, less for words that ask or join; counts every time it is said. */
  readonly weight: number;
  readonly rarity: number;
  readonly content: boolean;
}

export interface Pair {
  readonly first: number;
  readonly second: number;
  readonly gain: number;
}

export interface ConceptTerm {
  /** Number in the postings. */
  readonly term: number;
  readonly gain: number;
  /** Positions in `terms` of the words that carry it. */
  readonly words: readonly number[];
}

/** `first` and `second` of pairs, gaps and triples are positions in `terms`. */
export interface SearchQuestion {
  readonly terms: readonly QuestionTerm[];
  readonly pairs: readonly Pair[];
  readonly gaps: readonly Pair[];
  readonly triples: readonly (Pair & { readonly third: number })[];
  readonly concepts: readonly ConceptTerm[];
  /** Score of a passage that holds every word once, in this order, close together. */
  readonly ideal: number;
}

const lowWords = openPhraseFinder<number>([
  ...QUESTION_PHRASES.map((phrase) => [searchWords(phrase), QUESTION_WORD] as const),
  ...FUNCTION_WORDS.map((phrase) => [searchWords(phrase), FUNCTION_WORD] as const),
]);

/** Words of a very long text that are searched; the rest is left aside. */
const MOST_TERMS = 160;

export interface Words {
  readonly lexicon: Lexicon;
  readonly postings: Postings;
  readonly concepts: Concepts;
}

export function questionOf(
  allKeys: readonly string[],
  { lexicon, postings, concepts }: Words,
): SearchQuestion {
  const keys = allKeys.slice(0, MOST_TERMS);
  const weights = keys.map(() => 1);
  for (const { at, length, value } of lowWords.find(keys)) {
    weights.fill(value, at, at + length);
  }
  const positions = new Map<string, number>();
  const terms: QuestionTerm[] = [];
  const places = keys.map((key, at) => {
    const known = positions.get(key);
    const weight = weights[at] ?? 1;
    if (known !== undefined) {
      const term = terms[known];
      if (term !== undefined) {
        terms[known] = {
          ...term,
          weight: Math.max(term.weight, weight),
          content: term.content || weight === 1,
        };
      }
      return known;
    }
    const id = lexicon.id(key);
    terms.push({ key, id, weight, rarity: postings.rarity(id), content: weight === 1 });
    positions.set(key, terms.length - 1);
    return terms.length - 1;
  });
  const pairs = pairsOf(places, terms, 1, MATCH.pair, { lexicon, postings, concepts });
  const gaps = pairsOf(places, terms, 2, MATCH.gap, { lexicon, postings, concepts });
  const triples = triplesOf(places, pairs);
  const sum = (list: readonly { readonly gain: number }[]): number =>
    list.reduce((total, { gain }) => total + gain, 0);
  const alone = terms.reduce((total, term) => total + MATCH.syllable * term.weight * term.rarity, 0);
  return {
    terms,
    pairs,
    gaps,
    triples,
    concepts: conceptsOf(keys, places, concepts, lexicon, postings),
    ideal: alone + sum(pairs) + sum(gaps) + sum(triples),
  };
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
    if (one === undefined || other === undefined) {
      continue;
    }
    const spread = one.id < 0 || other.id < 0 ? 0 : lexicon.pairs.documents(one.id, other.id);
    const weight = Math.min(one.weight, other.weight);
    found.set(`${first} ${second}`, { first, second, gain: worth * weight * rarityOfPair(spread, postings) });
  }
  return [...found.values()];
}

const rarityOfPair = (spread: number, postings: Postings): number =>
  Math.log(1 + (postings.documents - spread + 0.5) / (spread + 0.5));

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
  concepts: Concepts,
  lexicon: Lexicon,
  postings: Postings,
): readonly ConceptTerm[] {
  return concepts.finder.find(keys).map(({ at, length, value }) => {
    const term = lexicon.size + value;
    return {
      term,
      gain: MATCH.concept * postings.rarity(term) * length,
      words: places.slice(at, at + length),
    };
  });
}
