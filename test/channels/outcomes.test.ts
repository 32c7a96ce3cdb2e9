import { afterEach, describe, expect, it } from "vitest";
import { openTelegram } from "../../src/channels/telegram/telegram.ts";
import { openZaloBot } from "../../src/channels/zalo-bot/zalo-bot.ts";
import { openZaloOa } from "../../src/channels/zalo-oa/zalo-oa.ts";
import type { Channel, OaTokens } from "../../src/ports/channels.ts";
import type { FaultRates } from "../support/faults.ts";
import { systemClock } from "../support/receiver.ts";
import { openTelegramEmulator } from "../support/telegram-emulator.ts";
import { openZaloBotEmulator } from "../support/zalo-bot-emulator.ts";
import { OA_APP, openZaloOaEmulator } from "../support/zalo-oa-emulator.ts";

const FAULTS: FaultRates = {
  f429: 0.04,
  f5xx_before: 0.07,
  f5xx_after: 0.07,
  reset_before: 0.07,
  reset_after: 0.07,
  hang_after: 0.02,
  half_body: 0.07,
  html_502: 0.07,
  wrong_json: 0.07,
  redirect_302: 0.07,
};
const SENDS = 300;
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) {
    await close();
  }
});

interface Setting {
  readonly channel: Channel;
  delivered(): readonly string[];
}

const deps = { clock: systemClock, log: () => undefined };

async function telegram(seed: number): Promise<Setting> {
  const server = await openTelegramEmulator({ faults: FAULTS, seed, secondMs: 2 });
  closing.push(() => server.close());
  const access = { token: server.token, apiRoot: server.url };
  const channel = openTelegram({ ...access, mode: { kind: "polling" }, commands: [] }, deps);
  return { channel, delivered: () => server.delivered.map(({ text }) => text) };
}

async function zaloBot(seed: number): Promise<Setting> {
  const server = await openZaloBotEmulator({ faults: FAULTS, seed, secondMs: 2 });
  closing.push(() => server.close());
  const access = { token: server.token, baseUrl: server.url };
  const counter = { read: async () => 0, add: async () => undefined };
  const channel = openZaloBot(
    { ...access, mode: { kind: "polling" }, monthlyLimit: null },
    { ...deps, counter },
  );
  return { channel, delivered: () => server.delivered.map(({ text }) => text) };
}

async function zaloOa(seed: number): Promise<Setting> {
  const server = await openZaloOaEmulator({ faults: FAULTS, seed });
  closing.push(() => server.close());
  let pair: OaTokens | null = null;
  const vault = {
    load: async () => pair,
    save: async (tokens: OaTokens) => {
      pair = tokens;
    },
  };
  const roots = { apiRoot: server.url, oauthRoot: server.url };
  const settings = { ...OA_APP, ...roots, firstRefreshToken: OA_APP.refresh, paysAfter48Hours: false };
  const channel = openZaloOa(settings, { ...deps, vault });
  return { channel, delivered: () => server.delivered.map(({ text }) => text) };
}

describe.each([
  ["Telegram", telegram],
  ["Zalo Bot", zaloBot],
  ["Zalo OA", zaloOa],
] as const)("outcomes on %s against what was truly delivered", (_, open) => {
  it.each([1, 2])("claim nothing that is not so, through every fault (seed %i)", async (seed) => {
    const { channel, delivered } = await open(seed);
    const texts = Array.from({ length: SENDS }, (__, n) => `tin ${n}`);

    const outcomes: string[] = [];
    for (const text of texts) {
      outcomes.push((await channel.send("7", { text }, AbortSignal.timeout(100))).outcome);
    }

    const copies = texts.map((text) => delivered().filter((one) => one === text).length);
    const lies = texts.filter((__, n) => {
      const wrongly = { sent: copies[n] !== 1, unsent: copies[n] !== 0, refused: copies[n] !== 0 };
      return wrongly[outcomes[n] as keyof typeof wrongly] ?? (copies[n] ?? 0) > 1;
    });
    expect(lies).toEqual([]);
    // The run met all kinds of ends, else it would prove nothing.
    expect(new Set(outcomes)).toEqual(new Set(["sent", "unsent", "unclear"]));
    const unclear = outcomes.flatMap((outcome, n) => (outcome === "unclear" ? [copies[n]] : []));
    expect(new Set(unclear)).toEqual(new Set([0, 1]));
  });
});
