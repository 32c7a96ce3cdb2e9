import type { Button } from "../../domain/conversation.ts";
import { readAloud } from "../../vietnamese/lexicon/read-aloud.ts";
import { ALOUD } from "../../vietnamese/wording/residents/aloud.ts";
import type { Command, ConversationDeps } from "../turn/turn.ts";

/** Whether an answer can be heard in this chat. */
export function canHear({ speech, capabilities }: ConversationDeps): boolean {
  return speech !== undefined && capabilities.canSendVoice === true;
}

/** The button under an answer, where it can be heard. */
export function aloudButtons(deps: ConversationDeps): readonly Button[] {
  return canHear(deps) && deps.capabilities.buttons === "callback"
    ? [{ label: ALOUD.button, value: "/doc" }]
    : [];
}

/** The answer or step shown last, as a voice message. */
export const aloud: Command = {
  for: "everyone",
  async run({ deps, message, state }) {
    const line = (text: string) => ({ messages: [{ text }], state });
    if (deps.speech === undefined || !canHear(deps)) {
      return line(message.from.channel === "web" ? ALOUD.onPage : ALOUD.notHere);
    }
    if (state.said === undefined) {
      return line(ALOUD.nothing);
    }
    const full = deps.knowledge()?.vocabulary.abbreviations ?? {};
    const voice = await deps.speech.speak(readAloud(state.said, full));
    return voice === null ? line(ALOUD.failed) : { messages: [{ text: ALOUD.caption, voice }], state };
  },
};
