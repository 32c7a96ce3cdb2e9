// Text to words: syllables, numbers, document numbers and addresses.
import { nfc, syllableKey } from "./normalise.ts";

export interface Token {
  /** As written, in canonical Unicode. */
  readonly text: string;
  /** Position in the canonical text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly kind: "word" | "number" | "code" | "address";
  /** Whether a sentence ends behind it. */
  readonly closes: boolean;
}

const ADDRESS = String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]+[^\s<>"“”.,;:!?)\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[a-z0-9-]+\.)+(?:vn|com|net|org|edu|gov|io|info)(?:\/[^\s<>"“”,;)]*)?(?![\p{L}\p{N}])`;
// "57-NQ/TW", "03-KH/BCĐ", "3909/UBND-KGVX8", "135/2025/NĐ-CP"
const CODE = String.raw`\p{N}+(?:\/\p{N}+)?[-\/](?=[\p{L}\p{N}\-\/&]*\p{Lu})[\p{L}\p{N}]+(?:[-\/&][\p{L}\p{N}]+)*`;
const NUMBER = String.raw`\p{N}+(?:[.,\/]\p{N}+)*\s?%|\p{N}+(?:[.,\/]\p{N}+)+(?![\p{L}\p{M}])`;
// A year glued to a word ("nam2026") is a word and a number; fewer digits may be VNI keys.
const WORD = String.raw`\p{L}[\p{L}\p{M}]*(?=(?:19|20)\p{N}{2}(?![\p{L}\p{N}]))|[\p{L}\p{M}\p{N}]+`;

const TOKEN = new RegExp(
  `(?<address>${ADDRESS})|(?<code>${CODE})|(?<number>${NUMBER})|(?<word>${WORD})`,
  "gu",
);

const CLOSING = /^[\s"”’)\]]*(?:$|[.?!;](?![\p{L}\p{N}])|\n)/u;
const LOOK_AHEAD = 8;

/** The words of a text with their places in `nfc(text)`. */
export function tokenize(text: string): readonly Token[] {
  const plain = nfc(text);
  return Array.from(plain.matchAll(TOKEN), (match) => {
    const start = match.index;
    const end = start + match[0].length;
    const closes = CLOSING.test(plain.slice(end, end + LOOK_AHEAD));
    return { text: match[0], start, end, kind: kindOf(match.groups ?? {}, match[0]), closes };
  });
}

function kindOf(groups: Readonly<Record<string, string | undefined>>, text: string): Token["kind"] {
  if (groups["address"] !== undefined) {
    return "address";
  }
  if (groups["code"] !== undefined) {
    return "code";
  }
  return groups["number"] !== undefined || /^\p{N}+$/u.test(text) ? "number" : "word";
}

/**
 * What a token is searched by: its syllable key; a number, code or address by itself and by its parts, so that
 * "30/10/2025" is found by "2025" and "57-NQ/TW" by "57".
 */
export function searchKeys(token: Token): readonly string[] {
  if (token.kind === "word") {
    return [syllableKey(token.text)];
  }
  const whole = token.text.replace(/\s+/gu, "").toLowerCase();
  const parts = whole.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return parts.length === 1 && parts[0] === whole ? [whole] : [whole, ...parts.map(syllableKey)];
}

/** Every word of a text as it is searched, in order. */
export function searchWords(text: string): readonly string[] {
  return tokenize(text).flatMap(searchKeys);
}
