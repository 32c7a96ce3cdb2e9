import type { Trace } from "../domain/console.ts";
import type { Answer, Answered, Button, ExplainLine } from "../domain/conversation.ts";
import type { Edition } from "../domain/knowledge.ts";
import type { ChatState } from "../ports/conversations.ts";
import { ANSWERS } from "../vietnamese/wording/residents/answers.ts";
import { CHAT } from "../vietnamese/wording/residents/chat.ts";
import { aloudButtons } from "./commands/aloud.ts";
import { ratingButtons } from "./commands/rating.ts";
import { GO_ON, guideOf, startWalk, walkReminder, withoutStepWords } from "./guide-walk.ts";
import { localityOfSlug } from "./input/localities.ts";
import { inContext } from "./input/quoted.ts";
import { withoutPreface } from "./input/talk-words.ts";
import { restButtons } from "./last-answer.ts";
import { safeText, say } from "./turn/state.ts";
import type { Reply, Turn } from "./turn/turn.ts";

/** Intents whose answers say nothing of a place. */
const PLACELESS = new Set([
  "urgent",
  "smalltalk",
  "off_topic",
  "attack",
  "personal_data",
  "danger",
  "how_to",
]);
/** Nothing is put under these: who reads them has other cares than a guide half read. */
const ALONE = new Set(["urgent", "danger"]);
const UNDERSTANDING: readonly ExplainLine["step"][] = ["guard", "understand", "lookup"];
const LONGEST_KEPT = 4_000;
const NEEDS_PERSON: readonly Answer["status"][] = ["not_found", "failed"];

/** Asks, keeps what a follow-up may lean on, and dresses the answer with its next steps. */
export async function answerQuestion(
  turn: Turn,
): Promise<{ readonly reply: Reply; readonly intent: string }> {
  const { deps, message, today } = turn;
  const edition = deps.knowledge();
  if (edition === null) {
    return { reply: say(turn.state, CHAT.noKnowledge), intent: "fact" };
  }
  const state = withChosenPlace(turn.state, turn.words, edition);
  const began = deps.clock.mono();
  const said = withoutStepWords(turn.words) ?? withoutPreface(turn.words) ?? turn.words;
  const { text, topic } = await inContext(turn, said, state.topic, edition);
  const answered = await deps.ask({ text, locality: state.locality, today }, topic);
  const { answer } = answered;
  const { status, intent } = answer;
  const ms = Math.round(deps.clock.mono() - began);
  const asked = await deps.questions.record({
    at: deps.clock.now(),
    chat: message.from,
    locality: state.locality,
    text: intent === "personal_data" ? "" : safeText(turn.words),
    status,
    intent,
    edition: edition.id,
    ms,
    ...traceOf(turn, answered),
  });
  deps.log({ kind: "question_answered", channel: message.from.channel, status, intent, ms });
  return { reply: replyOf(turn, { ...state, asked }, answered, edition), intent };
}

/** What the console may show of an answer; nothing where the question held personal data. */
function traceOf({ message, words }: Turn, { answer, explain }: Answered): { readonly trace?: Trace } {
  const personal = answer.intent === "personal_data" || message.personal !== undefined;
  if (personal || safeText(words) !== words) {
    return {};
  }
  const steps = explain.filter(({ step }) => UNDERSTANDING.includes(step));
  const cited = "citations" in answer ? answer.citations : [];
  const sources = ("nearest" in answer ? answer.nearest : cited).map(({ title, section }) =>
    section === "" ? title : `${title}, ${ANSWERS.place(section)}`,
  );
  return {
    trace: {
      understood: steps.map(({ text }) => text).join("\n"),
      answer: answer.text.slice(0, LONGEST_KEPT),
      sources: [...new Set(sources)],
    },
  };
}

function replyOf(turn: Turn, state: ChatState, { answer, topic }: Answered, edition: Edition): Reply {
  const kept: ChatState = {
    ...state,
    topic,
    more: answer.status === "answered" ? (answer.more ?? null) : null,
  };
  const guide =
    answer.status === "answered" && answer.guide !== undefined ? guideOf(answer.guide, edition) : null;
  if (guide !== null && answer.intent !== "urgent" && withoutStepWords(turn.words) !== null) {
    return startWalk(kept, guide);
  }
  const place = answer.status === "answered" ? placeLine(answer, kept, edition) : null;
  const reminder = ALONE.has(answer.intent) ? null : walkReminder(kept, edition);
  const text = [answer.text, place, reminder].filter((line) => line !== null).join("\n");
  const buttons = buttonsOf(answer, kept, guide !== null && guide.steps.length > 0);
  const reply = say(kept, text, buttons);
  const { capabilities } = turn.deps;
  // Not in the menu that typed numbers choose from.
  const ratings = ratingButtons(answer, kept.asked ?? 0, buttons.length, capabilities);
  const extra = [...(answer.status === "answered" ? aloudButtons(turn.deps) : []), ...ratings];
  return extra.length === 0 ? reply : { ...reply, messages: [{ text, buttons: [...buttons, ...extra] }] };
}

/** For whose place the answer holds, when the asker has chosen one and the answer is about it. */
function placeLine(
  answer: Extract<Answer, { status: "answered" }>,
  state: ChatState,
  edition: Edition,
): string | null {
  const place = localityOfSlug(state.locality, edition);
  const card = edition.documents.find((document) => document.id === answer.citations[0].doc)?.card;
  return place === null || PLACELESS.has(answer.intent) || card?.locality !== place.slug
    ? null
    : CHAT.answeringFor(place.name);
}

function buttonsOf(answer: Answer, state: ChatState, walkable: boolean): Button[] {
  if (answer.status === "clarify") {
    return answer.choices.map((choice) => ({ label: choice.label, value: choice.label }));
  }
  const guide = answer.status === "answered" ? answer.guide : undefined;
  return [
    ...restButtons(state, guide !== undefined),
    ...(walkable && guide !== undefined ? [{ label: CHAT.stepByStep, value: `/buoc ${guide}` }] : []),
    ...(state.walk === null || ALONE.has(answer.intent) ? [] : [GO_ON]),
    ...(NEEDS_PERSON.includes(answer.status) ? [{ label: CHAT.person, value: "/gapcanbo" }] : []),
  ];
}

/** A place taken from a clarifying choice is the asker's own until they change it. */
function withChosenPlace(state: ChatState, words: string, edition: Edition): ChatState {
  const choice = state.topic?.choices?.find((one) => one.label === words);
  const chosen = choice === undefined ? null : localityOfSlug(choice.value, edition);
  return chosen === null || state.locality !== null ? state : { ...state, locality: chosen.slug };
}
