import type { Answer, Button, ChannelCapabilities } from "../../domain/conversation.ts";
import { fold } from "../../vietnamese/text/normalise.ts";
import { CHAT } from "../../vietnamese/wording/residents/chat.ts";
import { RATING } from "../../vietnamese/wording/residents/rating.ts";
import { say } from "../turn/state.ts";
import type { Command, Reply, Turn } from "../turn/turn.ts";

const REASONS = Object.entries(RATING.reasons);
/** An OA message with more buttons becomes a numbered list, which would be noise under every answer. */
const MOST_TEXT_BUTTONS = 5;
/** Nobody is asked for a mark in these straits. */
const UNRATED: readonly string[] = ["urgent", "danger", "smalltalk"];

/** Two small buttons under an answer; none where buttons would have to be written out. */
export function ratingButtons(
  answer: Answer,
  question: number,
  others: number,
  can: ChannelCapabilities,
): readonly Button[] {
  const fits = can.buttons === "callback" || (can.buttons === "text" && others + 2 <= MOST_TEXT_BUTTONS);
  return answer.status !== "answered" || UNRATED.includes(answer.intent) || !fits
    ? []
    : [
        { label: RATING.good, value: `/huuich ${question}` },
        { label: RATING.bad, value: `/chuadung ${question}`, beside: true },
      ];
}

/** "12 figures" as a button says it, or what a person types after the command. */
function read(turn: Turn): { readonly question: number | null; readonly reason: string | null } {
  const [, number, rest = ""] = /^\s*(\d{1,15})?\s*(.*)$/su.exec(turn.words) ?? [];
  const typed = fold(rest).trim();
  const reason = REASONS.find(([key, label]) => typed === key || typed === fold(label).toLowerCase());
  return {
    question: number === undefined ? (turn.state.asked ?? null) : Number(number),
    reason: reason?.[0] ?? null,
  };
}

/** Kept with the question and without a word of the person; only the chat that asked may say it. */
async function rate(
  turn: Turn,
  good: boolean,
  then: (question: number, reason: string | null) => Reply,
): Promise<Reply> {
  const { question, reason } = read(turn);
  const { deps, message, state } = turn;
  const kept =
    question !== null && (await deps.questions.rate(question, message.from, good, good ? null : reason));
  return kept ? then(question, reason) : say(state, RATING.nothing);
}

/** "/huuich": the answer helped. */
export const useful: Command = {
  for: "everyone",
  run: (turn) => rate(turn, true, () => say(turn.state, RATING.thanks)),
};

/** "/chuadung": it did not; one question about why, which may stay unanswered. */
export const notRight: Command = {
  for: "everyone",
  run: (turn) =>
    rate(turn, false, (question, reason) =>
      reason === null
        ? say(
            turn.state,
            RATING.why,
            REASONS.map(([key, label]) => ({ label, value: `/chuadung ${question} ${key}` })),
          )
        : say(turn.state, RATING.noted, [{ label: CHAT.person, value: "/gapcanbo" }]),
    ),
};
