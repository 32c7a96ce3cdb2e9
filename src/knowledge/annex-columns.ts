// One row of a flattened table back into its columns. Extraction writes cell after cell, each wrapped to its width, so the row
// is a run of lines to be cut into as many runs as there are columns; the best cut is the one whose pieces look most like
// what their columns hold.
import { oneLine } from "../vietnamese/fold.ts";
import type { Column } from "./annex-header.ts";
import { unfinished } from "./paragraphs.ts";
import type { Line } from "./repair-lines.ts";
import { isSchedule } from "./schedule.ts";
import { EMPTY, join, type Traced } from "./traced.ts";
import type { UnitReader } from "./units.ts";

export type Cells = Partial<Record<Column, Traced>>;

const ENDED = /[.;:!?…)"”]$/u;
const WRAPPED_LEAD = 6;

function units(words: string, column: Column, reader: UnitReader): number {
  if (words === "") {
    return column === "lead" ? -6 : -3;
  }
  if (reader.all(words).length === 0) {
    return -12;
  }
  return 9 - (column === "lead" ? (reader.all(words).length - 1) * 1.5 : 0);
}

function prose(words: string, column: Column, reader: UnitReader): number {
  if (words === "") {
    return column === "content" ? -20 : -3;
  }
  // A cell of prose that is nothing but names of bodies belongs next door.
  return reader.all(words).length > 0 ? -6 : 3;
}

function likeness(words: string, column: Column, reader: UnitReader): number {
  switch (column) {
    case "lead":
    case "coordinators":
      return units(words, column, reader);
    case "schedule":
      if (words === "") {
        return -5;
      }
      // "Tháng 3/2026" rather than "3/2026" with a stray "Tháng" next door.
      return isSchedule(words) ? 8 + (/^\p{L}/u.test(words) ? 2 : 0) : -8 - words.length / 20;
    default:
      return prose(words, column, reader);
  }
}

/** What speaks for a cell beginning at this line, after the lines before. */
function boundary(lines: readonly Line[], start: number, begun: boolean): number {
  const line = lines[start];
  const before = lines[start - 1];
  if (line === undefined || before === undefined) {
    return 0;
  }
  const blank = line.blankBefore ? 3 : -2;
  const small = !begun && /^\p{Ll}/u.test(line.words.text) ? -5 : 0;
  const open = unfinished(before.words.text, line.words.text) ? -6 : 0;
  return blank + small + open + (ENDED.test(before.words.text) ? 1 : 0);
}

function text(lines: readonly Line[], start: number, end: number): string {
  return oneLine(
    lines
      .slice(start, end)
      .map((line) => line.words.text)
      .join(" "),
  );
}

/** Lines broken although the next word had room: a sign that two cells were taken for one. */
function earlyBreaks(lines: readonly Line[], start: number, end: number): number {
  const cell = lines.slice(start, end).map((line) => line.words.text);
  // Letters differ in width, so a break counts as early only with room to spare.
  const room = Math.max(0, ...cell.map((line) => line.length)) * 0.9;
  return cell.slice(1).filter((line, i) => {
    const word = /^\S+/u.exec(line)?.[0].length ?? 0;
    return (cell[i]?.length ?? 0) + 1 + word <= room;
  }).length;
}

/** A cell of prose that closes with a line that is wholly a body's name has swallowed the next cell. */
function swallows(lines: readonly Line[], start: number, end: number, reader: UnitReader): boolean {
  return [end - 1, end - 2].some(
    (at) =>
      at > start &&
      /^\p{Lu}/u.test(lines[at]?.words.text ?? "") &&
      reader.all(text(lines, at, end)).length > 0,
  );
}

/** How well the lines from `start` to `end` make the cell of a column, `before` being its part on the page above. */
function cellScore(
  lines: readonly Line[],
  [start, end]: readonly [number, number],
  column: Column,
  before: string | undefined,
  reader: UnitReader,
): number {
  const own = text(lines, start, end);
  const whole = likeness(oneLine(`${before ?? ""} ${own}`), column, reader);
  if (own === "") {
    return whole;
  }
  const inner = lines.slice(start + 1, end).filter((line) => line.blankBefore).length;
  const goesOn = before !== undefined && before !== "";
  // On a second page a cell goes on rather than begins, and does not go on in small letters behind a full stop.
  const unbegun = before === "" ? -3 : 0;
  const ended = goesOn && /[.;]$/u.test(before) && /^\p{Ll}/u.test(own) ? -4 : 0;
  const long = column === "lead" && end - start > WRAPPED_LEAD ? -3 : 0;
  const named = column === "lead" || column === "coordinators";
  const swallowed = !named && swallows(lines, start, end, reader) ? -4 : 0;
  const breaks = inner * -3 + earlyBreaks(lines, start, end) * -4;
  return whole + boundary(lines, start, goesOn) + breaks + unbegun + ended + long + swallowed;
}

interface Cut {
  readonly score: number;
  readonly ends: readonly number[];
}

/** For each end, the best way to go on from the cuts so far with one more column. */
function extend(
  cuts: readonly (Cut | undefined)[],
  score: (start: number, end: number) => number,
): (Cut | undefined)[] {
  return cuts.map((_, end) => {
    let best: Cut | undefined;
    for (let start = 0; start <= end; start++) {
      const cut = cuts[start];
      const sum = cut === undefined ? Number.NEGATIVE_INFINITY : cut.score + score(start, end);
      if (cut !== undefined && sum > (best?.score ?? Number.NEGATIVE_INFINITY)) {
        best = { score: sum, ends: [...cut.ends, end] };
      }
    }
    return best;
  });
}

/** The best cut of lines into the columns, in their order; `begun` are cells begun on the page before. */
export function cutRow(
  lines: readonly Line[],
  columns: readonly Column[],
  reader: UnitReader,
  begun?: Cells,
): { readonly cells: Cells; readonly score: number } {
  let best: (Cut | undefined)[] = Array.from({ length: lines.length + 1 });
  best[0] = { score: 0, ends: [] };
  for (const column of columns) {
    const before = begun === undefined ? undefined : (begun[column]?.text ?? "");
    best = extend(best, (start, end) => cellScore(lines, [start, end], column, before, reader));
  }
  const cut = best[lines.length];
  const cells: Cells = {};
  columns.forEach((column, i) => {
    const start = i === 0 ? 0 : (cut?.ends[i - 1] ?? 0);
    const own = lines.slice(start, cut?.ends[i] ?? 0).map((line) => line.words);
    cells[column] = join([begun?.[column] ?? EMPTY, ...own]);
  });
  return { cells, score: cut?.score ?? Number.NEGATIVE_INFINITY };
}
