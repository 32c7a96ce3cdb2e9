import { GrammyError, HttpError } from "grammy";
import type { Delivery } from "../../domain/conversation.ts";
import { ExchangeError } from "../shared/http.ts";

const CHAT_GONE =
  /chat not found|user (?:not found|is deactivated)|peer_id_invalid|bot was (?:blocked|kicked)|not a member/iu;

/** How a failed call ended, decided by what is known of its way: refused by Telegram, never sent, or nobody knows. */
export function telegramOutcome(error: unknown): Exclude<Delivery, { outcome: "sent" }> {
  if (error instanceof GrammyError) {
    return refusalOf(error);
  }
  const inner = error instanceof HttpError ? error.error : error;
  if (inner instanceof ExchangeError && inner.phase === "before") {
    return { outcome: "unsent", code: inner.code, retryAfterMs: null, gate: false };
  }
  return { outcome: "unclear", code: inner instanceof ExchangeError ? inner.code : "broken_answer" };
}

function refusalOf(error: GrammyError): Exclude<Delivery, { outcome: "sent" }> {
  const status = error.error_code as number | undefined;
  const code = `telegram_${status ?? "broken"}`;
  if (status === undefined || status >= 500 || status < 400) {
    return { outcome: "unclear", code };
  }
  if (status === 429) {
    const seconds = error.parameters.retry_after;
    return {
      outcome: "unsent",
      code,
      retryAfterMs: seconds === undefined ? null : seconds * 1000,
      gate: true,
    };
  }
  return { outcome: "refused", code, scope: scopeOf(status, error.description) };
}

function scopeOf(status: number, description: string): "message" | "chat" | "channel" {
  // A plain "Not Found" is Telegram's answer to a token of the wrong form; it says nothing about the chat.
  if (status === 401 || (status === 404 && /^not found$/iu.test(description))) {
    return "channel";
  }
  return status === 403 || status === 404 || CHAT_GONE.test(description) ? "chat" : "message";
}

/** Code of any failure, for the state and the log: never free text, never an address. */
export function failureCode(error: unknown): string {
  return telegramOutcome(error).code;
}

export function statusOf(error: unknown): number | null {
  return error instanceof GrammyError ? error.error_code : null;
}

/** ms that Telegram asked to wait, or 0. */
export function waitAsked(error: unknown): number {
  const outcome = telegramOutcome(error);
  return outcome.outcome === "unsent" ? (outcome.retryAfterMs ?? 0) : 0;
}
