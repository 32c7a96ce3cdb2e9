// What one typed word may have been meant as, each with a cost.
import { fold, syllableKey } from "../../vietnamese/fold.ts";
import { type Marks, marksOf } from "../../vietnamese/marks.ts";
import { isVietnameseSyllable } from "../../vietnamese/syllable.ts";
import { keystrokeReadings, teencodeReadings } from "../../vietnamese/typing.ts";
import { accentCost, type Change, type Channel, type Reading } from "./channel.ts";
import type { Lexicon } from "./lexicon.ts";
import { splits } from "./splits.ts";

/** The longer a string that nobody knows, the less likely it is a word. */
const UNKNOWN = 2;
const UNKNOWN_LETTER = 0.7;
/** Minus the logarithm of the chance of a well-formed syllable that no paper holds. */
const WELL_FORMED = 9;
/** Letters that need only their accents are seldom a slip of other letters. */
const KNOWN_LETTERS = 4;
/** Other marks on a well-formed syllable that no paper holds. */
const FORMED_MARKS = 1.5;
const FORMED_LETTERS = 2;
/** A `bareCost` above this says that the question's marks are all there. */
const MARKS_KEPT = 2;
/** Minus the logarithm of the chance of a name that no paper holds. */
const NAMED = 10;
/** Typing one accented word for another that exists. */
const MEANT_SO = 4;
/** A word without vowels was shortened rather than mistyped. */
const NO_VOWEL = 1.5;
const KEYSTROKES = 0.7;
const TEEN_LETTER = 2.2;
const MOST_READINGS = 14;
/** Longer strings are no slip of anything. */
const LONGEST = 24;

/** All readings of one typed word, cheapest first (the chance of the word by itself included), a bounded number. */
export function readingsOf(word: string, channel: Channel): readonly Reading[] {
  const { lexicon } = channel;
  const key = syllableKey(word);
  // "hoc5" is the key of "học", but as typed it is VNI for it.
  const own =
    /\d/u.test(word) && lexicon.surface(lexicon.id(key)) !== word.toLowerCase() ? -1 : lexicon.id(key);
  const folded = fold(word);
  const marks = marksOf(key);
  const found = alike(channel, folded, marks, 0, "accents").map((reading) =>
    reading.ids[0] === own ? { ...reading, cost: 0, why: null } : reading,
  );
  if (own < 0) {
    const formed = isWellFormed(word, marks, found.length > 0, channel);
    const otherLetters = found.length > 0 ? KNOWN_LETTERS : FORMED_LETTERS * Number(formed);
    const others =
      word.length > LONGEST ? splits(word, channel) : unknownReadings(word, folded, marks, channel);
    return cheapest(
      [
        { ids: [-1], cost: keptCost(word, formed, lexicon), why: null },
        ...dearer(found, formed ? FORMED_MARKS : 0),
        ...dearer(others, otherLetters),
      ],
      lexicon,
    );
  }
  if (folded !== word.toLowerCase()) {
    // Accents that were typed count: other words with these letters need strong neighbours.
    return found.flatMap((reading) => (reading.ids[0] === own ? [reading] : dearer([reading], MEANT_SO)));
  }
  return cheapest(found, lexicon);
}

/** Known words with these letters, whatever their accents. */
function alike(channel: Channel, folded: string, typed: Marks, base: number, why: Change): Reading[] {
  const { lexicon, bareCost } = channel;
  return lexicon
    .foldedAlike(folded)
    .map((id) => ({ ids: [id], cost: base + accentCost(typed, lexicon.marks(id), bareCost), why }));
}

const dearer = (readings: readonly Reading[], by: number): readonly Reading[] =>
  readings.map((reading) => ({ ...reading, cost: reading.cost + by }));

/** A syllable that can be Vietnamese as typed: marked, or unmarked where marks are kept and no known word has its letters. */
function isWellFormed(word: string, marks: Marks, lettersKnown: boolean, channel: Channel): boolean {
  const marked = marks.tone > 0 || marks.letters !== "";
  return (marked || (!lettersKnown && channel.bareCost > MARKS_KEPT)) && isVietnameseSyllable(word);
}

/**
 * What it costs to leave a word that no paper holds. A well-formed syllable, or a name or abbreviation in capitals, is
 * rather a word the papers lack than a slip: it counts as a word of middling rarity.
 */
function keptCost(word: string, formed: boolean, lexicon: Lexicon): number {
  const named = /^\p{Lu}/u.test(word);
  const chance = formed ? WELL_FORMED : NAMED;
  return formed || named ? chance + lexicon.logChance(-1, -1) : UNKNOWN + UNKNOWN_LETTER * word.length;
}

function unknownReadings(word: string, folded: string, marks: Marks, channel: Channel): readonly Reading[] {
  const found: Reading[] = [];
  const decoded = (keys: readonly string[], base: number, why: Change): void => {
    for (const key of keys) {
      found.push(...alike(channel, fold(key.replace(/(?<=\p{L})[1-5]$/u, "")), marksOf(key), base, why));
    }
  };
  decoded(keystrokeReadings(word), KEYSTROKES, "keystrokes");
  decoded(teencodeReadings(word), TEEN_LETTER, "teencode");
  const shortened = /[aeiouy]/u.test(folded) ? 0 : NO_VOWEL;
  for (const near of channel.neighbours.near(folded)) {
    found.push(...alike(channel, near.folded, marks, near.cost + shortened, "slip"));
  }
  return [...found, ...splits(word, channel)];
}

function cheapest(readings: readonly Reading[], lexicon: Lexicon): readonly Reading[] {
  return readings
    .map((reading) => ({ reading, rank: reading.cost - chanceAlone(reading.ids, lexicon) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_READINGS)
    .map(({ reading }) => reading);
}

function chanceAlone(ids: readonly number[], lexicon: Lexicon): number {
  let sum = 0;
  for (const [at, id] of ids.entries()) {
    sum += lexicon.logChance(at === 0 ? -1 : (ids[at - 1] ?? -1), id);
  }
  return sum;
}
