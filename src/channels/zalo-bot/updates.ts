import { createHash } from "node:crypto";
import type { IncomingKind, IncomingMessage } from "../../domain/conversation.ts";
import { asObject } from "../shared/http.ts";
import { wellFormed } from "../shared/well-formed.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * A webhook body or a polled update, wrapped in `result` or flat. Never throws: null for what needs no answer (groups,
 * other bots, unknown events). `now` stands in where the event carries no date.
 */
export function parseZaloBotUpdate(value: unknown, bot: string, now: number): IncomingMessage | null {
  const whole = asObject(value) ?? {};
  const event = asObject(whole.result) ?? whole;
  const message = asObject(event.message) ?? {};
  const chat = asObject(message.chat) ?? {};
  const from = asObject(message.from) ?? {};
  if (typeof event.event_name !== "string" || typeof chat.id !== "string" || chat.id === "") {
    return null;
  }
  if (chat.chat_type === "GROUP" || chat.id.startsWith("zgr-") || from.is_bot === true) {
    return null;
  }
  const content = contentOf(event.event_name, message);
  return content === null
    ? null
    : {
        key: `${bot}:${event.event_name}:${idOf(message)}`,
        from: { channel: "zalo_bot", chat: chat.id },
        sentAt: typeof message.date === "number" ? message.date : now,
        ...content,
      };
}

type Content = Pick<IncomingMessage, "kind" | "text" | "attachment">;

function contentOf(event: string, message: Fields): Content | null {
  switch (event) {
    case "message.text.received":
      return { kind: "text", text: textOf(message.text) };
    case "message.image.received":
      return withAttachment("photo", textOf(message.caption), message.photo_url ?? message.photo, "anh.jpg");
    case "message.voice.received":
      return withAttachment("voice", "", message.voice_url, "voice.aac");
    case "message.sticker.received":
    case "message.unsupported.received":
      return { kind: "unsupported", text: "" };
    default:
      return null;
  }
}

function withAttachment(kind: IncomingKind, text: string, url: unknown, name: string): Content {
  return typeof url === "string" ? { kind, text, attachment: { id: url, name, size: null } } : { kind, text };
}

function idOf(message: Fields): string {
  const id = message.message_id;
  return typeof id === "string" && id !== ""
    ? id
    : createHash("sha256").update(JSON.stringify(message)).digest("hex").slice(0, 32);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? wellFormed(value) : "";
}
