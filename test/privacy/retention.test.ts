import { describe, expect, it } from "vitest";
import { keepNoLonger } from "../../src/office/retention.ts";
import { openTestStorage } from "../support/storage.ts";
import { openService, rawFiles } from "./service.ts";

const DAY_MS = 86_400_000;
const OLD = 9_100_200_300;
const NEW = 9_100_200_301;

describe("retention", () => {
  it("takes words and chats away after the days set, leaves what counts, and leaves what is younger", async () => {
    const service = await openService({ RETENTION_DAYS: "30" });
    await service.tell(OLD, "zkcuky là gì");
    await service.tell(OLD, "số căn cước của tôi là 001085012345");
    service.advance(29 * DAY_MS);
    await service.tell(NEW, "zkmoitinh là gì");
    const parts = {
      storage: service.storage,
      days: 30,
      clock: { now: () => Date.now() + 29 * DAY_MS, mono: () => 0 },
    };
    expect(await keepNoLonger(parts)).toBe(0);
    expect(rawFiles(service.data).includes("zkcuky")).toBe(true);

    const later = { ...parts, clock: { now: () => Date.now() + 31 * DAY_MS, mono: () => 0 } };
    expect(await keepNoLonger(later)).toBeGreaterThan(0);

    const raw = rawFiles(service.data);
    expect(["zkcuky", String(OLD)].filter((canary) => raw.includes(canary))).toEqual([]);
    expect(raw.includes("zkmoitinh")).toBe(true);
    expect(
      service.rows("SELECT text <> '' AS kept, chat <> '' AS known, status <> '' AS counted FROM question"),
    ).toEqual([
      { kept: 0, known: 0, counted: 1 },
      { kept: 0, known: 0, counted: 1 },
      { kept: 1, known: 1, counted: 1 },
    ]);
    expect(service.rows("SELECT count(*) AS n FROM inbox")).toEqual([{ n: 3 }]);
    expect(await keepNoLonger(later)).toBe(0);
  });

  it("runs when the service starts, so that a restored backup does not bring old words back", async () => {
    const service = await openService({ RETENTION_DAYS: "30" });

    expect(service.logged.filter((line) => line.includes('"retention"'))).toHaveLength(1);
  });

  it("forgets what an officer talked about, and keeps the place the officer chose", async () => {
    const { storage } = await openTestStorage();
    const key = { channel: "telegram", chat: "5" } as const;
    await storage.people.save({
      id: "cb",
      name: "An",
      role: "officer",
      locality: "a",
      unit: null,
      active: true,
    });
    await storage.people.invite("cb", "hash", 100);
    await storage.people.redeem("hash", key, 1);
    const talk = {
      locality: "a",
      topic: null,
      walk: null,
      more: "zkcon",
      menu: [],
      greetedAt: 1,
      slow: true,
    };
    const state = { ...talk, said: "zkdoc" };
    await storage.chats.save(key, state, 1);
    await storage.chats.save({ ...key, chat: "6" }, state, 1);

    expect(await storage.chats.forgetBefore(2)).toBe(2);
    expect(await storage.chats.forgetBefore(2)).toBe(0);
    expect(await storage.chats.load(key)).toEqual({ ...talk, more: null });
    expect(await storage.chats.load({ ...key, chat: "6" })).toBeNull();
  });
});
