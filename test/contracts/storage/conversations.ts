import { describe, expect, it } from "vitest";
import type { Topic } from "../../../src/domain/conversation.ts";
import type { ChatState } from "../../../src/ports/conversations.ts";
import { chat, message, type OpenTestStorage } from "../../support/storage.ts";

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

export function conversationContract(open: OpenTestStorage): void {
  describe("inbox", () => {
    it("stores a message once, whoever repeats it", async () => {
      const { storage } = await open();
      const outcomes = await Promise.all([
        storage.inbox.store(message("1", "a"), 10),
        storage.inbox.store(message("1", "a"), 11),
      ]);
      expect([...outcomes].sort()).toEqual(["new", "seen"]);
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
      for (const [key, name] of [
        ["1", "a"],
        ["2", "a"],
        ["3", "b"],
      ] as const) {
        await storage.inbox.store(message(key, name), 10);
      }

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
      for (const key of ["1", "2", "3"]) {
        await storage.inbox.store(message(key, `chat ${key}`), 10);
      }
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

    it("gives each waiting message to one of those who ask at the same moment", async () => {
      const { storage } = await open();
      for (const name of ["a", "b", "c"]) {
        await storage.inbox.store(message(`1${name}`, name), 10);
      }
      const taken = await Promise.all([1, 2, 3, 4].map(() => storage.inbox.take()));
      expect(taken.map((one) => one?.key ?? null).sort()).toEqual(["1a", "1b", "1c", null]);
    });

    it("knows when a chat was last heard, also after a restart, and nothing of other chats", async () => {
      const { storage, openAgain } = await open();
      await storage.inbox.store(message("1", "an"), 100);
      await storage.inbox.store(message("2", "an"), 200);
      await storage.inbox.store(message("3", "binh"), 300);

      expect(await (await openAgain()).inbox.lastHeard(chat("an"))).toBe(200);
      expect(await (await openAgain()).inbox.lastHeard(chat("chi"))).toBeNull();
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
}
