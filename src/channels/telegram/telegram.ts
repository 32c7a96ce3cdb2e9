import type { IncomingMessage } from "../../domain/conversation.ts";
import { sameSecret } from "../../domain/secret.ts";
import { type Channel, ChannelError } from "../../ports/channels.ts";
import type { Clock, Log } from "../../ports/clock.ts";
import { channelWords } from "../../vietnamese/wording/residents/channels.ts";
import { exchange, jsonObject } from "../shared/http.ts";
import { openBackoff, openLoop, type Pace, USUAL_PACE } from "../shared/polling.ts";
import { openState } from "../shared/status.ts";
import { housekeepingApi, POLL_SECONDS, sendingApi, type TelegramAccess } from "./api.ts";
import { openButtons } from "./buttons.ts";
import { failureCode, statusOf, waitAsked } from "./outcome.ts";
import { sendMessage } from "./send.ts";
import { type MenuCommand, setMenu, unlessRefused, WANTED, webhookInTheWay } from "./setup.ts";
import { parseTelegramUpdate } from "./updates.ts";

export interface TelegramSettings extends TelegramAccess {
  readonly mode:
    | { readonly kind: "polling"; readonly replaceWebhook?: boolean }
    /** `url` is registered at start; null when the office registers it by hand. */
    | { readonly kind: "webhook"; readonly secret: string; readonly url: string | null };
  readonly commands: readonly MenuCommand[];
  readonly pace?: Pace;
}

const SECRET_FORM = /^[A-Za-z0-9_-]{16,256}$/u;
const MAX_GROUPS_TOLD = 1000;
/** An empty answer sooner than this is no long poll: ask again more slowly. */
const TOO_SOON_MS = 200;

/** Telegram through grammY. Unreachable is a state it lives with: `start` settles at once and goes on trying. */
export function openTelegram(
  settings: TelegramSettings,
  deps: { readonly clock: Clock; readonly log: Log },
): Channel {
  if (settings.token === "") {
    throw new ChannelError(channelWords.needsToken("TELEGRAM_BOT_TOKEN"));
  }
  const { mode } = settings;
  if (mode.kind === "webhook" && !SECRET_FORM.test(mode.secret)) {
    throw new ChannelError(channelWords.needsSecret("TELEGRAM_WEBHOOK_SECRET"));
  }
  const bot = settings.token.split(":", 1)[0] ?? "";
  const sending = sendingApi(settings);
  const housekeeping = housekeepingApi(settings);
  const state = openState("telegram", deps.log, channelWords.connecting);
  const buttons = openButtons();
  const backoff = openBackoff(settings.pace ?? USUAL_PACE);
  const groupsTold = new Set<string>();
  const courtesies = new Set<Promise<unknown>>();
  let receive: ((message: IncomingMessage) => Promise<void>) | null = null;
  let loop: { stop(): Promise<void> } | null = null;
  let offset = 0;
  let prepared = false;

  /** Settles when the update is durable, so that it may be acknowledged. */
  async function take(update: unknown): Promise<void> {
    const understood = parseTelegramUpdate(update, bot, buttons.meaningOf, deps.clock.now());
    if (understood.kind === "group") {
      tellGroup(understood.chat, understood.addressed);
      return;
    }
    if (understood.kind === "message") {
      if (receive === null) {
        throw new Error("The channel has not been started.");
      }
      await receive(understood.message);
    }
    if (understood.pressed !== null) {
      // Ends the spinner; too late an answer is refused, which harms nobody.
      courtesy(sending.answerCallbackQuery(understood.pressed));
    }
  }

  function tellGroup(chat: string, addressed: boolean): void {
    if (addressed && !groupsTold.has(chat) && groupsTold.size < MAX_GROUPS_TOLD) {
      groupsTold.add(chat);
      courtesy(sending.sendMessage(chat, channelWords.privateOnly));
    }
  }

  function courtesy(act: Promise<unknown>): void {
    const done = act.catch(() => undefined).finally(() => courtesies.delete(done));
    courtesies.add(done);
  }

  async function prepare(): Promise<"ready" | "blocked"> {
    await housekeeping.getMe();
    if (mode.kind === "polling") {
      const host = await webhookInTheWay(housekeeping, mode.replaceWebhook === true);
      if (host !== null) {
        state.down("webhook_set", channelWords.webhookInTheWay(host));
        return "blocked";
      }
    } else if (mode.url !== null) {
      await housekeeping.setWebhook(mode.url, { secret_token: mode.secret, allowed_updates: WANTED });
    }
    await setMenu(housekeeping, settings.commands).catch(unlessRefused(undefined));
    prepared = true;
    state.up(mode.kind === "polling" ? channelWords.polling : channelWords.webhook);
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
      const asked = deps.clock.mono();
      const updates = await sending.getUpdates(
        { offset, timeout: POLL_SECONDS, allowed_updates: WANTED },
        signal as Parameters<typeof sending.getUpdates>[1],
      );
      state.up(channelWords.polling);
      backoff.reset();
      const tooSoon = updates.length === 0 && deps.clock.mono() - asked < TOO_SOON_MS;
      return tooSoon ? backoff.next() : await takeAll(updates);
    } catch (error) {
      return signal.aborted ? "stop" : afterFailure(error);
    }
  }

  async function takeAll(updates: readonly { readonly update_id: number }[]): Promise<number> {
    for (const update of updates) {
      try {
        await take(update);
      } catch {
        // Not durable, so not acknowledged: Telegram gives this update and all after it once more.
        state.down("storage", channelWords.cannotStore);
        return backoff.next();
      }
      offset = update.update_id + 1;
    }
    return 0;
  }

  function afterFailure(error: unknown): number | "stop" {
    const status = statusOf(error);
    const code = failureCode(error);
    if (status === 401 || status === 404) {
      state.tokenRefused(code, channelWords.wrongToken);
      return "stop";
    }
    if (status === 409) {
      // Asks again from the beginning, since a webhook may have been set meanwhile.
      prepared = false;
      state.down(code, channelWords.twoPollers);
      return backoff.longest();
    }
    state.down(
      code,
      status === null ? channelWords.unreachable("Telegram", code) : channelWords.trouble("Telegram", code),
    );
    return Math.max(backoff.next(), waitAsked(error));
  }

  const webhook =
    mode.kind === "webhook"
      ? {
          path: "telegram",
          async accept(headers: Headers, body: Uint8Array) {
            if (!sameSecret(headers.get("x-telegram-bot-api-secret-token"), mode.secret)) {
              deps.log({ kind: "webhook_refused", channel: "telegram", code: 401 });
              return { status: 401 };
            }
            try {
              await take(jsonObject(body));
              return { status: 200 };
            } catch {
              return { status: 503 };
            }
          },
        }
      : undefined;

  return {
    name: "telegram",
    capabilities: {
      maxText: 4096,
      buttons: "callback",
      canEdit: true,
      canSendFile: true,
      canSendVoice: true,
      replyWindowHours: null,
    },
    async start(to) {
      receive = to;
      loop = openLoop(round);
    },
    async stop() {
      await loop?.stop();
      receive = null;
      await Promise.all(courtesies);
      state.down("stopped", channelWords.stopped);
    },
    async send(chat, message, signal) {
      const delivery = await sendMessage(sending, buttons, chat, message, signal);
      if (delivery.outcome === "refused" && delivery.scope === "channel") {
        state.tokenRefused(delivery.code, channelWords.wrongToken);
      }
      return delivery;
    },
    async typing(chat) {
      await sending.sendChatAction(chat, "typing").catch(() => undefined);
    },
    async fetch(attachment, maxBytes, signal) {
      const { file_path } = await sending.getFile(attachment);
      const answer = await exchange({
        url: `${settings.apiRoot}/file/bot${settings.token}/${file_path ?? ""}`,
        method: "GET",
        timeoutMs: 60_000,
        maxBytes,
        signal,
      });
      if (answer.status !== 200) {
        throw new ChannelError(
          `Telegram did not give the file (${answer.status}). Ask the person to send it again.`,
        );
      }
      return answer.bytes;
    },
    ...(webhook === undefined ? {} : { webhook }),
    state: state.now,
  };
}
