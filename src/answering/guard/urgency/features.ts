import { accentShare, fold } from "../../../vietnamese/text/normalise.ts";
import type { PhraseTable } from "../phrase-table.ts";
import { openPhrases } from "../phrase-table.ts";
import type { Span } from "../phrases.ts";
import { phraseOf } from "../phrases.ts";
import type { Spellings, Word } from "../words.ts";
import { readingOf, wordsOf } from "../words.ts";

/** Something that a message says, and the words that say it. */
export interface Feature {
  readonly name: string;
  readonly spans: readonly Span[];
}

/** What is looked for in a message besides its words: concepts, each with the ways it is said. */
export interface Concepts {
  readonly names: readonly string[];
  readonly table: PhraseTable;
  /** Words, folded, that are no evidence: they stand in any message. */
  readonly empty: ReadonlySet<string>;
}

const EMPTY = "empty";

/** One syllable without its accents is too many words ("anh": "ảnh"); as a word of the message it is known anyway. */
const spoken = (text: string) => phraseOf(text.includes(" ") || text.endsWith("!") ? text : `${text}!`);

export function openConcepts(concepts: Readonly<Record<string, readonly string[]>>): Concepts {
  const names = Object.keys(concepts).filter((name) => name !== EMPTY);
  const words = (concepts[EMPTY] ?? []).flatMap((text) => text.replace("!", "").split(" "));
  return {
    names,
    table: openPhrases(names.map((name) => (concepts[name] ?? []).map(spoken))),
    empty: new Set(words.map(fold)),
  };
}

const LINK =
  /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|net|org|xyz|top|vip|info|cc|me|app|link|site|shop|online|click|example)\b\S*/giu;
/** A link as one word; not a Vietnamese syllable. */
const LINK_WORD = "xlinkx";

const SUM = /^\d+(?:tr|k|cu|ty|trieu|nghin|ngan|m)\d*$/u;
const DIGITS = /^\d/u;
const NUMBERS = new Set("mot hai ba bon nam sau bay tam chin muoi chuc tram may vai ruoi".split(" "));
const UNITS = new Set("trieu tr ty nghin ngan cu k dong chai".split(" "));
/** "hai mươi mấy": words of one number. */
const NUMBER_WORDS = 4;

interface Token extends Span {
  readonly text: string;
}

/** A sum of money that begins here: where it ends, else -1. */
function sumFrom(words: readonly Word[], start: number): number {
  const isNumber = (at: number) => {
    const folded = words[at]?.folded ?? "";
    return DIGITS.test(folded) || NUMBERS.has(folded);
  };
  if (SUM.test(words[start]?.folded ?? "")) {
    return start + 1;
  }
  let at = start;
  while (at - start < NUMBER_WORDS && isNumber(at)) {
    at += 1;
  }
  return at > start && UNITS.has(words[at]?.folded ?? "") ? at + 1 : -1;
}

/** Of the words of a message with accents at least this share has one; short forms have none. */
const ACCENTED = 0.2;

/**
 * How a word is known: with its accents where the message has them; else folded and marked as such, as "cuoc" may be
 * "cước", "cuộc" or "cược".
 */
function nameOf({ folded, letters, tone }: Word, accented: boolean): string {
  if (folded === LINK_WORD) {
    return "<link>";
  }
  if (DIGITS.test(folded)) {
    return "<number>";
  }
  return accented ? `${letters}${tone === 0 ? "" : tone}` : `~${folded}`;
}

/** Sums, numbers and links say no more than that they are one. */
function tokensOf(words: readonly Word[], names: readonly string[]): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const sum = sumFrom(words, at);
    const end = sum < 0 ? at + 1 : sum;
    tokens.push({ text: sum < 0 ? (names[at] ?? "") : "<sum>", start: at, end });
    at = end;
  }
  return tokens;
}

function wordFeatures(tokens: readonly Token[]): Feature[] {
  return tokens.flatMap((token, at) => {
    const next = tokens[at + 1];
    const alone = { name: token.text, spans: [{ start: token.start, end: token.end }] };
    return next === undefined
      ? [alone]
      : [alone, { name: `${token.text} ${next.text}`, spans: [{ start: token.start, end: next.end }] }];
  });
}

function conceptFeatures(words: readonly Word[], { names, table }: Concepts): Feature[] {
  return [...table.groupsIn(readingOf(words))].map(([group, span]) => ({
    name: `#${names[group]}`,
    spans: [span],
  }));
}

export interface Reading {
  readonly words: readonly Word[];
  /** Each word as it is known. */
  readonly names: readonly string[];
  readonly features: readonly Feature[];
}

/** All that a message says, each once. Short forms and dialect are written out, so that who writes does not count, only what. */
export function featuresOf(text: string, spellings: Spellings, concepts: Concepts): Reading {
  const words = wordsOf(text.replace(LINK, ` ${LINK_WORD} `), spellings);
  const accented = accentShare(text) >= ACCENTED;
  const names = words.map((word) => nameOf(word, accented));
  const all = [...wordFeatures(tokensOf(words, names)), ...conceptFeatures(words, concepts)];
  return { words, names, features: [...new Map(all.map((one) => [one.name, one])).values()] };
}
