import type { Button, OutgoingMessage } from "../../domain/conversation.ts";
import type { ChatState } from "../../ports/conversations.ts";
import { findPersonalData, mask } from "../../vietnamese/privacy/privacy.ts";
import type { Reply } from "./turn.ts";

export const FRESH: ChatState = {
  locality: null,
  topic: null,
  walk: null,
  more: null,
  menu: [],
  greetedAt: null,
  slow: false,
};

/** One message; its buttons become the menu that a typed number or word is taken from. */
export function say(state: ChatState, text: string, buttons: readonly Button[] = []): Reply {
  const message: OutgoingMessage = buttons.length === 0 ? { text } : { text, buttons };
  return { messages: [message], state: { ...state, menu: buttons } };
}

/** A question as it may be kept: personal data only as their shapes. */
export function safeText(text: string): string {
  return findPersonalData(text).length === 0 ? text : mask(text);
}
