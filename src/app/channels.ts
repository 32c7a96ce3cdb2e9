import { openTelegram } from "../channels/telegram/telegram.ts";
import { openWebChat, USUAL_WEB_CHAT } from "../channels/web/web.ts";
import { openZaloBot } from "../channels/zalo-bot/zalo-bot.ts";
import { openZaloOa } from "../channels/zalo-oa/zalo-oa.ts";
import type { LogEvent } from "../domain/event.ts";
import type { Channel, WebChat } from "../ports/channels.ts";
import type { Clock, Log } from "../ports/clock.ts";
import type { Storage } from "../ports/storage.ts";
import { COMMAND_MENU } from "../vietnamese/wording/officers/commands.ts";
import { ALOUD } from "../vietnamese/wording/residents/aloud.ts";
import type { Config } from "./config.ts";

export interface Channels {
  readonly all: readonly Channel[];
  readonly web: WebChat;
}

/** What whoever starts the service does about a refused token: one sentence, without the token; null otherwise. */
export function tokenAdvice(event: LogEvent): string | null {
  if (event.kind !== "channel_state" || event.state !== "token_refused") {
    return null;
  }
  const code = /-?\d+$/u.exec(event.code ?? "")?.[0] ?? event.code ?? "";
  const rest = "into .env and restart; the web page keeps serving.";
  switch (event.channel) {
    case "telegram":
      return `TELEGRAM_BOT_TOKEN was refused by Telegram (${code}). Copy it again from @BotFather ${rest}`;
    case "zalo_bot":
      return `ZALO_BOT_TOKEN was refused by Zalo (${code}). Copy it again from the message of Zalo Bot Creator ${rest}`;
    default:
      return `ZALO_OA_REFRESH_TOKEN is missing or was refused by Zalo (${code}). Grant the app consent again and copy the new refresh token ${rest}`;
  }
}

/** The channels whose tokens are set, and the web chat, which needs none. `hears`: answers can be read aloud here. */
export function openChannels(
  config: Config,
  storage: Storage,
  clock: Clock,
  log: Log,
  hears: boolean,
): Channels {
  const hook = (path: string) =>
    config.publicUrl === null ? null : `${config.publicUrl.replace(/\/$/u, "")}/webhook/${path}`;
  const modeOf = (
    settings: { readonly mode: "polling" | "webhook"; readonly webhookSecret: string | null },
    path: string,
  ) =>
    settings.mode === "webhook"
      ? ({ kind: "webhook", secret: settings.webhookSecret ?? "", url: hook(path) } as const)
      : ({ kind: "polling" } as const);
  const web = openWebChat(USUAL_WEB_CHAT, { clock });
  const all: Channel[] = [web.channel];
  const { telegram, zaloBot, zaloOa } = config;
  if (telegram !== null) {
    const { token, apiRoot } = telegram;
    all.push(
      openTelegram(
        {
          token,
          apiRoot,
          mode: modeOf(telegram, "telegram"),
          commands: hears ? [...COMMAND_MENU, ALOUD.menu] : COMMAND_MENU,
        },
        { clock, log },
      ),
    );
  }
  if (zaloBot !== null) {
    const { token, apiRoot, monthlyLimit } = zaloBot;
    const counter = storage.counter("zalo_bot");
    all.push(
      openZaloBot(
        { token, baseUrl: apiRoot, mode: modeOf(zaloBot, "zalo-bot"), monthlyLimit },
        { clock, log, counter },
      ),
    );
  }
  if (zaloOa !== null) {
    const { appId, appSecret, webhookKey, refreshToken, apiRoot, oauthRoot } = zaloOa;
    const settings = {
      appId,
      appSecret,
      webhookKey,
      apiRoot,
      oauthRoot,
      firstRefreshToken: refreshToken,
      paysAfter48Hours: false,
    };
    all.push(openZaloOa(settings, { clock, log, vault: storage.oaTokens }));
  }
  return { all, web: web.chat };
}
