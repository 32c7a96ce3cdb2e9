// Answers that set places side by side: figures of two papers never share a line, and what is silent is named.
import type { LocalitySlug, Passage } from "../../domain/document.ts";
import type { Target, Task } from "../../domain/task.ts";
import { sentences } from "../../vietnamese/text/sentences.ts";
import { ACROSS } from "../../vietnamese/wording/residents/across.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { longestRun } from "../lookup/relevance.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import type { Understanding } from "../understand/understanding.ts";
import {
  cite,
  citePassage,
  citeTarget,
  type Draft,
  localityName,
  placeOf,
  sentence,
  shorten,
  sourceLines,
  withoutSources,
} from "./draft.ts";

export interface PlaceDraft {
  readonly slug: LocalitySlug;
  readonly draft: Draft;
}

export interface PlaceTargets {
  readonly slug: LocalitySlug;
  readonly targets: readonly Target[];
}

export interface PlaceCount {
  readonly slug: LocalitySlug;
  readonly count: number;
  /** Where the counted rows begin. */
  readonly first: Target | Task | Passage;
}

export interface PlaceMention {
  readonly slug: LocalitySlug;
  readonly passage: Passage;
}

const names = (slugs: readonly LocalitySlug[], base: EditionIndex) =>
  slugs.map((slug) => localityName(slug, base)).join(", ");

const silence = (slugs: readonly LocalitySlug[], base: EditionIndex): readonly string[] =>
  slugs.length === 0 ? [] : [ACROSS.silent(names(slugs, base))];

/** Each place's own answer under its name. */
export function composePlaces(
  found: readonly PlaceDraft[],
  silent: readonly LocalitySlug[],
  u: Understanding,
  base: EditionIndex,
): Draft {
  const citations = found.flatMap(({ draft }) => draft.citations);
  return {
    intent: u.intent,
    text: [
      ...found.map(({ slug, draft }) => `${localityName(slug, base)}:\n${withoutSources(draft.text)}`),
      ...silence(silent, base),
      sourceLines(citations, base),
    ].join("\n"),
    citations,
    counts: found.flatMap(({ draft }) => draft.counts),
    section: null,
  };
}

const yearsOf = (found: readonly PlaceTargets[]): readonly (string | null)[] =>
  [...new Set(found.flatMap(({ targets }) => targets.map((t) => t.year)))].sort();

/** What was reached is asked for, which no plan says. */
const REACHED = /(?<!(?:phải|cần|sẽ|đấu|để|yêu cầu)\s)(?<!\p{L})đạt(?!\p{L})/iu;

/** The places in order of one target's share, for each year apart; said to hold among the loaded papers only. */
export function composeRanking(
  found: readonly PlaceTargets[],
  silent: readonly LocalitySlug[],
  u: Understanding,
  base: EditionIndex,
): Draft {
  const least = u.query.act === "least";
  const inOrder = found
    .flatMap(({ targets }) => targets)
    .sort((a, b) => (least ? 1 : -1) * ((a.percent ?? 0) - (b.percent ?? 0)));
  const citations = inOrder.map((t) => citeTarget(t, base));
  const blocks = yearsOf(found).flatMap((year) => {
    const rows = found.flatMap(({ slug, targets }) =>
      targets.filter((t) => t.year === year).map((target) => ({ slug, target, share: target.percent ?? 0 })),
    );
    const comparable = new Set(rows.map(({ slug }) => slug)).size === rows.length;
    const best = (least ? Math.min : Math.max)(...rows.map(({ share }) => share));
    const winners = rows.filter(({ share }) => share === best).map(({ slug }) => slug);
    const order = [...rows].sort((a, b) => (least ? a.share - b.share : b.share - a.share));
    const head = comparable
      ? [(least ? ACROSS.least : ACROSS.most)(names([...new Set(winners)], base), year)]
      : [ACROSS.several(year)];
    return [
      ...head,
      ...order.map(({ slug, target }) => `- ${localityName(slug, base)}: ${sentence(target.statement)}`),
    ];
  });
  const reached = REACHED.test(u.text) ? [ACROSS.targetsOnly] : [];
  return {
    intent: "comparison",
    text: [...reached, ...blocks, ...silence(silent, base), sourceLines(citations, base)].join("\n"),
    citations,
    counts: [],
    section: null,
  };
}

/** How many rows each place has, the most or the fewest first. */
export function composeCounts(
  found: readonly PlaceCount[],
  u: Understanding,
  base: EditionIndex,
): Draft | null {
  const least = u.query.act === "least";
  const order = [...found].sort((a, b) => (least ? a.count - b.count : b.count - a.count));
  const best = order[0];
  if (best === undefined) {
    return null;
  }
  const winners = order.filter(({ count }) => count === best.count).map(({ slug }) => slug);
  const what = ACROSS.rows(u.query.over);
  const citations = order.map(({ first }) => cite(first, base));
  return {
    intent: "comparison",
    text: [
      (least ? ACROSS.fewest : ACROSS.mostRows)(names(winners, base), what),
      ...order.map(({ slug, count }) => `- ${localityName(slug, base)}: ${count} ${what}`),
      sourceLines(citations, base),
    ].join("\n"),
    citations,
    counts: order.map(({ count }) => count),
    section: null,
  };
}

const MENTION = 180;

/** The sentence of a passage that holds what was looked for. */
function telling(passage: Passage, subject: Repaired): string {
  const all = sentences(passage.text);
  const runs = all.map((one) => longestRun(one, subject));
  return shorten(all[runs.indexOf(Math.max(...runs))] ?? passage.text, MENTION);
}

/** Which places' papers hold it, each with its words; the rest by name. */
export function composeMentions(
  found: readonly PlaceMention[],
  silent: readonly LocalitySlug[],
  subject: Repaired,
  u: Understanding,
  base: EditionIndex,
): Draft {
  const citations = found.map(({ passage }) => citePassage(passage, base));
  const all = found.length + silent.length;
  return {
    intent: u.query.act === "count" ? "count" : "list",
    text: [
      ACROSS.mentioned(found.length, all),
      ...found.map(
        ({ slug, passage }) =>
          `- ${localityName(slug, base)}: ${sentence(telling(passage, subject))} (${placeOf(passage.section)})`,
      ),
      ...silence(silent, base),
      sourceLines(citations, base),
    ].join("\n"),
    citations,
    counts: [found.length, all],
    section: null,
  };
}
