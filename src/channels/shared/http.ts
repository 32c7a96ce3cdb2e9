import http from "node:http";
import https from "node:https";
import type { TLSSocket } from "node:tls";
import axios from "axios";

/** One HTTP request and its answer, whatever the status. */
export interface HttpRequest {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly timeoutMs: number;
  readonly maxBytes?: number;
  readonly signal?: AbortSignal | undefined;
}

export interface ExchangeAnswer {
  readonly status: number;
  readonly bytes: Uint8Array;
}

/**
 * A request without a usable answer. `phase` tells whether the request may have reached the other side: "before" is
 * proof that it did not. Holds neither the address nor the request, since the address holds the bot's token.
 */
export class ExchangeError extends Error {
  override readonly name = "ExchangeError";
  readonly phase: "before" | "after";
  readonly code: string;
  constructor(phase: ExchangeError["phase"], code: string) {
    super(`The request got no answer (${code}, ${phase} it was sent).`);
    this.phase = phase;
    this.code = code;
  }
}

const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

// A fresh connection for each request: a reset on a kept connection could not be told from one after delivery.
const httpAgent = new http.Agent({ keepAlive: false });
const httpsAgent = new https.Agent({ keepAlive: false });

export async function exchange(request: HttpRequest): Promise<ExchangeAnswer> {
  const secure = request.url.startsWith("https:");
  const watch = watched(secure);
  const control = new AbortController();
  let timedOut = false;
  const stop = () => control.abort();
  const timer = setTimeout(() => {
    timedOut = true;
    stop();
  }, request.timeoutMs);
  request.signal?.addEventListener("abort", stop, { once: true });
  if (request.signal?.aborted) {
    stop();
  }
  try {
    const answer = await axios.request<ArrayBuffer>({
      url: request.url,
      method: request.method,
      headers: { ...request.headers },
      data: request.body === undefined ? undefined : Buffer.from(request.body),
      responseType: "arraybuffer",
      validateStatus: () => true,
      maxRedirects: 0,
      maxContentLength: request.maxBytes ?? MAX_ANSWER_BYTES,
      maxBodyLength: Number.POSITIVE_INFINITY,
      proxy: false,
      httpAgent,
      httpsAgent,
      transport: watch.transport,
      signal: control.signal,
    });
    return { status: answer.status, bytes: new Uint8Array(answer.data) };
  } catch (error) {
    throw new ExchangeError(watch.phase(), timedOut ? "timeout" : codeOf(error));
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener("abort", stop);
  }
}

/** Node's own transport, noting when the connection (and TLS on it) stands: from then on bytes may have left. */
function watched(secure: boolean) {
  let phase: ExchangeError["phase"] = "before";
  const left = () => {
    phase = "after";
  };
  const transport = {
    request(options: https.RequestOptions, answered: (response: http.IncomingMessage) => void) {
      const request = secure ? https.request(options, answered) : http.request(options, answered);
      request.once("socket", (socket) => {
        const opening = secure
          ? (socket as TLSSocket & { secureConnecting?: boolean }).secureConnecting
          : socket.connecting;
        if (opening === true) {
          socket.once(secure ? "secureConnect" : "connect", left);
        } else {
          left();
        }
      });
      return request;
    },
  };
  return { transport, phase: () => phase };
}

function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === "string" ? code.toLowerCase() : "unknown";
}

/** The answer's JSON object, or null when it is anything else (cut, HTML, a bare value). */
export function jsonObject(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return asObject(value);
  } catch {
    return null;
  }
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** Host of an address, for a sentence about it; never the whole, which may hold a token. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "?";
}
