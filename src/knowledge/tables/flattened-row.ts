// One row of a flattened table back into its columns. Extraction writes cell after cell, each wrapped to its width, so the row
// is a run of lines to be cut into as many runs as there are columns; the best cut is the one whose pieces look most like
// what their columns hold.
import { oneLine } from "../../vietnamese/text/normalise.ts";
import { isSchedule } from "../entities/schedule.ts";
import type { UnitReader } from "../entities/units.ts";
import { unfinished } from "../outline/paragraphs.ts";
import type { Line } from "../text/lines.ts";
import { EMPTY, join, type SourceText } from "../text/source-text.ts";
import type { Column } from "../text/table-columns.ts";

export type Cells = Partial<Record<Column, SourceText>>;

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

/** The lines of a row as the scores need them: plain words, and whether a blank line stands before. */
interface Strip {
  readonly words: readonly string[];
  readonly blank: readonly boolean[];
}

function stripOf(lines: readonly Line[]): Strip {
  return {
    words: lines.map((line) => oneLine(line.words.text)),
    blank: lines.map((line) => line.blankBefore),
  };
}

/** What speaks for a cell beginning at this line, after the lines before. */
function boundary({ words, blank }: Strip, start: number, begun: boolean): number {
  const line = words[start];
  const before = words[start - 1];
  if (line === undefined || before === undefined) {
    return 0;
  }
  const small = !begun && /^\p{Ll}/u.test(line) ? -5 : 0;
  const open = unfinished(before, line) ? -6 : 0;
  return (blank[start] === true ? 3 : -2) + small + open + (ENDED.test(before) ? 1 : 0);
}

/** Lines broken although the next word had room: a sign that two cells were taken for one. */
function earlyBreaks({ words }: Strip, start: number, end: number): number {
  let widest = 0;
  for (let i = start; i < end; i++) {
    widest = Math.max(widest, words[i]?.length ?? 0);
  }
  let early = 0;
  for (let i = start + 1; i < end; i++) {
    const word = (words[i] ?? "").split(" ", 1)[0]?.length ?? 0;
    // Letters differ in width, so a break counts as early only with room to spare.
    early += (words[i - 1]?.length ?? 0) + 1 + word <= widest * 0.9 ? 1 : 0;
  }
  return early;
}

/** "Đoàn Thanh niên;" before "Công an": a list of bodies that is cut in the middle. */
function cutsList({ words }: Strip, start: number, reader: UnitReader): boolean {
  const [before = "", line = ""] = [words[start - 1], words[start]];
  return /[;,]$/u.test(before) && reader.all(before).length > 0 && reader.all(line).length > 0;
}

/** A cell of prose that closes with a line that is wholly a body's name has swallowed the next cell. */
function swallows({ words }: Strip, start: number, end: number, reader: UnitReader): boolean {
  return [end - 1, end - 2].some(
    (at) =>
      at > start && /^\p{Lu}/u.test(words[at] ?? "") && reader.all(words.slice(at, end).join(" ")).length > 0,
  );
}

/** How well the lines from `start` to `end` make the cell of a column, `before` being its part on the page above. */
function cellScore(
  strip: Strip,
  [start, end]: readonly [number, number],
  column: Column,
  before: string | undefined,
  reader: UnitReader,
): number {
  const own = strip.words.slice(start, end).join(" ");
  const goesOn = before !== undefined && before !== "";
  const whole = likeness(goesOn ? `${before} ${own}`.trimEnd() : own, column, reader);
  if (own === "") {
    return whole;
  }
  const inner = strip.blank.slice(start + 1, end).filter((blank) => blank).length;
  // On a second page a cell goes on rather than begins, and does not go on in small letters behind a full stop.
  const unbegun = before === "" ? -3 : 0;
  const ended = goesOn && /[.;]$/u.test(before) && /^\p{Ll}/u.test(own) ? -4 : 0;
  const long = column === "lead" && end - start > WRAPPED_LEAD ? -3 : 0;
  const named = column === "lead" || column === "coordinators";
  const list = !goesOn && cutsList(strip, start, reader) ? -4 : 0;
  const swallowed = !named && swallows(strip, start, end, reader) ? -4 : 0;
  const breaks = inner * -3 + earlyBreaks(strip, start, end) * -4;
  return whole + boundary(strip, start, goesOn) + breaks + unbegun + ended + long + list + swallowed;
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
  const strip = stripOf(lines);
  let best: (Cut | undefined)[] = Array.from({ length: lines.length + 1 });
  best[0] = { score: 0, ends: [] };
  for (const column of columns) {
    const before = begun === undefined ? undefined : oneLine(begun[column]?.text ?? "");
    best = extend(best, (start, end) => cellScore(strip, [start, end], column, before, reader));
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
