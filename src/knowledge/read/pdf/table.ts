import { cellWords } from "../common/markdown-table.ts";
import { type Box, distinct, type Fragment, type RuledLine } from "./geometry.ts";
import { pdfLines } from "./lines.ts";

/** A ruled table: the places of its upright lines, and its rows cell by cell, merged cells repeated. */
export interface PdfTable {
  readonly kind: "table";
  readonly edges: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** Points: lines this near are one; a line may stop this short of the corner it makes. */
const NEAR = 3;

interface Grid {
  readonly xs: readonly number[];
  /** From the top down. */
  readonly ys: readonly number[];
  readonly horizontals: readonly RuledLine[];
  readonly verticals: readonly RuledLine[];
}

const touches = (flat: RuledLine, upright: RuledLine): boolean =>
  upright.at >= flat.from - NEAR &&
  upright.at <= flat.to + NEAR &&
  flat.at >= upright.from - NEAR &&
  flat.at <= upright.to + NEAR;

/** Word draws a border piece by piece, one for each cell: pieces in a row are one line. */
function whole(rules: readonly RuledLine[]): readonly RuledLine[] {
  const merged: RuledLine[] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const index = merged.findIndex(
      (one) =>
        Math.abs(one.at - rule.at) <= NEAR / 2 && rule.from <= one.to + NEAR && rule.to >= one.from - NEAR,
    );
    const one = merged[index];
    if (one === undefined) {
      merged.push(rule);
    } else {
      merged[index] = { at: one.at, from: Math.min(one.from, rule.from), to: Math.max(one.to, rule.to) };
    }
  }
  return merged;
}

/** Lines that cross each other belong to one table. */
function gridsOf(horizontals: readonly RuledLine[], verticals: readonly RuledLine[]): readonly Grid[] {
  const flat = whole(horizontals);
  let upright = [...whole(verticals)];
  const grids: Grid[] = [];
  while (upright.length > 0) {
    const mine = new Set<RuledLine>([upright[0] as RuledLine]);
    let grown = true;
    while (grown) {
      const before = mine.size;
      const rows = flat.filter((rule) => [...mine].some((one) => touches(rule, one)));
      for (const one of upright) {
        if (rows.some((rule) => touches(rule, one))) {
          mine.add(one);
        }
      }
      grown = mine.size > before;
    }
    const mineFlat = flat.filter((rule) => [...mine].some((one) => touches(rule, one)));
    upright = upright.filter((one) => !mine.has(one));
    grids.push({
      xs: distinct(
        [...mine].map((one) => one.at),
        NEAR,
      ),
      ys: [
        ...distinct(
          mineFlat.map((one) => one.at),
          NEAR,
        ),
      ].reverse(),
      horizontals: mineFlat,
      verticals: [...mine],
    });
  }
  return grids;
}

const stands = (rules: readonly RuledLine[], at: number, through: number): boolean =>
  rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from <= through && rule.to >= through);

/** For each square of the grid, the square that its merged cell begins in. */
function cellStarts(grid: Grid): readonly (readonly (readonly [number, number])[])[] {
  const { xs, ys } = grid;
  const starts: [number, number][][] = [];
  for (let row = 0; row < ys.length - 1; row += 1) {
    const middle = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
    const line: [number, number][] = [];
    for (let column = 0; column < xs.length - 1; column += 1) {
      const center = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2;
      const left = line[column - 1];
      const above = starts[row - 1]?.[column];
      if (left !== undefined && !stands(grid.verticals, xs[column] ?? 0, middle)) {
        line.push(left);
      } else if (above !== undefined && !stands(grid.horizontals, ys[row] ?? 0, center)) {
        line.push(above);
      } else {
        line.push([row, column]);
      }
    }
    starts.push(line);
  }
  return starts;
}

const bandOf = (edges: readonly number[], value: number): number => {
  const ascending = (edges[0] ?? 0) < (edges.at(-1) ?? 0);
  return edges.findIndex((edge, index) => {
    const next = edges[index + 1];
    return next !== undefined && (ascending ? value >= edge && value < next : value <= edge && value > next);
  });
};

function readGrid(grid: Grid, fragments: readonly Fragment[]): PdfTable {
  const starts = cellStarts(grid);
  const inside = new Map<string, Fragment[]>();
  for (const fragment of fragments) {
    const column = bandOf(grid.xs, fragment.x + Math.min(fragment.width, 6) / 2);
    const row = bandOf(grid.ys, fragment.y + fragment.height * 0.3);
    const start = starts[row]?.[column];
    if (start !== undefined) {
      inside.set(start.join(), [...(inside.get(start.join()) ?? []), fragment]);
    }
  }
  const words = (start: readonly [number, number]): string =>
    cellWords(
      pdfLines(inside.get(start.join()) ?? [])
        .map((line) => line.text)
        .join(" "),
    );
  const rows = starts.flatMap((line, row) => {
    const begins = line.some((start) => start[0] === row && words(start) !== "");
    // A cell that spans columns is written once, one that spans rows on each of them.
    const cells = line.map((start, column) => (start[1] === column ? words(start) : ""));
    return begins ? [cells] : [];
  });
  return { kind: "table", edges: grid.xs, rows };
}

export interface FoundTable {
  readonly table: PdfTable;
  readonly box: Box;
}

/** The ruled tables of a page. Frames, underlines and single boxes are none. */
export function tablesOn(
  horizontals: readonly RuledLine[],
  verticals: readonly RuledLine[],
  fragments: readonly Fragment[],
): readonly FoundTable[] {
  return gridsOf(horizontals, verticals).flatMap((grid) => {
    const box: Box = {
      left: grid.xs[0] ?? 0,
      right: grid.xs.at(-1) ?? 0,
      top: grid.ys[0] ?? 0,
      bottom: grid.ys.at(-1) ?? 0,
    };
    if (grid.xs.length < 3 || grid.ys.length < 2) {
      return [];
    }
    const table = readGrid(grid, fragments);
    const filled = table.rows.flat().filter((cell) => cell !== "").length;
    return filled < 3 ? [] : [{ table, box }];
  });
}
