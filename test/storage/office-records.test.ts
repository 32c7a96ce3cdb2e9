import { describe, expect, it } from "vitest";
import { chat, message, openTestStorage } from "../support/storage.ts";

describe("what the office's work leans on", () => {
  it("knows when a chat was last heard, also after a restart, and nothing of other chats", async () => {
    const { storage, openAgain } = await openTestStorage();
    await storage.inbox.store(message("1", "an"), 100);
    await storage.inbox.store(message("2", "an"), 200);
    await storage.inbox.store(message("3", "binh"), 300);

    expect(await (await openAgain()).inbox.lastHeard(chat("an"))).toBe(200);
    expect(await (await openAgain()).inbox.lastHeard(chat("chi"))).toBeNull();
  });

  it("keeps the words a decision was made on, and the latest decision on the same words", async () => {
    const { storage, openAgain } = await openTestStorage();
    const review = { task: "a", quoteHash: "h", correction: null, by: "An", quote: "Mở lớp." } as const;
    await storage.tasks.review({ ...review, decision: "approved", at: 1 });
    await storage.tasks.review({ ...review, decision: "rejected", at: 2 });

    expect(await (await openAgain()).tasks.reviews()).toEqual([{ ...review, decision: "rejected", at: 2 }]);
  });

  it("names who ever sent figures, once each, in the order of the first", async () => {
    const { storage } = await openTestStorage();
    const sent = { target: "#CT-1", done: 1, of: null, by: "an", at: 1 };
    for (const [locality, place, period] of [
      ["x", "thôn B", "2026-Q1"],
      ["x", "thôn A", "2026-Q1"],
      ["x", "thôn B", "2026-Q2"],
      ["y", "thôn C", "2026-Q2"],
    ] as const) {
      await storage.figures.enter({ ...sent, locality, place, period });
    }

    expect(await storage.figures.places("x")).toEqual(["thôn B", "thôn A"]);
  });
});
