// Labelled questions for the judge: what each candidate of a question is worth, by the question's own gold.
import type { PartRef } from "../../src/domain/document.ts";
import { partLine } from "../../src/answering/compose/guide-parts.ts";
import { composeGuide } from "../../src/answering/compose/guide.ts";
import type { Base } from "../../src/answering/index/edition-index.ts";
import type { Example, Features } from "../../src/answering/judge/logistic.ts";
import { type GuideCandidate, guideCandidates, type MatterCandidate, type ResidentQuestion } from "../../src/answering/retrieve/guides.ts";
import { understand } from "../../src/answering/understand/understand.ts";
import { ABOUT_PLANS } from "../../src/answering/find/guides.ts";
import { toneKey } from "../../src/vietnamese/text/normalise.ts";

export interface Labelled {
  readonly set: string;
  readonly id: string;
  readonly question: string;
  readonly locality: string | null;
  readonly candidates: readonly GuideCandidate[];
  readonly matters: readonly MatterCandidate[];
  readonly right: (candidate: GuideCandidate) => boolean | null;
  readonly rightMatter: (candidate: MatterCandidate) => boolean | null;
  readonly answerable: boolean;
}

const comparable = (text: string) => toneKey(text).toLowerCase().replace(/\s+/gu, " ");

export function prepare(base: Base, text: string, locality: string | null, today: string): ResidentQuestion {
  const general = base.retriever.words.repair(text.slice(0, 2000));
  const u = understand(text, general.text, locality, null, {
    localities: base.edition.localities, units: base.units, paperNames: (base as never as {paperNames: never}).paperNames, spoken: (base as never as {spoken: never}).spoken, names: base.names, today,
  } as never);
  const repaired = base.asking.words.repair(text.slice(0, 2000));
  return {
    repaired,
    folded: u.folded,
    aboutPlans: ABOUT_PLANS.test(u.folded) || u.item !== null || u.cardField !== null || ["target","unit_tasks","comparison","item"].includes(u.intent),
    offTopic: 0,
  };
}

export interface Gold { id: string; question: string; locality: string | null; expect: { status: string[]; include?: (string | string[])[]; exclude?: string[]; doc?: string | string[] } }

const holds = (text: string, expect: Gold["expect"]) => {
  const said = comparable(text);
  return (expect.include ?? []).every((group) => ([group].flat(2) as string[]).some((one) => said.includes(comparable(one)))) &&
    !(expect.exclude ?? []).some((one) => said.includes(comparable(one)));
};

export function fromGold(base: Base, set: string, gold: Gold, today = "2026-11-30"): Labelled {
  const q = prepare(base, gold.question, gold.locality, today);
  const { guides, matters } = guideCandidates({ asking: base.asking, bags: base.guideIndex }, q);
  const docs = [gold.expect.doc ?? []].flat();
  const guideDocs = docs.filter((d) => base.guides.some((g) => g.id === d));
  const answerable = gold.expect.status.includes("answered") && guideDocs.length > 0;
  const parts = new Map<GuideCandidate, boolean | null>();
  for (const c of guides) {
    if (!answerable || !docs.includes(c.guide.id)) { parts.set(c, false); continue; }
    const text = c.part === "whole" ? composeGuide(c.guide, base).text : partLine(c.guide, c);
    parts.set(c, holds(c.part === "whole" ? text : text.slice(0, 320), gold.expect) ? true : (c.part === "whole" ? null : false));
  }
  return {
    set, id: gold.id, question: gold.question, locality: gold.locality, candidates: guides, matters, answerable,
    right: (c) => parts.get(c) ?? null,
    rightMatter: (m) => answerable ? (m.matter.guides.some((g) => docs.includes(g)) ? null : false) : null,
  };
}

export function fromAsked(base: Base, set: string, guideId: string, ref: PartRef, phrase: string): Labelled {
  const q = prepare(base, phrase, null, "2026-11-30");
  const { guides, matters } = guideCandidates({ asking: base.asking, bags: base.guideIndex }, q, phrase);
  return {
    set, id: `${guideId}/${ref.part}${ref.index}`, question: phrase, locality: null, candidates: guides, matters, answerable: true,
    right: (c) => c.guide.id !== guideId ? false : c.part === ref.part && c.index === ref.index ? true : c.part === "whole" ? null : ref.part === "whole" ? null : false,
    rightMatter: (m) => m.matter.guides.includes(guideId) ? null : false,
  };
}

export const exampleOf = (features: Features, answers: boolean, weight = 1): Example => ({ features, answers, weight });
