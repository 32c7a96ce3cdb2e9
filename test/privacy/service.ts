import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openApp } from "../../src/app/app.ts";
import { loadConfig } from "../../src/app/config.ts";
import type { Clock } from "../../src/ports/clock.ts";
import { openSqlite } from "../../src/storage/embedded/database/sqlite.ts";
import { openStorage } from "../../src/storage/open.ts";
import { temporaryFolder } from "../support/folder.ts";
import { until } from "../support/receiver.ts";
import { knowledgeFolder } from "../support/small-knowledge.ts";
import { openTelegramEmulator } from "../support/telegram-emulator.ts";

export const SECRET = "webhook-secret-canary-3f9c2a";
export const TOKEN = "123456789:AAtokencanary_9d4e7b1c5f2a8e6d3b0c";

/** The whole service with Telegram by webhook and the web page, everything it logs, and a look into its store. */
export async function openService(
  settings: Readonly<Record<string, string>> = {},
  mono: Clock["mono"] = () => performance.now(),
) {
  const data = join(temporaryFolder(), "data");
  const telegram = await openTelegramEmulator({ token: TOKEN, secondMs: 10 });
  onTestFinished(() => telegram.close());
  let ahead = 0;
  const clock: Clock = { now: () => Date.now() + ahead, mono };
  const logged: string[] = [];
  const environment = {
    PORT: "0",
    DATA_DIR: data,
    KNOWLEDGE_DIR: knowledgeFolder(),
    PUBLIC_URL: "http://127.0.0.1:9",
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_MODE: "webhook",
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: telegram.url,
    ...settings,
  };
  const app = await openApp(loadConfig(environment), {
    clock,
    log: (event) => void logged.push(JSON.stringify(event)),
    onProgress: () => undefined,
    say: (line) => void logged.push(line),
  });
  let open = true;
  const stop = async () => {
    if (open) {
      open = false;
      await app.stop();
    }
  };
  onTestFinished(stop);
  const beside = await openStorage({ dir: data, use: "tool" }, clock, () => undefined);
  onTestFinished(() => beside.close());
  const looking = openSqlite(join(data, "assistant.db"), { readonly: true });
  onTestFinished(() => void looking.close());
  const inWork = looking.prepare<[], { n: number }>(
    "SELECT count(*) AS n FROM inbox WHERE state IN ('received','replying')",
  );
  const url = `http://127.0.0.1:${app.port}`;

  let updates = 1;
  /** Sends one text as Telegram does and waits for the reply; an empty one when none comes. */
  async function tell(chat: number, text: string): Promise<string> {
    const before = telegram.delivered.length;
    updates += 1;
    const from = { id: chat, type: "private", is_bot: false, first_name: "An" };
    const date = Math.floor(clock.now() / 1000);
    const message = { message_id: updates, date, chat: from, from, text };
    const answer = await fetch(`${url}/webhook/telegram`, {
      method: "POST",
      headers: { "x-telegram-bot-api-secret-token": SECRET },
      body: JSON.stringify({ update_id: updates, message }),
    });
    if (answer.status !== 200) {
      throw new Error(`The webhook answered ${answer.status}.`);
    }
    await until("the message is dealt with", () => inWork.get()?.n === 0);
    return telegram.delivered
      .slice(before)
      .map((one) => one.text)
      .join("\n");
  }

  /** Rows of a table, for tests that look behind the ports. */
  const rows = (sql: string) => looking.prepare<[], Record<string, unknown>>(sql).all();

  return {
    app,
    url,
    data,
    telegram,
    storage: beside,
    rows,
    logged,
    tell,
    stop,
    advance: (ms: number) => (ahead += ms),
  };
}

/** Everything that stands in the database and its log, byte for byte. */
export function rawFiles(dir: string): Buffer {
  const names = ["assistant.db", "assistant.db-wal"].map((name) => join(dir, name));
  return Buffer.concat(names.filter((name) => existsSync(name)).map((name) => readFileSync(name)));
}
