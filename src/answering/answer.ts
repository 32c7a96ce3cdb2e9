import type { Answer, Answered, ExplainLine, Question, Topic } from "../domain/conversation.ts";
import type { Ask } from "../ports/conversations.ts";
import type { LiveEdition } from "../ports/knowledge.ts";
import type { Embedder } from "../ports/models.ts";
import { unknownLocality } from "../vietnamese/wording/residents/localities.ts";
import { replyToGuard } from "./compose/guard-replies.ts";
import { type Found, find } from "./find/find.ts";
import { finish } from "./finish.ts";
import { type GuardVerdict, guard } from "./guard/guard.ts";
import { type Register, registerOf } from "./guard/received/register.ts";
import { parseSafety, type SafetyData } from "./guard/safety.ts";
import { openUrgency, type Urgency } from "./guard/urgency/urgency.ts";
import { type EditionIndex, openEditionIndex } from "./index/edition-index.ts";
import { slotOf as cardSlot } from "./retrieve/card.ts";
import { answerWithModel } from "./rewrite/answer-with-model.ts";
import type { Rewriter } from "./rewrite/rewriter.ts";
import { understandQuestion } from "./understand/understand.ts";
import type { Understanding } from "./understand/understanding.ts";

export interface Answering {
  readonly base: EditionIndex;
  answer(question: Question, topic: Topic | null): Promise<Answered>;
}

/** Makes an edition ready and answers from it. One call for each edition; answers hold no state but the topic given back. */
export function openAnswering(
  live: LiveEdition,
  embedder: Embedder | null,
  fluent: Rewriter | null = null,
): Answering {
  const base = openEditionIndex(live, embedder);
  const safety = live.edition.safety === undefined ? null : parseSafety(live.edition.safety);
  const urgency = safety === null ? null : openUrgency(safety.spellings);
  const register = registerOf(live.edition.links, live.edition.hotlines);
  const ask: Ask = (question, topic) => answer({ base, safety, urgency, register }, question, topic);
  return {
    base,
    answer: fluent === null ? ask : (question, topic) => answerWithModel(fluent, base, ask, question, topic),
  };
}

interface Setting {
  readonly base: EditionIndex;
  readonly safety: SafetyData | null;
  readonly urgency: Urgency | null;
  readonly register: Register;
}

/** The kind of a message, and the words that carried it. */
function verdictText(verdict: GuardVerdict): string {
  const heard = "heard" in verdict ? verdict.heard : [];
  const kind = verdict.kind === "urgent" ? `${verdict.kind}: ${verdict.urgent}` : verdict.kind;
  return heard.length === 0 ? kind : `${kind} (${heard.map((words) => `“${words}”`).join(", ")})`;
}

async function answer(
  { base, safety, urgency, register }: Setting,
  question: Question,
  topic: Topic | null,
): Promise<Answered> {
  const lines: ExplainLine[] = [];
  const explain = (step: ExplainLine["step"], text: string) => void lines.push({ step, text });
  const typed = chosenText(question.text, topic);
  const repaired = base.retriever.words.repair(typed.slice(0, 2_000));
  const verdict =
    safety === null ? null : guard({ raw: typed, repaired: repaired.text }, safety, urgency, register);
  if (verdict !== null && verdict.kind !== "pass") {
    explain("guard", verdictText(verdict));
    const reply = replyToGuard(verdict, base);
    return { answer: reply, topic: verdict.kind === "smalltalk" ? topic : null, explain: lines };
  }
  const { localities } = base.edition;
  if (question.locality !== null && !localities.some(({ slug }) => slug === question.locality)) {
    explain("understand", `locality ${question.locality}: unknown`);
    const text = unknownLocality(question.locality, localities);
    return {
      answer: { status: "not_found", intent: "fact", text, nearest: [] },
      topic: null,
      explain: lines,
    };
  }
  for (const change of repaired.changes) {
    explain("understand", `“${change.from}” → “${change.to}” (${change.why})`);
  }
  const u = understandQuestion(typed, repaired.text, question.locality, topic, {
    localities: base.edition.localities,
    units: base.units,
    paperNames: base.paperNames,
    names: base.names,
    today: question.today,
  });
  explain("understand", describe(u));
  const finding = await find(base, u, topic, verdict?.offTopic.score ?? 0, explain);
  const made = finish(base, u, finding, explain);
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
    counted: u.counted,
    ranking: u.ranking,
    subject: u.subject,
    followUp: u.followUp,
  };
  return Object.entries(fields)
    .filter(([, v]) => v !== null && v !== "" && v !== false)
    .map(([k, v]) => `${k}: ${v}`)
    .join(" · ");
}

function topicAfter(made: Answer, u: Understanding, found: Found, before: Topic | null): Topic | null {
  if (made.status === "out_of_scope" || made.status === "refused") {
    return before;
  }
  const draft = found.kind === "draft" ? found.draft : null;
  const asked = found.kind === "registers" ? found.asks[0] : undefined;
  return {
    locality: found.kind === "draft" ? found.locality : u.locality,
    intent: u.intent,
    words: u.subject,
    year: u.years[0] ?? null,
    group: u.groups[0] ?? null,
    unit: u.unit,
    doc: made.status === "answered" ? made.citations[0].doc : null,
    section: draft?.section ?? null,
    ...(asked === undefined ? slotOf(u) : { slot: cardSlot(asked) }),
    ...(made.status === "clarify" ? { choices: made.choices, pending: u.typed } : {}),
  };
}

/** The field asked for, so that "còn xã khác?" asks for the same. */
function slotOf(u: Understanding): { readonly slot?: string } {
  if (u.slot !== null) {
    return { slot: u.slot };
  }
  return u.cardField === null ? {} : { slot: `card:${u.cardField}` };
}
