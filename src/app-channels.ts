import { openTelegram } from "./channels/telegram.ts";
import { openWebChat, USUAL_WEB_CHAT } from "./channels/web.ts";
import { openZaloBot } from "./channels/zalo-bot.ts";
import { openZaloOa } from "./channels/zalo-oa.ts";
import type { Config } from "./config.ts";
import type { Channel, Clock, Log, Storage, WebChat } from "./ports.ts";
import { COMMAND_MENU } from "./vietnamese/wording/commands.ts";

export interface Channels {
  readonly all: readonly Channel[];
  readonly web: WebChat;
}

/** The channels whose tokens are set, and the web chat, which needs none. */
export function openChannels(config: Config, storage: Storage, clock: Clock, log: Log): Channels {
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
        { token, apiRoot, mode: modeOf(telegram, "telegram"), commands: COMMAND_MENU },
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
