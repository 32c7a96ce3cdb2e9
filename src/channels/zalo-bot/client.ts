import { asObject, ExchangeError, exchange, jsonObject } from "../shared/http.ts";

const CALL_TIMEOUT_MS = 20_000;
/** Zalo fetches the picture itself before it answers. */
const PHOTO_TIMEOUT_MS = 150_000;
const POLL_SECONDS = 30;
const POLL_TIMEOUT_MS = (POLL_SECONDS + 10) * 1000;

/**
 * A call that ended without `ok: true`. `code` is the error_code of the answer, or the HTTP status when the answer was
 * not JSON, or null when there was none. Never holds the address, which holds the token.
 */
export class ZaloBotError extends Error {
  override readonly name = "ZaloBotError";
  readonly method: string;
  readonly code: number | null;
  /** "refused": Zalo answered with a code. Otherwise what is known of the request's way. */
  readonly phase: "refused" | "broken" | "before" | "after";
  readonly detail: string;
  constructor(method: string, phase: ZaloBotError["phase"], code: number | null, detail: string) {
    super(`Zalo Bot ${method} failed (${detail}).`);
    this.method = method;
    this.code = code;
    this.phase = phase;
    this.detail = detail;
  }
}

export interface ZaloBotAccess {
  readonly token: string;
  /** Without a trailing slash, like "https://bot-api.zaloplatforms.com". */
  readonly baseUrl: string;
}

/** Emphasis by place, in UTF-16 units; styles like "b", "i", "f_18", "c_db342e". */
export interface TextStyle {
  readonly start: number;
  readonly len: number;
  readonly st: readonly string[];
}

export interface SentMessage {
  readonly message_id: string | null;
  readonly date: number | null;
}

export interface WebhookCheck {
  readonly ok: boolean;
  readonly outcome: string;
  readonly hint: string;
}

type Params = Readonly<Record<string, unknown>>;

/** Every documented method of the Zalo Bot API. All throw ZaloBotError. */
export function openZaloBotClient({ token, baseUrl }: ZaloBotAccess) {
  async function call(
    method: string,
    params: Params = {},
    timeoutMs = CALL_TIMEOUT_MS,
    signal?: AbortSignal,
  ): Promise<unknown> {
    const answer = await exchange({
      url: `${baseUrl}/bot${token}/${method}`,
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(params),
      timeoutMs,
      signal,
    }).catch((error: unknown) => {
      throw error instanceof ExchangeError
        ? new ZaloBotError(method, error.phase, null, error.code)
        : new ZaloBotError(method, "after", null, "unknown");
    });
    return resultOf(method, answer.status, jsonObject(answer.bytes));
  }

  const sent = async (method: string, params: Params, signal?: AbortSignal, timeoutMs?: number) =>
    sentOf(await call(method, params, timeoutMs, signal));

  return {
    async getMe() {
      const me = asObject(await call("getMe")) ?? {};
      return {
        id: textOf(me.id),
        accountName: textOf(me.account_name),
        canJoinGroups: me.can_join_groups === true,
      };
    },
    /** One update as it came, or null when nothing arrived in time (408 is how Zalo says so). */
    async getUpdates(signal?: AbortSignal): Promise<unknown> {
      try {
        const result = await call("getUpdates", { timeout: String(POLL_SECONDS) }, POLL_TIMEOUT_MS, signal);
        return result ?? null;
      } catch (error) {
        if (error instanceof ZaloBotError && error.code === 408) {
          return null;
        }
        throw error;
      }
    },
    /** Zalo keeps the address even when its own check fails, so look at `ok`. The secret has 8 to 256 characters. */
    async setWebhook(url: string, secret: string): Promise<WebhookCheck> {
      const result = asObject(await call("setWebhook", { url, secret_token: secret })) ?? {};
      return checkOf(asObject(result.verification) ?? { ok: true });
    },
    async testWebhook(): Promise<WebhookCheck> {
      return checkOf(asObject(await call("testWebhook")) ?? {});
    },
    async deleteWebhook(): Promise<void> {
      await call("deleteWebhook");
    },
    /** The webhook's address, or null; "not found" means none is set. */
    async getWebhookInfo(): Promise<string | null> {
      try {
        const url = textOf(asObject(await call("getWebhookInfo"))?.url);
        return url === "" ? null : url;
      } catch (error) {
        if (error instanceof ZaloBotError && error.code === 404) {
          return null;
        }
        throw error;
      }
    },
    sendMessage: (chat: string, text: string, styles: readonly TextStyle[] = [], signal?: AbortSignal) =>
      sent(
        "sendMessage",
        { chat_id: chat, text, ...(styles.length > 0 ? { text_styles: styles } : {}) },
        signal,
      ),
    /** `photo` is a public address that may be fetched more than once. */
    sendPhoto: (chat: string, photo: string, caption: string) =>
      sent(
        "sendPhoto",
        { chat_id: chat, photo, ...(caption === "" ? {} : { caption }) },
        undefined,
        PHOTO_TIMEOUT_MS,
      ),
    sendSticker: (chat: string, sticker: string) => sent("sendSticker", { chat_id: chat, sticker }),
    /** `url` ends in .aac; private chats only. */
    sendVoice: (chat: string, url: string) => sent("sendVoice", { chat_id: chat, voice_url: url }),
    async sendChatAction(chat: string): Promise<void> {
      await call("sendChatAction", { chat_id: chat, action: "typing" });
    },
  };
}

/** The body decides, not the HTTP status: errors come with status 200 too, under two spellings. */
function resultOf(method: string, status: number, body: Params | null): unknown {
  if (body === null) {
    throw new ZaloBotError(method, "broken", status, `http_${status}`);
  }
  if (body.ok === true) {
    return body.result;
  }
  const code = body.error_code ?? body.errorCode;
  if (body.ok !== false || typeof code !== "number") {
    throw new ZaloBotError(method, "broken", status === 200 ? null : status, `http_${status}`);
  }
  throw new ZaloBotError(method, "refused", code, `zalo_${code}`);
}

function sentOf(result: unknown): SentMessage {
  const { message_id: id, date } = asObject(result) ?? {};
  return { message_id: typeof id === "string" ? id : null, date: typeof date === "number" ? date : null };
}

function checkOf(check: Params): WebhookCheck {
  return { ok: check.ok === true, outcome: textOf(check.outcome), hint: textOf(check.hint) };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
