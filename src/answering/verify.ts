import type { Citation } from "../domain/conversation.ts";
import { fold, nfc, squeeze } from "../vietnamese/text/normalise.ts";
import type { Papers } from "./index/papers.ts";
import { holdsNeed } from "./lookup/relevance.ts";
import type { Need, Understanding } from "./understand/understanding.ts";

export interface Claim {
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Numbers that are counted rather than quoted: "4 việc". */
  readonly counts: readonly number[];
  /** The question, whose figures may be repeated only to say that the papers do not hold them. */
  readonly question: string;
}

const LINK = /(?:https?:\/\/)?(?:[\p{L}\d-]+\.)+(?:vn|com|org|net|gov|edu|io|app|me)(?:\/[^\s)>”"]*)?/giu;
const NUMBER = /\d+(?:[./,-]\d+)*/gu;

const bareLink = (link: string) =>
  link
    .toLowerCase()
    .replace(/^https?:\/\//u, "")
    .replace(/[./]+$/u, "");

/** Numbers as the tokens people read: dates, decimals and item numbers whole, "01" equal to "1". */
function numbersIn(text: string): string[] {
  const spaced = text.replace(/(\d)\s*([-–—])\s*(\d)/gu, "$1 $3");
  return (spaced.match(NUMBER) ?? []).map((token) =>
    token.replace(/(?<!\d)0+(?=\d)/gu, "").replace(/\.(?=\d{3}(?!\d))/gu, ""),
  );
}

/** A date supports its parts: "30/10/2025" holds 10/2025 and 2025. */
function withParts(numbers: readonly string[]): Set<string> {
  const all = new Set(numbers);
  for (const number of numbers) {
    const parts = number.split(/[/-]/u);
    for (let i = 1; i < parts.length; i++) {
      all.add(parts.slice(i).join("/"));
    }
    all.add(parts.slice(0, 2).join("/"));
  }
  return all;
}

const DENIAL = /không|chưa/iu;

function linksWithout(text: string, support: string, papers: Papers): string[] {
  const known = new Set([...papers.links, ...(support.match(LINK) ?? [])].map(bareLink));
  const held = (link: string) =>
    known.has(bareLink(link)) || [...known].some((k) => bareLink(link).startsWith(`${k}/`));
  return (text.match(LINK) ?? []).filter((link) => !held(link));
}

function numbersWithout(claim: Claim, text: string, support: string, papers: Papers): string[] {
  const held = withParts(numbersIn(support));
  const counted = new Set(claim.counts.map(String));
  const asked = new Set(numbersIn(claim.question));
  const phones = new Set(
    papers.hotlines.flatMap((line) => [line, line.replace(/\D/gu, "")]).flatMap(numbersIn),
  );
  return text.split("\n").flatMap((line) => {
    // The place line of a list ("1. …") numbers the answer, not the paper.
    const body = line.replace(/^\s*\d{1,3}[.)]\s/u, "");
    return numbersIn(body).filter(
      (n) => !held.has(n) && !counted.has(n) && !phones.has(n) && !(asked.has(n) && DENIAL.test(body)),
    );
  });
}

/** Folded words with the marks that end a name kept apart, so that no name is read across a bracket or a comma. */
function phrases(text: string): string {
  const marked = fold(text)
    .replace(/[(),.;:\n“”"]+/gu, " | ")
    .replace(/[^\p{L}\p{N}|]+/gu, " ");
  return ` ${marked} `;
}

function bodiesWithout(text: string, support: string, papers: Papers): string[] {
  const [said, held] = [phrases(text), phrases(support)];
  return papers.bodies.filter((body) => said.includes(` ${body} `) && !held.includes(` ${body} `));
}

/**
 * What an answer says beyond its sources; empty when it may leave. The last step for every answer, whoever composed it:
 * each quote stands in its document, and each figure, date, body, phone and link of the text stands in a cited quote,
 * in the headings above it, or in the lists of hotlines and links.
 */
export function unsupported(claim: Claim, papers: Papers): readonly string[] {
  const quotes = claim.citations.filter((c) => {
    const source = papers.squeezedSource(c.doc);
    return source === null || !source.includes(squeeze(c.quote));
  });
  if (quotes.length > 0) {
    return quotes.map((c) => `quote not in ${c.doc} ${c.section}`);
  }
  const support = nfc(
    claim.citations
      .flatMap((c) => [c.quote, c.section, c.title, ...papers.standingWords(c.doc, c.section)])
      .join("\n"),
  );
  const text = nfc(claim.text);
  const withoutLinks = text.replace(LINK, " ");
  return [
    ...linksWithout(text, support, papers).map((link) => `link ${link}`),
    ...numbersWithout(claim, withoutLinks, support, papers).map((number) => `number ${number}`),
    ...bodiesWithout(text, `${support}\n${claim.question}`, papers).map((body) => `body ${body}`),
  ];
}

/** Kinds of thing whose words in an answer are told from others'. */
const SHOWN: readonly Need[] = ["body", "percent", "number", "date", "phone", "link", "money"];

/** That a paper does not say it is an answer, too. */
const SAID_MISSING = /không (?:nêu|ghi|giao|có)|chưa (?:nêu|ghi|giao|có)/iu;

/** A line that says who leads; its quote must say so, or be a row of a table with such a column. */
const LEAD_LINE = /^Chủ trì:/mu;

/**
 * What was asked for and is not in an answer, however true the answer is: the kind of thing (a body, a figure, a day), each
 * place that was named, the role that is claimed. Empty when it answers.
 */
export function unanswered(
  text: string,
  citations: readonly Citation[],
  u: Understanding,
  placeNames: readonly string[],
): readonly string[] {
  const denied = SAID_MISSING.test(text);
  const kinds = u.needs.filter((need) => SHOWN.includes(need));
  const held = kinds.some((need) => holdsNeed(text, need === "percent" ? "number" : need));
  const role =
    LEAD_LINE.test(text) &&
    !citations.some(({ quote, section }) => /chủ trì/iu.test(nfc(quote)) || section.startsWith("Phụ lục"));
  return [
    ...(kinds.length > 0 && !held && !denied ? [`no ${kinds.join(" or ")} in the answer`] : []),
    ...placeNames.filter((name) => !nfc(text).includes(name)).map((name) => `nothing of ${name}`),
    ...(role ? ["no quote says who leads"] : []),
  ];
}
