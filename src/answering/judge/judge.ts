// One judgement over all candidates: the chance that each answers, and what is least costly to do with them.
import type { Guide, PartRef } from "../../domain/document.ts";
import type { Matter } from "../../domain/matter.ts";
import type { Features } from "../retrieve/features.ts";
import type { GuideCandidate, MatterCandidate } from "../retrieve/guides.ts";
import type { Understanding } from "../understand/understanding.ts";
import { contributions, logOdds, probabilityOf, type Weights } from "./logistic.ts";
import { type PlanEnd, planFeatures } from "./plan-features.ts";
import learned from "./weights.json" with { type: "json" };

/** Fitted by `npm run train-judge`; where from and how well stands in the file itself. */
export interface JudgeWeights {
  /** Whether one part of a guide answers, looked at alone. */
  readonly guide: Weights;
  /** Whether the guide of the parts that would be shown is the right one, beside all others. */
  readonly shown: Weights;
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
const NEARLY = 0.25;

export type Judgement =
  | { readonly kind: "plans" }
  | { readonly kind: "guide"; readonly guide: Guide; readonly parts: readonly PartRef[] }
  | { readonly kind: "door"; readonly matter: Matter }
  | { readonly kind: "which_guide"; readonly guides: readonly Guide[] }
  /** Nothing is likely enough; `unknown` when nothing is likely at all. */
  | { readonly kind: "none"; readonly unknown: boolean };

export interface Judged {
  readonly judgement: Judgement;
  /** Candidates with their chance and what carried it, the best first; for whoever asks why. */
  readonly why: readonly string[];
}

export interface Scored<T> {
  readonly candidate: T;
  readonly odds: number;
  readonly p: number;
}

/** Log-odds of nothing at all: what stands for a guide or matter that is not there. */
const NOTHING = -6;

/** Parts of guides by their own chance, the best first. */
export function rankParts(
  guides: readonly GuideCandidate[],
  weights: Weights,
): readonly Scored<GuideCandidate>[] {
  return guides
    .map((candidate) => {
      const odds = logOdds(weights, candidate.features);
      return { candidate, odds, p: probabilityOf(odds) };
    })
    .sort((a, b) => b.odds - a.odds);
}

/** The best part, and further ones of the same guide that are nearly as likely. */
export function partsToShow(parts: readonly Scored<GuideCandidate>[]): readonly Scored<GuideCandidate>[] {
  const [best] = parts;
  if (best === undefined) {
    return [];
  }
  const more = parts.filter(
    (one) =>
      one !== best &&
      one.candidate.guide.id === best.candidate.guide.id &&
      one.candidate.part !== "whole" &&
      one.p >= best.p * NEARLY,
  );
  return [best, ...more.slice(0, MOST_PARTS - 1)];
}

/** Of the best part alone, what also tells whether its guide is the right one. */
const SPEAKS = [
  "asked",
  "line",
  "ahead",
  "guideAsked",
  "guideAskedAhead",
  "bag",
  "bagAhead",
  "bagHolds",
  "likely",
  "likelyAhead",
  "matterAhead",
  "otherMatter",
  "talk",
  "short talk",
  "leaning talk",
  "other talk",
  "words",
] as const;

/** How far the parts to show stand before all others. */
export function shownFeatures(
  u: Understanding,
  plans: PlanEnd,
  parts: readonly Scored<GuideCandidate>[],
  shown: readonly Scored<GuideCandidate>[],
): Features {
  const best = shown[0];
  if (best === undefined) {
    return {};
  }
  const same = parts.filter(
    (one) => one.candidate.guide.id === best.candidate.guide.id && !shown.includes(one),
  );
  const other = parts.filter((one) => one.candidate.guide.id !== best.candidate.guide.id);
  const lead = (rest: readonly Scored<GuideCandidate>[]) => best.odds - (rest[0]?.odds ?? NOTHING);
  const whole = best.candidate.part === "whole" ? 1 : 0;
  const plan = Object.entries(planFeatures(u, plans, { guide: 0, matter: 0 }));
  return {
    odds: best.odds,
    "lead in guide": Math.min(4, lead(same)),
    "lead over others": Math.min(6, lead(other)),
    more: shown.length - 1,
    whole,
    "whole lead": whole * Math.min(4, lead(same)),
    ...Object.fromEntries(SPEAKS.map((name) => [name, best.candidate.features[name] ?? 0])),
    ...Object.fromEntries(plan.map(([name, value]) => [`plan: ${name}`, value])),
  };
}

export function judge(
  u: Understanding,
  plans: PlanEnd,
  guides: readonly GuideCandidate[],
  matters: readonly MatterCandidate[],
  weights: JudgeWeights = learned,
): Judged {
  const parts = rankParts(guides, weights.guide);
  const shown = partsToShow(parts);
  const guideOdds =
    shown.length === 0 ? NOTHING : logOdds(weights.shown, shownFeatures(u, plans, parts, shown));
  const ofGuide = probabilityOf(guideOdds);
  const askable = [...new Set(parts.map(({ candidate }) => candidate.guide))]
    .slice(0, MOST_ASKED)
    .map((guide): AskableGuide => {
      const own = partsToShow(parts.filter(({ candidate }) => candidate.guide === guide));
      return { guide, p: probabilityOf(logOdds(weights.shown, shownFeatures(u, plans, parts, own))) };
    })
    .filter(({ p }) => p >= ASKABLE);
  const doors = matters
    .map((candidate) => ({
      candidate,
      p: probabilityOf(logOdds(weights.matter, { ...candidate.features, guide: guideOdds })),
    }))
    .sort((a, b) => b.p - a.p);
  const plan = planFeatures(u, plans, { guide: guideOdds, matter: matters[0]?.features.matterAsked ?? 0 });
  const ofPlans = probabilityOf(logOdds(weights.plan, plan));
  const door = doors[0];
  const why = [
    `plans ${ofPlans.toFixed(2)} (${plans.kind}; ${carried(weights.plan, plan)})`,
    `guides ${ofGuide.toFixed(2)}`,
    ...parts.slice(0, 3).map(({ candidate: c, p }) => {
      return `${c.guide.id} ${c.part} ${c.index + 1}: ${p.toFixed(2)} (${carried(weights.guide, c.features)})`;
    }),
    ...(door === undefined ? [] : [`matter ${door.candidate.matter.slug} ${door.p.toFixed(2)}`]),
  ];
  return { judgement: least(ofPlans, ofGuide, shown, door, askable), why };
}

function carried(weights: Weights, features: Features): string {
  return contributions(weights, features, 4)
    .map(({ name, moved }) => `${name} ${moved > 0 ? "+" : ""}${moved.toFixed(1)}`)
    .join(", ");
}

/** A guide that may be named when it is asked back, and the chance that it is the one. */
interface AskableGuide {
  readonly guide: Guide;
  readonly p: number;
}

/** Chow's rule over the ends there are. */
function least(
  ofPlans: number,
  ofGuide: number,
  shown: readonly Scored<GuideCandidate>[],
  door: { readonly candidate: MatterCandidate; readonly p: number } | undefined,
  askable: readonly AskableGuide[],
): Judgement {
  const any = Math.max(ofPlans, ofGuide);
  const wrong = (p: number) => COST.wrong * (1 - p);
  const first = shown[0]?.candidate;
  const ends: { readonly cost: number; readonly judgement: Judgement }[] = [
    { cost: wrong(ofPlans), judgement: { kind: "plans" } },
    {
      cost: COST.no + (COST.refused - COST.no) * any,
      judgement: { kind: "none", unknown: ofGuide < ASKABLE },
    },
  ];
  if (first !== undefined) {
    const refs = shown.map(({ candidate: { part, index } }) => ({ part, index }));
    ends.push({ cost: wrong(ofGuide), judgement: { kind: "guide", guide: first.guide, parts: refs } });
  }
  if (door !== undefined) {
    ends.push({
      cost: (COST.wrong / 2) * (1 - door.p),
      judgement: { kind: "door", matter: door.candidate.matter },
    });
  }
  const { judgement, cost } = ends.reduce((a, b) => (b.cost < a.cost ? b : a));
  // An answer names its guide, so that a reader sees at once when another was meant: asking back is for where none is said.
  const among = 1 - askable.reduce((none, { p }) => none * (1 - p), 1);
  const back = COST.askedBack + (COST.wrong / 2) * (1 - among);
  return judgement.kind === "none" && back < cost
    ? { kind: "which_guide", guides: askable.map(({ guide }) => guide) }
    : judgement;
}

const MOST_ASKED = 3;
/** Chance from which a guide is worth naming when it is asked back. */
const ASKABLE = 0.15;
