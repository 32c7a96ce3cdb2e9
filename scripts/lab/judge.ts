import type { ReminderRow } from "../../src/domain/reminder.ts";
import type { ReminderStore } from "../../src/ports/reminders.ts";
import { undelivered } from "../../src/reminders/deliver/undelivered.ts";
import { codesOf } from "../../src/reminders/tasks/codes.ts";
import { MARK } from "../../src/vietnamese/wording/officers/reminders.ts";
import { labTasks } from "./world.ts";

export interface Verdict {
  readonly reminders: number;
  readonly silentLoss: number;
  readonly sentNotDelivered: number;
  readonly unmarkedDuplicates: number;
  readonly markedCopies: number;
  readonly undeliveredShown: number;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** What the promise forbids, in words; empty when it was kept. */
  readonly violations: readonly string[];
}

/** Compares what the book says with what the emulators know to have reached people. */
export async function judge(
  book: ReminderStore,
  count: number,
  texts: readonly string[],
): Promise<Judgement> {
  const tasks = labTasks(count).map(({ task }) => task);
  const codes = codesOf(tasks);
  const arrived = new Map<string, { plain: number; marked: number }>();
  for (const text of texts) {
    const code = /#[A-Z]+-[0-9A-Z]+/u.exec(text)?.[0] ?? "";
    const known = arrived.get(code) ?? { plain: 0, marked: 0 };
    const kind = text.startsWith(MARK) ? "marked" : "plain";
    arrived.set(code, { ...known, [kind]: known[kind] + 1 });
  }
  const rows = new Map<string, ReminderRow[]>();
  for (const row of await book.reminders()) {
    rows.set(row.task ?? "", [...(rows.get(row.task ?? "") ?? []), row]);
  }
  const shown = new Set((await undelivered(book)).map(({ row }) => row.task));
  const each = tasks.map((task) => {
    const got = arrived.get(codes.get(task.id) ?? "") ?? { plain: 0, marked: 0 };
    const own = rows.get(task.id) ?? [];
    const reached = got.plain + got.marked > 0;
    return {
      silent: !reached && !shown.has(task.id),
      claimed: !reached && own.some((row) => row.state === "confirmed"),
      duplicates: Math.max(0, got.plain - 1),
      marked: got.marked,
      shown: !reached && shown.has(task.id),
    };
  });
  const verdict = {
    reminders: count,
    silentLoss: each.filter((one) => one.silent).length,
    sentNotDelivered: each.filter((one) => one.claimed).length,
    unmarkedDuplicates: each.reduce((sum, one) => sum + one.duplicates, 0),
    markedCopies: each.reduce((sum, one) => sum + one.marked, 0),
    undeliveredShown: each.filter((one) => one.shown).length,
  };
  const broken = await book.contradictions();
  return {
    verdict,
    violations: [
      verdict.silentLoss > 0 ? `${verdict.silentLoss} lost in silence` : "",
      verdict.sentNotDelivered > 0 ? `${verdict.sentNotDelivered} called sent but not delivered` : "",
      verdict.unmarkedDuplicates > 0 ? `${verdict.unmarkedDuplicates} unmarked duplicates` : "",
      each.some((one) => one.marked > 1) ? "more than one marked copy of a reminder" : "",
      broken.length > 0 ? `the book contradicts itself: ${broken[0]?.what} (${broken.length})` : "",
      rows.has("") ? "the lab has reminders of no task" : "",
    ].filter((line) => line !== ""),
  };
}
