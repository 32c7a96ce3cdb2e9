import { createHash } from "node:crypto";
import type { Officer } from "../domain/people.ts";
import type { Storage } from "../ports/storage.ts";
import { recipientsOf, type SameUnit } from "../reminders/ledger/recipients.ts";
import type { AmendedItem, WorkNotice } from "../reminders/plan/settings.ts";
import { type LapsedTask, quoteHash } from "../reminders/tasks/reviews.ts";

interface AmendedDeps {
  readonly storage: Pick<Storage, "reminders" | "people">;
  /** Approved tasks whose words are gone; null while no edition is loaded. */
  readonly lapsed: () => Promise<readonly LapsedTask[] | null>;
  readonly same: SameUnit;
  readonly tell: (officer: string, key: string, notice: WorkNotice) => Promise<void>;
}

const itemOf = ({ task, after }: LapsedTask): AmendedItem => ({
  task: task.id,
  after: after === null ? null : `${after.id} ${quoteHash(after)}`,
});

/** A newer text of a plan changed or dropped approved work: everybody it concerns hears once, by one message for each plan. */
export function openAmended({ storage, lapsed, same, tell }: AmendedDeps) {
  const book = storage.reminders;
  const noteOf = ({ task }: LapsedTask) => `amended ${task.id} ${quoteHash(task)}`;

  async function unsaid(): Promise<readonly LapsedTask[]> {
    const found = await lapsed();
    const told = await Promise.all((found ?? []).map((one) => book.note(noteOf(one))));
    return (found ?? []).filter((one, at) => told[at] !== (itemOf(one).after ?? "gone"));
  }

  function concerned({ task }: LapsedTask, officers: readonly Officer[]): readonly string[] {
    const { lead, head, leader, admin, standIn } = recipientsOf(task, officers, [], same);
    return [...(standIn ? [] : lead), ...head, ...leader, ...admin].map(({ id }) => id);
  }

  return async function announce(): Promise<void> {
    const fresh = await unsaid();
    if (fresh.length === 0) {
      return;
    }
    const officers = await storage.people.officers();
    const words = new Map<string, AmendedItem[]>();
    for (const one of fresh) {
      for (const id of new Set(concerned(one, officers))) {
        const key = `${id} ${one.task.doc}`;
        words.set(key, [...(words.get(key) ?? []), itemOf(one)]);
      }
    }
    for (const [key, items] of words) {
      const [id = "", doc = ""] = key.split(" ");
      const digest = createHash("sha256").update(JSON.stringify(items)).digest("base64url").slice(0, 16);
      await tell(id, `amended|${digest}|${id}`, { what: "amended", doc, items });
    }
    for (const one of fresh) {
      await book.setNote(noteOf(one), itemOf(one).after ?? "gone");
    }
  };
}
