import { nfc } from "./normalise.ts";

const LONGEST = 120;

/**
 * An uploaded file's name as it may be shown: NFC, without folders, control characters or marks that turn the writing
 * direction. Never a path: what is uploaded is kept under a name of our own.
 */
export function shownFileName(name: string): string {
  const last = nfc(name).split(/[/\\]/u).at(-1) ?? "";
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, "")
    .replace(/^[.\s]+|\s+$/gu, "")
    .replace(/\s+/gu, " ");
  const letters = [...clean];
  const ending = /\.[a-z0-9]{1,5}$/iu.exec(clean)?.[0] ?? "";
  return letters.length <= LONGEST
    ? clean
    : `${letters.slice(0, LONGEST - ending.length - 1).join("")}…${ending}`;
}
