import type { DeliveryEnd, GateChange, ReminderStore } from "../../../ports/reminders.ts";
import { dayAt } from "../../../vietnamese/text/dates.ts";
import type { Db } from "../database/database.ts";
import { gateSetter } from "./gates.ts";
import { deliveryOf, immediate, type RawDelivery } from "./rows.ts";

type Outbox = Pick<
  ReminderStore,
  | "boot"
  | "heartbeat"
  | "enqueue"
  | "claim"
  | "open"
  | "giveBack"
  | "close"
  | "deliveries"
  | "dropLapsed"
  | "takeBackWaiting"
  | "handedOver"
>;

/** How messages leave: every step one durable commit, every step after the claim guarded by its fence. */
export function openOutbox(db: Db): Outbox {
  let bootId = "";
  const lastSeen = db.prepare<[], { seen: number | null }>(
    "SELECT max(last_seen) AS seen FROM reminder_life",
  );
  const live = db.prepare("INSERT INTO reminder_life (id, started_at, last_seen) VALUES (@id, @at, @at)");
  const beat = db.prepare("UPDATE reminder_life SET last_seen = @at WHERE id = @bootId");
  const recover = db.prepare("UPDATE delivery SET state = 'ready', life = NULL WHERE state = 'claimed'");
  const doubt = db.prepare(
    `UPDATE reminder SET state = 'uncertain', why = 'died_sending', updated_at = @at
     WHERE key IN (SELECT reminder FROM delivery WHERE state = 'sending')`,
  );
  const doubtAttempts = db.prepare(
    `UPDATE delivery_attempt SET closed_at = @at, outcome = 'uncertain', why = 'died_sending'
     WHERE closed_at IS NULL AND delivery IN (SELECT id FROM delivery WHERE state = 'sending')`,
  );
  const doubtDeliveries = db.prepare(
    "UPDATE delivery SET state = 'uncertain', why = 'died_sending' WHERE state = 'sending'",
  );
  // A copy that was provably never sent may be made anew; any other copy exists once for ever.
  const enqueue = db.prepare(
    `INSERT INTO delivery (reminder, officer, channel, chat, copy, body, state, not_before, expires_at)
     VALUES (@reminder, @officer, @channel, @chat, @copy, @body, 'ready', @notBefore, @expiresAt)
     ON CONFLICT (reminder, channel, copy) DO UPDATE SET state = 'ready', chat = excluded.chat,
       body = excluded.body, not_before = excluded.not_before, expires_at = excluded.expires_at, tries = 0
     WHERE delivery.state = 'superseded' OR (delivery.state = 'failed' AND delivery.chat <> excluded.chat)`,
  );
  const hasOpen = db.prepare(
    "SELECT 1 FROM delivery WHERE reminder = ? AND state IN ('ready','claimed','sending','retry_wait')",
  );
  const delivering = db.prepare(
    "UPDATE reminder SET state = 'delivering', copies = @copy, why = NULL, updated_at = @at WHERE key = @reminder",
  );
  const claim = db.prepare<unknown[], RawDelivery>(
    `UPDATE delivery SET state = 'claimed', life = @bootId, fence = fence + 1 WHERE id = (
       SELECT id FROM delivery AS one WHERE state IN ('ready','retry_wait')
         AND not_before <= @now AND expires_at > @now
         AND NOT EXISTS (SELECT 1 FROM channel_gate WHERE channel = one.channel AND until > @now)
         AND NOT EXISTS (SELECT 1 FROM delivery AS other WHERE other.channel = one.channel
           AND other.chat = one.chat AND other.state IN ('claimed','sending'))
       ORDER BY not_before, id LIMIT 1) RETURNING *`,
  );
  const open = db.prepare(
    `UPDATE delivery SET state = 'sending', opened_at = @at
     WHERE id = @id AND fence = @fence AND life = @bootId AND state = 'claimed'
       AND EXISTS (SELECT 1 FROM reminder WHERE key = delivery.reminder AND reminder.state = 'delivering'
         AND (delivery.copy = 0 OR acknowledged_at IS NULL))`,
  );
  const attempt = db.prepare(
    "INSERT INTO delivery_attempt (delivery, fence, life, opened_at) VALUES (@id, @fence, @bootId, @at)",
  );
  const count = db.prepare(
    `INSERT INTO channel_gate (channel, state, until, strikes, month, month_count)
     SELECT channel, 'open', 0, 0, @month, 1 FROM delivery WHERE id = @id
     ON CONFLICT (channel) DO UPDATE SET month = @month,
       month_count = CASE month WHEN @month THEN month_count + 1 ELSE 1 END`,
  );
  const uncount = db.prepare(
    `UPDATE channel_gate SET month_count = max(0, month_count - 1)
     WHERE channel = (SELECT channel FROM delivery WHERE id = @id)`,
  );
  const release = db.prepare(
    `UPDATE delivery SET state = 'ready', not_before = @notBefore, life = NULL
     WHERE id = @id AND fence = @fence AND state = 'claimed'`,
  );
  const abandon = db.prepare(
    `UPDATE delivery SET state = 'superseded', why = @why
     WHERE id = @id AND (state IN ('ready','retry_wait') OR (fence = @fence AND state = 'claimed'))`,
  );
  const closed = db.prepare(
    `UPDATE delivery SET state = @state, why = @why, message_id = @messageId,
       not_before = coalesce(@notBefore, not_before), tries = tries + @counted,
       opened_at = CASE @state WHEN 'retry_wait' THEN NULL ELSE opened_at END
     WHERE id = @id AND fence = @fence AND state = 'sending'`,
  );
  const attempted = db.prepare(
    `UPDATE delivery_attempt SET closed_at = @at, outcome = @state, why = @why
     WHERE delivery = @id AND fence = @fence`,
  );
  const settle = db.prepare(
    `UPDATE reminder SET state = @state, why = @why, updated_at = @at
     WHERE key = (SELECT reminder FROM delivery WHERE id = @id)`,
  );
  // Without its message a first copy is owed again; a marked copy that never left may still be made elsewhere.
  const owedAgain = db.prepare(
    `UPDATE reminder SET state = CASE copies WHEN 0 THEN 'planned' ELSE 'uncertain' END, copies = 0,
       why = @why, updated_at = @at
     WHERE key = (SELECT reminder FROM delivery WHERE id = @id) AND state = 'delivering'`,
  );
  const of = db.prepare<[string], RawDelivery>("SELECT * FROM delivery WHERE reminder = ? ORDER BY id");
  const lapsed = db.prepare<[number], RawDelivery>(
    "SELECT * FROM delivery WHERE state IN ('ready','retry_wait') AND expires_at <= ? ORDER BY id",
  );
  const waiting = db.prepare<[], RawDelivery>(
    "SELECT * FROM delivery WHERE state IN ('ready','retry_wait') ORDER BY id",
  );
  const toPerson = db.prepare(
    "UPDATE reminder SET state = 'uncertain', why = 'needs_person', updated_at = @at WHERE key = @reminder",
  );
  const setGate = gateSetter(db);
  const handed = db.prepare<[string, number], { n: number }>(
    "SELECT count(*) AS n FROM delivery WHERE officer = ? AND opened_at >= ?",
  );

  // What an ended delivery means for its reminder and for the month's count.
  const after: Record<DeliveryEnd["state"], (ended: { id: number; why: string | null; at: number }) => void> =
    {
      sent: (ended) => void settle.run({ ...ended, state: "confirmed" }),
      uncertain: (ended) => void settle.run({ ...ended, state: "uncertain" }),
      retry_wait: ({ id }) => void uncount.run({ id }),
      failed: (ended) => {
        uncount.run({ id: ended.id });
        owedAgain.run(ended);
      },
    };

  const takeBack = ({ id, fence }: Pick<RawDelivery, "id" | "fence">, why: string, at: number): void => {
    if (abandon.run({ id, fence, why }).changes > 0) {
      owedAgain.run({ id, why, at });
    }
  };

  return {
    boot: immediate(db, (id: string, at: number) => {
      bootId = id;
      const seen = lastSeen.get()?.seen ?? null;
      live.run({ id, at });
      const recovered = recover.run().changes;
      doubt.run({ at });
      doubtAttempts.run({ at });
      return { lastSeen: seen, recovered, unclear: doubtDeliveries.run().changes };
    }),
    async heartbeat(at) {
      beat.run({ at, bootId });
    },
    enqueue: immediate(db, (delivery: Parameters<Outbox["enqueue"]>[0], at: number) => {
      if (hasOpen.get(delivery.reminder) !== undefined || enqueue.run(delivery).changes === 0) {
        return "exists" as const;
      }
      delivering.run({ reminder: delivery.reminder, copy: delivery.copy, at });
      return "new" as const;
    }),
    async claim(now) {
      const raw = claim.get({ now, bootId });
      return raw === undefined ? null : deliveryOf(raw);
    },
    open: immediate(db, (id: number, fence: number, at: number) => {
      if (open.run({ id, fence, bootId, at }).changes === 0) {
        return false;
      }
      attempt.run({ id, fence, bootId, at });
      count.run({ id, month: dayAt(at).slice(0, 7) });
      return true;
    }),
    giveBack: immediate(
      db,
      (
        id: number,
        fence: number,
        to: Parameters<Outbox["giveBack"]>[2],
        gate: GateChange | null,
        at: number,
      ) => {
        setGate(gate);
        if (to.state === "ready") {
          release.run({ id, fence, notBefore: to.notBefore });
        } else {
          takeBack({ id, fence }, to.why, at);
        }
      },
    ),
    close: immediate(
      db,
      (id: number, fence: number, end: DeliveryEnd, gate: GateChange | null, at: number) => {
        setGate(gate);
        const why = end.state === "sent" ? null : end.why;
        const retry = end.state === "retry_wait" ? end : null;
        const { changes } = closed.run({
          id,
          fence,
          state: end.state,
          why,
          messageId: end.state === "sent" ? end.messageId : null,
          notBefore: retry?.notBefore ?? null,
          counted: retry === null || retry.counted ? 1 : 0,
        });
        attempted.run({ id, fence, state: end.state, why, at });
        if (changes > 0) {
          after[end.state]({ id, why, at });
        }
      },
    ),
    deliveries: async (reminder) => of.all(reminder).map(deliveryOf),
    dropLapsed: immediate(db, (now: number) => {
      for (const one of lapsed.all(now)) {
        takeBack(one, "expired", now);
        if (one.copy === 1) {
          toPerson.run({ reminder: one.reminder, at: now });
        }
      }
    }),
    takeBackWaiting: immediate(db, (why: string, at: number) => {
      for (const one of waiting.all()) {
        takeBack(one, why, at);
      }
    }),
    handedOver: async (officer, since) => handed.get(officer, since)?.n ?? 0,
  };
}
