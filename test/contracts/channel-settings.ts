import { openTelegram } from "../../src/channels/telegram/telegram.ts";
import { openWebChat } from "../../src/channels/web/web.ts";
import { openZaloBot } from "../../src/channels/zalo-bot/zalo-bot.ts";
import { openZaloOa } from "../../src/channels/zalo-oa/zalo-oa.ts";
import type { Channel, OaTokens } from "../../src/ports/channels.ts";
import { openServer } from "../../src/web/server.ts";
import { systemClock } from "../support/receiver.ts";
import { openTelegramEmulator } from "../support/telegram-emulator.ts";
import { openZaloBotEmulator } from "../support/zalo-bot-emulator.ts";
import { OA_APP, openZaloOaEmulator } from "../support/zalo-oa-emulator.ts";

/** A channel with the other side of it: a person who says things and sees what reaches them. */
export interface ChannelSetting {
  readonly channel: Channel;
  /** The chat of the person. */
  readonly chat: string;
  /** A person says something; `copies` as a platform repeats itself. Settles when the platform is content. */
  say(text: string, copies?: number): Promise<unknown>;
  /** Presses the button that carries this label, when the channel has buttons. */
  press?(label: string): Promise<unknown>;
  /** Texts as they reached the person, in order. */
  seen(): readonly string[];
  /** The far side goes away. */
  cut?(): Promise<void>;
  /** Whether a refused message comes again by itself; else the person was told and may say it again. */
  readonly repeats: boolean;
  close(): Promise<void>;
}

const SECRET = "a-secret-of-the-office";
const PACE = { first: 5, most: 20 };
const log = () => undefined;
const deps = { clock: systemClock, log };

/** Serves the channel's webhook as the product does. */
async function served(channel: Channel) {
  const server = await openServer(
    { port: 0, host: "127.0.0.1", embedOrigins: [], waitMs: 100, metricsToken: null },
    {
      channels: [channel],
      chat: openWebChat({ maxWaiting: 1, maxWaitingEach: 1, maxSessions: 1 }, deps).chat,
      ready: () => ({ ready: true, detail: "" }),
      metrics: async () => "",
      allowLink: () => false,
      localities: () => [],
      log,
    },
  );
  if (server.outcome !== "open") {
    throw new Error(server.problem);
  }
  return { url: `http://127.0.0.1:${server.port}/webhook/${channel.webhook?.path}`, close: server.close };
}

async function telegramSetting(kind: "polling" | "webhook"): Promise<ChannelSetting> {
  const telegram = await openTelegramEmulator({ secondMs: 5 });
  const mode = kind === "polling" ? { kind } : { kind, secret: SECRET, url: null };
  const channel = openTelegram(
    { token: telegram.token, apiRoot: telegram.url, mode, commands: [], pace: PACE },
    deps,
  );
  const server = kind === "webhook" ? await served(channel) : null;
  if (server !== null) {
    await fetch(`${telegram.url}/bot${telegram.token}/setWebhook?url=${server.url}&secret_token=${SECRET}`);
  }
  return {
    channel,
    chat: "7",
    repeats: true,
    say: (text, copies = 1) =>
      kind === "webhook"
        ? telegram.push({ message: { ...messageOf(text) } }, { copies })
        : telegram.say(7, text),
    press: async (label) => {
      const button = telegram.delivered.flatMap(({ buttons }) => buttons).find(({ text }) => text === label);
      return telegram.press(7, button?.callback_data ?? "");
    },
    seen: () => telegram.delivered.map(({ text }) => text),
    cut: () => telegram.close(),
    async close() {
      await telegram.close();
      await server?.close();
    },
  };
}

function messageOf(text: string) {
  const from = { id: 7, is_bot: false, first_name: "An" };
  return {
    message_id: 1,
    date: Math.floor(Date.now() / 1000),
    chat: { ...from, type: "private" },
    from,
    text,
  };
}

async function zaloBotSetting(
  kind: "polling" | "webhook",
  shape: "wrapped" | "flat" = "flat",
): Promise<ChannelSetting> {
  const zalo = await openZaloBotEmulator({ secondMs: 5, shape });
  const mode = kind === "polling" ? { kind } : { kind, secret: SECRET, url: null };
  const counter = { read: async () => 0, add: async () => undefined };
  const channel = openZaloBot(
    { token: zalo.token, baseUrl: zalo.url, mode, monthlyLimit: 3000, pace: PACE },
    { ...deps, counter },
  );
  const server = kind === "webhook" ? await served(channel) : null;
  if (server !== null) {
    await fetch(`${zalo.url}/bot${zalo.token}/setWebhook?url=${server.url}&secret_token=${SECRET}`);
  }
  return {
    channel,
    chat: "u1",
    repeats: true,
    say: (text, copies = 1) => zalo.push(zalo.event("message.text.received", "u1", { text }), { copies }),
    seen: () => zalo.delivered.map(({ text }) => text),
    cut: () => zalo.close(),
    async close() {
      await zalo.close();
      await server?.close();
    },
  };
}

async function zaloOaSetting(): Promise<ChannelSetting> {
  const zalo = await openZaloOaEmulator({ secondMs: 5 });
  let pair: OaTokens | null = null;
  const vault = {
    load: async () => pair,
    save: async (tokens: OaTokens) => {
      pair = tokens;
    },
  };
  const roots = { apiRoot: zalo.url, oauthRoot: zalo.url };
  const channel = openZaloOa(
    { ...OA_APP, ...roots, firstRefreshToken: OA_APP.refresh, paysAfter48Hours: false, pace: PACE },
    { ...deps, vault },
  );
  const server = await served(channel);
  const said = async (text: string, copies = 1) => {
    const event = zalo.event("user_send_text", "u1", { text });
    return Promise.all(Array.from({ length: copies }, () => zalo.push(server.url, event)));
  };
  return {
    channel,
    chat: "u1",
    repeats: true,
    say: said,
    press: (label) => {
      const button = zalo.delivered.flatMap(({ buttons }) => buttons).find(({ title }) => title === label);
      return said(button?.payload ?? "");
    },
    seen: () => zalo.delivered.map(({ text }) => text),
    cut: () => zalo.close(),
    async close() {
      await zalo.close();
      await server.close();
    },
  };
}

async function webSetting(): Promise<ChannelSetting> {
  const { channel, chat } = openWebChat({ maxWaiting: 50, maxWaitingEach: 50, maxSessions: 5 }, deps);
  const session = "0123456789abcdef0123456789abcdef";
  let number = 1;
  let name = "";
  const said = async (kind: "text" | "button", text: string, copies = 1) => {
    const id = `question-${number++}`;
    return Promise.all(Array.from({ length: copies }, () => chat.say(session, { id, kind, text }, 5)));
  };
  return {
    channel: {
      ...channel,
      start: (receive) =>
        channel.start(async (message) => {
          name = message.from.chat;
          await receive(message);
        }),
    },
    get chat() {
      return name;
    },
    repeats: false,
    say: (text, copies) => said("text", text, copies),
    press: (label) => {
      const button = chat
        .since(session, 0)
        .replies.flatMap(({ buttons }) => buttons)
        .find((one) => one.label === label);
      return said("button", button?.value ?? "");
    },
    seen: () => chat.since(session, 0).replies.map(({ text }) => text),
    close: async () => undefined,
  };
}

export const CHANNELS: readonly (readonly [string, () => Promise<ChannelSetting>])[] = [
  ["Telegram by polling", () => telegramSetting("polling")],
  ["Telegram by webhook", () => telegramSetting("webhook")],
  ["Zalo Bot by polling", () => zaloBotSetting("polling")],
  ["Zalo Bot by webhook, flat", () => zaloBotSetting("webhook")],
  ["Zalo Bot by webhook, wrapped", () => zaloBotSetting("webhook", "wrapped")],
  ["Zalo OA", zaloOaSetting],
  ["The web chat", webSetting],
];
