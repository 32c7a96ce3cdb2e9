/** Points of 1/72 inch; y grows upwards, as in PDF. */
export interface Fragment {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A straight drawn line: at `at` on its own axis, from `from` to `to` along the other. */
export interface RuledLine {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** a b c d e f: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

export function multiply(first: Matrix, then: Matrix): Matrix {
  const [a, b, c, d, e, f] = then;
  const [g, h, i, j, k, l] = first;
  return [g * a + h * c, g * b + h * d, i * a + j * c, i * b + j * d, k * a + l * c + e, k * b + l * d + f];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Numbers within `tolerance` of each other as one, ascending. */
export function distinct(numbers: readonly number[], tolerance: number): readonly number[] {
  const found: number[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last === undefined || number - last > tolerance) {
      found.push(number);
    }
  }
  return found;
}
