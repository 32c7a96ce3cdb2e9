import type { ExplainLine, Topic } from "../../domain/conversation.ts";
import type { Guide, LocalitySlug } from "../../domain/document.ts";
import type { Matter } from "../../domain/matter.ts";
import type { Draft } from "../compose/draft.ts";
import { composeGuide } from "../compose/guide.ts";
import { composeParts } from "../compose/guide-parts.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { judge } from "../judge/judge.ts";
import { type Judged, judgeHits } from "../lookup/relevance.ts";
import { guideCandidates, type ResidentQuestion } from "../retrieve/guides.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import { asksOf } from "../understand/asks.ts";
import { ABOUT_PLANS, aboutPlans, FOLLOW_UP } from "../understand/patterns.ts";
import { plain } from "../understand/places.ts";
import type { Understanding } from "../understand/understanding.ts";
import { compare } from "./compare.ts";
import type { FoundInPlans } from "./finding.ts";
import { fromPlans } from "./plans.ts";
import { type FoundInRegisters, fromRegisters } from "./registers.ts";

/** Localities tried one by one when none is named; beyond, only those with the best passages. */
const MOST_LOCALITIES = 8;
/** Words of all papers a question must share to be about them at all. */
const OWN_SUBJECT = 0.4;

/** Where looking led. */
export type Found =
  | { readonly kind: "draft"; readonly draft: Draft; readonly locality: LocalitySlug | null }
  | { readonly kind: "which_locality"; readonly slugs: readonly LocalitySlug[] }
  | { readonly kind: "which_guide"; readonly guides: readonly Guide[] }
  /** A matter that is known, and where it is done. */
  | { readonly kind: "door"; readonly matter: Matter }
  | FoundInRegisters
  | { readonly kind: "other_years"; readonly years: readonly string[] }
  | { readonly kind: "unknown_place"; readonly place: string }
  | { readonly kind: "off_topic" }
  | { readonly kind: "own_case" }
  | { readonly kind: "missing_annex" }
  | {
      readonly kind: "nothing";
      readonly nearest: Judged | null;
      readonly elsewhere: readonly LocalitySlug[];
    };

export type Explain = (step: ExplainLine["step"], text: string) => void;

/** What ends a search without an answer: there, a card that lacks what is asked may say so instead. */
const EMPTY: ReadonlySet<Found["kind"]> = new Set(["nothing", "off_topic", "which_guide", "own_case"]);

/** The office's own registers where they are asked by name; else papers and guides, and the registers once these hold nothing. */
export async function find(
  base: EditionIndex,
  u: Understanding,
  topic: Topic | null,
  offTopic: number,
  explain: Explain,
): Promise<Found> {
  const registers = fromRegisters(base, u, topic, explain);
  if (registers?.first === true) {
    return registers.found;
  }
  const found = await inDocuments(base, u, topic, offTopic, explain);
  return registers !== null && EMPTY.has(found.kind) ? registers.found : found;
}

/** What the plans say, what guides and matters offer, and one judgement over all of it. */
async function inDocuments(
  base: EditionIndex,
  u: Understanding,
  topic: Topic | null,
  offTopic: number,
  explain: Explain,
): Promise<Found> {
  const plans = await planEnd(base, u, topic, explain);
  const { guides, matters } = guideCandidates(base, residentQuestion(u, topic));
  const { judgement, why } = judge(u, plans, guides, matters);
  for (const line of why) {
    explain("evidence", line);
  }
  switch (judgement.kind) {
    case "plans":
      return plans.kind === "nothing" && foreign(base, u, offTopic) ? { kind: "off_topic" } : plans;
    case "guide": {
      const lines = judgement.parts.filter(({ part }) => part !== "whole");
      // Who asks the way gets the guide; who asks for less of it gets the lines, though the whole seems likelier.
      const whole =
        judgement.parts.length > lines.length && (lines.length === 0 || asksOf(u.folded).has("how"));
      const draft = whole ? composeGuide(judgement.guide, base) : composeParts(judgement.guide, lines, base);
      return { kind: "draft", draft, locality: u.locality };
    }
    case "door":
      return { kind: "door", matter: judgement.matter };
    case "which_guide":
      return { kind: "which_guide", guides: judgement.guides };
    case "none": {
      const nearest = plans.kind === "nothing" ? plans : { nearest: null, elsewhere: [] };
      return judgement.unknown && foreign(base, u, offTopic)
        ? { kind: "off_topic" }
        : { ...nearest, kind: "nothing" };
    }
  }
}

/** A question as guides are asked: its words repaired by what guides and matters are called. */
export function residentQuestion(u: Understanding, topic: Topic | null): ResidentQuestion {
  return {
    text: u.text,
    folded: u.folded,
    aboutPlans: aboutPlans(u),
    topic: topic?.doc ?? null,
    leans: FOLLOW_UP.test(u.folded) || u.subject === "" || u.followUp,
  };
}

/** Where looking through the plans led, whatever guides there are. */
export async function planEnd(
  base: EditionIndex,
  u: Understanding,
  topic: Topic | null,
  explain: Explain,
): Promise<PlanFound> {
  const unheld = heldNowhere(base, u);
  if (unheld !== null) {
    return unheld;
  }
  const subject = base.retriever.words.repair(u.subject === "" ? u.text : u.subject);
  const compared = u.intent === "comparison" ? compare(base, u, subject) : null;
  return compared === null
    ? inPlans(base, u, subject, topic, explain)
    : { kind: "draft", draft: compared, locality: null, strength: 1, by: "rows" };
}

/** What no paper holds, whatever words they share with the question. */
function heldNowhere(base: EditionIndex, u: Understanding): PlanFound | null {
  if (u.ownCase) {
    return { kind: "own_case" };
  }
  if (u.ranking) {
    return { kind: "nothing", nearest: null, elsewhere: [] };
  }
  const place = otherPlace(base, u);
  return place === null ? null : { kind: "unknown_place", place };
}

/** The place a question is about, when no loaded paper is its own. */
function otherPlace(base: EditionIndex, u: Understanding): string | null {
  if (u.otherPlace === null) {
    return null;
  }
  const place = u.otherPlace.place.replace(/^(ở|tại) /iu, "");
  const level = place === u.otherPlace.place;
  const province = u.locality === null ? null : (base.localities.get(u.locality)?.province ?? null);
  const own = province !== null && plain(place).endsWith(plain(province));
  // A plan follows papers of other bodies, and names them itself.
  if (u.locality !== null && (u.cardField === "bases" || u.needs.includes("document"))) {
    return null;
  }
  // A paper names its province, its neighbours and whom it follows; their own figures stand in none.
  if (own || u.otherPlace.mentioned) {
    return level && u.intent === "target" ? place : null;
  }
  return level || aboutPlans(u) ? place : null;
}

/** A finding in plans, with how sure it is and whether rows or passages gave it. */
export type PlanFound = Exclude<
  Found,
  { readonly kind: "which_guide" | "door" | "off_topic" | "registers" }
> & {
  readonly strength?: number;
  readonly by?: "rows" | "search";
};

async function inPlans(
  base: EditionIndex,
  u: Understanding,
  subject: Repaired,
  topic: Topic | null,
  explain: Explain,
): Promise<PlanFound> {
  const topicTasks =
    u.followUp && topic !== null && u.subject === topic.words && u.locality === topic.locality
      ? base.tasks.all.filter((t) => t.doc === topic.doc && t.section === topic.section)
      : [];
  if (u.locality !== null) {
    const found = await fromPlans({ base, u, subject, explain, topicTasks });
    return found.kind === "nothing"
      ? { ...found, elsewhere: await elsewhere(base, u, subject) }
      : finding(found, u.locality);
  }
  const found: { slug: LocalitySlug; finding: FoundInPlans }[] = [];
  for (const slug of await candidates(base, subject)) {
    found.push({
      slug,
      finding: await fromPlans({
        base,
        u: { ...u, locality: slug },
        subject,
        explain: () => undefined,
        topicTasks: [],
      }),
    });
  }
  const drafts = found.flatMap(({ slug, finding: f }) => (f.kind === "draft" ? [{ slug, ...f }] : []));
  const best = [...drafts].sort((a, b) => b.strength - a.strength)[0];
  if (best === undefined) {
    const nearest = found.flatMap(({ finding: f }) =>
      f.kind === "nothing" && f.nearest !== null ? [f.nearest] : [],
    );
    return {
      kind: "nothing",
      nearest: nearest.sort((a, b) => b.coverage - a.coverage)[0] ?? null,
      elsewhere: [],
    };
  }
  explain("lookup", `answers in ${drafts.map((d) => d.slug).join(", ")}`);
  const alike = drafts.filter((d) => d.strength >= best.strength - 0.15);
  const one = alike.length === 1 || u.intent === "definition";
  return one
    ? { kind: "draft", draft: best.draft, locality: best.slug, strength: best.strength, by: best.by }
    : { kind: "which_locality", slugs: alike.map((d) => d.slug), strength: best.strength, by: best.by };
}

function finding(found: Exclude<FoundInPlans, { kind: "nothing" }>, locality: LocalitySlug): PlanFound {
  return found.kind === "draft" ? { ...found, locality } : found;
}

/** Localities worth asking when none is named: all of a small office, else those of the best passages. */
async function candidates(base: EditionIndex, subject: Repaired): Promise<readonly LocalitySlug[]> {
  const all = base.edition.localities.map((l) => l.slug);
  if (all.length <= MOST_LOCALITIES) {
    return all;
  }
  const hits = await base.retriever.search(subject, 50);
  const found = hits.flatMap((h) => base.passages[h.label]?.locality ?? []);
  return [...new Set(found)].slice(0, MOST_LOCALITIES);
}

async function elsewhere(
  base: EditionIndex,
  u: Understanding,
  subject: Repaired,
): Promise<readonly LocalitySlug[]> {
  const hits = await base.retriever.search(subject, 6, (label) => base.passages[label]?.locality != null);
  const good = judgeHits(hits, base, u, subject).filter(
    (e) => e.accepted && e.passage.locality !== u.locality,
  );
  return [...new Set(good.flatMap((e) => e.passage.locality ?? []))];
}

/** Classes of the movement: their hours and rooms are asked for, which no plan holds, but no other subject. */
const CLASSES = /\b(lop|buoi|khoa)( \S+)? (hoc|ky nang|so|tap huan|dao tao|vneid)\b/u;

/** Nothing in any paper or guide is even near: the question is about something else. */
function foreign(base: EditionIndex, u: Understanding, offTopic: number): boolean {
  const subject = base.retriever.words.repair(u.subject === "" ? u.text : u.subject);
  const named =
    ABOUT_PLANS.test(u.folded) ||
    CLASSES.test(u.folded) ||
    (u.locality !== null && (u.ofPlace || u.yesNo)) ||
    u.named.length > 0 ||
    u.unit !== null ||
    u.groups.length > 0 ||
    u.item !== null ||
    u.intent === "target";
  const best = base.retriever.words.search(subject, 1)[0]?.coverage ?? 0;
  return !named && (best < OWN_SUBJECT || (offTopic > 0.5 && best < 0.6));
}
