// Words that a 70-year-old may not know: foreign words and abbreviations by their shape, hard Vietnamese ones by a list.

import type { Guide } from "../../domain/document.ts";
import { fold } from "../../vietnamese/text/normalise.ts";
import type { GuideRules } from "./lint-rules.ts";
import { proseOf, withoutButtons } from "./prose.ts";

/** The shape of a Vietnamese syllable, accents off: a written sound, a vowel group, one of eight endings. */
const SYLLABLE =
  /^(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/u;
const ADDRESS = /(?:[\p{L}\d-]+\.)+(?:vn|com|org|net)\b\S*/gu;

/** Words used in the guide that it nowhere explains in brackets or with "là". */
export function unexplained(guide: Guide, rules: GuideRules): readonly string[] {
  const whole = proseOf(guide)
    .map((prose) => prose.text)
    .join("\n");
  let plain = withoutButtons(whole).replace(ADDRESS, " ");
  for (const name of [...rules.known].sort((a, b) => b.length - a.length)) {
    plain = plain.replaceAll(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "giu"), " ");
  }
  const foreign =
    plain.match(/(?<![\p{L}\d])\p{L}{2,}(?![\p{L}\d])/gu)?.filter((word) => !SYLLABLE.test(fold(word))) ?? [];
  const hard = rules.hard.filter((word) => plain.toLowerCase().includes(word));
  return [...new Set([...foreign, ...hard])].filter((word) => !explained(word, whole));
}

/** "OTP (mã …)", "hộp thư điện tử (email)" or "NFC là …". */
function explained(word: string, text: string): boolean {
  return new RegExp(
    `(?<!\\p{L})${word}(?!\\p{L})[^.;(\\n]{0,25}\\(|\\([^)]*${word}[^)]*\\)|${word} là `,
    "iu",
  ).test(text);
}
