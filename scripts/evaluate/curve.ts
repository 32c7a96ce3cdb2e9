import { BAR } from "../../src/answering/evidence.ts";
import { type Figures, figuresOf, type Judged } from "./figures.ts";

export interface CurvePoint {
  /** Coverage a passage needs for a question of three and more content words. */
  readonly bar: number;
  readonly figures: Figures;
}

/** How far the bar is moved from where it stands, in coverage. */
const SHIFTS = [-0.4, -0.3, -0.2, -0.1, -0.05, 0, 0.05, 0.1, 0.2, 0.3];

/**
 * Judges everything anew with the evidence bar lower and higher, short questions' bar moving along. The bar is read at each
 * judgement, so it is moved where it stands and put back; nothing else may answer meanwhile.
 */
export async function curveOf(judge: () => Promise<readonly Judged[]>): Promise<readonly CurvePoint[]> {
  const movable: { coverage: number; short: number } = BAR;
  const { coverage, short } = movable;
  const points: CurvePoint[] = [];
  try {
    for (const shift of SHIFTS) {
      movable.coverage = coverage + shift;
      movable.short = Math.min(1, short + shift);
      points.push({ bar: movable.coverage, figures: figuresOf(await judge()) });
    }
  } finally {
    Object.assign(movable, { coverage, short });
  }
  return points;
}
