// Fits the judge to labelled questions, and says how each of them would end.
import {
  type JudgeWeights,
  judge,
  partsToShow,
  rankParts,
  type Scored,
  shownFeatures,
} from "../../src/answering/judge/judge.ts";
import { type Example, fitWeights, logOdds } from "../../src/answering/judge/logistic.ts";
import { planFeatures } from "../../src/answering/judge/plan-features.ts";
import type { GuideCandidate } from "../../src/answering/retrieve/guides.ts";
import type { Labelled } from "./labelled.ts";

/** Strength of the L2 penalty; between 1 and 10 nothing changes by more than half a point. */
export const PENALTY = 3;
/** Questions of one hand beyond which more of them weigh no more. */
const ONE_HAND = 250;
/** Of parts that share nothing with the question, one in so many is looked at, and weighs as many. */
const FEW = 8;

export function trainJudge(labelled: readonly Labelled[]): JudgeWeights {
  const sizes = new Map<string, number>();
  for (const { set } of labelled) {
    sizes.set(set, (sizes.get(set) ?? 0) + 1);
  }
  const weightOf = (set: string) => Math.min(1, ONE_HAND / (sizes.get(set) ?? 1));
  const guide = fitWeights(
    labelled.flatMap((one) => partExamples(one, weightOf(one.set))),
    PENALTY,
  );
  const looked = labelled.map((one) => {
    const parts = rankParts(
      one.guides.map(({ candidate }) => candidate),
      guide,
    );
    const shown = partsToShow(parts);
    return { one, features: shownFeatures(one.u, one.plans, parts, shown), right: anyRight(one, shown) };
  });
  const shown = fitWeights(
    // Where the plans answer, nobody can say that the guide does not.
    looked.flatMap(({ one, features, right }) =>
      right && answeredByPlans(one) ? [] : [{ features, answers: right, weight: weightOf(one.set) }],
    ),
    PENALTY,
  );
  const beside = looked.map(({ one, features }) => ({
    one,
    guide: logOdds(shown, features),
    matter: one.matters[0]?.candidate.features.matterAsked ?? 0,
  }));
  const matter = fitWeights(
    beside.flatMap(({ one, guide: odds }) =>
      one.matters.flatMap(({ candidate, worth }) =>
        worth === null
          ? []
          : [{ features: { ...candidate.features, guide: odds }, answers: worth, weight: weightOf(one.set) }],
      ),
    ),
    PENALTY,
  );
  const plan = fitWeights(
    beside.flatMap(({ one, ...rest }) =>
      one.plansWorth === null
        ? []
        : [
            {
              features: planFeatures(one.u, one.plans, rest),
              answers: one.plansWorth,
              weight: weightOf(one.set),
            },
          ],
    ),
    PENALTY,
  );
  return { guide, shown, matter, plan };
}

function partExamples({ guides }: Labelled, weight: number): readonly Example[] {
  return guides.flatMap(({ candidate: { features, part }, worth }, at) => {
    const { asked = 0, line = 0 } = features;
    const near = worth === true || asked > 0.05 || line > 0.2 || part === "whole";
    if (worth === null || !(near || at % FEW === 0)) {
      return [];
    }
    return [{ features, answers: worth, weight: near ? weight : weight * FEW }];
  });
}

const answeredByPlans = ({ plans, plansWorth }: Labelled) => plansWorth === true && plans.kind === "draft";

/**
 * Is it the right guide? Another line of the right guide costs a reader a tap; a line of another guide may cost money, and is
 * what a wrong answer means here.
 */
function anyRight({ guides }: Labelled, shown: readonly Scored<GuideCandidate>[]): boolean {
  const guide = shown[0]?.candidate.guide;
  return guides.some(({ candidate, worth }) => candidate.guide === guide && worth !== false);
}

export const ENDS = ["right", "another line", "wrong", "asked back", "refused", "rightly refused"] as const;
export type End = (typeof ENDS)[number];

/** How the judge would end a question, and why. */
export function endOf(
  one: Labelled,
  weights: JudgeWeights,
): { readonly end: End; readonly why: readonly string[] } {
  const { judgement, why } = judge(
    one.u,
    one.plans,
    one.guides.map(({ candidate }) => candidate),
    one.matters.map(({ candidate }) => candidate),
    weights,
  );
  const held = one.guides.some(({ worth }) => worth === true) || answeredByPlans(one);
  const refusal: End = held ? "refused" : "rightly refused";
  switch (judgement.kind) {
    case "plans":
      return { end: endOfPlans(one, refusal), why };
    case "guide": {
      const worth = judgement.parts.map(({ part, index }) =>
        one.guides.find(
          ({ candidate: c }) => c.guide.id === judgement.guide.id && c.part === part && c.index === index,
        ),
      );
      if (worth.some((part) => part?.worth !== false)) {
        return { end: "right", why };
      }
      const own = one.guides.filter(({ candidate }) => candidate.guide === judgement.guide);
      return { end: own.some((part) => part.worth === true) ? "another line" : "wrong", why };
    }
    case "door": {
      const door = one.matters.find(({ candidate }) => candidate.matter === judgement.matter);
      return { end: door?.worth === false && held ? "wrong" : refusal, why };
    }
    case "which_guide":
      return { end: held ? "asked back" : "wrong", why };
    case "none":
      return { end: refusal, why };
  }
}

function endOfPlans(one: Labelled, refusal: End): End {
  if (one.plansWorth === true) {
    return one.plans.kind === "draft" ? "right" : "rightly refused";
  }
  return one.plans.kind === "nothing" || one.plans.kind === "own_case" ? refusal : "wrong";
}
