import type { ReminderRow } from "../../domain/reminder.ts";
import type { ReminderStore } from "../../ports/reminders.ts";
import { whyWords } from "../../vietnamese/wording/officers/reminders.ts";
import { occurrenceKey } from "../plan/snapshot.ts";
import { contentsOf } from "./message.ts";

/** A reminder that a channel's receipt does not vouch for. */
export interface Undelivered {
  readonly row: ReminderRow;
  /** Vietnamese. */
  readonly reason: string;
  /** True when the service does nothing more by itself: someone should call. */
  readonly needsPerson: boolean;
}

function judged(row: ReminderRow, fate: ReminderRow): Undelivered {
  const final =
    fate.state === "failed" || fate.copies === 1 || fate.why === "needs_person" || fate.why === "not_wanted";
  const reason =
    fate.copies === 1 && fate.state === "uncertain" ? whyWords("needs_person") : whyWords(fate.why);
  return { row, reason, needsPerson: final && row.acknowledgedAt === null };
}

/** Everything without a receipt, with the reason: the officer's and the supervisor's list. */
export async function undelivered(book: ReminderStore, officer?: string): Promise<readonly Undelivered[]> {
  const of = officer === undefined ? {} : { officer };
  const found: Undelivered[] = [];
  for (const row of await book.reminders({ states: ["failed", "uncertain"], ...of })) {
    const told = row.kind === "digest" ? await contentsOf(book, row.key) : [row];
    found.push(...told.map((one) => judged(one, row)));
  }
  return found;
}

/** Deadlines that were past when their task was approved and about which no admin has said anything yet. */
export async function pastDeadlines(
  book: ReminderStore,
): Promise<readonly { readonly task: string; readonly deadline: string }[]> {
  const decided = new Set((await book.decisions()).map((one) => `${one.task}|${one.deadline}`));
  const asked = (await book.reminders()).filter(
    (row) => row.kind === "decision" && row.state !== "superseded",
  );
  const open = asked.flatMap((row) => {
    const key = occurrenceKey(row);
    return key === null || row.task === null || decided.has(key)
      ? []
      : [{ task: row.task, deadline: row.deadline ?? key.slice(row.task.length + 1) }];
  });
  return [...new Map(open.map((one) => [one.task, one])).values()];
}
