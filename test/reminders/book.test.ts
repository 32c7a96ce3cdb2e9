import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeliveryRow, Reminder } from "../../src/domain/reminder.ts";
import type { DeliveryEnd, ReminderStore } from "../../src/ports/reminders.ts";
import { openStorage } from "../../src/storage/open.ts";
import { fixedClock } from "../support/clock.ts";
import { temporaryFolder } from "../support/folder.ts";

const KEYS = ["a", "b", "c"];
const reminder = (key: string, dueAt = 1000): Reminder => ({
  key,
  kind: "deadline",
  task: "t",
  officer: `o${key}`,
  rule: "d0",
  deadline: "2026-12-10",
  dueAt,
  usefulUntil: dueAt + 1000,
});
const enqueue = (
  book: ReminderStore,
  key: string,
  copy: number,
  channel: "telegram" | "zalo_bot" = "telegram",
) =>
  book.enqueue(
    {
      reminder: key,
      officer: `o${key}`,
      channel,
      chat: key,
      copy,
      body: "{}",
      notBefore: 0,
      expiresAt: 1e15,
    },
    1,
  );

async function openBook() {
  const storage = await openStorage({ dir: temporaryFolder() }, fixedClock(), () => undefined);
  return { book: storage.reminders, close: () => storage.close() };
}

type Step =
  | { readonly act: "enqueue"; readonly key: string; readonly channel: "telegram" | "zalo_bot" }
  | { readonly act: "claim" | "open" | "restart" | "supersede" | "fold" | "acknowledge" | "give_back" }
  | { readonly act: "close"; readonly end: DeliveryEnd };

const end: fc.Arbitrary<DeliveryEnd> = fc.constantFrom<DeliveryEnd>(
  { state: "sent", messageId: "1" },
  { state: "uncertain", why: "reset" },
  { state: "failed", why: "403" },
  { state: "retry_wait", notBefore: 0, counted: true, why: "refused" },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant("enqueue" as const),
      key: fc.constantFrom(...KEYS),
      channel: fc.constantFrom("telegram" as const, "zalo_bot" as const),
    }),
  },
  {
    weight: 8,
    arbitrary: fc
      .constantFrom(
        "claim",
        "claim",
        "open",
        "open",
        "restart",
        "supersede",
        "fold",
        "acknowledge",
        "give_back",
      )
      .map((act) => ({ act }) as Step),
  },
  { weight: 4, arbitrary: end.map((one) => ({ act: "close", end: one }) as const) },
);

/** What the engine does with a reminder in each state; everything else about the book is left to chance. */
async function apply(
  book: ReminderStore,
  one: Step,
  hand: { claimed: DeliveryRow | null; sending: DeliveryRow | null },
  n: number,
  name: (key: string) => string,
) {
  switch (one.act) {
    case "enqueue": {
      const key = name(one.key);
      const row = await book.reminder(key);
      if (row?.state === "planned" || (row?.state === "uncertain" && row.copies === 0)) {
        await enqueue(book, key, row.state === "planned" ? 0 : 1, one.channel);
      }
      return;
    }
    case "claim":
      hand.claimed ??= await book.claim(1);
      return;
    case "open":
      if (hand.claimed !== null && hand.sending === null) {
        hand.sending = (await book.open(hand.claimed.id, hand.claimed.fence, 2)) ? hand.claimed : null;
        hand.claimed = null;
      }
      return;
    case "close":
      if (hand.sending !== null) {
        await book.close(hand.sending.id, hand.sending.fence, one.end, null, 3);
        hand.sending = null;
      }
      return;
    case "give_back":
      if (hand.claimed !== null) {
        await book.giveBack(
          hand.claimed.id,
          hand.claimed.fence,
          { state: "superseded", why: "not_owed" },
          null,
          3,
        );
        hand.claimed = null;
      }
      return;
    case "restart":
      await book.boot(`life ${n}`, n);
      hand.claimed = null;
      hand.sending = null;
      return;
    case "supersede":
      await book.reconcile(
        { add: [], supersede: [{ key: name("a"), why: "done" }], move: [], revive: [reminder(name("b"))] },
        n,
      );
      return;
    case "fold":
      if ((await book.reminder(name("c")))?.state === "planned") {
        await book.fold(
          { ...reminder(`digest${n}`), kind: "digest", officer: "oc", facts: null },
          [name("c")],
          n,
        );
      }
      return;
    case "acknowledge":
      await book.acknowledge([name("a")], "acknowledged", n);
  }
}

describe("the reminder book", () => {
  it("never contradicts itself, and lets at most one message and one copy leave on any channel", async () => {
    const { book, close } = await openBook();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        run += 1;
        const name = (key: string) => `${key}${run}`;
        await book.boot(`start ${run}`, 1);
        await book.reconcile(
          { add: KEYS.map((key) => reminder(name(key))), supersede: [], move: [], revive: [] },
          1,
        );
        const hand = { claimed: null, sending: null };
        for (const [index, one] of steps.entries()) {
          await apply(book, one, hand, run * 1000 + index, name);
          expect(await book.contradictions()).toEqual([]);
        }
        for (const key of KEYS) {
          const left = (await book.deliveries(name(key))).filter((one) =>
            ["sent", "uncertain", "sending"].includes(one.state),
          );
          expect(left.filter((one) => one.copy === 0).length).toBeLessThanOrEqual(1);
          expect(left.filter((one) => one.copy === 1).length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
    await close();
  });

  it("makes a second open delivery of one reminder impossible, and a copy once for ever", async () => {
    const { book, close } = await openBook();
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
    await close();
  });

  it("ignores whoever lost the claim", async () => {
    const { book, close } = await openBook();
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
    await close();
  });

  it("skips a channel at rest, counts the month and starts anew with the next", async () => {
    const { book, close } = await openBook();
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
    await close();
  });
});
