import { accentShare, fold, nfc, syllableKey } from "../../vietnamese/text/normalise.ts";

/** One word, ready to be compared with a word of the safety lists. */
export interface Word {
  readonly text: string;
  readonly folded: string;
  /** Letters with hats and horns, without tone. */
  readonly letters: string;
  /** 0 none, 1–5; hỏi and ngã are one, as many people write one for the other. */
  readonly tone: number;
  readonly marked: boolean;
  /** Typed: accents may just be missing. Listed: may be met by a word without accents. */
  readonly loose: boolean;
}

const TONE = /[1-5]$/u;
/** In a message with at least this share of accented words, a bare word is meant bare: "chi" is not "chị". */
const ACCENTED = 0.55;

export function wordOf(text: string, loose: boolean): Word {
  const key = syllableKey(text);
  const tone = Number(key.match(TONE)?.[0] ?? 0);
  const folded = fold(text);
  return {
    text,
    folded,
    letters: key.replace(TONE, ""),
    tone: tone === 4 ? 3 : tone,
    marked: folded !== text.toLowerCase(),
    loose,
  };
}

/**
 * Does a typed word stand for a listed one? Without accents any letters that fold alike do; with some accents,
 * those that are there must agree: "đọc" is met by "doc", "đoc" and "đọc", not by "độc".
 */
export function stands(typed: Word, listed: Word): boolean {
  if (typed.folded !== listed.folded) {
    return false;
  }
  if (!typed.marked) {
    return !listed.marked || (typed.loose && listed.loose);
  }
  // A tone left out may still be meant, but not where the listed word asks to be typed in full.
  return (
    typed.letters === listed.letters && (typed.tone === listed.tone || (typed.tone === 0 && listed.loose))
  );
}

// Letters of other alphabets that look Latin; used to write words past a filter.
const LOOKS: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  у: "y",
  х: "x",
  і: "i",
  ѕ: "s",
  ԁ: "d",
  ո: "n",
  ν: "v",
  ο: "o",
  α: "a",
  ι: "i",
  ε: "e",
};

/** A short form with two meanings: `means` next to these words, else what the spellings say. All folded. */
export interface Twofold {
  readonly means: readonly string[];
  readonly after: readonly string[];
  readonly before: readonly string[];
  readonly notAfter: readonly string[];
}

/** What the office's short forms stand for. */
export interface Spellings {
  readonly plain: ReadonlyMap<string, readonly string[]>;
  readonly twofold: ReadonlyMap<string, Twofold>;
}

function spelt(typed: readonly string[], at: number, { plain, twofold }: Spellings): readonly string[] {
  const word = typed[at] ?? "";
  const two = twofold.get(word);
  if (two !== undefined) {
    const before = ` ${typed
      .slice(Math.max(0, at - 2), at)
      .map(fold)
      .join(" ")}`;
    const next = `${typed
      .slice(at + 1, at + 4)
      .map(fold)
      .join(" ")} `;
    const stands =
      two.after.some((one) => before.endsWith(` ${one}`)) ||
      two.before.some((one) => next.startsWith(`${one} `));
    if (stands && !two.notAfter.some((one) => before.endsWith(` ${one}`))) {
      return two.means;
    }
  }
  return plain.get(word) ?? [word];
}

/** Words of a text in order: NFKC, invisible characters gone, look-alike letters Latin, office spellings applied. */
export function wordsOf(text: string, spellings: Spellings | null): Word[] {
  const plain = nfc(text.normalize("NFKC"))
    .replace(/\p{M}{3,}/gu, "")
    .replace(/[\u0370-\u04FF\u0500-\u058F]/gu, (char) => LOOKS[char.toLowerCase()] ?? char)
    .replace(/([aeiouyàáảãạ])\1{2,}/giu, "$1");
  const typed = plain.toLowerCase().match(/\p{N}+|\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const words = spellings === null ? typed : typed.flatMap((_, at) => spelt(typed, at, spellings));
  const loose = accentShare(plain) < ACCENTED;
  return words.map((word) => wordOf(word, loose));
}

/** A text as its words, with the places of each. */
export interface Reading {
  readonly words: readonly Word[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

export function readingOf(words: readonly Word[]): Reading {
  const places = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    const known = places.get(word.folded);
    if (known === undefined) {
      places.set(word.folded, [at]);
    } else {
      known.push(at);
    }
  }
  return { words, places };
}
