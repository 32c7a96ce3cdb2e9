import { warning } from "../../../vietnamese/wording/knowledge/reading.ts";
import { type Drawing, readDrawing } from "./drawing.ts";
import type { Fragment } from "./geometry.ts";
import { pdfLines, textOf } from "./lines.ts";
import type { DrawingCodes, PdfPage } from "./open.ts";
import { type PdfTable, tablesOn } from "./table.ts";

export type PageBlock = PdfTable | { readonly kind: "text"; readonly text: string };

export interface ReadPage {
  readonly number: number;
  readonly blocks: readonly PageBlock[];
  /** All letters of the text layer, for judging it. */
  readonly layer: string;
  readonly warnings: readonly string[];
  /** Longer side, in points. */
  readonly longest: number;
}

const SHOWN_HIDDEN = 160;
/** Share of the page's height in which a lone number is a page number. */
const MARGIN = 0.1;
const PAGE_NUMBER = /^(?:[-–—]\s*)?(?:trang\s+)?\d{1,3}(?:\s*\/\s*\d{1,3})?(?:\s*[-–—])?$/iu;
/** What a digital signature stamps into the blanks of a paper: a number, a day, a month. */
const STAMPED = /^[\d/.\s-]{1,24}[a-z]?$/iu;

const sameWords = (text: string): string => text.replace(/\s+/gu, "");

/** Fragments without the letters that cannot be seen, and those letters. */
function withoutHidden(
  fragments: readonly Fragment[],
  drawing: Drawing,
): {
  readonly seen: readonly Fragment[];
  readonly words: readonly [keyof typeof warning.hiddenKinds, string][];
} {
  const unpainted = drawing.hidden.filter(({ kind }) => kind === "unpainted");
  const all = fragments.reduce((sum, { text }) => sum + text.length, 0);
  // A page written wholly in unpainted letters is a scan with a layer of recognised text, judged by its quality.
  const isScan = unpainted.reduce((sum, { text }) => sum + text.length, 0) * 2 > all;
  const hidden = drawing.hidden.filter(({ kind }) => kind !== "unpainted" || !isScan);
  const words: [keyof typeof warning.hiddenKinds, string][] = [];
  let seen = fragments;
  for (const { kind, text, x, y } of hidden) {
    const index = seen.findIndex(
      (one) =>
        Math.abs(one.y - y) < 1 &&
        x >= one.x - 1 &&
        x <= one.x + one.width + 1 &&
        sameWords(one.text).includes(sameWords(text)),
    );
    const found = seen[index];
    if (found !== undefined) {
      const rest = sameWords(found.text) === sameWords(text) ? "" : found.text.replace(text.trim(), "");
      seen = seen.with(index, { ...found, text: rest });
    }
    // pdf.js leaves out by itself what lies beyond the page.
    if (found !== undefined || kind === "offPage") {
      words.push([kind === "unpainted" ? "vanish" : kind, text]);
    }
  }
  return { seen: seen.filter(({ text }) => text !== ""), words };
}

/** Puts each stamped number behind the last fragment to its left on its line, as if it had been typed there. */
function withStamps(
  fragments: readonly Fragment[],
  drawing: Drawing,
): { readonly all: readonly Fragment[]; readonly taken: readonly string[] } {
  const all = [...fragments];
  const taken: string[] = [];
  for (const { text, box } of drawing.stamps) {
    if (text.trim() === "" || !STAMPED.test(text.trim())) {
      continue;
    }
    for (const match of text.matchAll(/\S+/gu)) {
      const x = box.left + ((box.right - box.left) * match.index) / text.length;
      const behind = all.findLastIndex(
        (one) => one.y >= box.bottom - 2 && one.y <= box.top && one.x < x && one.text.trim() !== "",
      );
      const before = all[behind];
      if (before !== undefined) {
        all.splice(behind + 1, 0, { text: ` ${match[0]} `, x, y: before.y, width: 1, height: before.height });
        taken.push(match[0]);
      }
    }
  }
  return { all, taken };
}

function blocksOf(fragments: readonly Fragment[], drawing: Drawing, top: number): readonly PageBlock[] {
  const tables = tablesOn(drawing.horizontals, drawing.verticals, fragments);
  const blocks: PageBlock[] = [];
  const placed = new Set<PdfTable>();
  let run: Fragment[] = [];
  const flush = () => {
    const lines = pdfLines(run).filter(
      (line) => !((line.y < top * MARGIN || line.y > top * (1 - MARGIN)) && PAGE_NUMBER.test(line.text)),
    );
    if (lines.length > 0) {
      blocks.push({ kind: "text", text: textOf(lines) });
    }
    run = [];
  };
  for (const fragment of fragments) {
    const within = tables.find(
      ({ box }) =>
        fragment.x >= box.left - 1 &&
        fragment.x < box.right &&
        fragment.y > box.bottom - 1 &&
        fragment.y < box.top,
    );
    if (within === undefined) {
      run.push(fragment);
    } else if (!placed.has(within.table)) {
      flush();
      placed.add(within.table);
      blocks.push(within.table);
    }
  }
  flush();
  return blocks;
}

const kindsIn = (words: readonly [keyof typeof warning.hiddenKinds, string][]) => [
  ...new Set(words.map(([kind]) => kind)),
];

/** One page of a PDF with a text layer: what a person sees of it, in the order it was written. */
export async function readPage(page: PdfPage, codes: DrawingCodes): Promise<ReadPage> {
  const content = await page.getTextContent();
  const fragments = content.items.flatMap((item): Fragment[] =>
    "str" in item && item.str !== ""
      ? [
          {
            text: item.str,
            x: Number(item.transform[4]),
            y: Number(item.transform[5]),
            width: item.width,
            height: item.height,
          },
        ]
      : [],
  );
  const drawing = await readDrawing(page, codes);
  const { seen, words } = withoutHidden(fragments, drawing);
  const { all, taken } = withStamps(seen, drawing);
  const [, , right = 0, top = 0] = page.view;
  return {
    number: page.pageNumber,
    blocks: blocksOf(all, drawing, top),
    layer: pdfLines(seen)
      .map((line) => line.text)
      .join("\n"),
    warnings: [
      ...kindsIn(words).map((kind) =>
        warning.hidden(
          warning.hiddenKinds[kind],
          words
            .filter(([one]) => one === kind)
            .map(([, text]) => text)
            .join("")
            .trim()
            .slice(0, SHOWN_HIDDEN),
        ),
      ),
      ...(taken.length > 0 ? [warning.stamped(page.pageNumber, taken.join(" "))] : []),
    ],
    longest: Math.max(right, top),
  };
}
