import { createHash } from "node:crypto";
import type { IncomingKind, IncomingMessage } from "../../domain/conversation.ts";
import { asObject } from "../shared/http.ts";
import { wellFormed } from "../shared/well-formed.ts";
import { PRESSED } from "./client.ts";

type Fields = Readonly<Record<string, unknown>>;
type Content = Pick<IncomingMessage, "kind" | "text" | "attachment">;

/** Never throws: null for events that need no answer (seen, received, groups, what the OA itself sent). */
export function parseZaloOaUpdate(event: Fields, now: number): IncomingMessage | null {
  const name = textOf(event.event_name);
  const sender = asObject(name === "follow" ? event.follower : event.sender) ?? {};
  const chat = textOf(sender.id);
  const message = asObject(event.message) ?? {};
  const content = chat === "" ? null : contentOf(name, message);
  if (content === null) {
    return null;
  }
  const at = Number(event.timestamp);
  return {
    key: `${textOf(event.app_id)}:${keyOf(name, chat, message, event)}`,
    from: { channel: "zalo_oa", chat },
    sentAt: Number.isFinite(at) && at > 0 ? at : now,
    ...content,
  };
}

function contentOf(name: string, message: Fields): Content | null {
  switch (name) {
    case "user_send_text":
      return spoken(wellFormed(textOf(message.text)));
    case "follow":
      return { kind: "text", text: "/start" };
    case "user_send_image":
      return attached("photo", message, "anh.jpg");
    case "user_send_audio":
      return attached("voice", message, "voice.amr");
    case "user_send_file":
      return attached("document", message, "tep");
    case "user_send_link":
    case "user_send_video":
    case "user_send_gif":
    case "user_send_sticker":
    case "user_send_location":
    case "user_send_business_card":
      return { kind: "unsupported", text: "" };
    default:
      return null;
  }
}

/** A pressed button is an ordinary text to Zalo; our mark tells it apart. */
function spoken(text: string): Content {
  return text.startsWith(PRESSED)
    ? { kind: "button", text: text.slice(PRESSED.length) }
    : { kind: "text", text };
}

function attached(kind: IncomingKind, message: Fields, name: string): Content {
  const list: readonly unknown[] = Array.isArray(message.attachments) ? message.attachments : [];
  const payload = asObject(asObject(list[0])?.payload) ?? {};
  const text = wellFormed(textOf(message.text));
  const size = Number(payload.size);
  return typeof payload.url === "string"
    ? {
        kind,
        text,
        attachment: {
          id: payload.url,
          name: wellFormed(textOf(payload.name) || name),
          size: Number.isFinite(size) && size > 0 ? size : null,
        },
      }
    : { kind, text };
}

function keyOf(name: string, chat: string, message: Fields, event: Fields): string {
  const id = textOf(message.msg_id);
  if (id !== "") {
    return id;
  }
  const whole = JSON.stringify([name, chat, event.timestamp, message]);
  return createHash("sha256").update(whole).digest("hex").slice(0, 32);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
