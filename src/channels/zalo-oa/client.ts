import type { Button } from "../../domain/conversation.ts";
import { asObject, ExchangeError, exchange, jsonObject } from "../shared/http.ts";
import type { OaTokenSource } from "./tokens.ts";

/** A call that ended without `error: 0`. "refused": Zalo gave a code, and did not deliver. */
export class ZaloOaError extends Error {
  override readonly name = "ZaloOaError";
  readonly phase: "refused" | "broken" | "before" | "after";
  readonly code: number | null;
  readonly detail: string;
  constructor(phase: ZaloOaError["phase"], code: number | null, detail: string) {
    super(`The Zalo OA call failed (${detail}).`);
    this.phase = phase;
    this.code = code;
    this.detail = detail;
  }
}

/** -216 and -220: the access token is invalid, expired or revoked. Nothing was delivered. */
const TOKEN_REFUSED = [-216, -220];
const CALL_TIMEOUT_MS = 20_000;
const UPLOAD_TIMEOUT_MS = 60_000;
const MAX_TITLE = 100;
/** Marks the payload of our buttons: it comes back as an ordinary text. */
export const PRESSED = "btn:";

export interface OaFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The calls of Zalo OA API v3 that we use. `apiRoot` is like "https://openapi.zalo.me". */
export function openZaloOaClient(apiRoot: string, tokens: OaTokenSource) {
  /** Refreshes once and asks once more when the token is refused. Throws ZaloOaError or OaTokenError. */
  async function call(request: OaRequest): Promise<Readonly<Record<string, unknown>>> {
    const access = await tokens.access();
    try {
      return await once(request, access);
    } catch (error) {
      if (
        error instanceof ZaloOaError &&
        error.phase === "refused" &&
        TOKEN_REFUSED.includes(error.code ?? 0)
      ) {
        return once(request, await tokens.renew(access));
      }
      throw error;
    }
  }

  async function once(request: OaRequest, access: string): Promise<Readonly<Record<string, unknown>>> {
    const answer = await exchange({
      url: `${apiRoot}${request.path}`,
      method: request.body === undefined ? "GET" : "POST",
      headers: {
        access_token: access,
        ...(request.type === undefined ? {} : { "content-type": request.type }),
      },
      ...(request.body === undefined ? {} : { body: request.body }),
      timeoutMs: request.timeoutMs ?? CALL_TIMEOUT_MS,
      signal: request.signal,
    }).catch((error: unknown) => {
      throw error instanceof ExchangeError
        ? new ZaloOaError(error.phase, null, error.code)
        : new ZaloOaError("after", null, "unknown");
    });
    const body = jsonObject(answer.bytes);
    if (typeof body?.error !== "number") {
      throw new ZaloOaError("broken", null, `http_${answer.status}`);
    }
    if (body.error !== 0) {
      throw new ZaloOaError("refused", body.error, `zalo_oa_${body.error}`);
    }
    return asObject(body.data) ?? {};
  }

  async function message(user: string, content: unknown, signal?: AbortSignal): Promise<string | null> {
    const body = JSON.stringify({ recipient: { user_id: user }, message: content });
    const data = await call({ path: "/v3.0/oa/message/cs", type: "application/json", body, signal });
    return typeof data.message_id === "string" ? data.message_id : null;
  }

  return {
    /** Id of the message. A pressed button returns its payload as a text. */
    sendText: (user: string, text: string, buttons: readonly Button[], signal?: AbortSignal) =>
      message(user, buttons.length === 0 ? { text } : { text, attachment: buttonsPart(buttons) }, signal),
    /** pdf, doc, docx or csv up to 5 MB; gives the token to send it by, good for 7 days. */
    async uploadFile(file: OaFile, signal?: AbortSignal): Promise<string> {
      const form = new FormData();
      form.append("file", new Blob([new Uint8Array(file.bytes)], { type: file.mediaType }), file.name);
      const encoded = new Response(form);
      const data = await call({
        path: "/v2.0/oa/upload/file",
        type: encoded.headers.get("content-type") ?? "",
        body: new Uint8Array(await encoded.arrayBuffer()),
        timeoutMs: UPLOAD_TIMEOUT_MS,
        signal,
      });
      if (typeof data.token !== "string") {
        throw new ZaloOaError("broken", null, "upload_without_token");
      }
      return data.token;
    },
    sendFile: (user: string, token: string, signal?: AbortSignal) =>
      message(user, { attachment: { type: "file", payload: { token } } }, signal),
    /** Whether the OA and the token are in order. */
    async check(): Promise<void> {
      await call({ path: "/v2.0/oa/getoa" });
    },
  };
}

interface OaRequest {
  readonly path: string;
  readonly type?: string;
  readonly body?: string | Uint8Array;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

function buttonsPart(buttons: readonly Button[]) {
  const shown = buttons.map(({ label, value }) => ({
    title: label.slice(0, MAX_TITLE),
    type: "oa.query.hide",
    payload: `${PRESSED}${value}`,
  }));
  return { type: "template", payload: { buttons: shown } };
}
