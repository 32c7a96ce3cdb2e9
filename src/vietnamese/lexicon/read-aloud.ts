import { sentences } from "../text/sentences.ts";

/** UTF-16 units; about two minutes at a calm pace. */
const LONGEST = 1500;

/**
 * A text as a voice should say it: no addresses, marks or pictures, abbreviations in full (`full`: "UBND" → "ủy ban nhân
 * dân"), and no longer than two minutes, ended at a sentence.
 */
export function readAloud(text: string, full: Readonly<Record<string, string>>): string {
  const said = text
    .normalize("NFC")
    .replace(/https?:\/\/\S+/gu, "")
    .replace(/\p{Extended_Pictographic}|\uFE0F|[“”"•▸*_#<>[\]{}|]/gu, " ")
    .replace(/[\p{L}\p{N}]+/gu, (word) =>
      /^\p{Lu}{2,}$/u.test(word) ? (full[word.toLowerCase()] ?? word) : word,
    )
    .replace(/^\s*[-–]\s*/gmu, "")
    // A line is a breath: without a stop the voice runs into the next one.
    .replace(/(?<![.!?:;,])[ \t]*\n+/gu, ".\n")
    .replace(/[ \t]+/gu, " ")
    .trim();
  if (said.length <= LONGEST) {
    return said;
  }
  let kept = "";
  for (const sentence of sentences(said)) {
    if (kept !== "" && kept.length + sentence.length > LONGEST) {
      break;
    }
    kept += `${sentence} `;
  }
  return kept.slice(0, LONGEST).trim();
}
