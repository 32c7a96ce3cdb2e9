import { THRESHOLD } from "../../src/answering/lookup/relevance.ts";
import { type Figures, figuresOf, type Judged } from "./figures.ts";

export interface CurvePoint {
  /** Coverage a passage needs for a question of three and more content words; the other coverages move along. */
  readonly bar: number;
  readonly figures: Figures;
}

/** The coverages that make up the bar: for questions of three and more words, of two, and with words in a row. */
const MOVED = ["coverage", "short", "run", "longRun"] as const;

/** How far the bar is moved from where it stands, in coverage. */
const SHIFTS = [-0.4, -0.3, -0.2, -0.1, -0.05, 0, 0.05, 0.1, 0.2, 0.3];

/**
 * Judges everything anew with the evidence bar lower and higher, all of its coverages moving together. The bar is read at
 * each judgement, so it is moved where it stands and put back; nothing else may answer meanwhile.
 */
export async function curveOf(judge: () => Promise<readonly Judged[]>): Promise<readonly CurvePoint[]> {
  const bar: Record<(typeof MOVED)[number], number> = THRESHOLD;
  const stood = { ...THRESHOLD };
  const points: CurvePoint[] = [];
  try {
    for (const shift of SHIFTS) {
      for (const key of MOVED) {
        bar[key] = Math.min(1, Math.max(0, stood[key] + shift));
      }
      points.push({ bar: bar.coverage, figures: figuresOf(await judge()) });
    }
  } finally {
    Object.assign(bar, stood);
  }
  return points;
}
