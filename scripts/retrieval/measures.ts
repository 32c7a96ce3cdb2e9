// The usual measures of a ranking, as shares from 0 to 1.

export interface Measures {
  readonly recall1: number;
  readonly recall5: number;
  readonly recall10: number;
  readonly mrr10: number;
  readonly ndcg10: number;
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function recall(ranking: readonly string[], gold: ReadonlySet<string>, k: number): number {
  return ranking.slice(0, k).filter((id) => gold.has(id)).length / Math.max(1, Math.min(gold.size, k));
}

function ndcg(ranking: readonly string[], gold: ReadonlySet<string>): number {
  const gain = (rank: number): number => 1 / Math.log2(rank + 2);
  const got = ranking.slice(0, 10).reduce((sum, id, rank) => sum + (gold.has(id) ? gain(rank) : 0), 0);
  let ideal = 0;
  for (let rank = 0; rank < Math.min(10, gold.size); rank++) {
    ideal += gain(rank);
  }
  return ideal === 0 ? 0 : got / ideal;
}

/** Means over all questions; `rankings` best first, `golds` the right passages of each question. */
export function measure(
  rankings: readonly (readonly string[])[],
  golds: readonly (readonly string[])[],
): Measures {
  const mean = (score: (ranking: readonly string[], gold: ReadonlySet<string>) => number): number => {
    const sum = rankings.reduce((total, ranking, at) => total + score(ranking, new Set(golds[at])), 0);
    return rounded(rankings.length === 0 ? 0 : sum / rankings.length);
  };
  return {
    recall1: mean((ranking, gold) => recall(ranking, gold, 1)),
    recall5: mean((ranking, gold) => recall(ranking, gold, 5)),
    recall10: mean((ranking, gold) => recall(ranking, gold, 10)),
    mrr10: mean((ranking, gold) => {
      const rank = ranking.slice(0, 10).findIndex((id) => gold.has(id));
      return rank < 0 ? 0 : 1 / (rank + 1);
    }),
    ndcg10: mean(ndcg),
  };
}
