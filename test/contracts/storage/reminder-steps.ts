import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeliveryRow } from "../../../src/domain/reminder.ts";
import type { DeliveryEnd, ReminderStore } from "../../../src/ports/reminders.ts";
import type { OpenTestStorage } from "../../support/storage.ts";
import { enqueue, KEYS, reminder } from "./reminder-make.ts";

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

/** Any order of steps, with restarts between them. */
export function reminderStepsContract(open: OpenTestStorage): void {
  describe("reminders, whatever happens in whatever order,", () => {
    it("never contradicts itself, and lets at most one message and one copy leave on any channel", async () => {
      const book = (await open()).storage.reminders;
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
    });
  });
}
