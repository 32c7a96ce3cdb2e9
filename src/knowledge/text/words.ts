// Repairs inside a line: letters, blanks inside words, and names that scanning misspells.
import { isVietnameseSyllable } from "../../vietnamese/text/syllable.ts";
import { replace, type SourceText } from "./source-text.ts";

/** Letters followed by combining marks become one letter each, so that every comparison sees the same text. */
export function composed(text: SourceText): SourceText {
  return replace(text, /\P{M}\p{M}+/gu, ([letters]) => (letters ?? "").normalize("NFC"));
}

/** Soft hyphens, zero-width and direction characters carry no words and hide or split them. */
export function visible(text: SourceText): SourceText {
  return replace(
    text,
    /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]|\uDB40[\uDC00-\uDC7F]/gu,
    () => "",
  );
}

/** Blanks of every width become a plain blank; a form feed is a line break. */
export function plainBlanks(text: SourceText): SourceText {
  return replace(text, /\r\n?|[\f\v\u2028\u2029]|[\t\u00A0\u2000-\u200A\u202F\u3000]/gu, ([blank]) =>
    /[\r\n\f\v\u2028\u2029]/u.test(blank ?? "") ? "\n" : " ",
  );
}

/** Ƣ and ƣ (oi) are what several fonts and OCR engines write for Ư and ư. */
export function hornedLetters(text: SourceText): SourceText {
  return replace(text, /[Ƣƣ]/gu, ([letter]) => (letter === "Ƣ" ? "Ư" : "ư"));
}

/** A tone mark that slipped onto a consonant is put back on the vowel before it: "khićh" → "khích". */
function toneOnVowel(word: string): string {
  return word
    .normalize("NFD")
    .replace(
      /([aeiouy][\u0302\u0306\u031B]?)([bcdghklmnpqrstvx]+)([\u0300\u0301\u0303\u0309\u0323])/giu,
      "$1$3$2",
    )
    .normalize("NFC");
}

const BROKEN =
  /(?<![\p{L}\p{N}])(\p{L}[\p{L}\p{M}]*) ([bcdghkmnprtx]{1,2}|[aeiouyêôơư])(?![\p{L}\p{M}\p{N})./:])/gu;
const FRONT = /(?<![\p{L}\p{N}./])(\p{L}{1,3}) (\p{Ll}[\p{L}\p{M}]{0,4})(?![\p{L}\p{M}\p{N}])/gu;
const CONSONANTS = /^(?:ngh?|nh|[cgkpt]h|gi|qu|tr|[bcdđghklmnpqrstvx])$/iu;

/** "khuyế n khić h" → "khuyến khích": a fragment that is no syllable, beside one with which it makes a syllable. */
export function wholeWords(text: SourceText): SourceText {
  const backs = replace(text, BROKEN, (match) => {
    const [both, front = "", end = ""] = match;
    const whole = toneOnVowel(front + end);
    // "i", "y" can be words of their own: then the piece before must be none.
    const broken = !isVietnameseSyllable(end) || !isVietnameseSyllable(front);
    return broken && isVietnameseSyllable(whole) ? whole : both;
  });
  return replace(backs, FRONT, (match) => {
    const whole = `${match[1]}${match[2]}`;
    return CONSONANTS.test(match[1] ?? "") &&
      isVietnameseSyllable(whole) &&
      /[aeiouyăâêôơư]/iu.test(match[2] ?? "")
      ? whole
      : match[0];
  });
}

/** Names of the movement's own tools, spelled by their owners; OCR doubles or swaps their letters. */
const NAMES = ["VNeID", "VssID"] as const;

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The right spelling of a misspelt tool name, or null: "VNNeID" → "VNeID". */
export function knownName(word: string): string | null {
  if (!/^v.{1,5}[iíl1]d$/iu.test(word)) {
    return null;
  }
  const lower = word.toLowerCase();
  const [near] = NAMES.map((name) => ({ name, far: distance(lower, name.toLowerCase()) })).sort(
    (a, b) => a.far - b.far,
  );
  return near !== undefined && near.far <= 2 ? near.name : null;
}

/** Search and showing get the right name; a quote keeps the paper's letters, and so does a web address, which is another with others. */
export function knownNames(text: SourceText): SourceText {
  return replace(
    text,
    /(?<![\p{L}\p{N}/.@])V[\p{L}\p{N}]{3,7}(?![\p{L}\p{N}]|[-.][\p{L}\p{N}])/giu,
    ([word]) => knownName(word ?? "") ?? word ?? "",
  );
}
