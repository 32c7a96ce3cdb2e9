import type { Button } from "../../domain/conversation.ts";
import type { ChatState } from "../../ports/conversations.ts";
import { CHAT } from "../../vietnamese/wording/residents/chat.ts";
import { say } from "./state.ts";
import type { Reply } from "./turn.ts";

/** UTF-16 units of one screen, within one Zalo message with its numbered menu. */
const SCREEN = 1_750;

const CONTINUE: Button = { label: CHAT.continued, value: "xem tiếp" };

/** As many whole blocks as one screen holds (at least one), and the rest. */
function cut(text: string): { readonly shown: string; readonly rest: string | null } {
  if (text.length <= SCREEN) {
    return { shown: text, rest: null };
  }
  const separator = text.includes("\n\n") ? "\n\n" : "\n";
  const blocks = text.split(separator);
  let shown = blocks.shift() ?? "";
  while (blocks[0] !== undefined && shown.length + separator.length + blocks[0].length <= SCREEN) {
    shown += separator + blocks.shift();
  }
  return { shown, rest: blocks.length === 0 ? null : blocks.join(separator) };
}

/** A long text screen by screen; the rest waits for "xem tiếp". */
export function sayPaged(state: ChatState, text: string, buttons: readonly Button[] = []): Reply {
  const { shown, rest } = cut(text);
  return say({ ...state, more: rest }, shown, rest === null ? buttons : [CONTINUE, ...buttons]);
}

/** True for "xem tiếp", "còn nữa không", "doc tiep" and the like. */
export function wantsMore(bare: string): boolean {
  return /^(?:xem tiep|doc tiep|tiep|tiep tuc|tiep theo|xem them|con nua|con nua khong|con gi nua|con gi nua khong|phan tiep|phan tiep theo|phan con lai|them|nua|nua khong|gi nua|gi nua khong)$/u.test(
    bare,
  );
}

export function continueReading(state: ChatState): Reply {
  return state.more === null ? say(state, CHAT.noMore) : sayPaged(state, state.more);
}
