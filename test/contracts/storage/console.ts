import { describe, expect, it } from "vitest";
import type { Officer } from "../../../src/domain/people.ts";
import type { HandedQuestion } from "../../../src/ports/console-storage.ts";
import { chat, type OpenTestStorage } from "../../support/storage.ts";

const ACCOUNT = { login: "an", officer: "cb-1", password: "hash", totp: "secret" };
const session = (hash: string) => ({
  hash,
  officer: "cb-1",
  csrf: "c",
  createdAt: 1,
  seenAt: 1,
  provedAt: 1,
});
const FRESH = { of: null, sweepBefore: 0 };
const asked: HandedQuestion = { code: "HT-1", at: 10, chat: chat("a"), locality: null, question: "câu hỏi" };
const reply = (by: string) => ({ reply: "lời đáp", by, at: 20 });
const OFFICER: Officer = {
  id: "cb-1",
  name: "Nguyễn Văn A",
  role: "admin",
  locality: "thanh-thuy",
  unit: null,
  active: true,
};

/** How many of several that asked at the same moment were told yes. */
const yes = async (asks: readonly Promise<boolean>[]): Promise<number> =>
  (await Promise.all(asks)).filter((one) => one).length;

export function consoleContract(open: OpenTestStorage): void {
  describe("console", () => {
    it("lets no more tries of one moment pass together than there may be, and forgets them with success", async () => {
      const { admins } = (await open()).storage.console;
      const limit = { since: 0, most: 5 };
      expect(await yes(Array.from({ length: 12 }, () => admins.takeTry("login:an", 10, limit)))).toBe(5);
      expect(await admins.takeTry("login:binh", 10, limit)).toBe(true);
      expect(await admins.takeTry("login:an", 20, { since: 10, most: 5 })).toBe(true);
      await admins.forgetTries("login:an");
      expect(await admins.takeTry("login:an", 20, limit)).toBe(true);
    });

    it("takes a one-time code and a link once, also when both are shown twice at the same moment", async () => {
      const { storage } = await open();
      const { admins } = storage.console;
      await storage.people.save(OFFICER);
      await admins.saveAccount(ACCOUNT);
      expect(await yes([1, 2].map(() => admins.useTotpStep("an", 7)))).toBe(1);
      expect(await admins.useTotpStep("an", 6)).toBe(false);

      await admins.addLink("link", "cb-1", 100);
      const used = await Promise.all([1, 2].map(() => admins.useLink("link", 50)));
      expect(used.filter((officer) => officer === "cb-1")).toHaveLength(1);
      await admins.addLink("late", "cb-1", 100);
      expect(await admins.useLink("late", 100)).toBeNull();
    });

    it("ends a session by the one that takes its place, by a new password, and with its officer", async () => {
      const { storage, openAgain } = await open();
      const { admins } = storage.console;
      await storage.people.save(OFFICER);
      await admins.saveAccount(ACCOUNT);
      await admins.openSession(session("s1"), FRESH);
      await admins.openSession(session("s2"), { of: "s1", sweepBefore: 0 });
      expect(await admins.session("s1")).toBeNull();
      expect(await admins.session("s2")).toEqual(session("s2"));

      await admins.setPassword("an", "other");
      expect(await admins.session("s2")).toBeNull();
      expect((await admins.account("an"))?.password).toBe("other");

      await admins.openSession(session("s3"), FRESH);
      expect(await (await openAgain()).console.admins.session("s3")).toEqual(session("s3"));
      const again = (await openAgain()).console.admins;
      await again.closeSessionsOf("cb-1");
      expect(await again.session("s3")).toBeNull();
    });

    it("hands a question over once while nobody has answered, however often it is asked", async () => {
      const { handOvers } = (await open()).storage.console;
      const both = await Promise.all([
        handOvers.open(asked, 0),
        handOvers.open({ ...asked, code: "HT-2" }, 0),
      ]);
      const kept = both[0]?.code ?? "";
      expect(["HT-1", "HT-2"]).toContain(kept);
      expect(both[1]?.code).toBe(kept);
      expect(await handOvers.open({ ...asked, code: kept, question: "câu khác" }, 0)).toBeNull();
      expect((await handOvers.open({ ...asked, code: "HT-3", chat: chat("b") }, 0))?.code).toBe("HT-3");
      expect((await handOvers.open({ ...asked, code: "HT-4", at: 30 }, 20))?.code).toBe("HT-4");
      expect((await handOvers.since(0)).map((one) => one.code)).toEqual(["HT-4", kept, "HT-3"]);
    });

    it("takes a question of the log up once, whoever does it", async () => {
      const { handOvers } = (await open()).storage.console;
      const taken = { ...asked, about: 5, origin: "office" } as const;
      const both = await Promise.all([
        handOvers.open(taken, 0),
        handOvers.open({ ...taken, code: "HT-2" }, 0),
      ]);
      expect(["HT-1", "HT-2"]).toContain(both[0]?.code);
      expect(both[1]?.code).toBe(both[0]?.code);
      expect((await handOvers.open({ ...taken, code: "HT-3", about: 6 }, 0))?.code).toBe("HT-3");
    });

    it("lets one person reply, keeps the reply unclear until its end is known, and closes nothing meanwhile", async () => {
      const { storage, openAgain } = await open();
      const { handOvers } = storage.console;
      await handOvers.open(asked, 0);
      expect(await yes(["an", "binh"].map((by) => handOvers.begin("HT-1", reply(by))))).toBe(1);
      expect(await handOvers.close("HT-1", { by: "chi", at: 21 })).toBe(false);
      expect(await handOvers.assign("HT-1", { assignee: "chi", by: "chi", at: 21 })).toBe(false);

      const again = (await openAgain()).console.handOvers;
      expect((await again.find("HT-1"))?.outcome).toBe("unclear");
      await again.end("HT-1", { ...reply("an"), outcome: "unsent" });
      expect(await again.begin("HT-1", reply("binh"))).toBe(true);
      await again.end("HT-1", { ...reply("binh"), outcome: "sent" });
      expect(await again.find("HT-1")).toMatchObject({ by: "binh", outcome: "sent", reply: "lời đáp" });
    });

    it("closes a question once, and replies to none that is closed or taken back", async () => {
      const { storage } = await open();
      const { handOvers } = storage.console;
      await handOvers.open(asked, 0);
      await handOvers.open({ ...asked, code: "HT-2", chat: chat("b") }, 0);
      expect(await yes(["an", "binh"].map((by) => handOvers.close("HT-1", { by, at: 20 })))).toBe(1);
      expect(await handOvers.begin("HT-1", reply("an"))).toBe(false);
      await storage.chats.forget(chat("b"));
      expect(await handOvers.begin("HT-2", reply("an"))).toBe(false);
    });

    it("ends an upload once", async () => {
      const { uploads } = (await open()).storage.console;
      const upload = {
        ...{ id: "u", name: "kế hoạch.pdf", ending: ".pdf", sha256: "x", size: 3, doc: "ke-hoach" },
        ...{ locality: "thanh-thuy", by: "cb-1", at: 1, state: "waiting" as const },
      };
      await uploads.add(upload);
      expect(await uploads.waiting()).toEqual([upload]);
      expect(await yes([uploads.end("u", "published"), uploads.end("u", "discarded")])).toBe(1);
      expect(await uploads.waiting()).toEqual([]);
    });

    it("keeps what is switched off, and answers people wrote, over a restart", async () => {
      const { storage, openAgain } = await open();
      const off = { name: "hoi-dap", reason: "bảo trì", by: "cb-1", at: 1 };
      const answer = {
        ...{ questions: ["học ở đâu"], locality: null, text: "Nhà văn hóa.", source: "Thông báo 1" },
        ...{ until: "2027-01-01", by: "cb-1", at: 1 },
      };
      await storage.console.switches.off({ ...off, name: "tat-ca" });
      await storage.console.switches.off(off);
      await storage.console.switches.on("tat-ca");
      const id = await storage.console.curated.save(answer, null);
      await storage.console.curated.save({ ...answer, text: "Trụ sở." }, id);

      const again = (await openAgain()).console;
      expect(await again.switches.all()).toEqual([off]);
      expect(await again.curated.all()).toEqual([{ ...answer, text: "Trụ sở.", id }]);
      await again.curated.remove(id);
      expect(await again.curated.all()).toEqual([]);
    });

    it("shows a question with what went on around it in its chat, until it is forgotten", async () => {
      const { storage } = await open();
      const entry = {
        ...{ at: 100, chat: chat("a"), locality: null, text: "câu hỏi", status: "answered", intent: "fact" },
        ...{ edition: "e", ms: 1, trace: { understood: "u", answer: "lời đáp", sources: ["s"] } },
      };
      const id = await storage.questions.record(entry);
      await storage.questions.record({ ...entry, at: 105, text: "câu sau" });
      await storage.questions.record({ ...entry, at: 105, chat: chat("b"), text: "người khác" });
      const { asked: log } = storage.console;
      expect(await log.chatOf(id)).toEqual(chat("a"));
      const shown = await log.exchange(id, 10);
      expect(shown?.questions.map((one) => one.text)).toEqual(["câu hỏi", "câu sau"]);
      await storage.chats.forget(chat("a"));
      expect(await log.find(id)).toBeNull();
      expect(await log.exchange(id, 10)).toBeNull();
    });
  });
}
