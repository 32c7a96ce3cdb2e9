import type { Delivery, IncomingMessage, OutgoingMessage } from "../../domain/conversation.ts";
import { sameSecret } from "../../domain/secret.ts";
import { type Channel, ChannelError, type MonthlyCounter } from "../../ports/channels.ts";
import type { Clock, Log } from "../../ports/clock.ts";
import { render } from "../../vietnamese/messages/render-message.ts";
import { channelWords } from "../../vietnamese/wording/residents/channels.ts";
import { hostOf, jsonObject } from "../shared/http.ts";
import { fetchMedia } from "../shared/media.ts";
import { openBackoff, openLoop, type Pace, USUAL_PACE } from "../shared/polling.ts";
import { openState } from "../shared/status.ts";
import { openZaloBotClient, type ZaloBotAccess, ZaloBotError } from "./client.ts";
import { zaloBotOutcome } from "./outcome.ts";
import { openQuota } from "./quota.ts";
import { parseZaloBotUpdate } from "./updates.ts";

export interface ZaloBotSettings extends ZaloBotAccess {
  readonly mode:
    | { readonly kind: "polling"; readonly replaceWebhook?: boolean }
    /** `url` is registered at start; null when the office registers it by hand. */
    | { readonly kind: "webhook"; readonly secret: string; readonly url: string | null };
  /** Messages a month the plan allows; null when it has no limit. */
  readonly monthlyLimit: number | null;
  readonly pace?: Pace;
}

const SECRET_FORM = /^[\x21-\x7e]{16,256}$/u;
/** An empty answer sooner than this is no long poll: ask again more slowly. */
const TOO_SOON_MS = 200;

const CAPABILITIES = {
  maxText: 2000,
  buttons: "none",
  canEdit: false,
  canSendFile: false,
  replyWindowHours: null,
} as const;

/** A Zalo Bot through our own client. Polling delivers each update at most once, so one is held until it is stored. */
export function openZaloBot(
  settings: ZaloBotSettings,
  deps: { readonly clock: Clock; readonly log: Log; readonly counter: MonthlyCounter },
): Channel {
  const { mode } = settings;
  if (settings.token === "") {
    throw new ChannelError(channelWords.needsToken("ZALO_BOT_TOKEN"));
  }
  if (mode.kind === "webhook" && !SECRET_FORM.test(mode.secret)) {
    throw new ChannelError(channelWords.needsSecret("ZALO_BOT_WEBHOOK_SECRET"));
  }
  const bot = settings.token.split(":", 1)[0] ?? "";
  const client = openZaloBotClient(settings);
  const state = openState("zalo_bot", deps.log, channelWords.connecting);
  const quota = openQuota(settings.monthlyLimit, deps.counter, deps.clock);
  const backoff = openBackoff(settings.pace ?? USUAL_PACE);
  let receive: ((message: IncomingMessage) => Promise<void>) | null = null;
  let loop: { stop(): Promise<void> } | null = null;
  let prepared = false;
  let held: IncomingMessage | null = null;

  async function up(): Promise<void> {
    if (await quota.gone()) {
      state.held("exhausted", "quota", channelWords.quotaGone(settings.monthlyLimit ?? 0));
    } else if (await quota.near()) {
      state.up(channelWords.quotaNear(await quota.sent(), settings.monthlyLimit ?? 0));
    } else {
      state.up(mode.kind === "polling" ? channelWords.polling : channelWords.webhook);
    }
  }

  async function prepare(): Promise<"ready" | "blocked"> {
    await client.getMe();
    if (mode.kind === "webhook") {
      const check =
        mode.url === null ? { ok: true, outcome: "" } : await client.setWebhook(mode.url, mode.secret);
      prepared = check.ok;
      if (!check.ok) {
        state.down("webhook_check", channelWords.webhookUnverified(check.outcome));
        return "blocked";
      }
    } else {
      const url = await client.getWebhookInfo();
      if (url !== null && mode.replaceWebhook !== true) {
        state.down("webhook_set", channelWords.webhookInTheWay(hostOf(url)));
        return "blocked";
      }
      if (url !== null) {
        await client.deleteWebhook();
      }
      prepared = true;
    }
    await up();
    return "ready";
  }

  async function round(signal: AbortSignal): Promise<number | "stop"> {
    try {
      if (!prepared && (await prepare()) === "blocked") {
        return backoff.longest();
      }
      if (mode.kind === "webhook") {
        return "stop";
      }
      return held === null ? await poll(signal) : await keepHeld();
    } catch (error) {
      return signal.aborted ? "stop" : afterFailure(error);
    }
  }

  async function poll(signal: AbortSignal): Promise<number> {
    const asked = deps.clock.mono();
    const update = await client.getUpdates(signal);
    await up();
    backoff.reset();
    if (update === null) {
      return deps.clock.mono() - asked < TOO_SOON_MS ? backoff.next() : 0;
    }
    held = parseZaloBotUpdate(update, bot, deps.clock.now());
    return keepHeld();
  }

  async function keepHeld(): Promise<number> {
    if (held === null || receive === null) {
      return 0;
    }
    try {
      await receive(held);
      held = null;
      return 0;
    } catch {
      state.down("storage", channelWords.cannotStore);
      return backoff.next();
    }
  }

  function afterFailure(error: unknown): number | "stop" {
    const { code, detail, phase } =
      error instanceof ZaloBotError ? error : { code: null, detail: "unknown", phase: "broken" as const };
    if (code === 401) {
      state.tokenRefused(detail, channelWords.wrongToken);
      return "stop";
    }
    // A webhook set meanwhile answers 400 or 404; another poller 409: look again from the beginning.
    prepared = prepared && (code === null || code >= 429);
    if (code === 409) {
      state.down(detail, channelWords.twoPollers);
      return backoff.longest();
    }
    const away = phase === "before" || phase === "after";
    state.down(
      detail,
      away ? channelWords.unreachable("Zalo", detail) : channelWords.trouble("Zalo", detail),
    );
    return backoff.next();
  }

  async function send(chat: string, message: OutgoingMessage, signal?: AbortSignal): Promise<Delivery> {
    const [part, more] = render(message, CAPABILITIES);
    if (part === undefined || more !== undefined) {
      return { outcome: "refused", code: "text_length", scope: "message" };
    }
    let sent: Awaited<ReturnType<typeof client.sendMessage>>;
    try {
      sent = await client.sendMessage(chat, part.text, [], signal);
    } catch (error) {
      const refused = error instanceof ZaloBotError && error.code === 429;
      return noted(zaloBotOutcome(error, refused ? await quota.restAfterRefusal() : 0));
    }
    await counted();
    return { outcome: "sent", messageId: sent.message_id };
  }

  /** A message that has left stays sent, whether or not it can be counted. */
  async function counted(): Promise<void> {
    try {
      await quota.count();
      if (state.now().up) {
        await up();
      }
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      deps.log({ kind: "unexpected", where: "zalo_bot.quota", error: name, code: null });
    }
  }

  async function noted(delivery: Delivery): Promise<Delivery> {
    if (delivery.outcome === "refused" && delivery.scope === "channel") {
      state.tokenRefused(delivery.code, channelWords.wrongToken);
    } else if (delivery.outcome === "unsent" && delivery.gate) {
      if (await quota.gone()) {
        state.held("exhausted", "quota", channelWords.quotaGone(settings.monthlyLimit ?? 0));
      } else {
        state.held("gated", delivery.code, channelWords.gated);
      }
    }
    return delivery;
  }

  async function accept(
    headers: Headers,
    body: Uint8Array,
    secret: string,
  ): Promise<{ readonly status: number }> {
    if (!sameSecret(headers.get("x-bot-api-secret-token"), secret)) {
      deps.log({ kind: "webhook_refused", channel: "zalo_bot", code: 401 });
      return { status: 401 };
    }
    const message = parseZaloBotUpdate(jsonObject(body), bot, deps.clock.now());
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
    name: "zalo_bot",
    capabilities: CAPABILITIES,
    async start(to) {
      receive = to;
      loop = openLoop(round);
    },
    async stop() {
      await loop?.stop();
      // Zalo will not give this update again.
      await keepHeld();
      receive = null;
      state.down("stopped", channelWords.stopped);
    },
    send,
    async typing(chat) {
      await client.sendChatAction(chat).catch(() => undefined);
    },
    fetch: (attachment, maxBytes, signal) =>
      fetchMedia(attachment, maxBytes, new URL(settings.baseUrl).origin, signal),
    ...(mode.kind === "webhook"
      ? {
          webhook: {
            path: "zalo-bot",
            accept: (headers: Headers, body: Uint8Array) => accept(headers, body, mode.secret),
          },
        }
      : {}),
    state: state.now,
  };
}
