import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openTelegramEmulator } from "../../test/support/telegram-emulator.ts";
import { type RunningService, startService } from "./service.ts";

const KNOWLEDGE = fileURLToPath(new URL("../../knowledge", import.meta.url));
const YAML = ["localities", "units", "vocabulary", "hotlines", "links", "holidays", "safety"];
const GUIDE = "guides/mat-khau-an-toan-2fa.md";
const PLAN = "plans/ninh-giang.txt";
const SECRET = "a-secret-of-the-load-test";
/** Old enough not to be taken for a file that is being copied. */
const AT_REST_S = 60;

export const HEADERS = {
  "content-type": "application/json",
  "x-telegram-bot-api-secret-token": SECRET,
} as const;

export interface World {
  readonly data: string;
  start(): Promise<RunningService>;
  /** Texts handed over to people, as the Telegram emulator knows it. */
  delivered(): number;
  /** Writes the plan anew with this one figure wherever it has a percentage. */
  writePlan(percent: number): void;
  close(): Promise<void>;
}

/** A commune with one plan and one guide, its data folder and a Telegram on loopback. */
export async function openWorld(): Promise<World> {
  const dir = mkdtempSync(join(tmpdir(), "load-"));
  const [folder, data] = [join(dir, "knowledge"), join(dir, "data")];
  const telegram = await openTelegramEmulator();
  const put = (name: string, content: string) => {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
    const then = Date.now() / 1000 - AT_REST_S;
    utimesSync(join(folder, name), then, then);
  };
  const plan = readFileSync(join(KNOWLEDGE, PLAN), "utf8");
  put(PLAN, plan);
  put(GUIDE, readFileSync(join(KNOWLEDGE, GUIDE), "utf8"));
  for (const name of YAML) {
    cpSync(join(KNOWLEDGE, `${name}.yaml`), join(folder, `${name}.yaml`));
  }
  const settings = {
    DATA_DIR: data,
    KNOWLEDGE_DIR: folder,
    PUBLIC_URL: "http://127.0.0.1:9",
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_MODE: "webhook",
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: telegram.url,
  };
  return {
    data,
    start: () => startService(settings, dir),
    delivered: () => telegram.delivered.length,
    writePlan: (percent) => put(PLAN, plan.replaceAll(/\d+\s?%/gu, `${percent}%`)),
    async close() {
      await telegram.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** One text message from a chat, as Telegram posts it. */
export function update(id: number, chat: number, text: string): string {
  const from = { id: chat, type: "private", is_bot: false, first_name: "An" };
  const date = Math.floor(Date.now() / 1000);
  return JSON.stringify({ update_id: id, message: { message_id: id, date, chat: from, from, text } });
}

export const quantile = (numbers: readonly number[], share: number): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
};
