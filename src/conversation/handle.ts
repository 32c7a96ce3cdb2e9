import type { IncomingMessage, OutgoingMessage } from "../domain/conversation.ts";
import { dayAt, shownDay, timeAt } from "../vietnamese/text/dates.ts";
import { EVIDENCE } from "../vietnamese/wording/officers/officers.ts";
import { CHAT, firstNotice } from "../vietnamese/wording/residents/chat.ts";
import { answerQuestion } from "./answer-question.ts";
import { photoEvidence } from "./commands/officer/evidence.ts";
import { isFigures } from "./commands/officer/figures.ts";
import { commandIn, runCommand } from "./commands/table.ts";
import { workReply } from "./commands/work/work.ts";
import { guideOf, isWalkWord, moveOf, startWalk, walkOn } from "./guide-walk.ts";
import { localityOfSlug, localityTold } from "./input/localities.ts";
import { chosenItem } from "./input/menu.ts";
import { spokenCommand } from "./input/phrase-commands.ts";
import { bareWords, chosenNumber } from "./input/short-words.ts";
import { talkMove } from "./input/talk-words.ts";
import { ofLastAnswer } from "./last-answer.ts";
import { continueReading, wantsMore } from "./turn/paging.ts";
import { FRESH, safeText, say } from "./turn/state.ts";
import type { ConversationDeps, Reply, Turn } from "./turn/turn.ts";

const LATE_MS = 10 * 60_000;
const OLD_BUTTON_MS = 15 * 60_000;
const TOO_OLD_MS = 24 * 3_600_000;
const UNSUPPORTED_EVERY_MS = 3_600_000;
/** Answers to these stand before the first notice. */
const FIRST_OF_ALL = new Set(["urgent", "danger"]);

/**
 * One message in, messages out. Loads the chat's state; the caller keeps the one given back (a null state means that
 * nothing may be kept) and sends the messages in order. Throws only for bugs and a failing store.
 */
export async function handle(message: IncomingMessage, deps: ConversationDeps): Promise<Reply> {
  const now = deps.clock.now();
  const state = placed((await deps.chats.load(message.from)) ?? FRESH, message, deps);
  const age = message.sentAt > 0 ? now - message.sentAt : 0;
  if (age > TOO_OLD_MS) {
    await keepForStaff(message, deps);
    return { messages: [], state };
  }
  const pace = deps.limits.take(message.from, now);
  if (pace !== "go") {
    return { messages: pace === "wait" ? [{ text: CHAT.slowDown }] : [], state };
  }
  if (message.kind === "button" && age > OLD_BUTTON_MS) {
    return { messages: [{ text: CHAT.oldButton }], state };
  }
  const turn: Turn = {
    message,
    words: message.text.trim(),
    state,
    officer: await deps.people.officerOf(message.from),
    today: dayAt(now),
    deps,
  };
  const outcome =
    message.kind === "text" || message.kind === "button" ? await route(turn) : await other(turn);
  return framed(outcome, turn, age > LATE_MS ? lateLine(message.sentAt, now) : null);
}

/** Where the asker lives: what the sender of this message says, else what was chosen, as long as it is loaded. */
function placed(state: Turn["state"], message: IncomingMessage, deps: ConversationDeps): Turn["state"] {
  const [edition, slug] = [deps.knowledge(), message.locality ?? state.locality];
  const locality = edition === null ? slug : (localityOfSlug(slug, edition)?.slug ?? null);
  return locality === state.locality ? state : { ...state, locality };
}

/** A reply, and what kind of answer stands in it when it is one. */
export interface Outcome {
  readonly reply: Reply;
  readonly intent?: string;
}

/** Longer messages are questions; only what is typed in a breath can be a choice, a move or a command in words. */
const SHORT = 300;

/** Commands, then what is on the screen (menu, walk, rest of an answer), then a question. */
async function route(turn: Turn): Promise<Outcome> {
  const { words, state } = turn;
  // Lines of figures from many places are as long as they are.
  if (turn.officer !== null && isFigures(words)) {
    return { reply: await runCommand("solieu", turn) };
  }
  if (words.length > SHORT && !words.startsWith("/")) {
    return answerQuestion(turn);
  }
  const typed = commandIn(words);
  if (typed !== null) {
    return { reply: await perform(typed, turn) };
  }
  const work = walking(turn) ? null : await workReply(turn);
  if (work !== null) {
    return { reply: work };
  }
  const command = spokenCommand(words, turn.officer !== null);
  if (command !== null) {
    return { reply: await perform(command, turn) };
  }
  const item = chosenItem(words, state.menu);
  if (item !== null && item.value !== words) {
    return route({ ...turn, words: item.value, state: { ...state, menu: [] } });
  }
  const onScreen = moved(turn) ?? ofLastAnswer(turn);
  if (onScreen !== null) {
    return { reply: onScreen };
  }
  const edition = turn.deps.knowledge();
  const place = edition === null || asking(state) ? null : localityTold(words, state.topic !== null, edition);
  return place === null
    ? answerQuestion(turn)
    : { reply: await runCommand("xa", { ...turn, words: place.slug }) };
}

/** A guide is on the screen and these words move it: "xong" is then a step, not a report. */
const walking = ({ words, state }: Turn) =>
  state.walk !== null && (moveOf(words) !== null || wantsMore(bareWords(words)));

/** "tiếp", "lùi", "xem tiếp", "5": what moves the screen, or is kindly said to have nothing to move. Null for a question. */
function moved({ words, state, deps }: Turn): Reply | null {
  const edition = deps.knowledge();
  const move = moveOf(words);
  if (move !== null && state.walk !== null) {
    return walkOn(state, move, edition);
  }
  if (wantsMore(bareWords(words))) {
    if (state.walk !== null && state.more === null) {
      return walkOn(state, { kind: "next" }, edition);
    }
    const guide = state.more === null && state.topic?.doc != null ? guideOf(state.topic.doc, edition) : null;
    return guide === null ? continueReading(state) : startWalk(state, guide);
  }
  if (chosenNumber(words) !== null && !asking(state)) {
    return { messages: [{ text: CHAT.noSuchChoice, buttons: state.menu }], state };
  }
  return move !== null && isWalkWord(words) && talkMove(words) === null
    ? say(state, CHAT.nothingToMove)
    : null;
}

/** Choices are on the screen: a place named now answers them and is not yet where the asker lives. */
function asking(state: Turn["state"]): boolean {
  return (state.topic?.choices?.length ?? 0) > 0;
}

/** `/buoc guide` begins a walk; it is what the button under a guide carries. */
async function perform(
  command: { readonly name: string; readonly words: string },
  turn: Turn,
): Promise<Reply> {
  if (command.name === "buoc") {
    const guide = guideOf(command.words, turn.deps.knowledge());
    return guide === null ? say(turn.state, CHAT.failed) : startWalk(turn.state, guide);
  }
  return runCommand(command.name, { ...turn, words: command.words });
}

/** An officer's photo is evidence, a paper may be taken in; words sent along are read as any, else a friendly line once an hour. */
async function other(turn: Turn): Promise<Outcome> {
  const { deps, message, officer, state } = turn;
  if (officer !== null && message.attachment !== undefined) {
    const caption = commandIn(message.text);
    if (caption !== null) {
      return { reply: await perform(caption, turn) };
    }
    const evidence = await photoEvidence(turn);
    if (evidence !== null) {
      return { reply: evidence };
    }
    const taken = (await deps.attachment?.(message, officer)) ?? null;
    if (taken !== null) {
      return { reply: { messages: taken, state } };
    }
    if (message.kind === "photo" && deps.officers !== undefined) {
      return { reply: say(state, EVIDENCE.which) };
    }
  }
  if (turn.words !== "") {
    const { reply, ...rest } = await route(turn);
    return { reply: { ...reply, messages: withLine(reply.messages, CHAT.captionOnly) }, ...rest };
  }
  const lines: Readonly<Record<string, string>> = { voice: CHAT.voice, photo: CHAT.photo };
  const may = deps.limits.mayRepeat(message.from, "unsupported", UNSUPPORTED_EVERY_MS, deps.clock.now());
  return { reply: { messages: may ? [{ text: lines[message.kind] ?? CHAT.unsupported }] : [], state } };
}

/** One line under what is said last. */
function withLine(messages: readonly OutgoingMessage[], line: string): readonly OutgoingMessage[] {
  const last = messages.length - 1;
  return messages.map((one, at) => (at === last ? { ...one, text: `${one.text}\n${line}` } : one));
}

/** Keeps the words of an answer or a guide's step, to be said again, shorter or aloud. */
function heard({ reply, intent }: Outcome): Reply {
  const answered = intent !== undefined || (reply.state !== null && reply.state.walk !== null);
  const said = reply.messages.map(({ text }) => text).join("\n");
  const keeps = answered && said !== "" && reply.messages.every(({ voice }) => voice === undefined);
  return reply.state !== null && keeps ? { ...reply, state: { ...reply.state, said } } : reply;
}

/** Puts the first notice and the line about a late answer around a reply. */
function framed(outcome: Outcome, turn: Turn, late: string | null): Reply {
  const { deps, message } = turn;
  const { intent } = outcome;
  const reply = heard(outcome);
  const said = reply.messages.map((one, at) =>
    at === 0 && late !== null ? { ...one, text: `${late}\n${one.text}` } : one,
  );
  if (reply.state === null || reply.state.greetedAt !== null || said.length === 0) {
    return { messages: said, state: reply.state };
  }
  const notice: OutgoingMessage = {
    text: firstNotice({
      office: deps.office.name,
      contact: deps.office.contact,
      dataContact: deps.office.dataContact,
      keptDays: deps.office.keptDays,
    }),
  };
  const first = FIRST_OF_ALL.has(intent ?? "");
  return {
    messages: first ? [...said, notice] : [notice, ...said],
    state: { ...reply.state, greetedAt: message.sentAt > 0 ? message.sentAt : deps.clock.now() },
  };
}

function lateLine(sentAt: number, now: number): string {
  const day = dayAt(sentAt);
  return CHAT.late(day === dayAt(now) ? timeAt(sentAt) : `${timeAt(sentAt)} ngày ${shownDay(day)}`);
}

/** More than a day old: nobody waits for an automatic answer any more; a person sees it in the list. */
async function keepForStaff(message: IncomingMessage, deps: ConversationDeps): Promise<void> {
  if (message.kind !== "text" || commandIn(message.text) !== null) {
    return;
  }
  await deps.questions.record({
    at: deps.clock.now(),
    chat: message.from,
    locality: (await deps.chats.load(message.from))?.locality ?? null,
    text: safeText(message.text),
    status: "late",
    intent: "fact",
    edition: deps.knowledge()?.id ?? "",
    ms: 0,
  });
}
