import type { Params } from "./emulator-server.ts";
import type { Answer } from "./faults.ts";

// What the real server checks before it delivers, in its own words.

export function failure(code: number, description: string, parameters?: Params): Answer {
  return {
    status: code,
    body: { ok: false, error_code: code, description, ...(parameters && { parameters }) },
  };
}

export function success(result: unknown): Answer {
  return { status: 200, body: { ok: true, result } };
}

export function textProblem(text: unknown, max: number): Answer | null {
  if (typeof text !== "string" || text.trim() === "") {
    return failure(400, "Bad Request: message text is empty");
  }
  return text.length > max ? failure(400, "Bad Request: message is too long") : null;
}

const MOST_VOICE_BYTES = 50 * 1024 * 1024;

/** Only OGG with Opus becomes a voice message; anything else the real server would turn into a file or refuse. */
export function voiceProblem(voice: unknown, forbidden: boolean): Answer | null {
  const { bytes } = (voice ?? {}) as { bytes?: Buffer };
  if (bytes === undefined || bytes.length === 0) {
    return failure(400, "Bad Request: there is no voice in the request");
  }
  if (bytes.length > MOST_VOICE_BYTES) {
    return failure(413, "Request Entity Too Large");
  }
  if (bytes.toString("latin1", 0, 4) !== "OggS" || bytes.toString("latin1", 28, 36) !== "OpusHead") {
    return failure(400, "Bad Request: wrong type of the voice file");
  }
  return forbidden ? failure(400, "Bad Request: VOICE_MESSAGES_FORBIDDEN") : null;
}

export function markupProblem(markup: unknown): Answer | null {
  if (markup === undefined) {
    return null;
  }
  const rows = (markup as { inline_keyboard?: unknown }).inline_keyboard;
  if (!Array.isArray(rows)) {
    return failure(400, "Bad Request: object expected as reply markup");
  }
  for (const button of rows.flat() as { text?: unknown; callback_data?: unknown }[]) {
    const bytes = Buffer.byteLength(String(button.callback_data ?? ""), "utf8");
    if (typeof button.text !== "string" || button.text === "") {
      return failure(400, "Bad Request: text buttons are unallowed in the inline keyboard");
    }
    if (bytes < 1 || bytes > 64) {
      return failure(400, "Bad Request: BUTTON_DATA_INVALID");
    }
  }
  return rows.flat().length > 100 ? failure(400, "Bad Request: reply markup is too long") : null;
}

const TAGS = /^(?:b|strong|i|em|u|ins|s|strike|del|code|pre|a|tg-spoiler|blockquote|span|tg-emoji)$/u;

/** Every tag must be known, closed and nested. Other parse modes are not emulated. */
export function parseModeProblem(mode: unknown, text: string): Answer | null {
  if (mode === undefined) {
    return null;
  }
  const open: string[] = [];
  for (const [, closing, name] of text.matchAll(/<(\/?)([a-z0-9-]*)[^>]*>?/giu)) {
    const tag = (name ?? "").toLowerCase();
    const bad = !TAGS.test(tag) || (closing === "/" && open.pop() !== tag);
    if (bad) {
      return failure(400, `Bad Request: can't parse entities: unsupported tag "${tag}"`);
    }
    if (closing !== "/") {
      open.push(tag);
    }
  }
  return open.length > 0 ? failure(400, "Bad Request: can't parse entities: unclosed tag") : null;
}

export function entitiesProblem(entities: unknown, text: string): Answer | null {
  const list = (entities ?? []) as { offset: number; length: number }[];
  return list.every(({ offset, length }) => offset >= 0 && length > 0 && offset + length <= text.length)
    ? null
    : failure(400, "Bad Request: entity is out of bounds");
}

export function commandsProblem(commands: unknown): Answer | null {
  const list = commands as { command: string; description: string }[];
  const bad = list.find(
    ({ command, description }) =>
      !/^[a-z0-9_]{1,32}$/u.test(command) || description.length < 1 || description.length > 256,
  );
  return bad === undefined ? null : failure(400, `Bad Request: BOT_COMMAND_INVALID (${bad.command})`);
}
