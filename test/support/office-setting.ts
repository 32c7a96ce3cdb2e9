import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { type App, openApp } from "../../src/app/app.ts";
import { loadConfig } from "../../src/app/config.ts";
import type { LogEvent } from "../../src/domain/event.ts";
import { codeHash, type Role } from "../../src/domain/people.ts";
import { openSqlite } from "../../src/storage/embedded/database/sqlite.ts";
import { openStorage } from "../../src/storage/open.ts";
import { instantOf } from "../../src/vietnamese/text/dates.ts";
import { temporaryFolder } from "./folder.ts";
import { until } from "./receiver.ts";
import { openTelegramEmulator } from "./telegram-emulator.ts";

const knowledge = fileURLToPath(new URL("../../knowledge", import.meta.url));

/** An office with the real papers of one place: the whole service, real storage, and a Telegram that keeps the truth. */
export async function openOfficeSetting(plan: string, day: string, time: string) {
  const [folder, data] = [temporaryFolder(), temporaryFolder()];
  for (const name of readdirSync(knowledge).filter((one) => one.endsWith(".yaml"))) {
    cpSync(join(knowledge, name), join(folder, name));
  }
  mkdirSync(join(folder, "plans"));
  cpSync(join(knowledge, "plans", `${plan}.txt`), join(folder, "plans", `${plan}.txt`));

  let wall = instantOf(day, time);
  let mono = 0;
  const clock = { now: () => wall, mono: () => mono };
  const pass = (ms: number) => {
    wall += ms;
    mono += ms;
  };
  const telegram = await openTelegramEmulator();
  const config = loadConfig({
    PORT: "0",
    KNOWLEDGE_DIR: folder,
    DATA_DIR: data,
    PUBLIC_URL: "https://troly.example.gov.vn",
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
  });
  const events: LogEvent[] = [];
  let app: App | null = null;
  let dataNow = data;
  const start = async (dataDir = data) => {
    dataNow = dataDir;
    app = await openApp(
      { ...config, dataDir },
      {
        clock,
        log: (event) => events.push(event),
        onProgress: () => {},
        say: () => {},
      },
    );
  };
  const stop = async () => {
    await app?.stop();
    app = null;
  };
  onTestFinished(async () => {
    await stop();
    await telegram.close();
  });
  await start();

  const to = (chat: number) => telegram.delivered.filter((one) => one.chat === String(chat));
  // The list that is edited in place comes and changes by itself, and answers nobody.
  const said = (chat: number) => to(chat).filter((one) => !one.text.startsWith("Bảng việc"));
  /** Whether the service has taken everything that was said, and done with what this chat said. */
  const done = (chat: number): boolean => {
    const looking = openSqlite(join(dataNow, "assistant.db"), { readonly: true });
    const open = "SELECT number FROM inbox WHERE chat = ? AND state IN ('received', 'replying')";
    const inWork = looking.prepare(open).get(String(chat));
    looking.close();
    return inWork === undefined && telegram.waiting() === 0;
  };
  /** All messages of an answer: the first has come, and the service has done with what was said. */
  const answered = async (chat: number, say: () => Promise<unknown>, what: string) => {
    const before = said(chat).length;
    await say();
    await until(what, () => said(chat).length > before && done(chat));
    return said(chat)
      .slice(before)
      .map((one) => one.text)
      .join("\n---\n");
  };
  const running = () => {
    if (app === null) {
      throw new Error("The service is not running.");
    }
    return app;
  };
  return {
    folder,
    data,
    config,
    events,
    /** Photos as Telegram keeps them, by file id. */
    files: telegram.files,
    to,
    /** Messages to a chat whose text holds these words. */
    heard: (chat: number, words: RegExp) => to(chat).filter((one) => words.test(one.text)),
    port: () => running().port,
    reminders: () => running().reminders,
    /** Begins a life of the service, on another data folder when one is named. */
    start,
    stop,
    /** The machine is off: time passes and nobody looks. */
    sleepUntil(nextDay: string, at: string) {
      pass(instantOf(nextDay, at) - wall);
    },
    /** Time passes hour by hour, with the rounds the service would have made. */
    async live(nextDay: string, at: string) {
      const end = instantOf(nextDay, at);
      while (wall < end) {
        pass(Math.min(3_600_000, end - wall));
        await running().reminders.tick();
      }
    },
    /** Says something and gives the answer; a person reads before writing again. */
    async ask(chat: number, text: string, press = false): Promise<string> {
      pass(20_000);
      const date = Math.floor(wall / 1000);
      const say = () => (press ? telegram.press(chat, text) : telegram.say(chat, text, { date }));
      return answered(chat, say, `an answer to ${text}`);
    },
    async send(chat: number, more: Record<string, unknown>): Promise<string> {
      pass(20_000);
      const date = Math.floor(wall / 1000);
      const say = () => telegram.say(chat, "", { date, text: undefined, ...more });
      return answered(chat, say, "an answer to what was sent");
    },
    /** An admin makes the code beside the running service, the person types it. */
    async join(chat: number, role: Role, locality: string, unit: string | null): Promise<void> {
      const storage = await openStorage({ dir: data, use: "tool" }, clock, () => {});
      const officer = { id: `cb-${chat}`, name: `Người ${chat}`, role, locality, unit, active: true };
      const code = `MA-${chat}-${chat}`;
      await storage.people.save(officer);
      await storage.people.invite(officer.id, codeHash(code), wall + 600_000);
      await storage.close();
      const answer = await this.ask(chat, `/ketnoi ${code}`);
      if (!/Đã kết nối/u.test(answer)) {
        throw new Error(`Not connected: ${answer}`);
      }
    },
  };
}
