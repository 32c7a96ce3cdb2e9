// Words and vectors in one ranking. Words lead; a vector may lift or order, never stand alone.
import { VECTOR } from "./ranking/weights.ts";
import type { WordHit } from "./ranking/word-index.ts";

export interface Hit extends WordHit {
  /** The word score alone, normalised as in `WordHit`. */
  readonly words: number;
  /** Cosine with the question, 0 when unknown. */
  readonly cosine: number;
}

export interface VectorHit {
  readonly label: number;
  readonly score: number;
}

/**
 * Weighted sum of the normalised word score and the cosine. A passage that only the vectors found keeps a word score and
 * coverage of 0, so it can fill the end of a list but never pass an evidence bar.
 */
export function fuse(
  words: readonly WordHit[],
  vectors: readonly VectorHit[],
  weight: number = VECTOR,
): readonly Hit[] {
  const cosines = new Map(vectors.map(({ label, score }) => [label, Math.max(0, score)]));
  const hits = words.map((hit) => {
    const cosine = cosines.get(hit.label) ?? 0;
    cosines.delete(hit.label);
    return {
      label: hit.label,
      score: hit.score + weight * cosine,
      coverage: hit.coverage,
      words: hit.score,
      cosine,
    };
  });
  const alone = Array.from(cosines, ([label, cosine]) => ({
    label,
    score: weight * cosine,
    coverage: 0,
    words: 0,
    cosine,
  }));
  return [...hits, ...alone].sort((a, b) => b.score - a.score || a.label - b.label);
}
