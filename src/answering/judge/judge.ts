// One judgement over all candidates: the chance that each answers, and what is least costly to do with them.
import type { Guide, PartRef } from "../../domain/document.ts";
import type { Matter } from "../../domain/matter.ts";
import type { GuideCandidate, MatterCandidate } from "../retrieve/guides.ts";
import type { Understanding } from "../understand/understanding.ts";
import { contributions, type Features, logOdds, probabilityOf, type Weights } from "./logistic.ts";
import { type PlanEnd, planFeatures } from "./plan-features.ts";
import learned from "./weights.json" with { type: "json" };

/** Fitted by `npm run train-judge`; where from and how well stands in the file itself. */
export interface JudgeWeights {
  readonly guide: Weights;
  readonly matter: Weights;
  readonly plan: Weights;
}

/**
 * What an end costs (Chow, "On Optimum Recognition Error and Reject Tradeoff", 1970): a wrong answer five times an honest no
 * where none was to be had; a no where an answer stood, two; a question back, one.
 */
const COST = { wrong: 5, refused: 2, no: 1, askedBack: 1 } as const;

/** Parts shown beside the best one, while they are nearly as likely. */
const MOST_PARTS = 3;
const NEARLY = 0.35;

export type Judgement =
  | { readonly kind: "plans" }
  | { readonly kind: "guide"; readonly guide: Guide; readonly parts: readonly PartRef[] }
  | { readonly kind: "door"; readonly matter: Matter }
  | { readonly kind: "which_guide"; readonly guides: readonly Guide[] }
  /** Nothing is likely enough. */
  | { readonly kind: "none" };

export interface Judged {
  readonly judgement: Judgement;
  /** Candidates with their chance and what carried it, the best first; for whoever asks why. */
  readonly why: readonly string[];
}

interface Scored<T> {
  readonly candidate: T;
  readonly odds: number;
  readonly p: number;
}

function scored<T extends { readonly features: Features }>(
  candidates: readonly T[],
  weights: Weights,
): readonly Scored<T>[] {
  return candidates
    .map((candidate) => {
      const odds = logOdds(weights, candidate.features);
      return { candidate, odds, p: probabilityOf(odds) };
    })
    .sort((a, b) => b.odds - a.odds);
}

/** Log-odds of nothing at all: what stands for a guide or matter that is not there. */
const NOTHING = -6;

export function judge(
  u: Understanding,
  plans: PlanEnd,
  guides: readonly GuideCandidate[],
  matters: readonly MatterCandidate[],
  weights: JudgeWeights = learned,
): Judged {
  const parts = scored(guides, weights.guide);
  const [best] = parts;
  const doors = scored(
    matters.map((one) => ({ ...one, features: { ...one.features, guide: best?.odds ?? NOTHING } })),
    weights.matter,
  );
  const plan = planFeatures(u, plans, {
    guide: best?.odds ?? NOTHING,
    matter: matters[0]?.features.matterAsked ?? 0,
  });
  const ofPlans = probabilityOf(logOdds(weights.plan, plan));
  const shown = best === undefined ? [] : shownWith(best, parts);
  const ofGuide = Math.min(
    1,
    shown.reduce((sum, { p }) => sum + p, 0),
  );
  const door = doors[0];
  const why = [
    `plans ${ofPlans.toFixed(2)} (${plans.kind}; ${carried(weights.plan, plan)})`,
    ...parts.slice(0, 3).map(({ candidate: c, p }) => {
      return `${c.guide.id} ${c.part} ${c.index + 1}: ${p.toFixed(2)} (${carried(weights.guide, c.features)})`;
    }),
    ...(door === undefined ? [] : [`matter ${door.candidate.matter.slug} ${door.p.toFixed(2)}`]),
  ];
  return { judgement: least(ofPlans, ofGuide, shown, door, parts), why };
}

function carried(weights: Weights, features: Features): string {
  return contributions(weights, features, 4)
    .map(({ name, moved }) => `${name} ${moved > 0 ? "+" : ""}${moved.toFixed(1)}`)
    .join(", ");
}

/** Further parts of the same guide that are nearly as likely as the best. */
function shownWith(
  best: Scored<GuideCandidate>,
  all: readonly Scored<GuideCandidate>[],
): readonly Scored<GuideCandidate>[] {
  if (best.candidate.part === "whole") {
    return [best];
  }
  const more = all.filter(
    (one) =>
      one !== best &&
      one.candidate.guide === best.candidate.guide &&
      one.candidate.part !== "whole" &&
      one.p >= best.p * NEARLY,
  );
  return [best, ...more.slice(0, MOST_PARTS - 1)];
}

/** Chow's rule over the ends there are. */
function least(
  ofPlans: number,
  ofGuide: number,
  shown: readonly Scored<GuideCandidate>[],
  door: Scored<MatterCandidate> | undefined,
  parts: readonly Scored<GuideCandidate>[],
): Judgement {
  const any = Math.max(ofPlans, ofGuide);
  const wrong = (p: number) => COST.wrong * (1 - p);
  const first = shown[0]?.candidate;
  const ends: { readonly cost: number; readonly judgement: Judgement }[] = [
    { cost: wrong(ofPlans), judgement: { kind: "plans" } },
    { cost: COST.no + (COST.refused - COST.no) * any, judgement: { kind: "none" } },
  ];
  if (first !== undefined) {
    const refs = shown.map(({ candidate: { part, index } }) => ({ part, index }));
    ends.push({ cost: wrong(ofGuide), judgement: { kind: "guide", guide: first.guide, parts: refs } });
    const guides = [
      ...new Set(parts.filter(({ p }) => p >= ASKABLE).map(({ candidate }) => candidate.guide)),
    ];
    const among = Math.min(
      1,
      guides.reduce(
        (sum, guide) => sum + Math.max(...parts.filter((o) => o.candidate.guide === guide).map((o) => o.p)),
        0,
      ),
    );
    if (guides.length > 0) {
      ends.push({
        cost: COST.askedBack + (COST.wrong / 2) * (1 - among),
        judgement: { kind: "which_guide", guides: guides.slice(0, 3) },
      });
    }
  }
  if (door !== undefined) {
    ends.push({
      cost: (COST.wrong / 2) * (1 - door.p),
      judgement: { kind: "door", matter: door.candidate.matter },
    });
  }
  return ends.reduce((a, b) => (b.cost < a.cost ? b : a)).judgement;
}

/** Chance from which a guide is worth naming when it is asked back. */
const ASKABLE = 0.15;
