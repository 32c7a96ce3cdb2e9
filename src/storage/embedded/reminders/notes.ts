import type { ChannelName } from "../../../domain/conversation.ts";
import type { Moment } from "../../../domain/reminder.ts";
import type { ReminderStore } from "../../../ports/reminders.ts";
import type { Db } from "../database/database.ts";
import { gateSetter } from "./gates.ts";
import { gateRow, immediate, type RawGate } from "./rows.ts";

type Notes = Pick<
  ReminderStore,
  | "gates"
  | "setGate"
  | "clampWaits"
  | "preferences"
  | "prefer"
  | "decisions"
  | "decide"
  | "note"
  | "setNote"
  | "noteOnce"
  | "contradictions"
>;

interface RawPreference {
  readonly officer: string;
  readonly moments: string | null;
  readonly at: string | null;
  readonly channel: string | null;
}

interface RawDecision {
  readonly task: string;
  readonly deadline: string;
  readonly choice: "remind" | "leave";
  readonly by_whom: string;
  readonly at: number;
}

const OPEN = "('ready','claimed','sending','retry_wait')";

/** A sound book has no row that says two things at once. */
const CONTRADICTIONS = `
  SELECT key, 'delivering_without_delivery' AS what FROM reminder WHERE state = 'delivering'
    AND NOT EXISTS (SELECT 1 FROM delivery WHERE reminder = key AND delivery.state IN ${OPEN})
  UNION ALL SELECT reminder, 'delivery_of_a_settled_reminder' FROM delivery WHERE delivery.state IN ${OPEN}
    AND (SELECT state FROM reminder WHERE key = delivery.reminder) <> 'delivering'
  UNION ALL SELECT key, 'confirmed_without_receipt' FROM reminder WHERE state = 'confirmed' AND why IS NULL
    AND NOT EXISTS (SELECT 1 FROM delivery WHERE reminder = key AND delivery.state = 'sent')
  UNION ALL SELECT key, 'digested_without_digest' FROM reminder WHERE state = 'digested' AND digest IS NULL
  UNION ALL SELECT key, 'failed_without_reason' FROM reminder WHERE state IN ('failed','uncertain') AND why IS NULL
  UNION ALL SELECT reminder, 'more_than_two_may_have_left' FROM delivery
    WHERE delivery.state IN ('sent','uncertain','sending') GROUP BY reminder HAVING count(*) > 2`;

/** Gates, choices and the engine's own small facts. */
export function openNotes(db: Db): Notes {
  const gates = db.prepare<[], RawGate>("SELECT * FROM channel_gate ORDER BY channel");
  const setGate = gateSetter(db);
  // A quota lasts to the end of its month, whatever the clock did.
  const clampGates = db.prepare(
    "UPDATE channel_gate SET until = @latest WHERE until > @latest AND state <> 'exhausted'",
  );
  const clampDeliveries = db.prepare(
    `UPDATE delivery SET not_before = @latest WHERE not_before > @latest AND state IN ('ready','retry_wait')`,
  );
  const clampDoubts = db.prepare(
    "UPDATE reminder SET updated_at = @latest WHERE updated_at > @latest AND state = 'uncertain'",
  );
  const preferences = db.prepare<[], RawPreference>("SELECT * FROM reminder_preference ORDER BY officer");
  const prefer = db.prepare(
    `INSERT INTO reminder_preference (officer, moments, at, channel) VALUES (@officer, @moments, @at, @channel)
     ON CONFLICT (officer) DO UPDATE SET moments = @moments, at = @at, channel = @channel`,
  );
  const decisions = db.prepare<[], RawDecision>("SELECT * FROM past_decision ORDER BY task, deadline");
  const decide = db.prepare(
    `INSERT INTO past_decision (task, deadline, choice, by_whom, at) VALUES (@task, @deadline, @choice, @by, @at)
     ON CONFLICT (task, deadline) DO UPDATE SET choice = @choice, by_whom = @by, at = @at`,
  );
  const note = db.prepare<[string], { value: string }>("SELECT value FROM reminder_note WHERE name = ?");
  const setNote = db.prepare(
    "INSERT INTO reminder_note (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  const dropNote = db.prepare("DELETE FROM reminder_note WHERE name = ?");
  const contradictions = db.prepare<[], { key: string; what: string }>(CONTRADICTIONS);

  return {
    gates: async () => gates.all().map(gateRow),
    setGate: async (gate) => setGate(gate),
    clampWaits: immediate(db, (latest: number) => {
      clampGates.run({ latest });
      clampDeliveries.run({ latest });
      clampDoubts.run({ latest });
    }),
    preferences: async () =>
      preferences.all().map((raw) => ({
        officer: raw.officer,
        moments: raw.moments === null ? null : (JSON.parse(raw.moments) as readonly Moment[]),
        at: raw.at,
        channel: raw.channel as ChannelName | null,
      })),
    async prefer(preference) {
      const { moments } = preference;
      prefer.run({ ...preference, moments: moments === null ? null : JSON.stringify(moments) });
    },
    decisions: async () => decisions.all().map(({ by_whom, ...raw }) => ({ ...raw, by: by_whom })),
    async decide(decision) {
      decide.run(decision);
    },
    note: async (name) => note.get(name)?.value ?? null,
    async setNote(name, value) {
      if (value === null) {
        dropNote.run(name);
      } else {
        setNote.run(name, value);
      }
    },
    noteOnce: immediate(db, (name: string, value: string) => {
      const kept = note.get(name)?.value;
      if (kept === undefined) {
        setNote.run(name, value);
      }
      return kept ?? value;
    }),
    contradictions: async () => contradictions.all(),
  };
}
