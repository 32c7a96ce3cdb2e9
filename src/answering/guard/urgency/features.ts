import { fold } from "../../../vietnamese/text/normalise.ts";
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

export function openConcepts(concepts: Readonly<Record<string, readonly string[]>>): Concepts {
  const names = Object.keys(concepts).filter((name) => name !== EMPTY);
  const words = (concepts[EMPTY] ?? []).flatMap((text) => text.replace("!", "").split(" "));
  return {
    names,
    table: openPhrases(names.map((name) => (concepts[name] ?? []).map(phraseOf))),
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

/** Sums, numbers and links say no more than that they are one. */
function tokensOf(words: readonly Word[]): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const folded = words[at]?.folded ?? "";
    const sum = sumFrom(words, at);
    const end = sum < 0 ? at + 1 : sum;
    const text = sum >= 0 ? "<sum>" : DIGITS.test(folded) ? "<number>" : folded;
    tokens.push({ text: text === LINK_WORD ? "<link>" : text, start: at, end });
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
  const found = [...table.groupsIn(readingOf(words))].sort(([a], [b]) => a - b);
  return found.flatMap(([group, span], at) => [
    { name: `#${names[group]}`, spans: [span] },
    ...found.slice(at + 1).map(([other, second]) => ({
      name: `#${names[group]}&${names[other]}`,
      spans: [span, second],
    })),
  ]);
}

export interface Reading {
  readonly words: readonly Word[];
  readonly features: readonly Feature[];
}

/** All that a message says, each once. Short forms and dialect are written out, so that who writes does not count, only what. */
export function featuresOf(text: string, spellings: Spellings, concepts: Concepts): Reading {
  const words = wordsOf(text.replace(LINK, ` ${LINK_WORD} `), spellings);
  const all = [...wordFeatures(tokensOf(words)), ...conceptFeatures(words, concepts)];
  return { words, features: [...new Map(all.map((one) => [one.name, one])).values()] };
}
