// Foreign words and names that look alike: "Maastrich" and "Maastricht", "panther" and "panthers".
import { fold } from "../../../vietnamese/text/normalise.ts";
import type { Lexicon } from "./lexicon.ts";

export interface Lookalikes {
  /** Known words that look like this one, itself left out; share from 0 to 1. */
  of(word: string): readonly { readonly id: number; readonly share: number }[];
}

const SHORTEST = 4;
const LEAST_ALIKE = 0.5;
const MOST = 3;

function trigrams(word: string): ReadonlySet<string> {
  const padded = `^${word}$`;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

export function openLookalikes(lexicon: Lexicon): Lookalikes {
  const holders = new Map<string, number[]>();
  const sizes = new Map<number, number>();
  for (let id = 0; id < lexicon.size; id++) {
    const word = fold(lexicon.surface(id));
    if (!lexicon.isVietnamese(id) && word.length >= SHORTEST && /^\p{L}+$/u.test(word)) {
      const grams = trigrams(word);
      sizes.set(id, grams.size);
      for (const gram of grams) {
        const list = holders.get(gram);
        if (list === undefined) {
          holders.set(gram, [id]);
        } else {
          list.push(id);
        }
      }
    }
  }
  return {
    of(word) {
      const folded = fold(word);
      if (folded.length < SHORTEST) {
        return [];
      }
      const grams = trigrams(folded);
      const common = new Map<number, number>();
      for (const gram of grams) {
        for (const id of holders.get(gram) ?? []) {
          common.set(id, (common.get(id) ?? 0) + 1);
        }
      }
      return Array.from(common, ([id, count]) => ({
        id,
        share: (2 * count) / (grams.size + (sizes.get(id) ?? 0)),
      }))
        .filter(({ id, share }) => share >= LEAST_ALIKE && fold(lexicon.surface(id)) !== folded)
        .sort((a, b) => b.share - a.share)
        .slice(0, MOST);
    },
  };
}
