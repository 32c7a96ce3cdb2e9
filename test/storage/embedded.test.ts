import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { passagesOf } from "../../src/domain/knowledge.ts";
import { StorageError } from "../../src/ports/storage.ts";
import { migrate, openDatabase, schemaVersion } from "../../src/storage/embedded/database/database.ts";
import { migrations } from "../../src/storage/embedded/database/schema.ts";
import { damageOf, openSqlite, readPragma, setPragma } from "../../src/storage/embedded/database/sqlite.ts";
import { openStorage } from "../../src/storage/open.ts";
import { fixedClock } from "../support/clock.ts";
import { vectorOf } from "../support/embedder.ts";
import { temporaryFolder } from "../support/folder.ts";
import { chat, edition, message, openTestStorage, silent } from "../support/storage.ts";

const open = (dir: string, use: "service" | "tool" = "service") =>
  openStorage({ dir, use }, fixedClock(), silent);

describe("the data folder", () => {
  it("is written crash-safe: write-ahead log, full flush, foreign keys, deleted bytes overwritten", () => {
    const db = openDatabase(temporaryFolder());
    onTestFinished(() => void db.close());
    const settings = ["journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout"];
    expect(settings.map((name) => readPragma(db, name))).toEqual(["wal", 2, 1, 1, 5000]);
  });

  it("takes one service at a time, and tools beside it", async () => {
    const { dir, storage } = await openTestStorage();
    await expect(open(dir)).rejects.toThrow(
      /^The service already runs on the data folder .* Stop that one first/u,
    );

    const tool = await open(dir, "tool");
    await tool.knowledge.publish(edition("e1", { a: "một" }));
    await tool.close();
    expect((await storage.knowledge.current())?.edition.id).toBe("e1");

    await storage.close();
    await (await open(dir)).close();
  });

  it("lets two loads at once publish one after the other", async () => {
    const { dir, storage } = await openTestStorage();
    const tool = await open(dir, "tool");
    const papers = { a: Array.from({ length: 200 }, (_, n) => `dòng ${n}`).join("\n") };
    await Promise.all([
      storage.knowledge.publish(edition("e1", papers)),
      tool.knowledge.publish(edition("e2", { ...papers, b: "khác" })),
    ]);
    await tool.close();
    expect((await storage.knowledge.editions()).map((each) => each.id)).toEqual(["e2", "e1"]);
    expect((await storage.knowledge.current())?.edition.id).toBe("e2");
  });

  it("answers every search from one whole edition while others are being published", async () => {
    const { storage } = await openTestStorage();
    const papers = (id: string, lines: number) => ({
      a: Array.from({ length: lines }, (_, n) => `bản ${id} dòng ${n}`).join("\n"),
    });
    await storage.knowledge.publish(edition("e0", papers("e0", 40)));
    let publishing = true;
    const seen = new Set<string>();
    const search = async () => {
      while (publishing) {
        const live = await storage.knowledge.current();
        const texts = passagesOf(live?.edition ?? { documents: [] }).map((passage) => passage.text);
        const hits = live?.vectors?.search(vectorOf("dòng 7"), 5) ?? [];
        seen.add(live?.edition.id ?? "none");
        expect(hits).toHaveLength(5);
        expect(hits.every((hit) => texts[hit.label]?.startsWith(`bản ${live?.edition.id} `))).toBe(true);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const clients = Array.from({ length: 20 }, search);
    for (const [index, lines] of [200, 30, 120, 60].entries()) {
      await storage.knowledge.publish(edition(`e${index + 1}`, papers(`e${index + 1}`, lines)));
    }
    publishing = false;
    await Promise.all(clients);
    expect(seen.size).toBeGreaterThan(3);
  });

  it("does not take a message out of the service's hands when a tool opens beside it", async () => {
    const { dir, storage } = await openTestStorage();
    await storage.inbox.store(message("1", "a"), 1);
    await storage.inbox.take();
    await storage.inbox.replying("telegram", "1");
    await (await open(dir, "tool")).close();
    await storage.inbox.finish("telegram", "1", "answered");
    expect(await storage.inbox.take()).toBeNull();
  });

  it.each([
    ["is cut short", (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ["is not a database", (file: string) => writeFileSync(file, "không phải cơ sở dữ liệu ".repeat(400))],
    ["has damaged pages", (file: string) => flip(file, 4096 * 3, 4096 * 20)],
  ])("is refused with the file and the way out when its database %s", async (_, damage) => {
    const { dir, storage } = await openTestStorage();
    await storage.knowledge.publish(edition("e1", { a: "dòng\n".repeat(3000) }));
    await storage.close();
    const file = join(dir, "assistant.db");
    damage(file);
    const bytes = readFileSync(file);

    const failure = await open(dir).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(StorageError);
    expect((failure as Error).message).toContain(file);
    expect((failure as Error).message).toContain("npm run restore");
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it("is refused in one sentence where no folder can be", async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, "tệp"), "");
    await expect(open(join(dir, "tệp", "data"))).rejects.toThrow(/cannot be made .*--data DIR/u);
    mkdirSync(join(dir, "data", "assistant.db"), { recursive: true });
    await expect(open(join(dir, "data"))).rejects.toBeInstanceOf(StorageError);
  });

  it("is refused when a newer program wrote it, and left as it is", async () => {
    const { dir, storage } = await openTestStorage();
    await storage.close();
    const db = openSqlite(join(dir, "assistant.db"));
    setPragma(db, `user_version = ${migrations.length + 1}`);
    db.close();
    await expect(open(dir)).rejects.toThrow(/newer version/u);
    await expect(open(dir, "tool")).rejects.toThrow(/newer version/u);
  });

  it("is brought up to date step by step, each step whole or not at all", () => {
    const db = openDatabase(temporaryFolder());
    onTestFinished(() => void db.close());
    db.exec("CREATE TABLE monthly_count (in_the_way)");
    expect(() => migrate(db, 1)).toThrow(/monthly_count/u);
    expect(schemaVersion(db)).toBe(migrations.findIndex((each) => each.sql.includes("monthly_count")));
    db.exec("DROP TABLE monthly_count");
    migrate(db, 2);
    expect(schemaVersion(db)).toBe(migrations.length);
    expect(db.prepare("SELECT version FROM migration").all()).toHaveLength(migrations.length);
  });

  it("keeps what officers said before words had periods", () => {
    const db = openDatabase(temporaryFolder());
    onTestFinished(() => void db.close());
    const step = migrations.findIndex((each) => each.sql.includes("ADD COLUMN period"));
    for (const { sql } of migrations.slice(0, step)) {
      db.exec(sql);
    }
    setPragma(db, `user_version = ${step}`);
    db.exec("INSERT INTO task_progress (task, officer, state, at) VALUES ('t', 'an', 'done', 1)");
    migrate(db, 2);
    expect(db.prepare("SELECT task, state, period, percent, taken_back_at FROM task_progress").all()).toEqual(
      [{ task: "t", state: "done", period: null, percent: null, taken_back_at: null }],
    );
  });

  it("is not brought up to date under a running service by a tool", async () => {
    const { dir } = await openTestStorage();
    const db = openSqlite(join(dir, "assistant.db"));
    setPragma(db, "user_version = 1");
    db.close();
    await expect(open(dir, "tool")).rejects.toThrow(/Restart the service first/u);
  });

  it("waits out another program that holds the database for a moment", async () => {
    const { dir, storage } = await openTestStorage();
    const letGo = join(temporaryFolder(), "let-go");
    const holder = spawn(process.execPath, [
      "-e",
      `const Sqlite = require("better-sqlite3"); const db = new Sqlite(process.argv[1]);
       db.exec("BEGIN IMMEDIATE"); console.log("held");
       setTimeout(() => { require("node:fs").writeFileSync(process.argv[2], ""); db.exec("COMMIT"); }, 400);`,
      join(dir, "assistant.db"),
      letGo,
    ]);
    await once(holder.stdout, "data");
    expect(await storage.inbox.store(message("1", "a"), 1)).toBe("new");
    expect(existsSync(letGo)).toBe(true);
    await once(holder, "exit");
  });

  it("holds, at any moment it is copied, every message whose promise has settled", async () => {
    const { dir, storage } = await openTestStorage();
    for (let round = 0; round < 10; round++) {
      const keys = Array.from({ length: 20 }, (_, n) => `${round}.${n}`);
      await Promise.all(keys.map((key) => storage.inbox.store(message(key, key), round)));
      const copy = temporaryFolder();
      for (const name of ["assistant.db", "assistant.db-wal"]) {
        copyFileSync(join(dir, name), join(copy, name));
      }
      const db = openSqlite(join(copy, "assistant.db"));
      expect(damageOf(db, "integrity_check")).toBeNull();
      expect(db.prepare("SELECT count(*) AS n FROM inbox").get()).toEqual({ n: (round + 1) * 20 });
      db.close();
    }
  });

  it("refuses every message of a burst when the burst cannot be kept, and takes the next one", async () => {
    const { dir, storage } = await openTestStorage();
    const other = openSqlite(join(dir, "assistant.db"));
    other.exec(
      "CREATE TRIGGER full BEFORE INSERT ON inbox WHEN NEW.key = '2' BEGIN SELECT RAISE(ABORT, 'full'); END",
    );
    const burst = ["1", "2", "3"].map((key) => storage.inbox.store(message(key, "a"), 1));
    expect((await Promise.allSettled(burst)).map((each) => each.status)).toEqual([
      "rejected",
      "rejected",
      "rejected",
    ]);
    expect(await storage.inbox.waiting()).toBe(0);
    expect(await storage.inbox.store(message("1", "a"), 1)).toBe("new");
    other.close();
  });

  it("keeps nothing of a forgotten chat in any of its files", async () => {
    const { dir, storage } = await openTestStorage();
    const secret = "điều riêng tư 0912345678";
    await storage.inbox.store(message("1", "a", secret), 1);
    await storage.inbox.take();
    await storage.chats.forget(chat("a"));
    await storage.inbox.finish("telegram", "1", "answered");
    for (const name of ["assistant.db", "assistant.db-wal"]) {
      const bytes = existsSync(join(dir, name)) ? readFileSync(join(dir, name)) : Buffer.alloc(0);
      expect(bytes.includes(secret)).toBe(false);
    }
  });
});

/** Turns bits in a stretch of a file, a byte in each hundred. */
function flip(file: string, from: number, to: number): void {
  const bytes = readFileSync(file);
  for (let place = from; place < Math.min(to, bytes.length); place += 100) {
    bytes[place] = (bytes[place] ?? 0) ^ 0xff;
  }
  writeFileSync(file, bytes);
}
