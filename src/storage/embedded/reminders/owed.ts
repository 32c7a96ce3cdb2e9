import type { Reminder } from "../../../domain/reminder.ts";
import type { ReminderStore } from "../../../ports/reminders.ts";
import type { Db } from "../database/database.ts";
import { immediate, type RawReminder, reminderOf } from "./rows.ts";

type Owed = Pick<
  ReminderStore,
  "reminder" | "reminders" | "reconcile" | "end" | "acknowledge" | "replace" | "fold"
>;

/** What is owed: one row for each reminder, whatever becomes of its deliveries. */
export function openOwed(db: Db): Owed {
  const find = db.prepare<[string], RawReminder>("SELECT * FROM reminder WHERE key = ?");
  const add = db.prepare(
    `INSERT INTO reminder (key, kind, task, officer, rule, deadline, due_at, useful_until, state, facts, updated_at)
     VALUES (@key, @kind, @task, @officer, @rule, @deadline, @dueAt, @usefulUntil, 'planned', @facts, @at)
     ON CONFLICT (key) DO NOTHING`,
  );
  const dropUnsent = db.prepare(
    `UPDATE delivery SET state = 'superseded', why = @why
     WHERE reminder = @key AND state IN ('ready','retry_wait')`,
  );
  // What is claimed or being sent is left alone, and so is a reminder whose marked copy is under way.
  const supersede = db.prepare(
    `UPDATE reminder SET state = 'superseded', why = @why, updated_at = @at
     WHERE key = @key AND state IN ('planned','delivering','uncertain') AND copies = 0
       AND NOT EXISTS (SELECT 1 FROM delivery WHERE reminder = @key AND state IN ('claimed','sending'))`,
  );
  const move = db.prepare(
    `UPDATE reminder SET due_at = @dueAt, useful_until = @usefulUntil, deadline = @deadline, updated_at = @at
     WHERE key = @key AND state = 'planned'`,
  );
  const revive = db.prepare(
    `UPDATE reminder SET state = 'planned', why = NULL, due_at = @dueAt, useful_until = @usefulUntil,
       deadline = @deadline, updated_at = @at
     WHERE key = @key AND state = 'superseded'`,
  );
  const end = db.prepare("UPDATE reminder SET state = @state, why = @why, updated_at = @at WHERE key = @key");
  const acknowledge = db.prepare(
    `UPDATE reminder SET acknowledged_at = coalesce(acknowledged_at, @at), updated_at = @at,
       why = CASE state WHEN 'uncertain' THEN @evidence ELSE why END,
       state = CASE state WHEN 'uncertain' THEN 'confirmed' ELSE state END
     WHERE key = @key`,
  );
  const digested = db.prepare(
    `UPDATE reminder SET state = 'digested', digest = @digest, updated_at = @at
     WHERE key = @key AND state IN ('planned','delivering','uncertain') AND copies = 0
       AND NOT EXISTS (SELECT 1 FROM delivery WHERE reminder = @key AND state IN ('claimed','sending'))`,
  );
  const row = (one: Reminder) => ({
    key: one.key,
    dueAt: one.dueAt,
    usefulUntil: one.usefulUntil,
    deadline: one.deadline,
  });
  const insert = (one: Reminder, facts: string | null, at: number): number =>
    add.run({ ...row(one), kind: one.kind, task: one.task, officer: one.officer, rule: one.rule, facts, at })
      .changes;

  return {
    async reminder(key) {
      const raw = find.get(key);
      return raw === undefined ? null : reminderOf(raw);
    },
    async reminders(filter = {}) {
      const states = filter.states === undefined ? "" : "AND state IN (SELECT value FROM json_each(@states))";
      const rows = db.prepare<unknown[], RawReminder>(
        `SELECT * FROM reminder WHERE due_at >= @from AND due_at <= @until ${states}
           AND (@officer IS NULL OR officer = @officer) AND (@digest IS NULL OR digest = @digest)
         ORDER BY due_at, key`,
      );
      return rows
        .all({
          from: filter.dueFrom ?? Number.MIN_SAFE_INTEGER,
          until: filter.dueUntil ?? Number.MAX_SAFE_INTEGER,
          officer: filter.officer ?? null,
          digest: filter.digest ?? null,
          ...(filter.states === undefined ? {} : { states: JSON.stringify(filter.states) }),
        })
        .map(reminderOf);
    },
    reconcile: immediate(db, (change: Parameters<Owed["reconcile"]>[0], at: number) => {
      const count = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
      const superseded = change.supersede.map(({ key, why }) => {
        const { changes } = supersede.run({ key, why, at });
        if (changes > 0) {
          dropUnsent.run({ key, why });
        }
        return changes;
      });
      const moved = change.move.map((one) => move.run({ ...row(one), at }).changes);
      const revived = change.revive.map((one) => revive.run({ ...row(one), at }).changes);
      const added = change.add.map((one) => insert(one, null, at));
      return { added: count([...added, ...revived]), superseded: count(superseded), moved: count(moved) };
    }),
    end: immediate(db, (keys: readonly string[], state: string, why: string, at: number) => {
      for (const key of keys) {
        end.run({ key, state, why, at });
      }
    }),
    acknowledge: immediate(db, (keys: readonly string[], evidence: string, at: number) => {
      for (const key of keys) {
        acknowledge.run({ key, evidence, at });
      }
    }),
    replace: immediate(db, (key: string, by: Parameters<Owed["replace"]>[1], why: string, at: number) => {
      if (insert(by, by.facts, at) === 0) {
        return false;
      }
      end.run({ key, state: "superseded", why, at });
      return true;
    }),
    fold: immediate(
      db,
      (digest: Reminder & { readonly facts: string | null }, keys: readonly string[], at: number) => {
        insert(digest, digest.facts, at);
        for (const key of keys) {
          if (digested.run({ key, digest: digest.key, at }).changes > 0) {
            dropUnsent.run({ key, why: "digested" });
          }
        }
      },
    ),
  };
}
