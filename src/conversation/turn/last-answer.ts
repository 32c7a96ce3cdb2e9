import type { Button } from "../../domain/conversation.ts";
import type { ChatState } from "../../ports/conversations.ts";
import { CHAT } from "../../vietnamese/wording/residents/chat.ts";
import { say } from "./state.ts";
import type { Reply } from "./turn.ts";

/** Characters of a short answer: what is read at a glance. */
const GLANCE = 200;

/** The first lines of the last answer; the whole of it waits for "xem tiếp". Null when nothing was said. */
export function sayShorter(state: ChatState): Reply | null {
  if (state.said === undefined) {
    return null;
  }
  const short = firstLines(state.said);
  if (short === state.said) {
    return say(state, CHAT.shortAlready(short), state.menu);
  }
  const more = state.more ?? state.said;
  const kept = { ...state, more };
  const [rest] = restButtons(kept, false);
  return say(kept, short, rest === undefined ? [] : [rest]);
}

/** The last answer once more, with what could be chosen under it. Null when nothing was said. */
export function sayAgain(state: ChatState): Reply | null {
  return state.said === undefined ? null : say(state, state.said, state.menu);
}

/** Lines from the beginning, at least one; of a long first line as many sentences as fit. */
function firstLines(text: string): string {
  const lines = text.split("\n");
  let shown = "";
  for (const line of lines) {
    const next = shown === "" ? line : `${shown}\n${line}`;
    if (next.length > GLANCE) {
      break;
    }
    shown = next;
  }
  return shown === "" ? firstSentences(lines[0] ?? "") : shown;
}

function firstSentences(line: string): string {
  const sentences = line.match(/[^.!?…]+(?:[.!?…]+(?=\s|$)|$|[.!?…]+)/gu) ?? [line];
  let shown = "";
  for (const sentence of sentences) {
    if (shown !== "" && shown.length + sentence.length > GLANCE) {
      break;
    }
    shown += sentence;
  }
  return shown.trim();
}

/** The button that brings the rest of an answer; of a guide it brings the guide. */
export function restButtons(state: ChatState, guide: boolean): readonly Button[] {
  if (state.more === null) {
    return [];
  }
  return [
    guide ? { label: CHAT.wholeGuide, value: CHAT.wholeGuide } : { label: CHAT.continued, value: "xem tiếp" },
  ];
}
