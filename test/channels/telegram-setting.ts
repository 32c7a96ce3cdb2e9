import { afterEach } from "vitest";
import { openTelegram, type TelegramSettings } from "../../src/channels/telegram/telegram.ts";
import type { Channel } from "../../src/ports/channels.ts";
import { openLogbook, openReceiver, systemClock, until } from "../support/receiver.ts";
import { openTelegramEmulator, type TelegramEmulator } from "../support/telegram-emulator.ts";

export const SECRET = "a-secret-of-the-office";
export const COMMANDS = [{ command: "xa", vi: "Chọn xã, phường", en: "Choose your commune" }];
export const closing: (() => Promise<void>)[] = [];

// Holds for every test file that takes its setting from here.
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) {
    await close();
  }
});

export async function setting(
  mode: TelegramSettings["mode"] = { kind: "polling" },
  emulator?: TelegramEmulator,
) {
  const telegram = emulator ?? (await openTelegramEmulator({ secondMs: 10 }));
  closing.push(() => telegram.close());
  const logbook = openLogbook();
  const channel = openTelegram(
    { token: telegram.token, apiRoot: telegram.url, mode, commands: COMMANDS, pace: { first: 5, most: 20 } },
    { clock: systemClock, log: logbook.log },
  );
  const receiver = openReceiver();
  const started = async (to: Channel = channel) => {
    closing.push(() => to.stop());
    await to.start(receiver.receive);
    await until("the channel is up", () => to.state().up);
  };
  return { telegram, channel, receiver, logbook, started };
}

export function inspectAll(error: unknown): string {
  return error instanceof Error
    ? `${error.stack}${JSON.stringify(error)}${inspectAll((error as { error?: unknown }).error)}`
    : String(error);
}

export function privateMessage(content: Record<string, unknown>) {
  const person = { id: 7, is_bot: false, first_name: "An" };
  return {
    message_id: 1,
    date: 1_790_000_000,
    chat: { id: 7, type: "private", first_name: "An" },
    from: person,
    ...content,
  };
}

export function bytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

export async function call(
  telegram: TelegramEmulator,
  method: string,
  params: Record<string, unknown>,
): Promise<unknown> {
  const answer = await fetch(`${telegram.url}/bot${telegram.token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
  });
  return answer.json();
}
