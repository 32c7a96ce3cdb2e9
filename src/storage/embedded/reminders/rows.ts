import type { ChannelName } from "../../../domain/conversation.ts";
import type {
  ChannelGate,
  DeliveryRow,
  DeliveryState,
  ReminderKind,
  ReminderRow,
  ReminderState,
} from "../../../domain/reminder.ts";
import type { Db } from "../database/database.ts";

export interface RawReminder {
  readonly key: string;
  readonly kind: string;
  readonly task: string | null;
  readonly officer: string;
  readonly rule: string;
  readonly deadline: string | null;
  readonly due_at: number;
  readonly useful_until: number;
  readonly state: string;
  readonly why: string | null;
  readonly digest: string | null;
  readonly copies: number;
  readonly facts: string | null;
  readonly acknowledged_at: number | null;
  readonly updated_at: number;
}

export interface RawDelivery {
  readonly id: number;
  readonly reminder: string;
  readonly officer: string;
  readonly channel: string;
  readonly chat: string;
  readonly copy: number;
  readonly body: string;
  readonly state: string;
  readonly not_before: number;
  readonly expires_at: number;
  readonly fence: number;
  readonly tries: number;
  readonly opened_at: number | null;
  readonly message_id: string | null;
  readonly why: string | null;
}

export interface RawGate {
  readonly channel: string;
  readonly state: string;
  readonly until: number;
  readonly why: string | null;
  readonly strikes: number;
  readonly month: string;
  readonly month_count: number;
}

export function reminderOf(raw: RawReminder): ReminderRow {
  return {
    key: raw.key,
    kind: raw.kind as ReminderKind,
    task: raw.task,
    officer: raw.officer,
    rule: raw.rule,
    deadline: raw.deadline,
    dueAt: raw.due_at,
    usefulUntil: raw.useful_until,
    state: raw.state as ReminderState,
    why: raw.why,
    digest: raw.digest,
    copies: raw.copies,
    facts: raw.facts,
    acknowledgedAt: raw.acknowledged_at,
    updatedAt: raw.updated_at,
  };
}

export function deliveryOf(raw: RawDelivery): DeliveryRow {
  return {
    id: raw.id,
    reminder: raw.reminder,
    officer: raw.officer,
    channel: raw.channel as ChannelName,
    chat: raw.chat,
    copy: raw.copy,
    body: raw.body,
    state: raw.state as DeliveryState,
    notBefore: raw.not_before,
    expiresAt: raw.expires_at,
    fence: raw.fence,
    tries: raw.tries,
    openedAt: raw.opened_at,
    messageId: raw.message_id,
    why: raw.why,
  };
}

export function gateRow(raw: RawGate): ChannelGate {
  return {
    channel: raw.channel as ChannelName,
    state: raw.state as ChannelGate["state"],
    until: raw.until,
    why: raw.why,
    strikes: raw.strikes,
    month: raw.month,
    monthCount: raw.month_count,
  };
}

/** One transaction that takes the write lock at once: a tool writing beside the service makes it wait, not fail. */
export function immediate<A extends unknown[], R>(
  db: Db,
  work: (...given: A) => R,
): (...given: A) => Promise<R> {
  const transaction = db.transaction(work);
  return async (...given) => transaction.immediate(...given) as R;
}
