import type { CallbackQuery, Message, Update } from "grammy/types";
import type { IncomingMessage } from "../../domain/conversation.ts";
import { asObject } from "../shared/http.ts";
import { wellFormed } from "../shared/well-formed.ts";

/** What one update means to us. `group` and `pressed` ask the channel for a small act of politeness besides. */
export type Understood =
  | { readonly kind: "message"; readonly message: IncomingMessage; readonly pressed: string | null }
  | { readonly kind: "group"; readonly chat: string; readonly addressed: boolean }
  | { readonly kind: "nothing"; readonly pressed: string | null };

/** The button values behind short callback ids; null when the id is from before a restart. */
export type MeaningOf = (data: string) => string | null;

const NOTHING: Understood = { kind: "nothing", pressed: null };

/** Never throws: an update that cannot be understood is nothing, and is acknowledged. */
export function parseTelegramUpdate(
  value: unknown,
  bot: string,
  meaningOf: MeaningOf,
  now: number,
): Understood {
  const update = asObject(value) as Partial<Update> | null;
  if (update === null || typeof update.update_id !== "number") {
    return NOTHING;
  }
  const key = `${bot}:${update.update_id}`;
  try {
    if (update.callback_query !== undefined) {
      return ofPress(update.callback_query, key, meaningOf, now);
    }
    return update.message === undefined ? NOTHING : ofMessage(update.message, key);
  } catch {
    return NOTHING;
  }
}

function ofMessage(message: Message, key: string): Understood {
  const chat = String(message.chat.id);
  if (message.chat.type !== "private") {
    return { kind: "group", chat, addressed: isAddressed(message) };
  }
  if (message.from?.is_bot === true) {
    return NOTHING;
  }
  const content = contentOf(message);
  if (content === null) {
    return NOTHING;
  }
  return {
    kind: "message",
    message: {
      key,
      from: { channel: "telegram", chat },
      sentAt: message.date * 1000,
      ...quotedIn(message),
      ...content,
    },
    pressed: null,
  };
}

/** Characters of a quoted message that are read. */
const MOST_QUOTED = 1_000;

/** The part that was marked, else the message that is answered. */
function quotedIn(message: Message): Pick<IncomingMessage, "quoted"> {
  const answered = message.reply_to_message;
  const text = message.quote?.text ?? answered?.text ?? answered?.caption;
  return text === undefined
    ? {}
    : { quoted: { text: wellFormed(text.slice(0, MOST_QUOTED)), ours: answered?.from?.is_bot === true } };
}

type Content = Pick<IncomingMessage, "kind" | "text" | "attachment">;

function contentOf(message: Message): Content | null {
  if (message.text !== undefined) {
    return { kind: "text", text: wellFormed(message.text) };
  }
  const text = wellFormed(message.caption ?? "");
  const voice = message.voice ?? message.audio;
  if (voice !== undefined) {
    return { kind: "voice", text, attachment: attachment(voice.file_id, "voice.ogg", voice.file_size) };
  }
  if (message.document !== undefined) {
    const { file_id, file_name, file_size } = message.document;
    return {
      kind: "document",
      text,
      attachment: attachment(file_id, wellFormed(file_name ?? "tep"), file_size),
    };
  }
  const photo = message.photo?.at(-1);
  if (photo !== undefined) {
    return { kind: "photo", text, attachment: attachment(photo.file_id, "anh.jpg", photo.file_size) };
  }
  // A sticker, a place, a contact, a video: told apart for nobody, and nothing of it is kept.
  return isSpoken(message) ? { kind: "unsupported", text: "" } : null;
}

function attachment(id: string, name: string, size: number | undefined) {
  return { id, name, size: size ?? null };
}

const SPOKEN = [
  "sticker",
  "location",
  "contact",
  "video",
  "video_note",
  "animation",
  "poll",
  "venue",
  "dice",
] as const;

function isSpoken(message: Message): boolean {
  return SPOKEN.some((kind) => message[kind] !== undefined);
}

function isAddressed(message: Message): boolean {
  const marks = message.entities ?? [];
  return (
    message.new_chat_members?.some((member) => member.is_bot) === true ||
    marks.some((mark) => mark.type === "bot_command" || mark.type === "mention")
  );
}

function ofPress(query: CallbackQuery, key: string, meaningOf: MeaningOf, now: number): Understood {
  const chat = query.message?.chat;
  if (query.data === undefined || chat === undefined || chat.type !== "private") {
    return { kind: "nothing", pressed: query.id };
  }
  const value = meaningOf(query.data);
  // A button from before a restart: its label is still on the message, and words are understood too.
  const text = value ?? labelOf(query, query.data);
  const kind = value === null ? "text" : "button";
  return text === null
    ? { kind: "nothing", pressed: query.id }
    : {
        kind: "message",
        message: { key, from: { channel: "telegram", chat: String(chat.id) }, kind, text, sentAt: now },
        pressed: query.id,
      };
}

function labelOf(query: CallbackQuery, data: string): string | null {
  const markup =
    query.message !== undefined && "reply_markup" in query.message ? query.message.reply_markup : undefined;
  const pressed = markup?.inline_keyboard
    .flat()
    .find((button) => "callback_data" in button && button.callback_data === data);
  return pressed?.text ?? null;
}
