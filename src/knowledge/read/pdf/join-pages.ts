import { markdownRows } from "../common/markdown-table.ts";
import type { PageBlock } from "./page.ts";
import type { PdfTable } from "./table.ts";

/** Points by which the upright lines of one table may differ from page to page. */
const SAME_EDGE = 6;

function goesOn(before: PdfTable, after: PdfTable): boolean {
  return (
    before.edges.length === after.edges.length &&
    before.edges.every((edge, index) => Math.abs(edge - (after.edges[index] ?? 0)) <= SAME_EDGE)
  );
}

const sameRow = (one: readonly string[] | undefined, other: readonly string[] | undefined): boolean =>
  one !== undefined && other !== undefined && one.join("|").toLowerCase() === other.join("|").toLowerCase();

/** One table cut by a page break: its repeated head is dropped, and a row that begins without a number ends the row above. */
function joinTables(before: PdfTable, after: PdfTable): PdfTable {
  const rest = sameRow(before.rows[0], after.rows[0]) ? after.rows.slice(1) : after.rows;
  const [first, ...others] = rest;
  const last = before.rows.at(-1);
  const cut =
    first !== undefined &&
    last !== undefined &&
    first[0] === "" &&
    last[0] !== "" &&
    last.filter((cell) => cell !== "").length > 1;
  const rows = cut
    ? [
        ...before.rows.slice(0, -1),
        last.map((cell, index) => `${cell} ${first[index] ?? ""}`.trim()),
        ...others,
      ]
    : [...before.rows, ...rest];
  return { ...before, rows };
}

/** A sentence that runs over the page break goes on in the next line. */
function textJoint(before: string, after: string): string {
  return /[.;:!?…]["”’)\]]*$/u.test(before) || !/^["“'(]?\p{Ll}/u.test(after) ? "\n\n" : "\n";
}

/** The blocks of all pages as one text. */
export function joinPages(pages: readonly (readonly PageBlock[])[]): string {
  const blocks: PageBlock[] = [];
  for (const page of pages) {
    page.forEach((block, index) => {
      const last = blocks.at(-1);
      if (index === 0 && last?.kind === "table" && block.kind === "table" && goesOn(last, block)) {
        blocks[blocks.length - 1] = joinTables(last, block);
      } else {
        blocks.push(block);
      }
    });
  }
  let text = "";
  for (const block of blocks) {
    const own = block.kind === "table" ? markdownRows(block.rows) : block.text;
    text += text === "" ? own : `${block.kind === "text" ? textJoint(text, own) : "\n\n"}${own}`;
  }
  return text;
}
