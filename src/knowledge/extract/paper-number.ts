// The number and sign of a paper: Nghị định 30/2020 ("214/NQ-CP", "21/UBND-VX", "09/2010/QĐ-UBND"), Party papers ("03-KH/ĐU"),
// and with an office's own series before it ("133-12/PT-VP").
import type { Sourced } from "../../domain/document.ts";
import { oneLine } from "../../vietnamese/text/normalise.ts";

/** Capitals, with the small letters that some codes have: TTr, CTr, TTg, QyĐ. */
const CODE = "\\p{Lu}[\\p{Lu}&.\\d]*(?:[rgy](?!\\p{Ll})[\\p{Lu}&.\\d]*)?";
const CODES = `${CODE}(?:\\s?[-–/]\\s?${CODE})*`;
const COUNT = "\\d{1,5}(?:\\.\\d{1,3})?[a-z]?(?:\\s?-\\s?\\d{1,4}(?=\\s?/))?";
const YEAR = "(?:\\s?/\\s?\\d{4})?";

export const NUMBER = new RegExp(`(?<![\\d/])(${COUNT}${YEAR}\\s*[-–/]\\s*${CODES})`, "u");

/** "Số: /TTr-SNV 176", "Số: /BC 228 -SNV": a digital signature wrote the number beside the place that was left for it. */
const STAMPED = new RegExp(
  `^\\s*/\\s?(${CODE})(?:\\s?-\\s?(${CODE}))?\\s+(\\d{1,5})(?:\\s*-\\s?(${CODE}))?`,
  "u",
);
const BLANK = /^[\s.…_]*[-–/]/u;

const SAYS: readonly RegExp[] = [
  /^\s*Số\s*:/iu,
  /^\s*Số\s+\d/iu,
  /(?<!\p{L})Số\s*:/u,
  /\(?Kèm theo|Ban hành kèm theo/iu,
];

function sourced(value: string, words: string): Sourced<string> {
  return { value: value.replace(/\s+/gu, "").replace(/–/gu, "-"), words: oneLine(words) };
}

function stamped(rest: string): Sourced<string> | null {
  const match = STAMPED.exec(rest);
  const unit = match?.[2] ?? match?.[4];
  const code = [match?.[1], unit].filter((part) => part !== undefined).join("-");
  return match?.[3] === undefined ? null : sourced(`${match[3]}/${code}`, match[0]);
}

/** The number in a paper's letterhead; null where it is left blank or the paper has none. */
export function numberIn(lines: readonly string[]): Sourced<string> | null {
  for (const says of SAYS) {
    const at = lines.findIndex((line) => says.test(line));
    const line = lines[at];
    if (line !== undefined) {
      const rest = line.replace(/^.*?Số\s*:?/iu, "");
      // The number alone on the line behind "Số:".
      const own = rest.trim() === "" ? (lines[at + 1] ?? "") : rest;
      const number = BLANK.test(own) ? null : NUMBER.exec(says === SAYS[3] ? line : own);
      return number === null ? stamped(own) : sourced(number[1] ?? "", number[0]);
    }
  }
  return null;
}
