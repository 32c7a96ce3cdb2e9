// What the papers call by name, and what they say in common words: how a name is told from words alike.
import type { UnderstoodDocument, Vocabulary } from "../../domain/knowledge.ts";
import { oneLine, toneKey } from "../../vietnamese/text/normalise.ts";
import { namesOnlyKinds, withoutAsking } from "../understand/asking-words.ts";
import { type PaperNames, plain } from "../understand/places.ts";

const CAPITALISED = /\p{Lu}\p{Ll}+(?: (?:\p{Lu}\p{Ll}+|\d{1,2}(?![\d/.%])))*/gu;

/** The capitalised names of a paper, folded, as one line: "gia viên" is no name in "quốc gia viễn thông". */
function namesIn(text: string): string {
  return ` ${(oneLine(text).match(CAPITALISED) ?? []).map(plain).join(" | ")} `;
}

/** A text's words by letters and tone, as one line; capitalised ones are marked. */
function spokenKey(text: string): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.map((word) => (/^\p{Lu}/u.test(word) ? `^${toneKey(word)}` : toneKey(word))).join(" ")} `;
}

/** Fewer words may come together in any question. */
const NAME_WORDS = 4;

/** Names written between quotation marks in the plans that hold words of asking (“Học từ làm việc thực tế”). */
export function namesWithAsking(documents: readonly UnderstoodDocument[]): readonly string[] {
  const plans = documents.filter((d) => d.guide === null);
  const names = plans.flatMap((d) =>
    [...d.sourceText.matchAll(/[“"]([^“”"\n]{8,80})[”"]/gu)].map((m) => m[1] ?? ""),
  );
  return [...new Set(names.map(oneLine))].filter((name) => {
    const size = plain(name).split(" ").length;
    return size >= NAME_WORDS && !namesOnlyKinds(name) && plain(withoutAsking(name)).split(" ").length < size;
  });
}

/** Reads the papers once for each edition. */
export function openPaperNames(documents: readonly UnderstoodDocument[], vocabulary: Vocabulary): PaperNames {
  const { abbreviations, teencode, dialect } = vocabulary;
  const shorts = new Set(
    [abbreviations, teencode, dialect].flatMap((entries) => Object.keys(entries).map(plain)),
  );
  const names = documents.filter((d) => d.guide === null).map((d) => namesIn(d.sourceText));
  const running = documents.map((d) => spokenKey(d.sourceText));
  return {
    name: (folded) => names.some((line) => line.includes(` ${folded} `)),
    words: (accented) => running.some((text) => text.includes(spokenKey(accented.toLowerCase()))),
    short: (folded) => shorts.has(folded),
  };
}
