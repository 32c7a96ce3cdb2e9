import type { Button } from "../domain/conversation.ts";
import type { ChatState } from "../ports/conversations.ts";
import { CHAT } from "../vietnamese/wording/residents/chat.ts";
import { guideOf, startWalk } from "./guide-walk.ts";
import { talkMove } from "./input/talk-words.ts";
import { continueReading } from "./turn/paging.ts";
import { say } from "./turn/state.ts";
import type { Reply, Turn } from "./turn/turn.ts";

/** Characters of a short answer: what is read at a glance. */
const GLANCE = 200;

/** "dài quá", "nói lại", "không phải", "xem cả hướng dẫn", "từng bước": about the last answer. Null for a question. */
export function ofLastAnswer({ words, state, deps }: Turn): Reply | null {
  const edition = deps.knowledge();
  const guide = state.topic?.doc == null ? null : guideOf(state.topic.doc, edition);
  switch (talkMove(words)) {
    case "shorter":
      return sayShorter(state) ?? say(state, CHAT.nothingSaid);
    case "again":
      return sayAgain(state) ?? say(state, CHAT.nothingSaid);
    case "wrong":
      return say({ ...state, topic: null, more: null }, CHAT.notMeant, [
        { label: CHAT.person, value: "/gapcanbo" },
      ]);
    case "whole":
      if (state.more !== null) {
        return continueReading(state);
      }
      return guide === null ? null : startWalk(state, guide);
    case "steps":
      return guide === null ? say(state, CHAT.nothingToMove) : startWalk(state, guide);
    case null:
      return null;
  }
}

/** The first lines of the last answer; the whole of it waits for "xem tiếp". Null when nothing was said. */
function sayShorter(state: ChatState): Reply | null {
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
function sayAgain(state: ChatState): Reply | null {
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
