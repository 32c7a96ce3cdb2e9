// Assignment tables that text extraction flattened to lines: heads that come back on each page, groups, numbered rows.
import { squeeze } from "../../vietnamese/text/normalise.ts";
import { isSchedule } from "../entities/schedule.ts";
import type { UnitReader } from "../entities/units.ts";
import { TAIL_LINE } from "../outline/paragraphs.ts";
import type { Line } from "../text/lines.ts";
import { join, slice, trim } from "../text/source-text.ts";
import { assigns, type Column, flatColumns, type Table, type TableRow } from "../text/table-columns.ts";
import { cutRow } from "./flattened-row.ts";
import { NUMBERED, type Start, startsOf } from "./row-starts.ts";

const HEAD_START = /^(?:STT|TT|Số TT)(?!\p{L})/u;
const HEAD_LINES = 10;

interface Region {
  readonly from: number;
  readonly to: number;
  readonly head: readonly string[];
  readonly columns: readonly Column[];
}

function bare(line: Line): string {
  return line.words.text;
}

/** The first flattened assignment table at or after a line. */
function regionAfter(lines: readonly Line[], start: number): Region | null {
  for (let from = start; from < lines.length; from++) {
    const first = lines[from];
    if (first === undefined || first.row || !HEAD_START.test(bare(first))) {
      continue;
    }
    const rest = lines.slice(from + 1, from + HEAD_LINES);
    const stop = rest.findIndex(
      (line) => NUMBERED.test(bare(line)) || /^[IVX]+(?:[.\s]|$)|^[A-D]\.?\s/u.test(bare(line)),
    );
    const head = lines.slice(from, from + 1 + (stop < 0 ? 1 : stop)).map(bare);
    const columns = flatColumns(head.join(" "));
    if (assigns(columns)) {
      const tail = lines.findIndex(
        (line, i) => i > from && (TAIL_LINE.test(bare(line)) || /^PHỤ LỤC/u.test(bare(line))),
      );
      return { from, to: tail < 0 ? lines.length : tail, head, columns };
    }
  }
  return null;
}

/** Body lines without the head, wherever it comes back; a line behind a repeated head knows it. */
function bodyLines(lines: readonly Line[], head: readonly string[]): { lines: Line[]; pages: Set<Line> } {
  const keys = head.map(squeeze);
  const kept: Line[] = [];
  const pages = new Set<Line>();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) {
      continue;
    }
    if (squeeze(bare(line)) === keys[0]) {
      let n = 1;
      while (n < keys.length && squeeze(lines[i + n]?.words.text ?? "") === keys[n]) {
        n++;
      }
      i += n - 1;
      // The number of the page that ended here.
      if (kept.length > 0 && /^\d{1,3}$/u.test(bare(kept.at(-1) ?? line))) {
        kept.pop();
      }
      const next = lines[i + 1];
      if (next !== undefined && kept.length > 0) {
        pages.add(next);
      }
      continue;
    }
    kept.push(line);
  }
  return { lines: kept, pages };
}

/** The last line of a row may hold the end of one cell and the whole of the time cell: "tuyên truyền. Hằng năm". */
function partLast(lines: readonly Line[]): readonly Line[] {
  const last = lines.at(-1);
  if (last === undefined || isSchedule(bare(last))) {
    return lines;
  }
  const words = [...bare(last).matchAll(/\s+(?=\S)/gu)].slice(-5);
  for (const gap of words) {
    const behind = gap.index + gap[0].length;
    if (isSchedule(bare(last).slice(behind)) && /\p{L}/u.test(bare(last).slice(behind))) {
      return [
        ...lines.slice(0, -1),
        { ...last, words: trim(slice(last.words, 0, gap.index)) },
        { ...last, words: slice(last.words, behind), blankBefore: true },
      ];
    }
  }
  return lines;
}

function rowOf(
  start: Start,
  lines: readonly Line[],
  columns: readonly Column[],
  pages: ReadonlySet<Line>,
  units: UnitReader,
): { row: TableRow; score: number } {
  const first = lines[0];
  const number = /^\d{1,3}\s*[.)]?\s*/u.exec(first?.words.text ?? "")?.[0].length ?? 0;
  const opened =
    first === undefined ? [] : [{ ...first, words: slice(first.words, number), blankBefore: false }];
  const all = partLast([...opened, ...lines.slice(1)].filter((line) => line.words.text !== ""));
  const page = all.findIndex((line) => pages.has(line));
  const here = partLast(page < 0 ? all : all.slice(0, page));
  const cut = cutRow(here, columns, units);
  const whole = page < 0 ? cut : cutRow(all.slice(page), columns, units, cut.cells);
  return {
    row: {
      label: start.label,
      group: start.group,
      cells: whole.cells,
      words: join(lines.map((line) => line.words)),
    },
    score: cut.score,
  };
}

/** Orders of columns met in practice, for heads whose wrapped cells hide their order. */
const ORDERS: readonly (readonly Column[])[] = [
  ["content", "lead", "coordinators", "result", "schedule"],
  ["content", "lead", "coordinators", "schedule", "result"],
  ["content", "result", "lead", "coordinators", "schedule"],
  ["content", "result", "schedule", "lead", "coordinators"],
  ["content", "schedule", "lead", "coordinators", "result"],
];

/** A row well cut into five columns scores about 35. */
const FITS = 18;

function mean(rows: readonly { readonly score: number }[]): number {
  return rows.reduce((sum, { score }) => sum + score, 0) / Math.max(1, rows.length);
}

function tableOf(region: Region, lines: readonly Line[], units: UnitReader): Table {
  const body = bodyLines(lines.slice(region.from, region.to), region.head);
  const starts = startsOf(body.lines);
  const read = (columns: readonly Column[]) =>
    starts.flatMap((start, i) => {
      const end = starts[i + 1]?.at ?? body.lines.length;
      return start.label === null
        ? []
        : [rowOf(start, body.lines.slice(start.at, end), columns, body.pages, units)];
    });
  const given = { columns: region.columns, rows: read(region.columns) };
  // The head's own order is given up only when it fits badly and another fits much better.
  const others =
    mean(given.rows) >= FITS
      ? []
      : ORDERS.map((order) => order.filter((column) => region.columns.includes(column)));
  const best = others
    .map((columns) => ({ columns, rows: read(columns) }))
    .reduce((kept, one) => (mean(one.rows) > mean(kept.rows) + 3 ? one : kept), given);
  return { rows: best.rows.map(({ row }) => row), columns: best.columns };
}

export interface PlacedTable {
  readonly from: number;
  readonly to: number;
  readonly table: Table;
}

/** Flattened assignment tables among lines, with the lines they take. */
export function flatTables(lines: readonly Line[], units: UnitReader): readonly PlacedTable[] {
  const found: PlacedTable[] = [];
  for (let region = regionAfter(lines, 0); region !== null; region = regionAfter(lines, region.to)) {
    const table = tableOf(region, lines, units);
    if (table.rows.length > 0) {
      found.push({ from: region.from, to: region.to, table });
    }
  }
  return found;
}
