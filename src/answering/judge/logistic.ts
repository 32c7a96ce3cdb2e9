// Logistic regression with an L2 penalty, fitted by Newton's method (Hastie, Tibshirani and Friedman, "The Elements of
// Statistical Learning", 2009, 4.4.1). Some tens of features and hundreds of thousands of examples take seconds.
import type { Features } from "../retrieve/features.ts";

export interface Weights {
  readonly bias: number;
  readonly of: Readonly<Record<string, number>>;
}

export interface Example {
  readonly features: Features;
  readonly answers: boolean;
  readonly weight: number;
}

/** Log-odds that a candidate with these features answers. */
export function logOdds(weights: Weights, features: Features): number {
  let sum = weights.bias;
  for (const [name, value] of Object.entries(features)) {
    sum += value * (weights.of[name] ?? 0);
  }
  return sum;
}

export const probabilityOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** The features that carried a judgement, by how much they moved it. */
export function contributions(
  weights: Weights,
  features: Features,
  most = 8,
): readonly { readonly name: string; readonly moved: number }[] {
  return Object.entries(features)
    .map(([name, value]) => ({ name, moved: value * (weights.of[name] ?? 0) }))
    .filter(({ moved }) => moved !== 0)
    .sort((a, b) => Math.abs(b.moved) - Math.abs(a.moved))
    .slice(0, most);
}

const ROUNDS = 12;
const CLOSE = 1e-6;

/** An example as positions in the weights, the bias first, with a value each. */
interface Row {
  readonly at: readonly number[];
  readonly value: readonly number[];
  readonly answers: boolean;
  readonly weight: number;
}

/** Fits weights; `penalty` is the L2 strength for every weight but the bias. The same examples always give the same weights. */
export function fitWeights(examples: readonly Example[], penalty: number): Weights {
  const names = [...new Set(examples.flatMap(({ features }) => Object.keys(features)))].sort();
  const place = new Map(names.map((name, at) => [name, at + 1]));
  const rows = examples.map(({ features, answers, weight }) => ({
    at: [0, ...Object.keys(features).map((name) => place.get(name) ?? 0)],
    value: [1, ...Object.values(features)],
    answers,
    weight,
  }));
  const weights = new Float64Array(names.length + 1);
  for (let round = 0; round < ROUNDS; round++) {
    const { slope, curve } = derivatives(rows, weights);
    for (let i = 0; i < weights.length; i++) {
      const held = i === 0 ? 1e-9 : penalty;
      slope[i] = (slope[i] ?? 0) + held * (weights[i] ?? 0);
      const line = curve[i];
      if (line !== undefined) {
        line[i] = (line[i] ?? 0) + held;
      }
    }
    const step = solve(curve, slope);
    step.forEach((by, i) => {
      weights[i] = (weights[i] ?? 0) - by;
    });
    if (Math.max(...step.map(Math.abs)) < CLOSE) {
      break;
    }
  }
  const of = Object.fromEntries(names.map((name, at) => [name, weights[at + 1] ?? 0]));
  return { bias: weights[0] ?? 0, of };
}

/** Gradient and Hessian of the negative log-likelihood. */
function derivatives(rows: readonly Row[], weights: Float64Array) {
  const slope = new Float64Array(weights.length);
  const curve = Array.from({ length: weights.length }, () => new Float64Array(weights.length));
  for (const { at, value, answers, weight } of rows) {
    const sum = at.reduce((total, place, i) => total + (weights[place] ?? 0) * (value[i] ?? 0), 0);
    const p = probabilityOf(sum);
    const error = weight * (p - (answers ? 1 : 0));
    const bend = weight * p * (1 - p);
    for (let i = 0; i < at.length; i++) {
      const [row, x] = [at[i] ?? 0, value[i] ?? 0];
      slope[row] = (slope[row] ?? 0) + error * x;
      addTo(curve[row], at, value, bend * x);
    }
  }
  return { slope, curve };
}

function addTo(line: Float64Array | undefined, at: readonly number[], value: readonly number[], by: number) {
  for (let j = 0; line !== undefined && j < at.length; j++) {
    const column = at[j] ?? 0;
    line[column] = (line[column] ?? 0) + by * (value[j] ?? 0);
  }
}

/** Solves A x = b by Gaussian elimination with partial pivoting; A is changed. */
function solve(a: readonly Float64Array[], b: Float64Array): Float64Array {
  const size = b.length;
  const rows: Float64Array[] = a.map((line, i) => Float64Array.from([...line, b[i] ?? 0]));
  for (let column = 0; column < size; column++) {
    const pivot = rows.reduce(
      (best, line, i) =>
        i >= column && Math.abs(line[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? i : best,
      column,
    );
    [rows[column], rows[pivot]] = [rows[pivot] as Float64Array, rows[column] as Float64Array];
    const head = rows[column] as Float64Array;
    for (let i = column + 1; i < size; i++) {
      const line = rows[i] as Float64Array;
      const factor = (line[column] ?? 0) / (head[column] || 1e-12);
      for (let j = column; j <= size && factor !== 0; j++) {
        line[j] = (line[j] ?? 0) - factor * (head[j] ?? 0);
      }
    }
  }
  const x = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    const line = rows[i] as Float64Array;
    let rest = line[size] ?? 0;
    for (let j = i + 1; j < size; j++) {
      rest -= (line[j] ?? 0) * (x[j] ?? 0);
    }
    x[i] = rest / (line[i] || 1e-12);
  }
  return x;
}
