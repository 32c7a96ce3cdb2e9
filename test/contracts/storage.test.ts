import { describe, expect, it } from "vitest";
import type { Topic } from "../../src/domain/conversation.ts";
import type { Officer } from "../../src/domain/people.ts";
import type { ChatState } from "../../src/ports/conversations.ts";
import { openStorage } from "../../src/storage/open.ts";
import { fixedClock } from "../support/clock.ts";
import { vectorOf } from "../support/embedder.ts";
import { chat, edition, message, openTestStorage, silent } from "../support/storage.ts";

// What every storage must do. A second backend joins by being listed here.
const backends = [["embedded", openTestStorage]] as const;

describe.each(backends)("%s storage", (_, open) => {
  describe("inbox", () => {
    it("stores a message once, whoever repeats it", async () => {
      const { storage } = await open();
      const outcomes = await Promise.all([
        storage.inbox.store(message("1", "a"), 10),
        storage.inbox.store(message("1", "a"), 11),
      ]);
      expect(outcomes).toEqual(["new", "seen"]);
      expect(await storage.inbox.store(message("1", "a"), 12)).toBe("seen");
      expect(await storage.inbox.waiting()).toBe(1);
    });

    it("tells equal keys of different channels apart", async () => {
      const { storage } = await open();
      await storage.inbox.store(message("1", "a"), 10);
      const other = { ...message("1", "a"), from: { channel: "zalo_bot" as const, chat: "a" } };
      expect(await storage.inbox.store(other, 10)).toBe("new");
    });

    it("gives back a message as it came", async () => {
      const { storage } = await open();
      const file = {
        ...message("1", "a"),
        kind: "document" as const,
        attachment: { id: "f", name: "kế hoạch.pdf", size: null },
      };
      await storage.inbox.store(file, 10);
      expect(await storage.inbox.take()).toEqual(file);
    });

    it("hands out the messages of one chat one after another, those of others meanwhile", async () => {
      const { storage } = await open();
      await Promise.all(["1", "2"].map((key) => storage.inbox.store(message(key, "a"), 10)));
      await storage.inbox.store(message("3", "b"), 11);

      expect((await storage.inbox.take())?.key).toBe("1");
      expect((await storage.inbox.take())?.key).toBe("3");
      expect(await storage.inbox.take()).toBeNull();
      await storage.inbox.replying("telegram", "1");
      expect(await storage.inbox.take()).toBeNull();
      await storage.inbox.finish("telegram", "1", "answered");
      expect((await storage.inbox.take())?.key).toBe("2");
      expect(await storage.inbox.waiting()).toBe(0);
    });

    it("tries a failing message three times, then lets the next one pass", async () => {
      const { storage } = await open();
      await storage.inbox.store(message("1", "a"), 10);
      await storage.inbox.store(message("2", "a"), 11);
      const outcomes: string[] = [];
      for (let n = 0; n < 3; n++) {
        expect((await storage.inbox.take())?.key).toBe("1");
        outcomes.push(await storage.inbox.fail("telegram", "1"));
      }
      expect(outcomes).toEqual(["retry", "retry", "quarantined"]);
      expect((await storage.inbox.take())?.key).toBe("2");
    });

    it("never takes up again a message whose reply had begun to leave when it failed", async () => {
      const { storage } = await open();
      await storage.inbox.store(message("1", "a"), 10);
      await storage.inbox.take();
      await storage.inbox.replying("telegram", "1");
      expect(await storage.inbox.fail("telegram", "1")).toBe("quarantined");
      expect(await storage.inbox.take()).toBeNull();
    });

    it("takes up after a crash what was not begun, and never what was being answered", async () => {
      const { storage, openAgain } = await open();
      await Promise.all(["1", "2", "3"].map((key) => storage.inbox.store(message(key, `chat ${key}`), 10)));
      await storage.inbox.take();
      await storage.inbox.take();
      await storage.inbox.replying("telegram", "2");

      const again = await openAgain();

      expect([
        (await again.inbox.take())?.key,
        (await again.inbox.take())?.key,
        await again.inbox.take(),
      ]).toEqual(["1", "3", null]);
    });

    it("forgets texts by age but not keys, nor what still waits", async () => {
      const { storage } = await open();
      await storage.inbox.store(message("1", "a"), 10);
      await storage.inbox.store(message("2", "b"), 10);
      await storage.inbox.take();
      await storage.inbox.finish("telegram", "1", "answered");
      expect(await storage.inbox.forgetBefore(11)).toBe(1);
      expect(await storage.inbox.forgetBefore(11)).toBe(0);
      expect(await storage.inbox.store(message("1", "a"), 12)).toBe("seen");
      expect((await storage.inbox.take())?.text).toBe("câu 2");
    });
  });

  describe("chats", () => {
    const topic: Topic = {
      locality: "thanh-thuy",
      intent: "target",
      words: "chỉ tiêu",
      year: "2026",
      group: null,
      unit: null,
      doc: null,
      section: null,
    };
    const state: ChatState = {
      locality: "thanh-thuy",
      topic,
      walk: { guide: "vneid-cai-dat", step: 2 },
      more: "còn nữa",
      menu: [{ label: "Xã Thanh Thủy", value: "thanh-thuy" }],
      greetedAt: 5,
      slow: false,
    };

    it("keeps the state of a chat over a restart", async () => {
      const { storage, openAgain } = await open();
      await storage.chats.save(chat("a"), { ...state, slow: true }, 1);
      await storage.chats.save(chat("a"), state, 2);
      expect(await (await openAgain()).chats.load(chat("a"))).toEqual(state);
    });

    it("knows nothing of a chat it never saw", async () => {
      const { storage } = await open();
      expect(await storage.chats.load(chat("a"))).toBeNull();
    });

    it("forgets all of one chat, and nothing of another", async () => {
      const { storage } = await open();
      for (const name of ["a", "b"]) {
        await storage.chats.save(chat(name), state, 1);
        await storage.inbox.store(message(`1${name}`, name), 1);
        await storage.inbox.take();
        await storage.inbox.finish("telegram", `1${name}`, "answered");
        await storage.questions.record({ ...question, chat: chat(name) });
      }
      expect(await storage.chats.forget(chat("a"))).toBe(3);
      expect(await storage.chats.forget(chat("a"))).toBe(0);
      expect(await storage.chats.load(chat("a"))).toBeNull();
      expect(await storage.chats.load(chat("b"))).toEqual(state);
    });

    it("can finish the very message that asked to forget, and still answers the one after it", async () => {
      const { storage } = await open();
      await storage.inbox.store(message("1", "a", "/xoadulieu"), 1);
      await storage.inbox.store(message("2", "a", "còn đây"), 2);
      await storage.inbox.take();
      await storage.chats.forget(chat("a"));
      await storage.inbox.replying("telegram", "1");
      await storage.inbox.finish("telegram", "1", "answered");
      expect((await storage.inbox.take())?.text).toBe("còn đây");
    });
  });

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

  it("removes the texts of old questions and keeps their count", async () => {
    const { storage } = await open();
    const id = await storage.questions.record(question);
    expect(await storage.questions.rate(id, question.chat, true, null)).toBe(true);
    expect(await storage.questions.rate(id, { ...question.chat, chat: "another" }, false, null)).toBe(false);
    expect(await storage.questions.record({ ...question, at: 20 })).toBe(id + 1);
    expect(await storage.questions.forgetBefore(20)).toBe(1);
    expect(await storage.questions.forgetBefore(20)).toBe(0);
  });

  it("counts what each channel sent by month, and keeps the newest tokens", async () => {
    const { storage, openAgain } = await open();
    await storage.counter("zalo_bot").add("2026-11", 2);
    await storage.counter("zalo_bot").add("2026-11", 1);
    expect(await storage.counter("zalo_bot").read("2026-12")).toBe(0);
    expect(await storage.counter("telegram").read("2026-11")).toBe(0);
    expect(await storage.oaTokens.load()).toBeNull();
    await storage.oaTokens.save({ access: "a1", refresh: "r1", issuedAt: 1 });
    await storage.oaTokens.save({ access: "a2", refresh: "r2", issuedAt: 2 });
    const again = await openAgain();
    expect(await again.counter("zalo_bot").read("2026-11")).toBe(3);
    expect(await again.oaTokens.load()).toEqual({ access: "a2", refresh: "r2", issuedAt: 2 });
  });

  describe("knowledge", () => {
    it("has no edition at first", async () => {
      const { storage } = await open();
      expect(await storage.knowledge.current()).toBeNull();
      expect(await storage.knowledge.editions()).toEqual([]);
      expect(await storage.knowledge.lastGood("a")).toBeNull();
    });

    it("serves what was published, the same after a restart", async () => {
      const { storage, openAgain } = await open();
      const request = edition("e1", { b: "Đăng ký tài khoản\nTập huấn", a: "Tuyên truyền" });
      const live = await storage.knowledge.publish(request);
      expect(live.edition).toEqual(request.edition);
      expect(await storage.knowledge.current()).toBe(live);

      const again = await (await openAgain()).knowledge.current();

      expect(again?.edition).toEqual(request.edition);
      expect(again?.embedder).toBe("words-1");
      expect(again?.vectors?.size).toBe(3);
      expect(again?.vectors?.search(vectorOf("Tuyên truyền"), 1)).toEqual([
        { label: 2, score: expect.closeTo(1, 4) },
      ]);
    });

    it("searches only where it is allowed, and gives all there are when fewer are asked for than exist", async () => {
      const { storage } = await open();
      const lines = Array.from({ length: 300 }, (_, n) => `đoạn ${n} việc ${n % 7}`);
      const { vectors } = await storage.knowledge.publish(edition("e1", { a: lines.join("\n") }));
      const allowed = new Set([3, 77, 299]);
      const hits = vectors?.search(vectorOf("đoạn 5 việc 5"), 10, (label) => allowed.has(label)) ?? [];
      expect(new Set(hits.map((hit) => hit.label))).toEqual(allowed);
      expect(vectors?.search(vectorOf("đoạn 5"), 1000)).toHaveLength(300);
      const scores = vectors?.search(vectorOf("đoạn 5"), 20).map((hit) => hit.score) ?? [];
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    });

    it("keeps understandings by key, vectors by words and embedder, and the last good version", async () => {
      const { storage } = await open();
      const request = edition("e1", { a: "một\nhai" });
      await storage.knowledge.publish(request);
      const key = request.keys.get("a") ?? "";
      expect(await storage.knowledge.understood(key)).toEqual(request.edition.documents[0]);
      expect(await storage.knowledge.understood("other")).toBeNull();
      expect(await storage.knowledge.lastGood("a")).toEqual({ key, document: request.edition.documents[0] });
      expect((await storage.knowledge.keptVectors("words-2", ["x"])).size).toBe(0);
    });

    it("goes back to an earlier edition when asked, and names the ones there are", async () => {
      const { storage } = await open();
      await storage.knowledge.publish(edition("e1", { a: "một" }));
      await storage.knowledge.publish(edition("e2", { a: "hai" }));
      await storage.knowledge.activate("e1");
      const live = await storage.knowledge.current();
      expect(live?.edition.id).toBe("e1");
      expect((await storage.knowledge.editions()).map(({ id, live: serves }) => [id, serves])).toEqual([
        ["e2", false],
        ["e1", true],
      ]);
      await expect(storage.knowledge.activate("e9")).rejects.toThrow("There is no edition e9");
    });

    it("leaves the edition in force when another cannot be published", async () => {
      const { storage } = await open();
      await storage.knowledge.publish(edition("e1", { a: "một" }));
      const broken = { ...edition("e2", { a: "hai" }), vectors: [new Float32Array(7)] };
      await expect(storage.knowledge.publish(broken)).rejects.toThrow("vectors for 1 passages");
      expect((await storage.knowledge.current())?.edition.id).toBe("e1");
    });

    it("keeps the newest five editions and lets go of what only older ones held", async () => {
      const { storage } = await open();
      for (let n = 1; n <= 7; n++) {
        await storage.knowledge.publish(edition(`e${n}`, { a: `lần ${n}`, b: "mãi" }));
      }
      expect((await storage.knowledge.editions()).map((each) => each.id)).toEqual([
        "e7",
        "e6",
        "e5",
        "e4",
        "e3",
      ]);
      expect(await storage.knowledge.understood("key of a: lần 2")).toBeNull();
      expect(await storage.knowledge.understood("key of a: lần 3")).not.toBeNull();
      expect(await storage.knowledge.understood("key of b: mãi")).not.toBeNull();
    });
  });

  it("tells once that another process has changed something, and never of its own changes", async () => {
    const { dir, storage } = await open();
    await storage.people.audit(1, "a", "b", "c");
    expect(await storage.changedElsewhere()).toBe(false);

    const beside = await openStorage({ dir, use: "tool" }, fixedClock(), silent);
    await storage.changedElsewhere();
    await beside.people.audit(2, "a", "b", "c");
    expect([await storage.changedElsewhere(), await storage.changedElsewhere()]).toEqual([true, false]);
    await beside.close();
  });
});

const question = {
  at: 10,
  chat: chat("a"),
  locality: null,
  text: "câu hỏi",
  status: "answered",
  intent: "fact",
  edition: "e1",
  ms: 12.4,
} as const;
