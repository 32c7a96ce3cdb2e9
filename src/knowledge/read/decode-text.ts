import { plausibleShare } from "../../vietnamese/text/syllable.ts";
import { unread, warning } from "../../vietnamese/wording/knowledge/reading.ts";
import { Unreadable } from "./common/outcome.ts";

export interface DecodedText {
  readonly text: string;
  readonly warnings: readonly string[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted here
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F\uFFFD]/gu;
/** A text with more control characters than this share is no text. */
const MOST_CONTROL = 0.01;

/** UTF-16 without a mark still gives itself away: Vietnamese text has blanks and digits, so every other byte is often 0. */
function utf16Without(bytes: Buffer): "utf-16le" | "utf-16be" | null {
  const head = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of head.entries()) {
    if (byte === 0) {
      if (index % 2 === 0) {
        even += 1;
      } else {
        odd += 1;
      }
    }
  }
  const many = head.length / 8;
  if (odd > many && odd > even * 4) {
    return "utf-16le";
  }
  return even > many && even > odd * 4 ? "utf-16be" : null;
}

function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Eight-bit text: Windows-1258 when that gives Vietnamese, else Latin letters, which TCVN3 and VNI fonts are stored as. */
function decodeEightBit(bytes: Buffer): DecodedText {
  const vietnamese = new TextDecoder("windows-1258").decode(bytes).normalize("NFC");
  const latin = new TextDecoder("windows-1252").decode(bytes);
  return plausibleShare(vietnamese) > plausibleShare(latin) + 0.05
    ? { text: vietnamese, warnings: [warning.oldEncoding("Windows-1258")] }
    : { text: latin, warnings: [warning.oldEncoding("8-bit")] };
}

function decode(bytes: Buffer): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder("utf-16le").decode(bytes), warnings: [] };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: new TextDecoder("utf-16be").decode(bytes), warnings: [] };
  }
  const wide = utf16Without(bytes);
  if (wide !== null) {
    return { text: new TextDecoder(wide).decode(bytes), warnings: [] };
  }
  const text = decodeUtf8(bytes);
  return text === null ? decodeEightBit(bytes) : { text, warnings: [] };
}

/** The letters of a plain text file, whatever it was saved as. Throws Unreadable for what is no text. */
export function decodeText(bytes: Buffer): DecodedText {
  const decoded = decode(bytes);
  if ((decoded.text.match(CONTROL)?.length ?? 0) > decoded.text.length * MOST_CONTROL) {
    throw new Unreadable(unread.binary);
  }
  return decoded;
}
