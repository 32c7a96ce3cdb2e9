// What a message says without showing it: tag characters, base64, letters set apart.

const TAGS = /[\u{E0020}-\u{E007E}]+/gu;
const ENCODED = /[A-Za-z0-9+/_-]{16,}={0,2}/gu;
const READABLE = /^[\p{L}\p{N}\p{P}\p{Zs}\n]+$/u;
const SPACED = /(?:(?<![\p{L}])\p{L}[ .\-_*|]){4,}\p{L}(?![\p{L}])/gu;
const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

/** Text hidden in tag characters; flags of countries' parts are spelled with them too, in at most six letters. */
function tagText(text: string): string {
  return (text.match(TAGS) ?? [])
    .map((run) => [...run].map((char) => String.fromCharCode((char.codePointAt(0) ?? 0) - 0xe0000)).join(""))
    .filter((run) => run.length > 6)
    .join(" ");
}

function decoded(text: string): string[] {
  return (text.match(ENCODED) ?? [])
    .map((run) => Buffer.from(run, "base64").toString("utf8").normalize("NFC"))
    .filter((plain) => plain.includes(" ") && READABLE.test(plain));
}

/** Further readings of a message in which an attack may stand. Benign messages have none or harmless ones. */
export function hiddenReadings(text: string): string[] {
  const spaced = text.replace(SPACED, (run) => run.replace(/[ .\-_*|]/gu, ""));
  const leet = /[a-z][013457@$][a-z]|[013457@$][a-z]{2}/iu.test(text)
    ? [text.replace(/[013457@$]/gu, (char) => LEET[char] ?? char)]
    : [];
  return [tagText(text), ...decoded(text), spaced === text ? "" : spaced, ...leet].filter(
    (reading) => reading !== "",
  );
}
