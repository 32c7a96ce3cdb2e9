import type { Delivery } from "../../domain/conversation.ts";
import { ZaloBotError } from "./client.ts";

/** How a failed send ended. `quotaWaitMs` is how long the channel should rest after a 429, which names no time. */
export function zaloBotOutcome(error: unknown, quotaWaitMs: number): Exclude<Delivery, { outcome: "sent" }> {
  if (!(error instanceof ZaloBotError)) {
    return { outcome: "unclear", code: "unknown" };
  }
  const code = error.detail;
  if (error.phase === "before") {
    return { outcome: "unsent", code, retryAfterMs: null, gate: false };
  }
  if (error.code === 429) {
    return { outcome: "unsent", code, retryAfterMs: quotaWaitMs, gate: true };
  }
  if (error.code === 401) {
    return { outcome: "refused", code, scope: "channel" };
  }
  return error.phase === "refused" ? refusalOf(error.code, code) : { outcome: "unclear", code };
}

function refusalOf(number: number | null, code: string): Exclude<Delivery, { outcome: "sent" }> {
  switch (number) {
    case 400:
      return { outcome: "refused", code, scope: "message" };
    case 404:
      return { outcome: "refused", code, scope: "chat" };
    case 426:
      return { outcome: "unsent", code, retryAfterMs: null, gate: true };
    default:
      // 403 is documented as "internal server error" and 408 as a timeout: either may have been delivered.
      return { outcome: "unclear", code };
  }
}
