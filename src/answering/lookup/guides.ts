import type { Guide } from "../../domain/document.ts";
import type { Base } from "../base.ts";
import type { Repaired } from "../search/repair.ts";
import { type Match, matchRows } from "./rows.ts";

/** Share of a question's content a guide's title, ways of asking and keywords must hold. */
export const GUIDE_COVERAGE = 0.7;

/** Guides a question may mean, the best first. */
export function lookupGuides(base: Base, question: Repaired): readonly Match<Guide>[] {
  return matchRows(base.guides, question, () => true, 6);
}
