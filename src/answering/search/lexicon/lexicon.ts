// Every word of the indexed texts: what the repair may choose from, and how often words stand beside each other.

import { type Marks, marksOf } from "../../../vietnamese/text/marks.ts";
import { fold } from "../../../vietnamese/text/normalise.ts";
import { isVietnameseSyllable } from "../../../vietnamese/text/syllable.ts";
import { searchKeys, type Token, tokenize } from "../../../vietnamese/text/tokens.ts";
import { openPairCounts, type PairCounts } from "./bigrams.ts";

export interface Lexicon {
  readonly size: number;
  /** Number of a word by its syllable key, -1 when unknown. */
  id(key: string): number;
  key(id: number): string;
  /** How the word is mostly written, in lower case. */
  surface(id: number): string;
  /** Words that are the same without accents. */
  foldedAlike(folded: string): readonly number[];
  marks(id: number): Marks;
  /** Whether the word can be Vietnamese (else it is a name, a foreign word or a code). */
  isVietnamese(id: number): boolean;
  /** Every different spelling without accents. */
  folds(): Iterable<string>;
  /** Natural logarithm of the chance of `next` after `previous` (-1: at the start). */
  logChance(previous: number, next: number): number;
  readonly pairs: PairCounts;
}

export interface LexiconBuilder {
  /** Numbers of a text's words in order; `document` as in `PairCounts.add`. */
  add(text: string, document: number, times?: number): readonly number[];
  finish(): Lexicon;
}

interface Word {
  readonly key: string;
  surface: string;
  count: number;
  readonly marks: Marks;
  readonly vietnamese: boolean;
}

export function buildLexicon(): LexiconBuilder {
  const ids = new Map<string, number>();
  const words: Word[] = [];
  const pairs = openPairCounts();
  let total = 0;

  const enter = (key: string, surface: string, times: number): number => {
    let id = ids.get(key);
    if (id === undefined) {
      id = words.length;
      ids.set(key, id);
      words.push({ key, surface, count: 0, marks: marksOf(key), vietnamese: isVietnameseSyllable(surface) });
    }
    const word = words[id];
    if (word !== undefined) {
      word.count += times;
    }
    total += times;
    return id;
  };

  return {
    add(text, document, times = 1) {
      const found: number[] = [];
      for (const token of tokenize(text)) {
        for (const key of searchKeys(token)) {
          found.push(enter(key, surfaceOf(token, key), times));
        }
      }
      for (let i = 1; i < found.length; i++) {
        pairs.add(found[i - 1] ?? 0, found[i] ?? 0, document, times);
      }
      return found;
    },
    finish: () => finish(ids, words, pairs, total),
  };
}

const surfaceOf = (token: Token, key: string): string =>
  token.kind === "word" ? token.text.toLowerCase() : key;

const NO_MARKS: Marks = { tone: 0, letters: "" };

/** Share of the chance that comes from the pair; the rest from the word alone. */
const PAIR_SHARE = 0.6;

function finish(
  ids: ReadonlyMap<string, number>,
  words: readonly Word[],
  pairs: PairCounts,
  total: number,
): Lexicon {
  const alike = new Map<string, number[]>();
  words.forEach((word, id) => {
    const folded = fold(word.surface);
    const group = alike.get(folded);
    if (group === undefined) {
      alike.set(folded, [id]);
    } else {
      group.push(id);
    }
  });
  const counts = Float64Array.from(words, (word) => word.count);
  const smoothed = total + 0.5 * words.length;
  return {
    size: words.length,
    id: (key) => ids.get(key) ?? -1,
    key: (id) => words[id]?.key ?? "",
    surface: (id) => words[id]?.surface ?? "",
    foldedAlike: (folded) => alike.get(folded) ?? [],
    marks: (id) => words[id]?.marks ?? NO_MARKS,
    isVietnamese: (id) => words[id]?.vietnamese ?? false,
    folds: () => alike.keys(),
    logChance(previous, next) {
      const alone = ((counts[next] ?? 0) + 0.5) / smoothed;
      const before = counts[previous] ?? 0;
      if (previous < 0 || before === 0) {
        return Math.log(alone);
      }
      // The fewer times a word was seen, the less its neighbours tell.
      const trust = (PAIR_SHARE * before) / (before + 2);
      return Math.log(trust * (pairs.count(previous, next) / before) + (1 - trust) * alone);
    },
    pairs,
  };
}
