// What can be a Vietnamese syllable at all: onset + rime, with the spelling rules that tie them together.
import { fold, nfc, syllableKey } from "./normalise.ts";

const words = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== "");

const ONSETS = words("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");

const RIMES = new Set(
  words(`a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
    op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uơ uôc uôi uôm uôn uông uôt
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu`),
);

const AFTER_QU = new Set(
  words(`a ac ach ai am an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eo et ê êch ên ênh êt
    i it inh y ych yên yêt ynh yt ơ ôc u`),
);

/** The glide after k is written "qu": "quả", never "coả". */
const GLIDE = /^(?:o[aăe]|u[âêy]|uơ$)/u;
/** Only these may stand before e, ê, i, y. */
const FRONT_ONLY = new Set(["k", "gh", "ngh"]);
const BACK_ONLY = new Set(["c", "g", "ng"]);
const FRONT_VOWEL = /^[eêiy]/u;
const STOPPED = /(?:c|ch|p|t)$/u;
/** Sắc and nặng as numbered by `syllableKey`. */
const STOPPED_TONES = new Set([2, 5]);

function fits(onset: string, rime: string): boolean {
  if (onset === "qu") {
    return AFTER_QU.has(rime);
  }
  // "yêu" and its like begin with their y; elsewhere the sound is written "iê".
  if (!RIMES.has(rime) || (onset !== "" && rime.startsWith("yê"))) {
    return false;
  }
  const front = FRONT_VOWEL.test(rime);
  if (FRONT_ONLY.has(onset)) {
    return front;
  }
  if (onset === "g") {
    // "gì", "giết", "giếng": the i of the onset is the i of the rime.
    return !front || rime.startsWith("i");
  }
  if (BACK_ONLY.has(onset)) {
    return !front && !(onset === "c" && GLIDE.test(rime));
  }
  return onset !== "gi" || !rime.startsWith("i");
}

function legalLetters(letters: string): boolean {
  return (
    fits("", letters) ||
    ONSETS.some((onset) => letters.startsWith(onset) && fits(onset, letters.slice(onset.length)))
  );
}

const plainSyllables: ReadonlySet<string> = new Set(
  [...ONSETS, ""].flatMap((onset) =>
    [...RIMES, ...AFTER_QU].filter((rime) => fits(onset, rime)).map((rime) => fold(onset + rime)),
  ),
);

/** Whether a word can be a Vietnamese syllable as written: "nghiêng" can, "ngieng" and "strong" cannot. */
export function isVietnameseSyllable(word: string): boolean {
  const key = syllableKey(word);
  const tone = Number(/\d$/u.exec(key)?.[0] ?? 0);
  const letters = tone === 0 ? key : key.slice(0, -1);
  if (!/^\p{L}{1,7}$/u.test(letters)) {
    return false;
  }
  return legalLetters(letters) && (!STOPPED.test(letters) || tone === 0 || STOPPED_TONES.has(tone));
}

/** Whether nothing is missing from a syllable: one that ends in c, ch, p or t has sắc or nặng. */
export function isWholeSyllable(word: string): boolean {
  return isVietnameseSyllable(word) && (/\d$/u.test(syllableKey(word)) || !STOPPED.test(fold(word)));
}

/** Whether a word without accents could be one once its accents are put back: "duong" could, "qwe" could not. */
export function isPlainSyllable(word: string): boolean {
  return plainSyllables.has(fold(word));
}

/** Whether a word without accents can be Vietnamese only once they are put back: "duoc" and "hoc", but not "dan". */
export function lacksMarks(word: string): boolean {
  const plain = word.toLowerCase();
  return fold(plain) === plain && isPlainSyllable(plain) && !isWholeSyllable(plain);
}

/**
 * Share of a text's words that can be Vietnamese, from 0 to 1; 0 for a text without words. Abbreviations in capitals and
 * words with digits are left aside. Good Vietnamese text is above 0.9; text read through a wrong font is far below.
 */
export function plausibleShare(text: string): number {
  const all = nfc(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const judged = all.filter((word) => !/\p{N}/u.test(word) && !/^\p{Lu}{2,7}$/u.test(word));
  const capitals = all.filter((word) => /^\p{Lu}{2,7}$/u.test(word) && isVietnameseSyllable(word));
  const good = judged.filter((word) => isVietnameseSyllable(word)).length + capitals.length;
  const total = judged.length + capitals.length;
  return total === 0 ? 0 : good / total;
}
