import { autoRetry } from "@grammyjs/auto-retry";
import { Api, type ApiClientOptions } from "grammy";
import { exchange } from "../shared/http.ts";

const SEND_TIMEOUT_MS = 20_000;
const UPLOAD_TIMEOUT_MS = 90_000;
/** How long Telegram may hold an empty getUpdates. */
export const POLL_SECONDS = 30;
const POLL_TIMEOUT_MS = (POLL_SECONDS + 15) * 1000;

export interface TelegramAccess {
  readonly token: string;
  /** Without a trailing slash, like "https://api.telegram.org". */
  readonly apiRoot: string;
}

/** For messages: one request for one call, so that the outbox alone decides about a second attempt. */
export function sendingApi(access: TelegramAccess): Api {
  return new Api(access.token, options(access));
}

/** For setting up (menu, webhook): waits out a short 429; anything unclear is thrown for the loop to see. */
export function housekeepingApi(access: TelegramAccess): Api {
  const api = sendingApi(access);
  api.config.use(
    autoRetry({
      maxRetryAttempts: 3,
      maxDelaySeconds: 30,
      rethrowHttpErrors: true,
      rethrowInternalServerErrors: true,
    }),
  );
  return api;
}

function options(access: TelegramAccess): ApiClientOptions {
  return { apiRoot: access.apiRoot, fetch: phasedFetch as unknown as NonNullable<ApiClientOptions["fetch"]> };
}

interface FetchInit {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal;
}

/** The part of fetch that grammY uses. Its failures are ExchangeErrors, which know whether the request had left. */
async function phasedFetch(url: string, init: FetchInit): Promise<{ json(): Promise<unknown> }> {
  const upload = typeof init.body !== "string";
  const answer = await exchange({
    url,
    method: "POST",
    headers: init.headers,
    body: typeof init.body === "string" ? init.body : await gathered(init.body),
    timeoutMs: timeoutOf(url, upload),
    signal: init.signal,
  });
  return { json: async () => JSON.parse(Buffer.from(answer.bytes).toString("utf8")) };
}

function timeoutOf(url: string, upload: boolean): number {
  if (url.endsWith("/getUpdates")) {
    return POLL_TIMEOUT_MS;
  }
  return upload ? UPLOAD_TIMEOUT_MS : SEND_TIMEOUT_MS;
}

async function gathered(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
