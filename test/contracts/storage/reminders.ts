import { describe, expect, it } from "vitest";
import type { GateChange, ReminderStore } from "../../../src/ports/reminders.ts";
import type { OpenTestStorage } from "../../support/storage.ts";
import { enqueue, KEYS, reminder } from "./reminder-make.ts";

const plan = (book: ReminderStore, ...keys: readonly string[]) =>
  book.reconcile({ add: keys.map((key) => reminder(key)), supersede: [], move: [], revive: [] }, 1);

export function reminderContract(open: OpenTestStorage): void {
  describe("reminders", () => {
    it("makes a second open delivery of one reminder impossible, and a copy once for ever", async () => {
      const book = (await open()).storage.reminders;
      await book.boot("one", 1);
      await book.reconcile({ add: [reminder("a")], supersede: [], move: [], revive: [] }, 1);

      expect(await enqueue(book, "a", 0)).toBe("new");
      expect(await enqueue(book, "a", 0, "zalo_bot")).toBe("exists");
      const claimed = (await book.claim(1))!;
      expect(await book.claim(1)).toBeNull();
      await book.open(claimed.id, claimed.fence, 2);
      await book.close(claimed.id, claimed.fence, { state: "uncertain", why: "reset" }, null, 3);
      expect(await enqueue(book, "a", 0)).toBe("exists");
      expect(await enqueue(book, "a", 1)).toBe("new");
    });

    it("ignores whoever lost the claim", async () => {
      const book = (await open()).storage.reminders;
      await book.boot("one", 1);
      await book.reconcile({ add: [reminder("a")], supersede: [], move: [], revive: [] }, 1);
      await enqueue(book, "a", 0);
      const old = (await book.claim(1))!;
      expect(await book.boot("two", 2)).toMatchObject({ recovered: 1, unclear: 0, lastSeen: 1 });
      const now = (await book.claim(1))!;

      expect(await book.open(old.id, old.fence, 2)).toBe(false);
      await book.close(old.id, old.fence, { state: "sent", messageId: "x" }, null, 3);
      expect((await book.reminder("a"))?.state).toBe("delivering");
      expect(await book.open(now.id, now.fence, 4)).toBe(true);
    });

    it("skips a channel at rest, counts the month and starts anew with the next", async () => {
      const book = (await open()).storage.reminders;
      const day = Date.parse("2026-12-31T10:00:00Z");
      await book.boot("one", day);
      await book.reconcile({ add: [reminder("a"), reminder("b")], supersede: [], move: [], revive: [] }, day);
      await enqueue(book, "a", 0);
      await enqueue(book, "b", 0);
      const first = (await book.claim(day))!;
      await book.open(first.id, first.fence, day);
      await book.close(first.id, first.fence, { state: "sent", messageId: "1" }, null, day);
      expect((await book.gates())[0]).toMatchObject({ month: "2026-12", monthCount: 1 });

      await book.setGate({ ...(await book.gates())[0]!, state: "gated", until: day + 1000, why: "429" });
      expect(await book.claim(day + 999)).toBeNull();
      const second = (await book.claim(day + 1000))!;
      // 18:00 UTC on 31 December is 1 January in Viet Nam.
      await book.open(second.id, second.fence, Date.parse("2026-12-31T18:00:00Z"));
      expect((await book.gates())[0]).toMatchObject({ month: "2027-01", monthCount: 1 });
    });

    it("gives each message to one worker, however many ask, and none of a chat that has one in hand", async () => {
      const book = (await open()).storage.reminders;
      await book.boot("one", 1);
      await plan(book, "a", "b", "c");
      for (const key of KEYS) {
        await enqueue(book, key, 0);
      }
      const claims = await Promise.all([1, 2, 3, 4, 5].map(() => book.claim(1)));
      expect(claims.flatMap((one) => one?.reminder ?? []).sort()).toEqual(["a", "b", "c"]);
    });

    it("opens no message of a reminder that was ended after the claim, nor a copy of one acknowledged since", async () => {
      const book = (await open()).storage.reminders;
      await book.boot("one", 1);
      await plan(book, "a", "b");
      await enqueue(book, "a", 0);
      const first = (await book.claim(1))!;
      await book.end(["a"], "confirmed", "told by an", 2);
      expect(await book.open(first.id, first.fence, 2)).toBe(false);

      await enqueue(book, "b", 0);
      const plain = (await book.claim(2))!;
      await book.open(plain.id, plain.fence, 2);
      await book.close(plain.id, plain.fence, { state: "uncertain", why: "reset" }, null, 3);
      await enqueue(book, "b", 1);
      const copy = (await book.claim(4))!;
      await book.acknowledge(["b"], "acknowledged", 5);
      expect(await book.open(copy.id, copy.fence, 6)).toBe(false);
    });

    it("keeps how an attempt ended and how its channel stands in one step, and the month's count beside it", async () => {
      const book = (await open()).storage.reminders;
      await book.boot("one", 1);
      await plan(book, "a", "b");
      await enqueue(book, "a", 0);
      const claimed = (await book.claim(1))!;
      await book.open(claimed.id, claimed.fence, 2);
      const rest: GateChange = { channel: "telegram", state: "gated", until: 500, why: "429", strikes: 1 };
      const end = { state: "retry_wait", notBefore: 500, counted: false, why: "429" } as const;
      await book.close(claimed.id, claimed.fence, end, rest, 3);

      expect(await book.gates()).toMatchObject([{ ...rest, monthCount: 0 }]);
      expect(await book.claim(499)).toBeNull();
      expect((await book.claim(500))?.reminder).toBe("a");

      await enqueue(book, "b", 0);
      const other = (await book.claim(500))!;
      await book.open(other.id, other.fence, 500);
      await book.setGate({ ...rest, until: 900 });
      expect(await book.gates()).toMatchObject([{ until: 900, monthCount: 1 }]);
    });

    it("owes a first copy again when its message lapsed or is taken back, and leaves a marked one to a person", async () => {
      const book = (await open()).storage.reminders;
      await book.boot("one", 1);
      await plan(book, "a", "b", "c");
      await enqueue(book, "a", 0);
      await enqueue(book, "b", 0);
      const sent = (await book.claim(1))!;
      expect(sent.reminder).toBe("a");
      await book.open(sent.id, sent.fence, 1);
      await book.close(sent.id, sent.fence, { state: "uncertain", why: "reset" }, null, 2);
      await enqueue(book, "a", 1);
      await book.dropLapsed(1e15);
      expect(await book.reminder("a")).toMatchObject({ state: "uncertain", why: "needs_person" });
      expect(await book.reminder("b")).toMatchObject({ state: "planned", why: "expired" });

      await enqueue(book, "c", 0);
      await book.takeBackWaiting("restored", 3);
      expect(await book.reminder("c")).toMatchObject({ state: "planned", why: "restored" });
      expect(await book.claim(4)).toBeNull();
      expect(await book.contradictions()).toEqual([]);
    });

    it("puts another reminder in the place of one, or does nothing when its key is taken", async () => {
      const book = (await open()).storage.reminders;
      await plan(book, "a", "b");
      const again = { ...reminder("a|again1"), facts: null };
      expect(await book.replace("a", { ...again, key: "b" }, "sent again", 2)).toBe(false);
      expect(await book.reminder("a")).toMatchObject({ state: "planned" });
      expect(await book.replace("a", again, "sent again", 2)).toBe(true);
      expect(await book.reminder("a")).toMatchObject({ state: "superseded", why: "sent again" });
      expect(await book.reminder("a|again1")).toMatchObject({ state: "planned" });
    });

    it("keeps one note when two are written at the same moment", async () => {
      const book = (await open()).storage.reminders;
      const [one, other] = await Promise.all([book.noteOnce("secret", "x"), book.noteOnce("secret", "y")]);
      expect(one).toBe(other);
      expect(await book.note("secret")).toBe(one);
      await book.setNote("secret", null);
      expect(await book.note("secret")).toBeNull();
    });
  });
}
