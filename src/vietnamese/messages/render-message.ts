import type { Button, ChannelCapabilities, OutgoingMessage } from "../../domain/conversation.ts";
import { channelWords } from "../wording/residents/channels.ts";
import { splitMessage } from "./split-message.ts";

/** Zalo OA shows at most this many buttons under one message. */
const MAX_TEXT_BUTTONS = 5;

/**
 * One message as the channel can carry it: in parts that fit, buttons and file on the last. Where the channel has no
 * buttons (or not so many), they become numbered lines; the conversation understands the number.
 */
export function render(message: OutgoingMessage, can: ChannelCapabilities): readonly OutgoingMessage[] {
  const listed = listsButtons(message.buttons ?? [], can);
  const text = listed ? `${message.text}\n\n${menuLines(message.buttons ?? [])}` : message.text;
  const texts = splitMessage(text.normalize("NFC"), can.maxText);
  const parts: OutgoingMessage[] = texts.map((part) => ({ text: part }));
  const last: OutgoingMessage = parts.pop() ?? { text: "" };
  const whole: OutgoingMessage = {
    ...last,
    ...(message.buttons !== undefined && message.buttons.length > 0 && !listed
      ? { buttons: message.buttons }
      : {}),
    ...(message.file !== undefined && can.canSendFile ? { file: message.file } : {}),
    ...(message.voice !== undefined && can.canSendVoice === true ? { voice: message.voice } : {}),
  };
  const all = whole.text === "" && whole.file === undefined ? parts : [...parts, whole];
  const [first, ...others] = all;
  return first !== undefined && message.editOf !== undefined && can.canEdit
    ? [{ ...first, editOf: message.editOf }, ...others]
    : all;
}

function listsButtons(buttons: readonly Button[], can: ChannelCapabilities): boolean {
  return (
    buttons.length > 0 &&
    (can.buttons === "none" || (can.buttons === "text" && buttons.length > MAX_TEXT_BUTTONS))
  );
}

function menuLines(buttons: readonly Button[]): string {
  return [
    ...buttons.map((button, index) => `${index + 1}. ${button.label}`),
    channelWords.chooseByNumber,
  ].join("\n");
}
