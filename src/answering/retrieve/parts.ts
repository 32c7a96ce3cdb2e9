// Which parts of a guide answer a question, by weights learned from labelled ways of asking.
import type { Guide, PartRef } from "../../domain/document.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { logOdds, probabilityOf } from "../judge/logistic.ts";
import learned from "../judge/weights.json" with { type: "json" };
import { aboutPlans } from "../understand/patterns.ts";
import type { Understanding } from "../understand/understanding.ts";
import { guideCandidates } from "./guides.ts";

/** Parts shown beside the best one, while they are nearly as likely. */
const MOST_PARTS = 3;
const NEARLY = 0.25;

/** The parts of the guide that answer, the best first; none when the guide as a whole is what is asked for. */
export function answeringParts(base: EditionIndex, u: Understanding, guide: Guide): readonly PartRef[] {
  const question = { text: u.text, folded: u.folded, aboutPlans: aboutPlans(u), topic: null, leans: false };
  const scored = guideCandidates(base, question)
    .guides.filter((candidate) => candidate.guide.id === guide.id)
    .map((candidate) => ({ candidate, p: probabilityOf(logOdds(learned.guide, candidate.features)) }))
    .sort((a, b) => b.p - a.p);
  const best = scored[0];
  if (best === undefined || best.candidate.part === "whole") {
    return [];
  }
  return scored
    .filter(({ candidate, p }) => candidate.part !== "whole" && p >= best.p * NEARLY)
    .slice(0, MOST_PARTS)
    .map(({ candidate: { part, index } }) => ({ part, index }));
}
