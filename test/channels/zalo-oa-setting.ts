import { afterEach } from "vitest";
import { openZaloOa, type ZaloOaSettings } from "../../src/channels/zalo-oa/zalo-oa.ts";
import type { OaTokens, TokenVault } from "../../src/ports/channels.ts";
import { openLogbook, openReceiver } from "../support/receiver.ts";
import { OA_APP, openZaloOaEmulator } from "../support/zalo-oa-emulator.ts";

export const HOUR_MS = 3_600_000;
export const closing: (() => Promise<void>)[] = [];

// Holds for every test file that takes its setting from here.
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) {
    await close();
  }
});

export function openVault() {
  const saved: OaTokens[] = [];
  let failures = 0;
  const vault: TokenVault = {
    load: async () => saved.at(-1) ?? null,
    async save(tokens) {
      if (failures > 0) {
        failures -= 1;
        throw new Error("disk full");
      }
      saved.push(tokens);
    },
  };
  return {
    vault,
    saved,
    fail: (times: number) => {
      failures = times;
    },
  };
}

export async function setting(more: Partial<ZaloOaSettings> = {}) {
  const zalo = await openZaloOaEmulator();
  closing.push(() => zalo.close());
  const logbook = openLogbook();
  const kept = openVault();
  const time = { now: Date.now() };
  const clock = { now: () => time.now, mono: () => performance.now() };
  const settings = {
    ...OA_APP,
    apiRoot: zalo.url,
    oauthRoot: zalo.url,
    firstRefreshToken: OA_APP.refresh,
    paysAfter48Hours: false,
    pace: { first: 5, most: 20 },
    ...more,
  };
  const open = (other: Partial<ZaloOaSettings> = {}) =>
    openZaloOa({ ...settings, ...other }, { clock, log: logbook.log, vault: kept.vault });
  return { zalo, channel: open(), open, logbook, kept, time, receiver: openReceiver() };
}
