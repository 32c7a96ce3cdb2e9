import type { ApprovedTask } from "../domain/reminder.ts";
import type { Clock } from "../ports/clock.ts";
import type { Storage } from "../ports/storage.ts";
import { recipientsOf, type SameUnit } from "../reminders/ledger/recipients.ts";
import type { WorkNotice } from "../reminders/plan/settings.ts";

/** Approvals of one stretch are one message; ms. */
const SLOT_MS = 10 * 60_000;
const NOTE = "new work told until";

interface NewWorkDeps {
  readonly storage: Pick<Storage, "reminders" | "people">;
  readonly approved: () => Promise<readonly ApprovedTask[]>;
  readonly same: SameUnit;
  readonly tell: (officer: string, key: string, notice: WorkNotice, at?: number) => Promise<void>;
  readonly clock: Clock;
}

/**
 * Tells each body's people what was approved since this was last called; to be called at the start and after every change.
 * What was approved before the first call is not new.
 */
export function openNewWork({ storage, approved, same, tell, clock }: NewWorkDeps) {
  return async function announce(): Promise<void> {
    const book = storage.reminders;
    const known = await book.note(NOTE);
    if (known === null) {
      await book.setNote(NOTE, String(clock.now()));
      return;
    }
    const fresh = (await approved()).filter((one) => one.approvedAt > Number(known));
    if (fresh.length === 0) {
      return;
    }
    const officers = await storage.people.officers();
    for (const { task, approvedAt } of fresh) {
      const from = Math.floor(approvedAt / SLOT_MS) * SLOT_MS;
      const to = from + SLOT_MS;
      const { lead, standIn } = recipientsOf(task, officers, [], same);
      for (const { id } of standIn ? [] : lead) {
        await tell(id, `new_work|${from}|${id}`, { what: "new_work", from, to }, to);
      }
    }
    await book.setNote(NOTE, String(Math.max(...fresh.map((one) => one.approvedAt))));
  };
}
