import type { VectorIndex } from "../../../ports/knowledge.ts";

/** Cosine search over every vector: never wrong, and fast enough up to some ten thousand passages. Vectors are of unit length. */
export function exactIndex(vectors: readonly Float32Array[]): VectorIndex {
  return {
    kind: "exact",
    size: vectors.length,
    search(vector, k, allow) {
      const hits: { label: number; score: number }[] = [];
      vectors.forEach((candidate, label) => {
        if (allow === undefined || allow(label)) {
          hits.push({ label, score: dot(candidate, vector) });
        }
      });
      return hits.sort((a, b) => b.score - a.score || a.label - b.label).slice(0, k);
    },
  };
}

export function dot(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) {
    throw new RangeError(`vectors of ${a.length} and ${b.length} numbers cannot be compared`);
  }
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    sum += (a[i] ?? 0) * (b[i] ?? 0);
  }
  return sum;
}
