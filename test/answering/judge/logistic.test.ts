import { describe, expect, it } from "vitest";
import { contributions, fitWeights, logOdds, probabilityOf } from "../../../src/answering/judge/logistic.ts";
import { sequence } from "../../../src/domain/sequence.ts";

/** Examples whose true log-odds are 2·a − 1·b − 0.5, drawn in a fixed order. */
function drawn(count: number) {
  const random = sequence(11);
  return Array.from({ length: count }, () => {
    const features = { a: random() * 4 - 2, b: random() * 4 - 2 };
    return { features, answers: random() < probabilityOf(2 * features.a - features.b - 0.5), weight: 1 };
  });
}

describe("weights fitted to examples", () => {
  it("come back to the odds the examples were drawn from", () => {
    const { bias, of } = fitWeights(drawn(4_000), 0.1);
    expect(bias).toBeCloseTo(-0.5, 0);
    expect(of.a).toBeCloseTo(2, 0);
    expect(of.b).toBeCloseTo(-1, 0);
  });

  it("are calibrated: of what is given 80%, about 80% answers", () => {
    const weights = fitWeights(drawn(4_000), 0.1);
    const near = drawn(8_000).filter(({ features }) => {
      const p = probabilityOf(logOdds(weights, features));
      return p > 0.75 && p < 0.85;
    });
    const right = near.filter(({ answers }) => answers).length / near.length;
    expect(right).toBeGreaterThan(0.72);
    expect(right).toBeLessThan(0.88);
  });

  it("shrink under a penalty, and never break on a feature that all examples share", () => {
    const examples = drawn(500).map((one) => ({ ...one, features: { ...one.features, always: 1 } }));
    const loose = fitWeights(examples, 0.1);
    const tight = fitWeights(examples, 500);
    expect(Math.abs(tight.of.a ?? 0)).toBeLessThan(Math.abs(loose.of.a ?? 0));
    expect(Number.isFinite(loose.bias)).toBe(true);
  });

  it("say which features carried a judgement, the strongest first", () => {
    const weights = { bias: 0, of: { a: 2, b: -1, c: 0.1 } };
    const carried = contributions(weights, { a: 1, b: 3, c: 1, d: 5 });
    expect(carried.map(({ name }) => name)).toEqual(["b", "a", "c"]);
  });
});
