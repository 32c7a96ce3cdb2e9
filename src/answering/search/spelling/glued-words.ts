// Words typed without a blank between them: "khongcodau", "đầutại", "họcParis".

import { marksOf } from "../../../vietnamese/text/marks.ts";
import { fold, syllableKey } from "../../../vietnamese/text/normalise.ts";
import { isPlainSyllable } from "../../../vietnamese/text/syllable.ts";
import { accentCost, type ErrorModel, type SpellingCandidate } from "./error-model.ts";

interface Way {
  readonly ids: readonly number[];
  /** What the typing costs, and that with the chance of the words. */
  readonly typing: number;
  readonly whole: number;
}

const SPLIT = 3;
const EACH_FURTHER = 0.5;
const MOST_PARTS = 6;
const MOST_WAYS = 8;
const MOST_MEANINGS = 6;
const LONGEST = 40;
const LONGEST_PART = 12;
/** A foreign word or name may be glued on too, when it is too long to be met by chance. */
const SHORTEST_FOREIGN = 5;

/** The likeliest ways to cut a word into known ones, at most four. */
export function splits(typed: string, channel: ErrorModel): readonly SpellingCandidate[] {
  const word = typed.toLowerCase();
  if (word.length < 4 || word.length > LONGEST) {
    return [];
  }
  const best: (readonly Way[])[] = [[{ ids: [], typing: SPLIT - 2 * EACH_FURTHER, whole: 0 }]];
  for (let end = 1; end <= word.length; end++) {
    const ways: Way[] = [];
    for (let start = Math.max(0, end - LONGEST_PART); start < end; start++) {
      ways.push(...extended(best[start] ?? [], word.slice(start, end), channel));
    }
    best.push(ways.sort((a, b) => a.whole - b.whole).slice(0, MOST_WAYS));
  }
  return (best[word.length] ?? [])
    .filter(({ ids }) => ids.length > 1)
    .slice(0, 4)
    .map(({ ids, typing }) => ({ ids, cost: typing, why: "split" as const }));
}

function extended(ways: readonly Way[], part: string, { lexicon, bareCost }: ErrorModel): readonly Way[] {
  const long = part.length >= SHORTEST_FOREIGN;
  if (ways.length === 0 || !(long || isPlainSyllable(part))) {
    return [];
  }
  const marks = marksOf(syllableKey(part));
  const meanings = lexicon
    .foldedAlike(fold(part))
    .filter((id) => long || lexicon.isVietnamese(id))
    .map((id) => ({ id, cost: accentCost(marks, lexicon.marks(id), bareCost) + EACH_FURTHER }))
    .sort((a, b) => a.cost - lexicon.logChance(-1, a.id) - b.cost + lexicon.logChance(-1, b.id))
    .slice(0, MOST_MEANINGS);
  return ways
    .filter(({ ids }) => ids.length < MOST_PARTS)
    .flatMap(({ ids, typing, whole }) =>
      meanings.map(({ id, cost }) => ({
        ids: [...ids, id],
        typing: typing + cost,
        whole: whole + cost - lexicon.logChance(ids.at(-1) ?? -1, id),
      })),
    );
}
