// Labelled questions for the judge: what each candidate of a question is worth, by the question's own gold.

import { composeGuide } from "../../src/answering/compose/guide.ts";
import { FIRST_LINES, partLine } from "../../src/answering/compose/part-lines.ts";
import { type PlanFound, planEnd, residentQuestion } from "../../src/answering/find/find.ts";
import { finish } from "../../src/answering/finish.ts";
import type { EditionIndex } from "../../src/answering/index/edition-index.ts";
import {
  type GuideCandidate,
  guideCandidates,
  type MatterCandidate,
} from "../../src/answering/retrieve/guides.ts";
import { understandQuestion } from "../../src/answering/understand/understand.ts";
import type { Understanding } from "../../src/answering/understand/understanding.ts";
import type { Answer, Topic } from "../../src/domain/conversation.ts";
import type { PartRef } from "../../src/domain/document.ts";
import { citationsOf } from "../batch.ts";
import { type BatchAnswer, faultsOf, type GoldItem } from "../evaluate/score.ts";

/** True: answers; false: does not; null: nobody can say, so nothing is learned from it. */
type Worth = boolean | null;

/** Does not answer, unless nobody can say. */
const unless = (unsure: boolean): Worth => (unsure ? null : false);

export interface Labelled {
  /** The hand that wrote it: sets are left out whole when the judge is tried. */
  readonly set: string;
  readonly question: string;
  readonly u: Understanding;
  readonly plans: PlanFound;
  readonly guides: readonly { readonly candidate: GuideCandidate; readonly worth: Worth }[];
  readonly matters: readonly { readonly candidate: MatterCandidate; readonly worth: Worth }[];
  readonly plansWorth: Worth;
}

const TODAY = "2025-11-21";

async function retrieved(
  base: EditionIndex,
  text: string,
  locality: string | null,
  topic: Topic | null,
  except?: string,
) {
  const repaired = base.retriever.words.repair(text.slice(0, 2_000));
  const u = understandQuestion(text, repaired.text, locality, topic, {
    localities: base.edition.localities,
    units: base.units,
    paperNames: base.paperNames,
    names: base.names,
    today: TODAY,
  });
  const plans = await planEnd(base, u, topic, () => undefined);
  return { u, plans, ...guideCandidates(base, residentQuestion(u, topic), except) };
}

const shown = (answer: Answer): BatchAnswer => ({
  id: "",
  status: answer.status,
  intent: answer.intent,
  text: answer.text,
  citations: citationsOf({ answer, topic: null, explain: [] }),
  elapsedMs: 0,
});

/** A gold question as it stands in a file. */
export async function fromGold(
  base: EditionIndex,
  set: string,
  item: GoldItem,
  topic: Topic | null = null,
  locality = item.locality,
): Promise<Labelled> {
  const found = await retrieved(base, item.question, locality, topic);
  const docs = [item.expect.doc ?? []].flat();
  const ofGuide = docs.some((id) => base.guides.some((guide) => guide.id === id));
  const right = (text: string, doc: string) => {
    const answer: BatchAnswer = {
      id: "",
      status: "answered",
      intent: "how_to",
      text,
      citations: [{ doc, section: "", title: "", quote: "" }],
      elapsedMs: 0,
    };
    return faultsOf({ ...item, expect: { ...item.expect, evidence: [] } }, answer, () => null).length === 0;
  };
  const guides = found.guides.map((candidate) => {
    const { guide, part } = candidate;
    if (!ofGuide || !docs.includes(guide.id)) {
      return {
        candidate,
        worth: item.expect.status.includes("answered") && docs.length === 0 ? null : false,
      };
    }
    const text = part === "whole" ? composeGuide(guide, base).text : partLine(guide, candidate);
    return {
      candidate,
      worth: right(text.slice(0, FIRST_LINES), guide.id) || unless(part === "whole"),
    };
  });
  const unheld = !item.expect.status.includes("answered");
  const made = shown(finish(base, found.u, found.plans, () => undefined));
  return {
    set,
    question: item.question,
    u: found.u,
    plans: found.plans,
    guides,
    matters: found.matters.map((candidate) => ({
      candidate,
      worth: unless(unheld || candidate.matter.guides.some((id) => docs.includes(id))),
    })),
    plansWorth: faultsOf(item, made, () => null).length === 0,
  };
}

/** A way of asking for a part of a guide, which must not find itself. */
export async function fromAsked(
  base: EditionIndex,
  set: string,
  guide: string,
  ref: PartRef,
  question: string,
  options: { readonly topic?: Topic; readonly locality?: string | null } = {},
): Promise<Labelled> {
  const found = await retrieved(base, question, options.locality ?? null, options.topic ?? null, question);
  const worth = (c: GuideCandidate): Worth => {
    if (c.guide.id !== guide) {
      return false;
    }
    if (c.part === ref.part && c.index === ref.index) {
      return true;
    }
    return c.part === "whole" || ref.part === "whole" ? null : false;
  };
  return {
    set,
    question,
    u: found.u,
    plans: found.plans,
    guides: found.guides.map((candidate) => ({ candidate, worth: worth(candidate) })),
    matters: found.matters.map((candidate) => ({
      candidate,
      worth: candidate.matter.guides.includes(guide) ? null : false,
    })),
    plansWorth: false,
  };
}

/** A way of naming a matter: a door where no guide treats it. */
export async function fromMatter(
  base: EditionIndex,
  set: string,
  slug: string,
  question: string,
): Promise<Labelled> {
  const found = await retrieved(base, question, null, null, question);
  const matter = base.edition.matters?.find((one) => one.slug === slug);
  const treated = matter?.guides ?? [];
  return {
    set,
    question,
    u: found.u,
    plans: found.plans,
    guides: found.guides.map((candidate) => ({
      candidate,
      worth: treated.includes(candidate.guide.id) && (candidate.part === "whole" || null),
    })),
    matters: found.matters.map((candidate) => ({
      candidate,
      worth: candidate.matter.slug === slug && (treated.length === 0 || null),
    })),
    plansWorth: false,
  };
}
