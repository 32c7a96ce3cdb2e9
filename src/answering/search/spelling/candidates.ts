// What one typed word may have been meant as, each with a cost.

import { type Marks, marksOf } from "../../../vietnamese/text/marks.ts";
import { fold, syllableKey } from "../../../vietnamese/text/normalise.ts";
import { isWholeSyllable } from "../../../vietnamese/text/syllable.ts";
import { keystrokeReadings, teencodeReadings } from "../../../vietnamese/text/typing.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { accentCost, type Change, type ErrorModel, type SpellingCandidate } from "./error-model.ts";
import { splits } from "./glued-words.ts";

/** The longer a string that nobody knows, the less likely it is a word. */
const UNKNOWN = 2;
const UNKNOWN_LETTER = 0.7;
/** Minus the logarithm of the chance of a well-formed syllable that no paper holds. */
const WELL_FORMED = 9;
/** Letters that need only their accents are seldom a slip of other letters. */
const KNOWN_LETTERS = 4;
/** Other marks on a well-formed syllable that no paper holds. */
const FORMED_MARKS = 1.5;
/** Marks left out of a word that is whole without them, in a message that keeps its marks. */
const TYPED_BARE = 2;
/** Minus the logarithm of the chance of a name that no paper holds. */
const NAMED = 10;
const FORMED_LETTERS = 0.5;
/** Typing one accented word for another that exists. */
const MEANT_SO = 4;
/** Shorter words are within one slip of everything. */
const SHORTEST_SLIP = 3;
const SHORT_SLIP = 0.5;
const KEYSTROKES = 0.7;
const TEEN_LETTER = 2.2;
/** A long o, as in "moóc", is rather ô in Telex where no paper has the word. */
const DOUBLED = /oo/u;
const MOST_READINGS = 14;
/** Longer strings are no slip of anything. */
const LONGEST = 24;

/** How a word stands in its message. */
export interface Standing {
  /** A capital that no sentence begins with, in a message that is not all capitals: a name or an abbreviation. */
  readonly named: boolean;
  /** Whether a known word makes a known pair with the words typed beside this one. */
  readonly fits: (id: number) => boolean;
}

/** A typed word, and what is known of it. */
interface Typed {
  readonly word: string;
  readonly folded: string;
  readonly marks: Marks;
  readonly marked: boolean;
  /** Its number, -1 when no paper holds it. */
  readonly own: number;
}

/** All readings of one typed word, cheapest first (the chance of the word by itself included), a bounded number. */
export function candidatesOf(
  word: string,
  standing: Standing,
  channel: ErrorModel,
): readonly SpellingCandidate[] {
  const { lexicon } = channel;
  const key = syllableKey(word);
  const marks = marksOf(key);
  // "hoc5" is the key of "học", but as typed it is VNI for it.
  const coded = /\d/u.test(word) && lexicon.surface(lexicon.id(key)) !== word.toLowerCase();
  const own = coded ? -1 : lexicon.id(key);
  const marked = marks.tone > 0 || marks.letters !== "";
  const typed: Typed = { word, folded: fold(word), marks, marked, own };
  const whole = isWholeSyllable(word) && !(own < 0 && DOUBLED.test(word));
  const found =
    whole && marked
      ? markedReadings(typed, standing, channel)
      : bareReadings(typed, whole, standing, channel);
  return cheapest(found, lexicon);
}

const kept = ({ word, own }: Typed, whole: boolean, lexicon: Lexicon): SpellingCandidate => ({
  ids: [own],
  cost: own < 0 ? keptCost(word, whole, lexicon) : 0,
  why: null,
});

/** A whole syllable with marks: read as typed, or with marks that are easily missed. Other readings are only searched for. */
function markedReadings(typed: Typed, standing: Standing, channel: ErrorModel): readonly SpellingCandidate[] {
  const { own } = typed;
  const alikes = otherMarks(typed, channel);
  const read = remarked(alikes, typed, standing, channel);
  const otherLetters = alikes.length > 0 ? KNOWN_LETTERS : FORMED_LETTERS;
  const aside = [
    ...alikes.filter((reading) => !read.includes(reading)),
    ...(own < 0 ? dearer(otherWords(typed, standing, channel), otherLetters) : []),
  ].map((reading) => ({ ...reading, aside: true as const }));
  const more = dearer([...read, ...aside], own < 0 ? FORMED_MARKS : MEANT_SO);
  return [kept(typed, true, channel.lexicon), ...more];
}

/** A word without marks, or one that cannot be a syllable as it stands. */
function bareReadings(
  typed: Typed,
  whole: boolean,
  standing: Standing,
  channel: ErrorModel,
): readonly SpellingCandidate[] {
  const stays = whole && channel.marksKept;
  const asTyped = kept(typed, stays, channel.lexicon);
  const alikes = dearer(otherMarks(typed, channel), stays ? TYPED_BARE : 0);
  if (typed.own >= 0 || stays) {
    return [asTyped, ...alikes];
  }
  const otherLetters = alikes.length > 0 ? KNOWN_LETTERS : 0;
  return [asTyped, ...alikes, ...dearer(otherWords(typed, standing, channel), otherLetters)];
}

/** Known words with the same letters. */
const otherMarks = ({ folded, marks, own }: Typed, channel: ErrorModel): readonly SpellingCandidate[] =>
  alike(channel, folded, marks, 0, "accents").filter(({ ids }) => ids[0] !== own);

const otherWords = (typed: Typed, standing: Standing, channel: ErrorModel): readonly SpellingCandidate[] =>
  typed.word.length > LONGEST ? splits(typed.word, channel) : unknownReadings(typed, standing, channel);

/**
 * Accents that were typed count. What may still have been meant: hỏi for ngã, which half the country does not tell
 * apart, where it fits its neighbours; and further marks where others were left out.
 */
function remarked(
  alikes: readonly SpellingCandidate[],
  { marks: typed }: Typed,
  { fits }: Standing,
  { lexicon, marksLost }: ErrorModel,
): readonly SpellingCandidate[] {
  return alikes.filter(({ ids: [id = -1] }) => {
    const meant = lexicon.marks(id);
    const twins =
      typed.letters === meant.letters &&
      Math.min(typed.tone, meant.tone) === 3 &&
      Math.max(typed.tone, meant.tone) === 4;
    const fewer =
      marksLost && typed.tone === 0 && [...typed.letters].every((letter) => meant.letters.includes(letter));
    return (twins || fewer) && fits(id);
  });
}

/** Known words with these letters, whatever their accents. */
function alike(
  channel: ErrorModel,
  folded: string,
  typed: Marks,
  base: number,
  why: Change,
): SpellingCandidate[] {
  const { lexicon, bareCost } = channel;
  return lexicon
    .foldedAlike(folded)
    .map((id) => ({ ids: [id], cost: base + accentCost(typed, lexicon.marks(id), bareCost), why }));
}

const dearer = (readings: readonly SpellingCandidate[], by: number): readonly SpellingCandidate[] =>
  readings.map((reading) => ({ ...reading, cost: reading.cost + by }));

/**
 * What it costs to leave a word that no paper holds. A well-formed syllable, or a name or abbreviation in capitals, is
 * rather a word the papers lack than a slip: it counts as a word of middling rarity.
 */
function keptCost(word: string, formed: boolean, lexicon: Lexicon): number {
  const named = /^\p{Lu}/u.test(word);
  const chance = formed ? WELL_FORMED : NAMED;
  return formed || named ? chance + lexicon.logChance(-1, -1) : UNKNOWN + UNKNOWN_LETTER * word.length;
}

function unknownReadings(
  { word, folded, marks, marked }: Typed,
  { named }: Standing,
  channel: ErrorModel,
): readonly SpellingCandidate[] {
  const found: SpellingCandidate[] = [];
  const { lexicon } = channel;
  const foreign = named && !marked;
  for (const key of keystrokeReadings(word)) {
    const meant = marksOf(key);
    const bare = fold(key.replace(/(?<=\p{L})[1-5]$/u, ""));
    found.push(
      ...alike(channel, bare, meant, KEYSTROKES, "keystrokes").filter(({ ids: [id = -1] }) =>
        keyed(meant, lexicon.marks(id), bare),
      ),
    );
  }
  for (const key of teencodeReadings(word)) {
    found.push(
      ...alike(channel, fold(key.replace(/(?<=\p{L})[1-5]$/u, "")), marksOf(key), TEEN_LETTER, "teencode"),
    );
  }
  if (!/[aeiouy]/u.test(folded) || folded.length < SHORTEST_SLIP || !/^\p{L}+$/u.test(folded)) {
    // What has no vowel was shortened, not mistyped: the vocabulary knows it or nobody does.
    return found;
  }
  for (const near of channel.neighbours.near(folded)) {
    const short = folded.length === SHORTEST_SLIP && !marked ? SHORT_SLIP : 0;
    found.push(
      ...alike(channel, near.folded, marks, near.cost + short, "slip").filter(
        ({ ids: [id = -1] }) => !foreign || !lexicon.isVietnamese(id),
      ),
    );
  }
  return foreign ? found : [...found, ...splits(word, channel)];
}

/** Whoever types tones as keys types the right tone; of a very short word also the rest. */
function keyed(typed: Marks, meant: Marks, bare: string): boolean {
  const tones =
    typed.tone === meant.tone || (typed.tone > 2 && meant.tone > 2 && typed.tone < 5 && meant.tone < 5);
  return tones && (bare.length > 3 || typed.letters === meant.letters);
}

function cheapest(readings: readonly SpellingCandidate[], lexicon: Lexicon): readonly SpellingCandidate[] {
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
