import type { Kind } from "../../src/answering/guard/urgency/kinds.ts";
import { KINDS } from "../../src/answering/guard/urgency/kinds.ts";
import { sequence } from "../../src/domain/sequence.ts";

/** A message, the features it has, what it is, and how much it counts. */
export interface Example {
  readonly features: readonly string[];
  readonly kind: Kind;
  readonly weight: number;
}

export interface Fit {
  readonly features: Readonly<Record<string, readonly number[]>>;
  readonly count: number;
}

// Multinomial logistic regression, fitted by AdaGrad (Duchi, Hazan and Singer, 2011) in a fixed order: the same examples always
// give the same weights.
const ROUNDS = 12;
const STEP = 0.5;
const SHRINK = 1e-4;
/** A feature that stands in fewer examples says more about its writer than about what happened; one line can be two. */
const SEEN_AT_LEAST = 3;
/** Weights below this, in hundredths, change no verdict of the measured sets and are not kept. */
const KEPT = 100;

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
}

function knownFeatures(examples: readonly Example[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const name of examples.flatMap(({ features }) => features)) {
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const often = [...seen].filter(([, count]) => count >= SEEN_AT_LEAST);
  return new Map(often.map(([name], id) => [name, id]));
}

/** Softmax in place. */
function toShares(sums: Float64Array): void {
  const most = Math.max(...sums);
  let whole = 0;
  for (let k = 0; k < sums.length; k++) {
    sums[k] = Math.exp((sums[k] ?? 0) - most);
    whole += sums[k] ?? 0;
  }
  for (let k = 0; k < sums.length; k++) {
    sums[k] = (sums[k] ?? 0) / whole;
  }
}

interface Lesson {
  readonly ids: readonly number[];
  readonly truth: number;
  readonly weight: number;
}

/** What is learned so far, by feature and kind, and the squares of all past gradients. */
interface State {
  readonly weights: Float64Array;
  readonly past: Float64Array;
}

/** Slopes of the loss below this change nothing that is kept. */
const FLAT = 1e-4;

function sharesOf({ ids }: Lesson, { weights }: State, scale: number, calm: number): Float64Array {
  const shares = new Float64Array(KINDS.length);
  for (let k = 0; k < KINDS.length; k++) {
    const sum = ids.reduce((total, id) => total + (weights[id * KINDS.length + k] ?? 0), 0);
    shares[k] = sum * scale + (k === 0 ? calm : 0);
  }
  toShares(shares);
  return shares;
}

function step({ weights, past }: State, at: number, slope: number): void {
  const gradient = slope + SHRINK * (weights[at] ?? 0);
  past[at] = (past[at] ?? 0) + gradient * gradient;
  weights[at] = (weights[at] ?? 0) - (STEP * gradient) / Math.sqrt((past[at] ?? 0) + 1e-8);
}

function learnFrom(lesson: Lesson, state: State, calm: number, fullMessage: number): void {
  const scale = 1 / Math.sqrt(Math.max(lesson.ids.length, fullMessage));
  for (const [k, share] of sharesOf(lesson, state, scale, calm).entries()) {
    const slope = lesson.weight * (share - (k === lesson.truth ? 1 : 0));
    for (const id of Math.abs(slope) < FLAT ? [] : lesson.ids) {
      step(state, id * KINDS.length + k, slope * scale);
    }
  }
}

/** `calm` and `fullMessage` as in UrgencyWeights. */
export function learn(examples: readonly Example[], calm: number, fullMessage: number): Fit {
  const known = knownFeatures(examples);
  const size = known.size * KINDS.length;
  const state = { weights: new Float64Array(size), past: new Float64Array(size) };
  const lessons = examples.map(({ features, kind, weight }) => ({
    ids: features.flatMap((name) => known.get(name) ?? []),
    truth: KINDS.indexOf(kind),
    weight,
  }));
  const random = sequence(1);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(lessons, random);
    for (const lesson of lessons) {
      learnFrom(lesson, state, calm, fullMessage);
    }
  }
  return { features: kept(known, state.weights), count: known.size };
}

/** Weights in hundredths, without those that say nothing. */
function kept(known: ReadonlyMap<string, number>, weights: Float64Array): Fit["features"] {
  const rows = [...known].map(([name, id]): [string, number[]] => {
    const row = KINDS.flatMap((_, k) => {
      const hundredths = Math.round((weights[id * KINDS.length + k] ?? 0) * 100);
      return Math.abs(hundredths) < KEPT ? [] : [k, hundredths];
    });
    return [name, row];
  });
  return Object.fromEntries(rows.filter(([, row]) => row.length > 0));
}
