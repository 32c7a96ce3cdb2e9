import type { WaitingQuestion } from "../../ports/officer.ts";
import { OFFICE } from "../../vietnamese/wording/officers/officers.ts";
import { ANSWERING } from "../../vietnamese/wording/residents/handover.ts";
import { safeText, say } from "../turn/state.ts";
import type { Command, Turn } from "../turn/turn.ts";
import { byCode, splitCode } from "./officer/codes.ts";

const SHOWN = 6;
const LONGEST = 3_000;

/** "/hoidap": residents' questions that wait for this officer's answer. */
export const waitingQuestions: Command = {
  for: "officer",
  async run({ deps, officer, state }) {
    if (deps.answers === undefined || officer === null) {
      return say(state, OFFICE.notHere);
    }
    const waiting = await deps.answers.waiting(officer);
    if (waiting.length === 0) {
      return say(state, ANSWERING.none);
    }
    const shown = waiting.slice(0, SHOWN);
    const rest = waiting.length - shown.length;
    const lines = [
      ANSWERING.head(waiting.length),
      ...shown.map((one) => ANSWERING.line(one, one.question, one.mine)),
      ...(rest > 0 ? [ANSWERING.rest(rest)] : []),
      ANSWERING.how,
    ];
    // Not in pages: the rest would lie in the officer's chat, where a resident's deletion does not reach.
    return say(
      state,
      lines.join("\n\n"),
      shown.map(({ code }) => ({ label: code, value: `/traloi ${code}` })),
    );
  },
};

/** Whether these words hold what was, or should be, masked: the asker must get what the officer wrote, or nothing. */
function isMasked({ message }: Turn, words: string): boolean {
  return message.personal !== undefined || safeText(words) !== words;
}

async function send(turn: Turn, found: WaitingQuestion, words: string) {
  const { deps, officer, state } = turn;
  if (isMasked(turn, words)) {
    return say(state, ANSWERING.personal);
  }
  if (words.length > LONGEST || deps.answers === undefined || officer === null) {
    return say(state, ANSWERING.tooLong);
  }
  const ended = await deps.answers.answer(officer, found.code, words);
  await deps.people.audit(deps.clock.now(), officer.id, `reply_${ended.outcome}`, found.code);
  switch (ended.outcome) {
    case "answered":
      return say(state, ANSWERING.answered(found.code, ended.by));
    case "closed":
      return say(state, ANSWERING.closed(found.code));
    default:
      return say(state, ANSWERING.outcomes[ended.outcome](found.code));
  }
}

/** "/traloi HT-ABCDE" shows the question; with words after it, they go to the asker in their own chat. */
export const answerHandover: Command = {
  for: "officer",
  async run(turn) {
    const { deps, officer, state, words } = turn;
    if (deps.answers === undefined || officer === null) {
      return say(state, OFFICE.notHere);
    }
    const { code, rest } = splitCode(words);
    if (code === null) {
      return say(state, ANSWERING.which);
    }
    const [found, another] = byCode(code, await deps.answers.waiting(officer));
    if (found === undefined || another !== undefined) {
      const by = await deps.answers.answeredBy(officer, code);
      return say(state, by === null ? ANSWERING.unknown(code) : ANSWERING.answered(code, by));
    }
    return rest === "" ? say(state, ANSWERING.one(found, found.question)) : send(turn, found, rest);
  },
};
