import type { Reminder } from "../../../src/domain/reminder.ts";
import type { ReminderStore } from "../../../src/ports/reminders.ts";

export const KEYS = ["a", "b", "c"];
export const reminder = (key: string, dueAt = 1000): Reminder => ({
  key,
  kind: "deadline",
  task: "t",
  officer: `o${key}`,
  rule: "d0",
  deadline: "2026-12-10",
  dueAt,
  usefulUntil: dueAt + 1000,
});
export const enqueue = (
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
