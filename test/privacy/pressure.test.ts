import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openChats } from "../../src/storage/embedded/conversations/chats.ts";
import { openDatabase } from "../../src/storage/embedded/database/database.ts";
import { openSqlite } from "../../src/storage/embedded/database/sqlite.ts";
import { message, openTestStorage } from "../support/storage.ts";

describe("the inbox under pressure", () => {
  it("takes twenty of what one person sends at once, keeps the rest as dropped, and serves the others", async () => {
    const { storage, dir } = await openTestStorage();
    const flood = Array.from({ length: 500 }, (_, n) => storage.inbox.store(message(`f${n}`, "flood"), n));
    expect(new Set(await Promise.all(flood))).toEqual(new Set(["new"]));
    await storage.inbox.store(message("n1", "neighbor"), 600);

    expect(await storage.inbox.waiting()).toBe(21);
    expect((await storage.inbox.take())?.key).toBe("f0");
    expect((await storage.inbox.take())?.key).toBe("n1");
    expect(await storage.inbox.take()).toBeNull();
    expect(await storage.inbox.waiting()).toBe(19);
    expect(await storage.inbox.store(message("f499", "flood"), 700)).toBe("seen");
    await storage.inbox.finish("telegram", "f0", "answered");
    await storage.inbox.store(message("f500", "flood"), 800);
    expect(await storage.inbox.waiting()).toBe(20);

    const db = openSqlite(join(dir, "assistant.db"), { readonly: true });
    const states = db.prepare("SELECT state, count(*) AS n FROM inbox GROUP BY state ORDER BY state").all();
    db.close();
    expect(states).toEqual([
      { state: "answered", n: 1 },
      { state: "dropped", n: 480 },
      { state: "received", n: 21 },
    ]);
  });
});

describe("the settings of the database", () => {
  it("are those that survive a power cut and leave nothing behind, also after a light commit", async () => {
    const { dir } = await openTestStorage();
    const db = openDatabase(dir);
    const state = {
      locality: null,
      topic: null,
      walk: null,
      more: null,
      menu: [],
      greetedAt: 1,
      slow: false,
    };
    await openChats(db).save({ channel: "web", chat: "a" }, state, 1);
    const read = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() as object)[0];

    expect(
      ["journal_mode", "synchronous", "secure_delete", "foreign_keys", "busy_timeout"].map(read),
    ).toEqual(["wal", 2, 1, 1, 5000]);
    db.close();
  });
});
