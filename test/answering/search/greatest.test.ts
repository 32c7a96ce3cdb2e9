import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { greatest } from "../../../src/answering/search/ranking/top-k.ts";

const scores = fc.array(fc.oneof(fc.constant(0), fc.float({ min: 0, max: 50, noNaN: true })), {
  maxLength: 400,
});

describe("the greatest of many scores", () => {
  it("are the same as after sorting them all", () => {
    fc.assert(
      fc.property(
        scores,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 3 }),
        (list, count, step) => {
          const values = Float32Array.from(list);
          const allow = (label: number) => label % step === 0;
          const sorted = Array.from(values.keys())
            .filter((label) => (values[label] ?? 0) > 0 && allow(label))
            .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
          expect(greatest(values, count, allow)).toEqual(sorted.slice(0, count));
        },
      ),
    );
  });
});
