import type { ReminderStore } from "../../ports/reminders.ts";
import { plainKey } from "../plan/snapshot.ts";

const DAY_MS = 86_400_000;

/** "Đã nhận": of one task, or with null of all that came in the last week. Returns how many. */
export async function confirm(
  book: ReminderStore,
  officer: string,
  task: string | null,
  now: number,
): Promise<number> {
  const states = ["confirmed", "uncertain", "delivering", "digested"] as const;
  const rows = (await book.reminders({ officer, states, dueUntil: now }))
    .filter((row) => row.acknowledgedAt === null)
    .filter((row) => (task === null ? row.updatedAt > now - 7 * DAY_MS : row.task === task));
  const keys = rows.map((row) => row.key);
  await book.acknowledge(keys, "acknowledged", now);
  return keys.length;
}

/** One more sending in the place of a reminder; the key of the new one, or null when there is none to send again. */
export async function owedAgain(
  book: ReminderStore,
  key: string,
  by: string,
  now: number,
): Promise<string | null> {
  const row = await book.reminder(key);
  if (row === null || row.kind === "digest") {
    return null;
  }
  for (let nth = 1; ; nth++) {
    // With its facts, which no task holds.
    const again = { ...row, key: `${plainKey(key)}|again${nth}`, dueAt: now, usefulUntil: now + DAY_MS };
    if (await book.replace(key, again, `sent again by ${by}`, now)) {
      return again.key;
    }
  }
}
