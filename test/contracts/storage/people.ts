import { describe, expect, it } from "vitest";
import type { Officer } from "../../../src/domain/people.ts";
import { chat, type OpenTestStorage } from "../../support/storage.ts";

export function peopleContract(open: OpenTestStorage): void {
  describe("people", () => {
    const officer: Officer = {
      id: "cb-1",
      name: "Nguyễn Văn A",
      role: "officer",
      locality: "thanh-thuy",
      unit: "Phòng Văn hóa - Xã hội",
      active: true,
    };

    it("binds a chat to an officer by a code that works once", async () => {
      const { storage } = await open();
      await storage.people.save(officer);
      await storage.people.invite("cb-1", "hash", 100);
      expect(await storage.people.redeem("hash", chat("a"), 99)).toEqual(officer);
      expect(await storage.people.officerOf(chat("a"))).toEqual(officer);
      expect(await storage.people.redeem("hash", chat("b"), 99)).toBe("unknown");
      expect(await storage.people.officerOf(chat("b"))).toBeNull();
      expect(await storage.people.links("cb-1")).toEqual([{ officer: "cb-1", key: chat("a"), active: true }]);
    });

    it("refuses a code that has run out", async () => {
      const { storage } = await open();
      await storage.people.save(officer);
      await storage.people.invite("cb-1", "hash", 100);
      expect(await storage.people.redeem("hash", chat("a"), 100)).toBe("expired");
      expect(await storage.people.officerOf(chat("a"))).toBeNull();
    });

    it("hears no more codes from a chat after five wrong ones, until an hour has passed", async () => {
      const { storage } = await open();
      await storage.people.save(officer);
      await storage.people.invite("cb-1", "hash", 10_000_000);
      for (let n = 0; n < 5; n++) {
        expect(await storage.people.redeem(`wrong ${n}`, chat("a"), 1)).toBe("unknown");
      }
      expect(await storage.people.redeem("hash", chat("a"), 2)).toBe("too_many_tries");
      expect(await storage.people.redeem("hash", chat("a"), 3_600_001)).toEqual(officer);
    });

    it("takes the role away with the link or the officer", async () => {
      const { storage } = await open();
      await storage.people.save(officer);
      await storage.people.invite("cb-1", "h1", 100);
      await storage.people.redeem("h1", chat("a"), 1);
      await storage.people.unlink(chat("a"));
      expect(await storage.people.officerOf(chat("a"))).toBeNull();

      await storage.people.invite("cb-1", "h2", 100);
      await storage.people.redeem("h2", chat("a"), 1);
      await storage.people.save({ ...officer, active: false });
      expect(await storage.people.officerOf(chat("a"))).toBeNull();
      expect(await storage.people.officers()).toEqual([{ ...officer, active: false }]);
      await storage.people.invite("cb-1", "h3", 100);
      expect(await storage.people.redeem("h3", chat("c"), 1)).toBe("unknown");
    });
  });

  it("keeps decisions on tasks by the words they were made on, and every word of officers until it is taken back", async () => {
    const { storage } = await open();
    const review = {
      task: "t",
      quoteHash: "q1",
      decision: "approved" as const,
      correction: null,
      by: "admin",
      at: 1,
    };
    await storage.tasks.review(review);
    await storage.tasks.review({ ...review, decision: "rejected", at: 2 });
    await storage.tasks.review({ ...review, quoteHash: "q2", at: 3 });
    expect((await storage.tasks.reviews()).map(({ quoteHash, decision }) => [quoteHash, decision])).toEqual([
      ["q1", "rejected"],
      ["q2", "approved"],
    ]);

    const progress = {
      task: "t",
      officer: "cb-1",
      state: "doing" as const,
      note: null,
      ownDate: null,
      evidence: null,
      at: 1,
    };
    const first = await storage.tasks.report(progress);
    const other = { officer: "cb-2", period: "2026-09-30", percent: 60, obstacle: "thiếu máy" };
    const second = await storage.tasks.report({ ...progress, ...other, at: 2 });
    await storage.tasks.report({ ...progress, state: "done", at: 3 });
    const states = async () => (await storage.tasks.progress()).map(({ officer, state }) => [officer, state]);
    expect(await states()).toEqual([
      ["cb-1", "doing"],
      ["cb-2", "doing"],
      ["cb-1", "done"],
    ]);
    await storage.tasks.attach(second, "telegram:a");
    await storage.tasks.attach(second, "telegram:b");
    expect((await storage.tasks.progress())[1]).toMatchObject({
      ...other,
      evidence: "telegram:a telegram:b",
    });

    expect(await storage.tasks.takeBack(first, 4)).toBe(true);
    expect(await storage.tasks.takeBack(first, 5)).toBe(false);
    expect(await states()).toEqual([
      ["cb-2", "doing"],
      ["cb-1", "done"],
    ]);
  });

  it("keeps the words a decision was made on, and the latest decision on the same words", async () => {
    const { storage, openAgain } = await open();
    const review = { task: "a", quoteHash: "h", correction: null, by: "An", quote: "Mở lớp." } as const;
    await storage.tasks.review({ ...review, decision: "approved", at: 1 });
    await storage.tasks.review({ ...review, decision: "rejected", at: 2 });

    expect(await (await openAgain()).tasks.reviews()).toEqual([{ ...review, decision: "rejected", at: 2 }]);
  });

  it("names who ever sent figures, once each, in the order of the first", async () => {
    const { storage } = await open();
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

  it("counts no figure that was taken back, and one sent after it", async () => {
    const { storage } = await open();
    const sent = { locality: "x", target: "#CT-1", period: "2026-Q1", done: 1, of: null, by: "an", at: 1 };
    await storage.figures.enter({ ...sent, place: "thôn A" });
    await storage.figures.enter({ ...sent, place: "thôn B" });
    await storage.figures.takeBack({ ...sent, place: "thôn A" }, 2);
    expect(await storage.figures.entries("x", "2026-Q1")).toEqual([{ ...sent, place: "thôn B" }]);
    expect(await storage.figures.places("x")).toEqual(["thôn B"]);

    await storage.figures.enter({ ...sent, place: "thôn A", at: 3 });
    expect(await storage.figures.places("x")).toEqual(["thôn B", "thôn A"]);
  });
}
