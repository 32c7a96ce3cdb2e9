// Doubts about a paper's words: repeated paragraphs, names that look misspelt, text that is not Vietnamese.
import type { Passage } from "../../domain/document.ts";
import type { Finding } from "../../domain/task.ts";
import { squeeze, toneKey } from "../../vietnamese/text/normalise.ts";
import { plausibleShare } from "../../vietnamese/text/syllable.ts";
import { findingMessage } from "../../vietnamese/wording/knowledge/findings.ts";
import { knownName } from "../text/words.ts";

const LONG = 90;
const SAME = 0.6;

function pairsOf(text: string): ReadonlySet<string> {
  const words =
    toneKey(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let both = 0;
  for (const pair of small) {
    both += large.has(pair) ? 1 : 0;
  }
  return both / (a.size + b.size - both);
}

/** Passages that say nearly the same as one before, by the pairs of words they share. */
export function nearDuplicates(passages: readonly Passage[]): readonly FindingDraft[] {
  const long = passages
    .filter(({ kind, text }) => text.length >= LONG && kind !== "front" && kind !== "closing")
    .map((passage) => ({ passage, pairs: pairsOf(passage.text) }));
  return long.flatMap(({ passage, pairs }, i) => {
    const twin = long.slice(0, i).find(
      (other) =>
        // A dash holds its own sub-items; targets of two years are alike by nature.
        !passage.section.startsWith(other.passage.section) &&
        !/\d%/u.test(passage.text.slice(0, 40)) &&
        Math.min(pairs.size, other.pairs.size) / Math.max(pairs.size, other.pairs.size) > SAME &&
        shared(pairs, other.pairs) >= SAME,
    );
    return twin === undefined
      ? []
      : [
          doubt(
            "near_duplicate",
            passage.section,
            findingMessage.nearDuplicate(twin.passage.section),
            passage.text,
          ),
        ];
  });
}

function doubt(
  kind: FindingDraft["kind"],
  section: string | null,
  message: string,
  words: string,
): FindingDraft {
  return { kind, section, message, words };
}

const QUOTED = /[“"]([^“”"\n]{6,60})[”"]/gu;

/** A tool's name with other letters, and a quoted name that lacks a word of the one the paper uses most. */
export function misspeltNames(source: string, passages: readonly Passage[]): readonly FindingDraft[] {
  const words = new Set(source.match(/(?<![\p{L}\p{N}])V[\p{L}\p{N}]{3,7}(?![\p{L}\p{N}])/giu) ?? []);
  const tools = [...words].flatMap((word) => {
    const name = knownName(word);
    const at = passages.find((passage) => passage.quote.includes(word));
    return name === null || name === word
      ? []
      : [doubt("misspelt_name", at?.section ?? null, findingMessage.misspelt(word, name), word)];
  });
  return [...tools, ...shortened(passages)];
}

function shortened(passages: readonly Passage[]): readonly FindingDraft[] {
  const names = new Map<string, { name: string; times: number; section: string }>();
  for (const passage of passages) {
    for (const match of passage.text.matchAll(QUOTED)) {
      const name = (match[1] ?? "").trim();
      const key = squeeze(name);
      const kept = names.get(key) ?? { name, times: 0, section: passage.section };
      names.set(key, { ...kept, times: kept.times + 1 });
    }
  }
  const [most] = [...names.values()].sort((a, b) => b.times - a.times);
  if (most === undefined || most.times < 4) {
    return [];
  }
  const usual = squeeze(most.name);
  return [...names.entries()].flatMap(([key, { name, section }]) =>
    key !== usual && usual.startsWith(key) && usual.length - key.length <= 5
      ? [doubt("misspelt_name", section, findingMessage.misspelt(name, most.name), name)]
      : [],
  );
}

/** Below this share of plausible syllables a text is not fit to answer from. */
const READABLE = 0.8;

export function badText(source: string): readonly FindingDraft[] {
  const share = plausibleShare(source.replace(/https?:\S+|\S+@\S+/gu, " "));
  return share >= READABLE
    ? []
    : [doubt("bad_text", null, findingMessage.badText(Math.round(share * 100)), source.slice(0, 80))];
}

/** A finding before it knows its paper. */
export type FindingDraft = Omit<Finding, "doc">;
