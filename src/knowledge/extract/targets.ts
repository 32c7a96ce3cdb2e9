// Figures to reach, with the year of the heading above or of the sentence itself.
import type { Target } from "../../domain/task.ts";
import { fold, oneLine } from "../../vietnamese/text/normalise.ts";
import { sentences } from "../../vietnamese/text/sentences.ts";
import { aimMended, countsIn, type Figure, sharesIn } from "../entities/figures.ts";
import { type Node, walk } from "../outline/outline.ts";
import { quotes, type SourceText, slice } from "../text/source-text.ts";
import { isOrganizing } from "./assignments.ts";
import type { Origin } from "./passages.ts";

const TARGET_PART = /chi tieu|muc tieu|chi so/u;
const PREAMBLE =
  /muc dich|yeu cau|can cu|quan diem|noi dung phong trao|kinh phi|hien trang|thuc trang|khen thuong/u;

function lineage(node: Node): readonly Node[] {
  return node.parent === null ? [node] : [...lineage(node.parent), node];
}

function yearOf(nodes: readonly Node[]): string | null {
  for (const node of [...nodes].reverse()) {
    const years =
      node.kind === "section" ? [...node.words.text.matchAll(/(?<!\d)20\d{2}(?!\d)/gu)].map((m) => m[0]) : [];
    if (new Set(years).size === 1 && node.words.text.length < 120) {
      return years[0] ?? null;
    }
  }
  return null;
}

/** A sentence's own stretch of a traced text. */
function stretch(words: SourceText, sentence: string): SourceText {
  const start = words.text.indexOf(sentence);
  return start < 0 ? words : slice(words, start, start + sentence.length);
}

function targetsOf(
  words: SourceText,
  section: string,
  year: string | null,
  counts: boolean,
  origin: Origin,
): readonly Target[] {
  return sentences(words.text).flatMap((sentence) => {
    const shares = sharesIn(sentence);
    const figures: readonly Figure[] = [...shares, ...(counts ? countsIn(sentence) : [])];
    return figures.map((figure) => ({
      doc: origin.doc,
      locality: origin.locality,
      section,
      group: figure.group,
      year: figure.year ?? year,
      comparison: figure.comparison,
      percent: figure.percent,
      ...(figure.count === undefined ? {} : { count: figure.count }),
      statement: aimMended(oneLine(sentence)).replace(/;$/u, ""),
      quote: quotes(origin.source, stretch(words, sentence))[0] ?? "",
    }));
  });
}

/** Targets of the outline: every share, and counts where the part is about targets. Purposes and legal bases have none. */
export function outlineTargets(nodes: readonly Node[], origin: Origin): readonly Target[] {
  return [...walk(nodes)].flatMap((node) => {
    const line = lineage(node);
    const titles = line.filter((one) => one.kind === "section").map((one) => fold(one.words.text));
    if (
      titles.some((title) => title.length < 120 && PREAMBLE.test(title) && !TARGET_PART.test(title)) ||
      line.some(isOrganizing)
    ) {
      return [];
    }
    const aimed = titles.some((title) => TARGET_PART.test(title));
    return targetsOf(node.words, node.path, yearOf(line), aimed, origin);
  });
}

/** Targets in the result cell of an annex row; counts included, the row's time is no year of the figure. */
export function rowTargets(words: SourceText, section: string, origin: Origin): readonly Target[] {
  return targetsOf(words, section, null, true, origin);
}
