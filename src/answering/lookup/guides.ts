import type { Guide } from "../../domain/document.ts";
import type { Base } from "../base.ts";
import type { Repaired } from "../search/repair.ts";
import { matchRows } from "./rows.ts";

export interface GuideMatch {
  readonly guide: Guide;
  /** Harmonic mean of how much of the question the nearest way of asking holds, and of that way the question. 0 to 1. */
  readonly likeness: number;
  /** Share of the question's content in that way of asking. */
  readonly coverage: number;
}

/** Likeness from which a guide is what is asked, when nothing in the plans is. */
export const GUIDE_LIKENESS = 0.55;

/** Guides a question may mean, the best first. A guide is as near as the nearest of its titles, keywords and ways of asking. */
export function lookupGuides(base: Base, question: Repaired): readonly GuideMatch[] {
  const asked = new Set(question.keys);
  const best = new Map<string, GuideMatch>();
  for (const { row, coverage } of matchRows(base.guidePhrases, question, () => true, 40)) {
    const held = row.keys.filter((key) => asked.has(key)).length / Math.max(1, row.keys.length);
    const likeness = coverage + held === 0 ? 0 : (2 * coverage * held) / (coverage + held);
    if (likeness > (best.get(row.guide.id)?.likeness ?? 0)) {
      best.set(row.guide.id, { guide: row.guide, likeness, coverage });
    }
  }
  return [...best.values()].sort((a, b) => b.likeness - a.likeness);
}
