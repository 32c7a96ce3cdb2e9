import type { Answer } from "../../domain/conversation.ts";
import { personalDataText } from "../../vietnamese/wording/privacy.ts";
import {
  EMPTY_TEXT,
  offTopicText,
  refusalText,
  TOO_LONG_TEXT,
  talkText,
} from "../../vietnamese/wording/talk.ts";
import { dangerText, urgentText } from "../../vietnamese/wording/urgent.ts";
import type { GuardVerdict } from "./guard.ts";

/** The whole answer where the guard alone can give it; null for `pass` and `urgent`, which rest on the knowledge. */
export function guardReply(verdict: GuardVerdict): Answer | null {
  switch (verdict.kind) {
    case "pass":
    case "urgent":
      return null;
    case "empty":
      return { status: "smalltalk", intent: "smalltalk", text: EMPTY_TEXT };
    case "too_long":
      return { status: "refused", intent: "off_topic", text: TOO_LONG_TEXT };
    case "personal_data":
      return {
        status: "refused",
        intent: "personal_data",
        text: personalDataText(verdict.personal.map(({ kind }) => kind)),
      };
    case "danger": {
      const more = verdict.alsoUrgent === null ? "" : `\n\n${urgentText(verdict.alsoUrgent)}`;
      return { status: "smalltalk", intent: "danger", text: `${dangerText(verdict.danger)}${more}` };
    }
    case "attack":
    case "harm":
      return { status: "refused", intent: "attack", text: refusalText(verdict.reason) };
    case "smalltalk":
      return { status: "smalltalk", intent: "smalltalk", text: talkText(verdict.talk) };
    case "off_topic":
      return { status: "out_of_scope", intent: "off_topic", text: offTopicText(verdict.reason) };
  }
}
