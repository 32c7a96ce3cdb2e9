import { afterEach } from "vitest";
import { openZaloBot, type ZaloBotSettings } from "../../src/channels/zalo-bot/zalo-bot.ts";
import { openLogbook, openReceiver, until } from "../support/receiver.ts";
import { openZaloBotEmulator, type ZaloBotEmulatorSettings } from "../support/zalo-bot-emulator.ts";

export const SECRET = "a-secret-of-the-office";
export const NOVEMBER_21 = Date.parse("2026-11-21T03:00:00Z");
export const closing: (() => Promise<void>)[] = [];

// Holds for every test file that takes its setting from here.
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) {
    await close();
  }
});

export function openCounter(start = 0) {
  const months = new Map<string, number>([["2026-11", start]]);
  return {
    months,
    read: async (month: string) => months.get(month) ?? 0,
    add: async (month: string, count: number) => void months.set(month, (months.get(month) ?? 0) + count),
  };
}

export async function setting(
  options: {
    readonly mode?: ZaloBotSettings["mode"];
    readonly emulator?: ZaloBotEmulatorSettings;
    readonly sent?: number;
    readonly before?: (zalo: Awaited<ReturnType<typeof openZaloBotEmulator>>) => Promise<void>;
  } = {},
) {
  const zalo = await openZaloBotEmulator({ secondMs: 2, ...options.emulator });
  closing.push(() => zalo.close());
  await options.before?.(zalo);
  const logbook = openLogbook();
  const counter = openCounter(options.sent);
  const clock = { now: () => NOVEMBER_21, mono: () => performance.now() };
  const channel = openZaloBot(
    {
      token: zalo.token,
      baseUrl: zalo.url,
      mode: options.mode ?? { kind: "polling" },
      monthlyLimit: 3000,
      pace: { first: 5, most: 20 },
    },
    { clock, log: logbook.log, counter },
  );
  const receiver = openReceiver();
  const started = async () => {
    closing.push(() => channel.stop());
    await channel.start(receiver.receive);
    await until("the channel is up", () => channel.state().up);
  };
  return { zalo, channel, receiver, logbook, counter, started };
}

export function bytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
