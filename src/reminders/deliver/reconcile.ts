import type { Reminder, ReminderRow, ReminderState } from "../../domain/reminder.ts";
import { type Engine, type Facts, plainKey } from "../plan/snapshot.ts";

const DAY_MS = 86_400_000;
const STATES = [
  "planned",
  "delivering",
  "confirmed",
  "uncertain",
  "failed",
  "superseded",
  "digested",
] as const satisfies readonly ReminderState[];

/** What the reconciler found. `broken` is empty in a sound book; `difference` is 0 in quiet operation. */
export interface Reconciled {
  readonly owed: number;
  readonly added: number;
  readonly superseded: number;
  readonly moved: number;
  readonly states: Readonly<Record<ReminderState, number>>;
  readonly broken: readonly { readonly key: string; readonly what: string }[];
}

function isEngineMade(row: ReminderRow): boolean {
  return row.kind === "digest" || row.kind === "notice";
}

function differs(row: ReminderRow, one: Reminder): boolean {
  return row.dueAt !== one.dueAt || row.deadline !== one.deadline || row.usefulUntil !== one.usefulUntil;
}

/**
 * Makes the book hold what the plan owes: missing rows come in, rows no longer owed are superseded, unsent rows
 * move with their day. A row missing from a time in which we were watching was never owed then, and stays out.
 */
export async function reconcile(engine: Engine, facts: Facts): Promise<Reconciled> {
  const { book } = engine;
  const now = engine.clock.now();
  const since = Number((await book.note("reconciled")) ?? now);
  const before = await book.reminders({ dueFrom: now - 60 * DAY_MS });
  const rows = new Map(before.map((row) => [row.key, row]));
  const owed = facts.planned.owed;
  // A book whose clock ran ahead has "reconciled" in the future; what is due from now on is owed all the same.
  const add = owed.filter((one) => !rows.has(one.key) && one.dueAt >= Math.min(since, now));
  const known = owed.flatMap((one) => {
    const row = rows.get(one.key);
    return row === undefined ? [] : [{ one, row }];
  });
  const earliest = now - 29 * DAY_MS;
  const change = await book.reconcile(
    {
      add,
      supersede: [...rows.values()]
        .filter(
          (row) =>
            ["planned", "delivering", "uncertain"].includes(row.state) &&
            row.dueAt >= earliest &&
            !isEngineMade(row) &&
            !facts.owed.has(plainKey(row.key)),
        )
        .map((row) => ({ key: row.key, why: "not_owed" })),
      move: known
        .filter(({ one, row }) => row.state === "planned" && differs(row, one))
        .map(({ one }) => one),
      revive: known
        .filter(({ one, row }) => row.state === "superseded" && one.dueAt > now)
        .map(({ one }) => one),
    },
    now,
  );
  await book.setNote("reconciled", String(now));
  const states = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<ReminderState, number>;
  for (const row of await book.reminders({ dueFrom: now - 60 * DAY_MS })) {
    states[row.state] += 1;
  }
  const kept = await Promise.all(add.map((one) => book.reminder(one.key)));
  const missing = add
    .filter((_, index) => kept[index] === null)
    .map((one) => ({ key: one.key, what: "owed_but_missing" }));
  engine.log({
    kind: "reminders",
    owed: owed.length,
    added: change.added,
    superseded: change.superseded,
  });
  return { owed: owed.length, ...change, states, broken: [...(await book.contradictions()), ...missing] };
}
