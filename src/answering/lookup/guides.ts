import type { Guide } from "../../domain/document.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { matchRows } from "../index/rows.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";

export interface GuideMatch {
  readonly guide: Guide;
  /** Harmonic mean of how much of the question the nearest way of asking holds, and of that way the question. 0 to 1. */
  readonly likeness: number;
  /** Share of the question's words the whole guide holds, by rarity. 0 to 1. */
  readonly coverage: number;
  /** BM25 over the whole guide; grows with what the question tells. */
  readonly score: number;
}

/** Evidence from which a guide answers; calibrated on test/golden/guides.jsonl against off-topic and plan questions. */
export const GUIDE_BAR = {
  likeness: 0.55,
  likenessOfSum: 0.4,
  sure: 0.75,
  score: 10,
  lone: 6.5,
  ahead: 1.3,
  sureScore: 16,
  perhaps: 5,
  coverage: 0.33,
  perhapsCoverage: 0.3,
} as const;

const LIKE_WEIGHT = 12;

function likenesses(base: EditionIndex, question: Repaired): ReadonlyMap<string, number> {
  const asked = new Set(question.keys);
  const best = new Map<string, number>();
  for (const { row, coverage } of matchRows(base.guidePhrases, question, () => true, 40)) {
    const held = row.keys.filter((key) => asked.has(key)).length / Math.max(1, row.keys.length);
    const likeness = coverage + held === 0 ? 0 : (2 * coverage * held) / (coverage + held);
    best.set(row.guide.id, Math.max(likeness, best.get(row.guide.id) ?? 0));
  }
  return best;
}

/** Guides a question may mean, the best first: near to one of the ways they are asked for, or holding much of a story. */
export function lookupGuides(base: EditionIndex, question: Repaired, whole: string): readonly GuideMatch[] {
  const like = likenesses(base, question);
  const ranked = base.guideIndex
    .rank(whole)
    .map((found) => ({ ...found, likeness: like.get(found.guide.id) ?? 0 }));
  return ranked.sort((a, b) => b.score + LIKE_WEIGHT * b.likeness - a.score - LIKE_WEIGHT * a.likeness);
}
