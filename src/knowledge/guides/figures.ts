// Every number, date, amount, phone and address a guide says, and the source that states it.

import type { Guide, GuideSource } from "../../domain/document.ts";
import type { Hotline, Link } from "../../domain/knowledge.ts";
import { sourceOfYear } from "../../vietnamese/wording/knowledge/guide-lint.ts";
import { proseOf } from "./prose.ts";

export interface Contacts {
  readonly hotlines: readonly Hotline[];
  readonly links: readonly Link[];
}

export interface GuideFigure {
  readonly place: string;
  readonly kind: "number" | "phone" | "address";
  readonly figure: string;
  /** Where it is stated; null when nowhere. */
  readonly source: string | null;
  /** The sources of the guide that state it; empty for phones and addresses, which stand in registers. */
  readonly stated: readonly GuideSource[];
}

/** The ending ".gov.vn" alone is no address. */
const ADDRESS =
  /(?<![.\p{L}\d-])(?:https?:\/\/)?(?:[\p{L}\d-]+\.)+(?:vn|com|org|net|gov|edu|io|app|me)(?:\/[^\s)>”"]*)?/giu;
const NUMBER = /\p{Lu}*\+?\d+(?:[./]\d+)*/gu;
/** Levels of identity ("mức 2") are names. */
const NAME = /mức [12](?!\d)/giu;
const PHONE = /^(?:11[1-5]|156|5656|1[89]00\.?\d{4}|0\d{9,10})$/u;

export function figuresOf(guide: Guide, contacts: Contacts): readonly GuideFigure[] {
  return proseOf(guide).flatMap(({ place, text }) => {
    const addresses = (text.match(ADDRESS) ?? []).map((figure): GuideFigure => {
      const link = contacts.links.find((one) => host(one.url) === host(figure));
      return {
        place,
        kind: "address",
        figure,
        source: link === undefined ? null : `links.yaml: ${link.source}`,
        stated: [],
      };
    });
    const numbers = numbersIn(text).map(({ figure, at }): GuideFigure => {
      const line = contacts.hotlines.find((one) => one.number === figure);
      if (line !== undefined || PHONE.test(figure)) {
        const source = line === undefined ? null : `hotlines.yaml: ${line.source}`;
        return { place, kind: "phone", figure, source, stated: [] };
      }
      const stating = statements(guide).filter(({ words }) => covers(text, words, at, at + figure.length));
      const [first] = stating;
      const source =
        first === undefined ? null : `${first.source.publisher} (${first.source.date}) ${first.source.url}`;
      return {
        place,
        kind: "number",
        figure: first?.words ?? figure,
        source,
        stated: stating.map((one) => one.source),
      };
    });
    return [...addresses, ...numbers];
  });
}

/** Figures a source is said to state that the guide no longer says. */
export function unusedFigures(guide: Guide): readonly string[] {
  const said = proseOf(guide).map(({ text }) => text.toLowerCase());
  return guide.sources
    .flatMap(({ figures = [] }) => figures)
    .filter((words) => !said.some((text) => text.includes(words.toLowerCase())));
}

/** What each source is said to state; "nguồn năm 2022" is stated by the date of the source itself. */
function statements(guide: Guide): readonly { readonly words: string; readonly source: GuideSource }[] {
  return guide.sources.flatMap((source) =>
    [...(source.figures ?? []), ...ageOf(source)].map((words) => ({ words, source })),
  );
}

function ageOf({ date }: GuideSource): readonly string[] {
  return /^\d/u.test(date) ? [sourceOfYear(date.slice(0, 4))] : [];
}

/** Whether these words stand in the text over the whole of a number: "5 phút" states 5 minutes, not 5 times. */
function covers(text: string, words: string, from: number, to: number): boolean {
  const [said, sought] = [text.toLowerCase(), words.toLowerCase()];
  for (let at = said.indexOf(sought); at !== -1; at = said.indexOf(sought, at + 1)) {
    if (at <= from && at + sought.length >= to) {
      return true;
    }
  }
  return false;
}

export function host(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\//u, "")
    .replace(/^www\./u, "")
    .replace(/[/?#].*$/u, "");
}

/** Numbers outside addresses and names, with where they start. */
function numbersIn(text: string): readonly { readonly figure: string; readonly at: number }[] {
  const blank = (part: string) => " ".repeat(part.length);
  const plain = text.replace(ADDRESS, blank).replace(NAME, blank);
  return [...plain.matchAll(NUMBER)].map((match) => ({ figure: match[0], at: match.index }));
}
