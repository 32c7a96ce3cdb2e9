import { apply, type Matrix, type RuledLine } from "./geometry.ts";

/** Wider than this a drawn bar is an area, not a line; shorter than that a line is a corner or an underline of a letter. */
export const THICKEST = 2.5;
const SHORTEST = 8;

export interface Rules {
  readonly horizontals: RuledLine[];
  readonly verticals: RuledLine[];
}

type Point = readonly [number, number];

/** pdf.js writes a path as a code and its points: 0 move, 1 line, 2 and 3 curves, 4 close. */
const POINTS = [1, 1, 3, 2, 0];

/** The straight steps of one path. */
export function stepsOf(path: readonly number[]): readonly (readonly [Point, Point])[] {
  const steps: [Point, Point][] = [];
  let here: Point = [0, 0];
  let start: Point = [0, 0];
  for (let index = 0; index < path.length; ) {
    const code = path[index] ?? 0;
    const last = index + 2 * (POINTS[code] ?? 1);
    const next: Point = code === 4 ? start : [path[last - 1] ?? 0, path[last] ?? 0];
    if (code === 0) {
      start = next;
    } else if (code === 1 || code === 4) {
      steps.push([here, next]);
    }
    here = next;
    index = last + 1;
  }
  return steps;
}

/** Keeps a drawn step when it is a level or an upright line. */
export function keepRule(rules: Rules, matrix: Matrix, [from, to]: readonly [Point, Point]): void {
  const [x0, y0] = apply(matrix, ...from);
  const [x1, y1] = apply(matrix, ...to);
  if (Math.abs(y1 - y0) <= THICKEST && Math.abs(x1 - x0) >= SHORTEST) {
    rules.horizontals.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
  } else if (Math.abs(x1 - x0) <= THICKEST && Math.abs(y1 - y0) >= SHORTEST) {
    rules.verticals.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
  }
}
