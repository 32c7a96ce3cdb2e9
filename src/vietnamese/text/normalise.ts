// Comparing Vietnamese text: Unicode form, tone placement, accents, case and white space.

const TONES = ["\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
const TONE_MARK = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const ANY_MARK = /\p{M}/gu;

/** Canonical Unicode, with invisible characters and soft hyphens gone. */
export function nfc(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u{E0000}-\u{E007F}]/gu, "");
}

/** Lower case without any accent; đ becomes d. "Đường" → "duong". */
export function fold(text: string): string {
  return text.normalize("NFD").replace(ANY_MARK, "").replace(/[đĐ]/gu, "d").toLowerCase();
}

/**
 * One syllable as toneless letters and a tone number 0–5, so that hoà = hòa and Thuỷ = Thủy by construction.
 * "Thủy" → "thuy3"; a toneless syllable gets no number.
 */
export function syllableKey(syllable: string): string {
  const lower = syllable.normalize("NFD").toLowerCase();
  const tone = lower.match(TONE_MARK)?.[0];
  const letters = lower.replace(TONE_MARK, "").normalize("NFC");
  return tone === undefined ? letters : `${letters}${TONES.indexOf(tone) + 1}`;
}

/** Every word of a text by its syllable key: equal for any tone placement, Unicode form and case. */
export function toneKey(text: string): string {
  return text.normalize("NFC").replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => syllableKey(word));
}

/** Share of letters-bearing syllables that carry a mark (accent, hook, horn or đ), from 0 to 1. */
export function accentShare(text: string): number {
  const words = text.normalize("NFC").match(/\p{L}+/gu) ?? [];
  const marked = words.filter((word) => fold(word) !== word.toLowerCase());
  return words.length === 0 ? 0 : marked.length / words.length;
}

/** White space as single blanks, ends trimmed. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** Letters, digits and % only, tone placement aside: two texts are the same words when this is the same. */
export function squeeze(text: string): string {
  return toneKey(nfc(text)).replace(/[^\p{L}\p{N}%]+/gu, "");
}
