// For each term the passages that hold it, in typed arrays (one block for all terms, cut by offsets).

export interface Postings {
  readonly documents: number;
  /** In how many passages the term stands. */
  spread(term: number): number;
  /** Rare terms tell more: the BM25 inverse document frequency, greater than 0; for an unknown term (-1) the greatest. */
  rarity(term: number): number;
  /** Adds `weight` times the BM25 part of the term to every passage that holds it. */
  addScores(term: number, weight: number, scores: Float32Array): void;
  holds(term: number, document: number): boolean;
}

/** One passage's terms, each entry a term and its weight in quarters of an occurrence. */
export interface TermBag {
  readonly terms: readonly number[];
  readonly quarters: readonly number[];
}

const QUARTERS = 4;
const MOST = 255;

export function buildPostings(
  bags: readonly TermBag[],
  termCount: number,
  { k1, b }: { readonly k1: number; readonly b: number },
): Postings {
  const offsets = new Uint32Array(termCount + 1);
  const lengths = new Float32Array(bags.length);
  bags.forEach((bag, document) => {
    for (const [at, term] of bag.terms.entries()) {
      offsets[term + 1] = (offsets[term + 1] ?? 0) + 1;
      lengths[document] = (lengths[document] ?? 0) + (bag.quarters[at] ?? 0) / QUARTERS;
    }
  });
  for (let term = 0; term < termCount; term++) {
    offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
  }
  const total = offsets[termCount] ?? 0;
  const holders = new Uint32Array(total);
  const frequencies = new Uint8Array(total);
  const next = offsets.slice(0, termCount);
  bags.forEach((bag, document) => {
    for (const [at, term] of bag.terms.entries()) {
      const place = next[term] ?? 0;
      holders[place] = document;
      frequencies[place] = Math.min(MOST, bag.quarters[at] ?? 0);
      next[term] = place + 1;
    }
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, bags.length) || 1;
  const norms = lengths.map((length) => k1 * (1 - b + (b * length) / mean) * QUARTERS);
  const spread = (term: number): number => (term < 0 ? 0 : (offsets[term + 1] ?? 0) - (offsets[term] ?? 0));
  return {
    documents: bags.length,
    spread,
    rarity: (term) => rarityOf(spread(term), bags.length),
    addScores(term, weight, scores) {
      const end = offsets[term + 1] ?? 0;
      for (let place = offsets[term] ?? 0; place < end; place++) {
        const document = holders[place] as number;
        const frequency = frequencies[place] as number;
        scores[document] =
          (scores[document] as number) +
          (weight * (frequency * (k1 + 1))) / (frequency + (norms[document] as number));
      }
    },
    holds(term, document) {
      let low = offsets[term] ?? 0;
      let high = (offsets[term + 1] ?? 0) - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const holder = holders[middle] as number;
        if (holder === document) {
          return true;
        }
        if (holder < document) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      return false;
    },
  };
}

export function rarityOf(spread: number, documents: number): number {
  return Math.log(1 + (documents - spread + 0.5) / (spread + 0.5));
}
