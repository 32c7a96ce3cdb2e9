import { type Api, GrammyError, InputFile } from "grammy";
import type { Delivery, OutgoingMessage } from "../../domain/conversation.ts";
import { channelWords } from "../../vietnamese/wording/residents/channels.ts";
import type { openButtons } from "./buttons.ts";
import { statusOf, telegramOutcome } from "./outcome.ts";

const MAX_CAPTION = 1024;

type Buttons = ReturnType<typeof openButtons>;
// grammY asks for the signal type of its own polyfill; Node's fits it at run time.
type Signal = Parameters<Api["sendMessage"]>[3];

/** One message to one chat, as plain text: what people or papers wrote can carry no markup. */
export async function sendMessage(
  api: Api,
  buttons: Buttons,
  chat: string,
  message: OutgoingMessage,
  signal?: AbortSignal,
): Promise<Delivery> {
  const stop = signal as Signal;
  if (message.file !== undefined) {
    return sendFile(api, buttons, chat, message, message.file, stop);
  }
  if (message.voice !== undefined) {
    return sendVoice(api, buttons, chat, message, message.voice, stop);
  }
  if (message.editOf !== undefined) {
    const edited = await edit(api, buttons, chat, message, Number(message.editOf), stop);
    if (edited !== "send anew") {
      return edited;
    }
  }
  return sendText(api, buttons, chat, message, stop);
}

async function sendText(
  api: Api,
  buttons: Buttons,
  chat: string,
  message: OutgoingMessage,
  signal: Signal,
): Promise<Delivery> {
  const markup = markupOf(buttons, message);
  const first = await attempt(chat, (to) =>
    api.sendMessage(to, message.text, { ...PLAIN, ...markup }, signal),
  );
  if (first.outcome === "refused" && first.scope === "message" && markup !== undefined) {
    // 400 is proof of non-delivery, so the words may go once more without the part Telegram disliked.
    return attempt(chat, (to) => api.sendMessage(to, message.text, PLAIN, signal));
  }
  return first;
}

async function edit(
  api: Api,
  buttons: Buttons,
  chat: string,
  message: OutgoingMessage,
  id: number,
  signal: Signal,
): Promise<Delivery | "send anew"> {
  try {
    await api.editMessageText(chat, id, message.text, { ...PLAIN, ...markupOf(buttons, message) }, signal);
    return { outcome: "sent", messageId: String(id) };
  } catch (error) {
    if (statusOf(error) !== 400) {
      return telegramOutcome(error);
    }
    const same = error instanceof Error && error.message.includes("message is not modified");
    return same ? { outcome: "sent", messageId: String(id) } : "send anew";
  }
}

async function sendFile(
  api: Api,
  buttons: Buttons,
  chat: string,
  message: OutgoingMessage,
  file: NonNullable<OutgoingMessage["file"]>,
  signal: Signal,
): Promise<Delivery> {
  const asCaption = message.text.length <= MAX_CAPTION;
  const document = new InputFile(file.bytes, file.name);
  const caption = asCaption ? { caption: message.text, ...markupOf(buttons, message) } : {};
  const sent = await attempt(chat, (to) => api.sendDocument(to, document, caption, signal));
  if (asCaption || sent.outcome !== "sent") {
    return sent;
  }
  const rest = await sendText(api, buttons, chat, message, signal);
  // The file is there already: saying "unsent" would send it twice.
  return rest.outcome === "sent" ? rest : { outcome: "unclear", code: "text_after_file" };
}

async function sendVoice(
  api: Api,
  buttons: Buttons,
  chat: string,
  message: OutgoingMessage,
  sound: Uint8Array,
  signal: Signal,
): Promise<Delivery> {
  const voice = new InputFile(sound, "doc-to.ogg");
  const more = { caption: message.text.slice(0, MAX_CAPTION), ...markupOf(buttons, message) };
  const sent = await attempt(chat, (to) => api.sendVoice(to, voice, more, signal));
  return sent.outcome === "refused" && sent.scope === "message"
    ? sendText(api, buttons, chat, { text: channelWords.noVoice }, signal)
    : sent;
}

const PLAIN = { link_preview_options: { is_disabled: true } } as const;

function markupOf(buttons: Buttons, message: OutgoingMessage) {
  return message.buttons === undefined || message.buttons.length === 0
    ? undefined
    : { reply_markup: buttons.keyboard(message.buttons) };
}

async function attempt(
  chat: string,
  call: (chat: string) => Promise<{ message_id: number } | undefined>,
): Promise<Delivery> {
  try {
    return sentAs(await call(chat));
  } catch (error) {
    const moved = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
    if (moved === undefined) {
      return telegramOutcome(error);
    }
    try {
      // The group became a supergroup under another number: nothing was delivered to the old one.
      return sentAs(await call(String(moved)));
    } catch (again) {
      return telegramOutcome(again);
    }
  }
}

function sentAs(sent: { message_id: number } | undefined): Delivery {
  return { outcome: "sent", messageId: sent?.message_id === undefined ? null : String(sent.message_id) };
}
