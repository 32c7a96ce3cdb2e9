import type { Delivery, IncomingMessage, OutgoingMessage } from "../../domain/conversation.ts";
import { type Channel, ChannelError, type TokenVault } from "../../ports/channels.ts";
import type { Clock, Log } from "../../ports/clock.ts";
import { render } from "../../vietnamese/messages/render-message.ts";
import { channelWords } from "../../vietnamese/wording/residents/channels.ts";
import { jsonObject } from "../shared/http.ts";
import { fetchMedia } from "../shared/media.ts";
import { openBackoff, openLoop, type Pace, USUAL_PACE } from "../shared/polling.ts";
import { openState } from "../shared/status.ts";
import { openZaloOaClient } from "./client.ts";
import { zaloOaOutcome } from "./outcome.ts";
import { isSigned } from "./signature.ts";
import { type OaAppSettings, openOaTokens } from "./tokens.ts";
import { parseZaloOaUpdate } from "./updates.ts";

export interface ZaloOaSettings extends OaAppSettings {
  /** Without a trailing slash, like "https://openapi.zalo.me". */
  readonly apiRoot: string;
  /** The "OA secret key" of the webhook page; signs what Zalo sends. */
  readonly webhookKey: string;
  /** Answering is free for 48 h after the person's last message and paid for up to 7 days. */
  readonly paysAfter48Hours: boolean;
  readonly pace?: Pace;
}

const FREE_HOURS = 48;
const PAID_HOURS = 7 * 24;
const MAX_FILE_BYTES = 5 * 1024 * 1024;
const FILE_TYPES = /\.(?:pdf|docx?|csv)$/iu;
/** Refusals that only a new pair of tokens ends. */
const TOKEN_CODES = /^(?:no_token|zalo_oa_-(?:216|220|14\d{3}))$/u;
/** How often the age of the token is looked at, in ms. */
const LOOK_MS = 10 * 60_000;

/** A Zalo Official Account over API v3. It receives by webhook only. */
export function openZaloOa(
  settings: ZaloOaSettings,
  deps: { readonly clock: Clock; readonly log: Log; readonly vault: TokenVault },
): Channel {
  if (settings.webhookKey === "") {
    throw new ChannelError(channelWords.needsSecret("ZALO_OA_WEBHOOK_KEY"));
  }
  const capabilities = {
    maxText: 2000,
    buttons: "text",
    canEdit: false,
    canSendFile: true,
    replyWindowHours: settings.paysAfter48Hours ? PAID_HOURS : FREE_HOURS,
  } as const;
  const tokens = openOaTokens(settings, deps);
  const client = openZaloOaClient(settings.apiRoot, tokens);
  const state = openState("zalo_oa", deps.log, channelWords.connecting);
  const backoff = openBackoff(settings.pace ?? USUAL_PACE);
  let receive: ((message: IncomingMessage) => Promise<void>) | null = null;
  let loop: { stop(): Promise<void> } | null = null;
  let checked = false;

  async function round(): Promise<number> {
    try {
      await tokens.access();
      if (!checked) {
        await client.check();
        checked = true;
      }
      state.up(channelWords.webhook);
      backoff.reset();
      return LOOK_MS;
    } catch (error) {
      checked = false;
      note(zaloOaOutcome(error));
      return backoff.next();
    }
  }

  function note(failed: Exclude<Delivery, { outcome: "sent" }>): void {
    if (failed.outcome === "refused") {
      if (TOKEN_CODES.test(failed.code)) {
        state.tokenRefused(failed.code, channelWords.needsConsent);
      } else {
        state.down(failed.code, channelWords.accountRefused(failed.code));
      }
    } else if (failed.outcome === "unsent" && failed.gate) {
      state.held("gated", failed.code, channelWords.gated);
    } else {
      state.down(failed.code, channelWords.unreachable("Zalo OA", failed.code));
    }
  }

  async function send(chat: string, message: OutgoingMessage, signal?: AbortSignal): Promise<Delivery> {
    const [part, more] = render(message, capabilities);
    if (part === undefined || more !== undefined) {
      return { outcome: "refused", code: "text_length", scope: "message" };
    }
    if (
      part.file !== undefined &&
      (!FILE_TYPES.test(part.file.name) || part.file.bytes.length > MAX_FILE_BYTES)
    ) {
      return { outcome: "refused", code: "file_type_or_size", scope: "message" };
    }
    const delivery =
      part.file === undefined ? await text(chat, part, signal) : await file(chat, part, part.file, signal);
    const channelDown = delivery.outcome === "refused" && delivery.scope === "channel";
    if (channelDown || (delivery.outcome === "unsent" && delivery.gate)) {
      note(delivery);
    }
    return delivery;
  }

  function text(chat: string, part: OutgoingMessage, signal?: AbortSignal): Promise<Delivery> {
    return attempt(() => client.sendText(chat, part.text, part.buttons ?? [], signal));
  }

  async function file(
    chat: string,
    part: OutgoingMessage,
    attached: NonNullable<OutgoingMessage["file"]>,
    signal?: AbortSignal,
  ): Promise<Delivery> {
    let token: string;
    try {
      token = await client.uploadFile(attached, signal);
    } catch (error) {
      const failed = zaloOaOutcome(error);
      // An upload alone shows nothing to anybody, however it ended.
      return failed.outcome === "unclear"
        ? { ...failed, outcome: "unsent", retryAfterMs: null, gate: false }
        : failed;
    }
    const words = part.text === "" ? null : await text(chat, part, signal);
    if (words !== null && words.outcome !== "sent") {
      return words;
    }
    const sent = await attempt(() => client.sendFile(chat, token, signal));
    // The words are there already: saying "unsent" would send them twice.
    return sent.outcome === "sent" || words === null ? sent : { outcome: "unclear", code: "file_after_text" };
  }

  async function accept(headers: Headers, body: Uint8Array): Promise<{ readonly status: number }> {
    if (body.length === 0) {
      // The console's probe; there is nothing in it to protect.
      return { status: 200 };
    }
    const event = jsonObject(body);
    const timestamp =
      typeof event?.timestamp === "string" || typeof event?.timestamp === "number" ? event.timestamp : "";
    const signed = { appId: settings.appId, body, timestamp: String(timestamp), key: settings.webhookKey };
    if (event === null || !isSigned(headers.get("x-zevent-signature"), signed)) {
      deps.log({ kind: "webhook_refused", channel: "zalo_oa", code: 401 });
      return { status: 401 };
    }
    const message = parseZaloOaUpdate(event, deps.clock.now());
    if (message === null) {
      return { status: 200 };
    }
    try {
      if (receive === null) {
        return { status: 503 };
      }
      await receive(message);
      return { status: 200 };
    } catch {
      return { status: 503 };
    }
  }

  return {
    name: "zalo_oa",
    capabilities,
    async start(to) {
      receive = to;
      loop = openLoop(round);
    },
    async stop() {
      await loop?.stop();
      receive = null;
      state.down("stopped", channelWords.stopped);
    },
    send,
    fetch: (attachment, maxBytes, signal) =>
      fetchMedia(attachment, maxBytes, new URL(settings.apiRoot).origin, signal),
    webhook: { path: "zalo-oa", accept },
    state: state.now,
  };
}

async function attempt(call: () => Promise<string | null>): Promise<Delivery> {
  try {
    return { outcome: "sent", messageId: await call() };
  } catch (error) {
    return zaloOaOutcome(error);
  }
}
