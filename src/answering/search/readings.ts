// What one typed word may have been meant as, each with a cost: the channel of the noisy-channel model.
import { fold, syllableKey } from "../../vietnamese/fold.ts";
import { isPlainSyllable } from "../../vietnamese/syllable.ts";
import { keystrokeReadings, teencodeReadings } from "../../vietnamese/typing.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Neighbours } from "./neighbours.ts";

export type Change =
  | "accents"
  | "keystrokes"
  | "teencode"
  | "slip"
  | "split"
  | "abbreviation"
  | "dialect"
  | "name";

export interface Reading {
  /** Numbers of the words meant; -1 for a word that is kept although nobody knows it. */
  readonly ids: readonly number[];
  /** Minus the natural logarithm of the chance that this was typed so. */
  readonly cost: number;
  readonly why: Change | null;
}

export interface Channel {
  readonly lexicon: Lexicon;
  readonly neighbours: Neighbours;
  /** Minus log of the chance that an accented word was typed without accents. */
  readonly bareCost: number;
}

const UNKNOWN = 6;
const KNOWN_LETTERS = 4;
/** Typing one accented word for another that exists. */
const MEANT_SO = 4;
/** A word without vowels was shortened rather than mistyped. */
const NO_VOWEL = 1.5;
const KEYSTROKES = 0.7;
const TEEN_LETTER = 2.2;
const SPLIT = 4;
const PART_MARK_MISSING = 1.6;
const MARK_EXTRA = 3;
const TONE_WRONG = 2.6;
const HOI_NGA = 1;

interface Marks {
  readonly tone: number;
  readonly letters: readonly string[];
}

function marksOf(key: string): Marks {
  return { tone: Number(/(?<=\p{L})[1-5]$/u.exec(key)?.[0] ?? 0), letters: key.match(/[ăâêôơưđ]/gu) ?? [] };
}

/** How unlikely it is to type these marks when those were meant. */
export function accentCost(typedKey: string, meantKey: string, bareCost: number): number {
  const typed = marksOf(typedKey);
  const meant = marksOf(meantKey);
  const missing = meant.letters.filter((letter) => !typed.letters.includes(letter)).length;
  if (typed.tone === 0 && typed.letters.length === 0) {
    return meant.tone === 0 && missing === 0 ? 0 : bareCost;
  }
  const extra = typed.letters.filter((letter) => !meant.letters.includes(letter)).length;
  return toneCost(typed.tone, meant.tone) + missing * PART_MARK_MISSING + extra * MARK_EXTRA;
}

function toneCost(typed: number, meant: number): number {
  if (typed === meant) {
    return 0;
  }
  if (typed === 0) {
    return PART_MARK_MISSING;
  }
  const confused = (typed === 3 && meant === 4) || (typed === 4 && meant === 3);
  return confused ? HOI_NGA : TONE_WRONG;
}

/** Words with these letters, whatever their accents. */
function alike(
  channel: Channel,
  folded: string,
  typedKey: string,
  base: number,
  why: Change,
): readonly Reading[] {
  return channel.lexicon.foldedAlike(folded).map((id) => {
    const cost = base + accentCost(typedKey, channel.lexicon.key(id), channel.bareCost);
    return { ids: [id], cost, why: channel.lexicon.key(id) === typedKey && base === 0 ? null : why };
  });
}

/** A decoded key: as such when it is known and, when it carries no marks of its own, with accents put back. */
function decoded(channel: Channel, key: string, base: number, why: Change): readonly Reading[] {
  const folded = fold(key.replace(/(?<=\p{L})[1-5]$/u, ""));
  return alike(channel, folded, key, base, why);
}

/** Words that were typed without a blank between them, at most four. */
function splits(channel: Channel, word: string): readonly Reading[] {
  const { lexicon, bareCost } = channel;
  type Half = { readonly ids: readonly number[]; readonly cost: number };
  const best: (readonly Half[])[] = [[{ ids: [], cost: 0 }]];
  for (let end = 1; end <= word.length; end++) {
    const ways: Half[] = [];
    for (let start = Math.max(0, end - LONGEST_PART); start < end; start++) {
      const part = word.slice(start, end);
      const options = best[start] ?? [];
      // A foreign word or name may be glued on too, when it is long enough not to be met by chance.
      if (options.length === 0 || !(isPlainSyllable(part) || part.length >= 5)) {
        continue;
      }
      const typedKey = syllableKey(part);
      const meant = lexicon
        .foldedAlike(fold(part))
        .filter((id) => lexicon.isVietnamese(id) || part.length >= 5)
        .map((id) => ({
          id,
          cost: accentCost(typedKey, lexicon.key(id), bareCost) - lexicon.logChance(-1, id),
        }))
        .sort((a, b) => a.cost - b.cost)
        .slice(0, 6);
      for (const half of options) {
        for (const { id } of meant) {
          const last = half.ids.at(-1) ?? -1;
          const marks = accentCost(typedKey, lexicon.key(id), bareCost);
          ways.push({ ids: [...half.ids, id], cost: half.cost + marks - lexicon.logChance(last, id) });
        }
      }
    }
    best.push(ways.sort((a, b) => a.cost - b.cost).slice(0, 8));
  }
  return (best[word.length] ?? [])
    .filter((way) => way.ids.length > 1 && way.ids.length <= MOST_PARTS)
    .slice(0, 4)
    .map(({ ids }) => ({ ids, cost: SPLIT + splitCost(channel, word, ids), why: "split" as const }));
}

const MOST_PARTS = 6;
const LONGEST_PART = 12;

function splitCost(channel: Channel, word: string, ids: readonly number[]): number {
  let at = 0;
  let cost = 0.5 * (ids.length - 2);
  for (const id of ids) {
    const length = channel.lexicon.surface(id).normalize("NFC").length;
    cost += accentCost(syllableKey(word.slice(at, at + length)), channel.lexicon.key(id), channel.bareCost);
    at += length;
  }
  return cost;
}

const MOST_READINGS = 14;

/** All readings of one typed word, cheapest first (the chance of the word by itself included), a bounded number. */
export function readingsOf(word: string, channel: Channel): readonly Reading[] {
  const { lexicon } = channel;
  const key = syllableKey(word);
  // "hoc5" is the key of "học", but as typed it is VNI for it.
  const own =
    /\d/u.test(word) && lexicon.surface(lexicon.id(key)) !== word.toLowerCase() ? -1 : lexicon.id(key);
  const folded = fold(word);
  const found: Reading[] = [...alike(channel, folded, key, 0, "accents")];
  if (own < 0) {
    // Letters that need only their accents are seldom a slip of other letters.
    const base = found.length > 0 ? KNOWN_LETTERS : 0;
    const others = unknownReadings(word, key, folded, channel);
    found.push({ ids: [-1], cost: UNKNOWN, why: null });
    found.push(...others.map((reading) => ({ ...reading, cost: reading.cost + base })));
  } else if (folded !== word.toLowerCase()) {
    // Accents that were typed count: other words with these letters need strong neighbours.
    return found.map((reading) =>
      reading.cost === 0 ? reading : { ...reading, cost: reading.cost + MEANT_SO },
    );
  }
  return cheapest(found, lexicon);
}

function unknownReadings(word: string, key: string, folded: string, channel: Channel): readonly Reading[] {
  const found: Reading[] = [];
  for (const reading of keystrokeReadings(word)) {
    found.push(...decoded(channel, reading, KEYSTROKES, "keystrokes"));
  }
  for (const reading of teencodeReadings(word)) {
    found.push(...decoded(channel, reading, TEEN_LETTER, "teencode"));
  }
  const shortened = /[aeiouy]/u.test(folded) ? 0 : NO_VOWEL;
  for (const near of channel.neighbours.near(folded)) {
    found.push(...alike(channel, near.folded, key, near.cost + shortened, "slip"));
  }
  if (folded.length >= 4) {
    found.push(...splits(channel, word.toLowerCase()));
  }
  return found;
}

function cheapest(readings: readonly Reading[], lexicon: Lexicon): readonly Reading[] {
  return readings
    .map((reading) => ({ reading, rank: reading.cost - aloneChance(reading.ids, lexicon) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_READINGS)
    .map(({ reading }) => reading);
}

function aloneChance(ids: readonly number[], lexicon: Lexicon): number {
  let sum = 0;
  for (const [at, id] of ids.entries()) {
    sum += lexicon.logChance(at === 0 ? -1 : (ids[at - 1] ?? -1), id);
  }
  return sum;
}
