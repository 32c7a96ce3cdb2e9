import type { Answer, Answered, Citation, ExplainLine, Question, Topic } from "../domain/conversation.ts";
import type { LocalitySlug } from "../domain/document.ts";
import type { Embedder, LiveEdition } from "../ports.ts";
import { ANSWERS } from "../vietnamese/wording/answers.ts";
import { type Base, openBase } from "./base.ts";
import { compare } from "./compare.ts";
import type { Draft } from "./compose/draft.ts";
import { localityName } from "./compose/draft.ts";
import { composePassages, nearestLine } from "./compose/facts.ts";
import { composeGuide } from "./compose/guide.ts";
import { type Evidence, weigh } from "./evidence.ts";
import { fromPlans, type PlanFinding } from "./from-plans.ts";
import { guard } from "./guard/guard.ts";
import { parseSafety, type SafetyData } from "./guard/safety.ts";
import { replyToGuard } from "./guard-replies.ts";
import { GUIDE_LIKENESS, lookupGuides } from "./lookup/guides.ts";
import type { Repaired } from "./search/repair.ts";
import { understand } from "./understand/understand.ts";
import type { Understanding } from "./understand/understanding.ts";
import { unsupported } from "./verify.ts";

export interface Answering {
  readonly base: Base;
  answer(question: Question, topic: Topic | null): Promise<Answered>;
}

/** Localities tried one by one when none is named; beyond, only those with the best passages. */
const MOST_LOCALITIES = 8;
/** Words of all papers a question must share to be about them at all. */
const OWN_SUBJECT = 0.4;

/** Makes an edition ready and answers from it. One call for each edition; answers hold no state but the topic given back. */
export function openAnswering(live: LiveEdition, embedder: Embedder | null): Answering {
  const base = openBase(live, embedder);
  const safety = live.edition.safety === undefined ? null : parseSafety(live.edition.safety);
  return { base, answer: (question, topic) => answer({ base, safety }, question, topic) };
}

interface Setting {
  readonly base: Base;
  readonly safety: SafetyData | null;
}

async function answer({ base, safety }: Setting, question: Question, topic: Topic | null): Promise<Answered> {
  const lines: ExplainLine[] = [];
  const explain = (step: ExplainLine["step"], text: string) => void lines.push({ step, text });
  const typed = chosenText(question.text, topic);
  const repaired = base.retriever.words.repair(typed.slice(0, 2_000));
  const verdict = safety === null ? null : guard({ raw: typed, repaired: repaired.text }, safety);
  if (verdict !== null && verdict.kind !== "pass") {
    explain("guard", verdict.kind);
    const reply = replyToGuard(verdict, base);
    return { answer: reply, topic: verdict.kind === "smalltalk" ? topic : null, explain: lines };
  }
  for (const change of repaired.changes) {
    explain("understand", `“${change.from}” → “${change.to}” (${change.why})`);
  }
  const u = understand(typed, repaired.text, question.locality, topic, {
    localities: base.edition.localities,
    units: base.units,
    mentioned: base.mentioned,
    today: question.today,
  });
  explain("understand", describe(u));
  const finding = await find(base, u, topic, verdict?.offTopic.score ?? 0, explain);
  const made = settle(base, u, finding, explain);
  return { answer: made, topic: topicAfter(made, u, finding, topic), explain: lines };
}

/** "1" or "số 2" after choices stands for that choice. */
function chosenText(typed: string, topic: Topic | null): string {
  const number = typed.trim().match(/^(?:số|so|chọn|chon)?\s*(\d{1,2})\s*[.)]?$/iu)?.[1];
  return (number === undefined ? undefined : topic?.choices?.[Number(number) - 1]?.label) ?? typed;
}

function describe(u: Understanding): string {
  const fields = {
    intent: u.intent,
    slot: u.slot,
    card: u.cardField,
    locality: u.locality,
    years: u.years.join(","),
    groups: u.groups.join(","),
    unit: u.unit,
    item: u.item === null ? null : `${u.item.part ?? ""} ${u.item.number}`,
    needs: u.needs.join(","),
    subject: u.subject,
    followUp: u.followUp,
  };
  return Object.entries(fields)
    .filter(([, v]) => v !== null && v !== "" && v !== false)
    .map(([k, v]) => `${k}: ${v}`)
    .join(" · ");
}

type Finding =
  | { readonly kind: "draft"; readonly draft: Draft; readonly locality: LocalitySlug | null }
  | { readonly kind: "which_locality"; readonly slugs: readonly LocalitySlug[] }
  | { readonly kind: "other_years"; readonly years: readonly string[] }
  | { readonly kind: "unknown_place"; readonly place: string }
  | { readonly kind: "off_topic" }
  | {
      readonly kind: "nothing";
      readonly nearest: Evidence | null;
      readonly elsewhere: readonly LocalitySlug[];
    };

type Explain = (step: ExplainLine["step"], text: string) => void;

async function find(
  base: Base,
  u: Understanding,
  topic: Topic | null,
  offTopic: number,
  explain: Explain,
): Promise<Finding> {
  if (u.unknownPlace !== null) {
    return { kind: "unknown_place", place: u.unknownPlace };
  }
  const subject = base.retriever.words.repair(u.subject === "" ? u.text : u.subject);
  if (u.intent === "comparison") {
    const made = compare(base, u, subject);
    if (made !== null) {
      return { kind: "draft", draft: made, locality: null };
    }
  }
  const guide = guideFor(base, u, subject, explain);
  if (guide?.sure) {
    return { kind: "draft", draft: guide.draft, locality: u.locality };
  }
  const plans = await inPlans(base, u, subject, topic, explain);
  if (plans.kind === "draft" || plans.kind === "other_years" || plans.kind === "which_locality") {
    return guide !== null && plans.kind !== "other_years" && guide.likeness > strengthOf(plans)
      ? { kind: "draft", draft: guide.draft, locality: u.locality }
      : plans;
  }
  if (guide !== null) {
    return { kind: "draft", draft: guide.draft, locality: u.locality };
  }
  const fromGuides = await guidePassage(base, u, subject, explain);
  if (fromGuides !== null) {
    return { kind: "draft", draft: fromGuides, locality: u.locality };
  }
  return plans.kind === "nothing" && foreign(base, u, subject, offTopic) ? { kind: "off_topic" } : plans;
}

const strengthOf = (finding: Finding & { readonly strength?: number }): number => finding.strength ?? 1;

interface GuideDraft {
  readonly draft: Draft;
  readonly likeness: number;
  /** True when nothing in the plans could be meant instead. */
  readonly sure: boolean;
}

/** Wording that points at the plans, where a guide is only a second thought. */
const ABOUT_PLANS =
  /\b(ke hoach|phong trao|chi tieu|kinh phi|bao cao|nhiem vu|phu luc|nghi quyet|van ban)\b/u;

/** The guide a question asks for; plans come first for what units, years and figures are asked. */
function guideFor(base: Base, u: Understanding, subject: Repaired, explain: Explain): GuideDraft | null {
  const aboutPlans =
    u.unit !== null ||
    u.item !== null ||
    u.cardField !== null ||
    u.intent === "target" ||
    u.intent === "unit_tasks" ||
    ABOUT_PLANS.test(u.folded);
  const best = lookupGuides(base, subject)[0];
  if (best === undefined || aboutPlans || best.likeness < GUIDE_LIKENESS) {
    return null;
  }
  explain("lookup", `guide ${best.guide.id}: likeness ${best.likeness.toFixed(2)}`);
  const sure =
    (u.intent === "how_to" || u.locality === null) && best.likeness >= 0.75 && u.named.length === 0;
  return { draft: composeGuide(best.guide, base), likeness: best.likeness, sure };
}

async function guidePassage(
  base: Base,
  u: Understanding,
  subject: Repaired,
  explain: Explain,
): Promise<Draft | null> {
  const allowed = (label: number) => base.documents.get(base.passages[label]?.doc ?? "")?.guide != null;
  const hits = await base.retriever.search(subject, 5, allowed);
  const accepted = weigh(hits, base, u, subject).filter((e) => e.accepted);
  const best = accepted[0];
  const needed = u.locality === null || u.intent === "how_to" ? 0.7 : 0.8;
  if (
    best === undefined ||
    best.coverage < needed ||
    u.intent === "target" ||
    u.unit !== null ||
    ABOUT_PLANS.test(u.folded)
  ) {
    return null;
  }
  explain("retrieve", `guide passage ${best.passage.id}: coverage ${best.coverage.toFixed(2)}`);
  const guide = base.documents.get(best.passage.doc)?.guide;
  return guide != null && u.intent === "how_to"
    ? composeGuide(guide, base)
    : composePassages([best.passage], subject, u, base);
}

async function inPlans(
  base: Base,
  u: Understanding,
  subject: Repaired,
  topic: Topic | null,
  explain: Explain,
): Promise<Finding & { readonly strength?: number }> {
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
  const found: { slug: LocalitySlug; finding: PlanFinding }[] = [];
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
    ? { kind: "draft", draft: best.draft, locality: best.slug, strength: best.strength }
    : { kind: "which_locality", slugs: alike.map((d) => d.slug), strength: best.strength };
}

function finding(
  found: Exclude<PlanFinding, { kind: "nothing" }>,
  locality: LocalitySlug,
): Finding & { readonly strength?: number } {
  return found.kind === "draft" ? { ...found, locality } : found;
}

/** Localities worth asking when none is named: all of a small office, else those of the best passages. */
async function candidates(base: Base, subject: Repaired): Promise<readonly LocalitySlug[]> {
  const all = base.edition.localities.map((l) => l.slug);
  if (all.length <= MOST_LOCALITIES) {
    return all;
  }
  const hits = await base.retriever.search(subject, 50);
  const found = hits.flatMap((h) => base.passages[h.label]?.locality ?? []);
  return [...new Set(found)].slice(0, MOST_LOCALITIES);
}

async function elsewhere(base: Base, u: Understanding, subject: Repaired): Promise<readonly LocalitySlug[]> {
  const hits = await base.retriever.search(subject, 6, (label) => base.passages[label]?.locality != null);
  const good = weigh(hits, base, u, subject).filter((e) => e.accepted && e.passage.locality !== u.locality);
  return [...new Set(good.flatMap((e) => e.passage.locality ?? []))];
}

/** Nothing in any paper or guide is even near: the question is about something else. */
function foreign(base: Base, u: Understanding, subject: Repaired, offTopic: number): boolean {
  const named =
    u.named.length > 0 || u.unit !== null || u.groups.length > 0 || u.item !== null || u.intent === "target";
  const best = base.retriever.words.search(subject, 1)[0]?.coverage ?? 0;
  return !named && (best < OWN_SUBJECT || (offTopic > 0.5 && best < 0.6));
}

function settle(base: Base, u: Understanding, found: Finding, explain: Explain): Answer {
  switch (found.kind) {
    case "draft":
      return verified(base, u, found.draft, explain);
    case "which_locality":
      return {
        status: "clarify",
        intent: u.intent,
        text: ANSWERS.askLocality,
        choices: found.slugs.map((slug) => ({ label: localityName(slug, base), value: slug })),
      };
    case "other_years":
      return notFound(
        u,
        [ANSWERS.yearAbsent(localityName(u.locality, base), u.years.join(", "), found.years.join(", "))],
        [],
      );
    case "unknown_place": {
      const have = base.edition.localities.map((l) => l.name).join(", ");
      return notFound(u, [ANSWERS.unknownPlace(found.place, have)], []);
    }
    case "off_topic":
      return { status: "out_of_scope", intent: "off_topic", text: ANSWERS.offTopic };
    case "nothing":
      return nothing(base, u, found);
  }
}

function notFound(u: Understanding, lines: readonly string[], nearest: readonly Citation[]): Answer {
  return { status: "not_found", intent: u.intent, text: [...lines, ANSWERS.askOffice].join("\n"), nearest };
}

function nothing(base: Base, u: Understanding, found: Extract<Finding, { kind: "nothing" }>): Answer {
  const where = localityName(u.locality, base);
  const near = found.nearest;
  const shows = near !== null && near.coverage >= 0.45 && !/\d\s*%/u.test(near.passage.text);
  const lines = [
    u.needs.includes("money") ? ANSWERS.notFoundMoney(where) : ANSWERS.notFound(where),
    ...(shows ? [nearestLine(near.passage)] : []),
    ...(found.elsewhere.length > 0
      ? [ANSWERS.elsewhere(found.elsewhere.map((s) => localityName(s, base)).join(", "))]
      : []),
  ];
  const nearest = shows
    ? [
        {
          doc: near.passage.doc,
          section: near.passage.section,
          title: near.passage.heading,
          quote: near.passage.quote,
        },
      ]
    : [];
  return notFound(u, lines, nearest);
}

/** The last step for every answer: what its sources do not carry is not said. */
function verified(base: Base, u: Understanding, draft: Draft, explain: Explain): Answer {
  const [first, ...rest] = draft.citations;
  const problems = unsupported(
    { text: draft.text, citations: draft.citations, counts: draft.counts, question: u.typed },
    base.papers,
  );
  explain(
    "verify",
    problems.length === 0 ? "every quote and figure stands in its source" : problems.join("; "),
  );
  if (first === undefined || problems.length > 0) {
    return notFound(u, [ANSWERS.notFound(localityName(u.locality, base))], []);
  }
  return {
    status: "answered",
    intent: draft.intent,
    text: draft.text,
    citations: [first, ...rest],
    complete: draft.more === undefined,
    ...(draft.guide === undefined ? {} : { guide: draft.guide }),
    ...(draft.more === undefined ? {} : { more: draft.more }),
  };
}

function topicAfter(made: Answer, u: Understanding, found: Finding, before: Topic | null): Topic | null {
  if (made.status === "out_of_scope" || made.status === "refused") {
    return before;
  }
  const draft = found.kind === "draft" ? found.draft : null;
  return {
    locality: found.kind === "draft" ? found.locality : u.locality,
    intent: u.intent,
    words: u.subject,
    year: u.years[0] ?? null,
    group: u.groups[0] ?? null,
    unit: u.unit,
    doc: made.status === "answered" ? made.citations[0].doc : null,
    section: draft?.section ?? null,
    ...(u.slot === null ? {} : { slot: u.slot }),
    ...(made.status === "clarify" ? { choices: made.choices, pending: u.typed } : {}),
  };
}
