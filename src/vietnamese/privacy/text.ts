// A text as the personal-data rules read it: invisible characters gone, digits plain, accents folded, with the way back.

export interface PlainText {
  /** Lower case, no accents, ASCII digits. */
  readonly text: string;
  /** For each character of `text`, where its source begins and ends in the original. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Characters that show nothing: zero width, direction marks, variation selectors, tags. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const MARK = /\p{M}/u;
const DIGIT = /\p{Nd}/u;

/** Any script's decimal digit as 0–9: its block is ten code points in order, starting at a zero. */
function asciiDigit(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) {
    zero -= 1;
  }
  return String((code - zero) % 10);
}

function plainChar(char: string): string {
  if (/^[a-z0-9 ]$/u.test(char)) {
    return char;
  }
  // Keycap and tag characters hold a digit's look without being one; NFKC and these two steps leave only what is seen.
  if (INVISIBLE.test(char) || char === "\u20E3") {
    return "";
  }
  return [...char.normalize("NFKC").normalize("NFD")]
    .filter((part) => !MARK.test(part))
    .map((part) => (DIGIT.test(part) && !/[0-9]/u.test(part) ? asciiDigit(part) : part))
    .join("")
    .replace(/[đĐ]/gu, "d")
    .replace(/[‐-―−－]/gu, "-")
    .toLowerCase();
}

export function plainText(original: string): PlainText {
  const from: number[] = [];
  const to: number[] = [];
  let text = "";
  let at = 0;
  for (const char of original) {
    const end = at + char.length;
    const plain = plainChar(char);
    for (let i = 0; i < plain.length; i += 1) {
      from.push(at);
      to.push(end);
    }
    text += plain;
    at = end;
  }
  return { text, from, to };
}
