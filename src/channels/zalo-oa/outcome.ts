import type { Delivery } from "../../domain/conversation.ts";
import { ZaloOaError } from "./client.ts";
import { OaTokenError } from "./tokens.ts";

type Failed = Exclude<Delivery, { outcome: "sent" }>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How a failed send ended. */
export function zaloOaOutcome(error: unknown): Failed {
  if (error instanceof OaTokenError) {
    return error.reason === "consent"
      ? { outcome: "refused", code: error.code, scope: "channel" }
      : { outcome: "unsent", code: error.code, retryAfterMs: MINUTE_MS, gate: true };
  }
  if (!(error instanceof ZaloOaError)) {
    return { outcome: "unclear", code: "unknown" };
  }
  if (error.phase === "before") {
    return { outcome: "unsent", code: error.detail, retryAfterMs: null, gate: false };
  }
  return error.phase === "refused"
    ? refusalOf(error.code ?? 0, error.detail)
    : { outcome: "unclear", code: error.detail };
}

function refusalOf(number: number, code: string): Failed {
  switch (number) {
    case -32: // Too many requests in this minute.
      return { outcome: "unsent", code, retryAfterMs: MINUTE_MS, gate: true };
    case -211: // Out of quota.
      return { outcome: "unsent", code, retryAfterMs: HOUR_MS, gate: true };
    case -234: // Not at night.
      return { outcome: "unsent", code, retryAfterMs: HOUR_MS, gate: false };
    case -100: // The uploaded file has expired.
    case -201: // Bad parameter.
    case -230: // The person has been silent for 7 days; a new message from them opens the window again.
      return { outcome: "refused", code, scope: "message" };
    case -213: // The person does not follow the OA.
      return { outcome: "refused", code, scope: "chat" };
    case -204: // OA disabled, missing, unverified, without package, inactive, or another endpoint.
    case -205:
    case -216:
    case -220:
    case -221:
    case -224:
    case -227:
    case -240:
      return { outcome: "refused", code, scope: "channel" };
    default:
      return { outcome: "unclear", code };
  }
}
