import type { Params } from "./emulator-server.ts";
import type { Answer } from "./faults.ts";
import {
  entitiesProblem,
  failure,
  markupProblem,
  parseModeProblem,
  success,
  textProblem,
  voiceProblem,
} from "./telegram-rules.ts";

export interface Delivered {
  readonly chat: string;
  readonly text: string;
  readonly messageId: string;
  readonly method: string;
  readonly buttons: readonly { readonly text: string; readonly callback_data: string }[];
  readonly file: { readonly name: string; readonly size: number; readonly bytes?: Uint8Array } | null;
}

/** A file is named "attach://part" in its field, or stands in the field itself. */
function attached(params: Params, field: string): unknown {
  const part = /^attach:\/\/(.+)$/u.exec(String(params[field]))?.[1];
  return part === undefined ? params[field] : params[part];
}

/** What reached whom, after the checks of the real server. */
export function openTelegramLedger() {
  const delivered: Delivered[] = [];
  const blocked = new Set<string>();
  const gone = new Set<string>();
  /** Chats whose owner takes no voice messages. */
  const voiceless = new Set<string>();
  const migrated = new Map<string, string>();
  let nextMessage = 1;

  function deliver(method: string, params: Params): Answer {
    const chat = String(params.chat_id);
    const text = String(params.text ?? params.caption ?? "");
    const problem = chatProblem(chat) ?? contentProblem(method, params, text);
    if (problem !== null) {
      return problem;
    }
    const edited = method === "editMessageText";
    const id = edited ? Number(params.message_id) : nextMessage++;
    const before = delivered.filter((one) => one.chat === chat && one.messageId === String(id)).at(-1);
    if (edited && before === undefined) {
      return failure(400, "Bad Request: message to edit not found");
    }
    if (edited && before?.text === text) {
      return failure(400, "Bad Request: message is not modified");
    }
    const keyboard = (params.reply_markup as { inline_keyboard?: Delivered["buttons"][] } | undefined)
      ?.inline_keyboard;
    const file = Object.values(params).find(
      (value) => typeof value === "object" && value !== null && "size" in value,
    );
    delivered.push({
      chat,
      text,
      messageId: String(id),
      method,
      buttons: keyboard?.flat() ?? [],
      file: (file as Delivered["file"]) ?? null,
    });
    return success({
      message_id: id,
      date: Math.floor(Date.now() / 1000),
      chat: { id: Number(chat), type: "private" },
      text,
    });
  }

  function chatProblem(chat: string): Answer | null {
    if (blocked.has(chat)) {
      return failure(403, "Forbidden: bot was blocked by the user");
    }
    const to = migrated.get(chat);
    if (to !== undefined) {
      const moved = { migrate_to_chat_id: Number(to) };
      return failure(400, "Bad Request: group chat was upgraded to a supergroup chat", moved);
    }
    return gone.has(chat) || !/^-?\d+$/u.test(chat) ? failure(400, "Bad Request: chat not found") : null;
  }

  function contentProblem(method: string, params: Params, text: string): Answer | null {
    const isFile = method === "sendDocument" || method === "sendVoice";
    return (
      (method === "sendVoice"
        ? voiceProblem(attached(params, "voice"), voiceless.has(String(params.chat_id)))
        : null) ??
      (isFile && text === "" ? null : textProblem(text, isFile ? 1024 : 4096)) ??
      markupProblem(params.reply_markup) ??
      parseModeProblem(params.parse_mode, text) ??
      entitiesProblem(params.entities, text)
    );
  }

  return { delivered, blocked, gone, voiceless, migrated, nextId: () => nextMessage++, deliver };
}
