import type { ChannelName } from "./conversation.ts";
import type { Reporting } from "./reporting.ts";
import type { Schedule, Task } from "./task.ts";

/** A task a person has approved, corrections applied. Only these remind. */
export interface ApprovedTask {
  readonly task: Task;
  /** UTC ms. Nothing that fell due before this instant is owed. */
  readonly approvedAt: number;
  /** The paper's newer words, on which nobody has decided yet: until then this goes on as it was approved. */
  readonly amended?: Task;
  /** Nobody has approved it yet: it is shown, and reminds nobody. */
  readonly unapproved?: true;
  /** Where the office has set the schedule itself: what the paper says, null where it says nothing. */
  readonly planSchedule?: Schedule | null;
  /** Of recurring work, days the office itself has set, by the name of the occurrence; the plan's stands beside it. */
  readonly officeDates?: ReadonlyMap<string, string>;
  /** Of recurring work that is a report: how its place reports. */
  readonly reporting?: Reporting;
}

/**
 * How a deadline is known: by a day, a month, a period or a rhythm that the paper names. Of a report that recurs:
 * "cut_off", the law's day for closing its figures; "send_by", the day by which its place sends it.
 */
export type DaySaid = "date" | "month" | "period" | "recurring" | "cut_off" | "send_by";

export type ReminderKind =
  /** Before the deadline or on its day. */
  | "deadline"
  | "overdue"
  /** To the head of the unit or the commune's leader, because of a deadline of others. */
  | "escalation"
  /** Asks an admin what to do about a deadline that was already past at approval. */
  | "decision"
  /** Monthly look at work without a date. */
  | "look"
  /** Weekly summary for heads and leaders. */
  | "weekly"
  /** Weekly sign of life to admins. */
  | "alive"
  /** Several reminders in one message after an interruption or above the cap; made by the engine. */
  | "digest"
  /** The engine tells an admin about a channel. */
  | "notice";

/** One nudge that must reach one officer. `key` is the same however often it is computed. */
export interface Reminder {
  readonly key: string;
  readonly kind: ReminderKind;
  readonly task: string | null;
  readonly officer: string;
  readonly rule: string;
  /** The official day it counts to; for summaries the day they are made for. */
  readonly deadline: string | null;
  /** UTC ms. */
  readonly dueAt: number;
  /** UTC ms; later than this it goes into a digest instead. */
  readonly usefulUntil: number;
}

/**
 * The life of a reminder: planned, then delivering; ends in confirmed, uncertain, failed, superseded or digested.
 * A digested one shares the fate of its digest.
 */
export type ReminderState =
  | "planned"
  | "delivering"
  | "confirmed"
  | "uncertain"
  | "failed"
  | "superseded"
  | "digested";

export interface ReminderRow extends Reminder {
  readonly state: ReminderState;
  /** Why it is where it is, as a short code. */
  readonly why: string | null;
  /** Key of the digest it went into. */
  readonly digest: string | null;
  /** Copies that say they are one; at most one. */
  readonly copies: number;
  /** Facts the message needs that no task holds (a downtime, a channel's name); JSON or null. */
  readonly facts: string | null;
  readonly acknowledgedAt: number | null;
  readonly updatedAt: number;
}

/**
 * The life of a delivery: ready → claimed (first commit) → sending (second commit, then the network) → an end.
 * Dead in claimed is provably unsent; dead in sending is unclear.
 */
export type DeliveryState =
  | "ready"
  | "claimed"
  | "sending"
  | "sent"
  | "retry_wait"
  | "uncertain"
  | "failed"
  | "superseded";

export interface DeliveryRow {
  readonly id: number;
  readonly reminder: string;
  readonly officer: string;
  readonly channel: ChannelName;
  readonly chat: string;
  /** 0 the first, 1 the one marked copy. */
  readonly copy: number;
  /** JSON of the OutgoingMessage. */
  readonly body: string;
  readonly state: DeliveryState;
  readonly notBefore: number;
  readonly expiresAt: number;
  readonly fence: number;
  readonly tries: number;
  readonly openedAt: number | null;
  readonly messageId: string | null;
  readonly why: string | null;
}

/** A channel's persisted gate: nothing is sent to the whole channel before `until`. */
export interface ChannelGate {
  readonly channel: ChannelName;
  readonly state: "open" | "gated" | "exhausted" | "down";
  readonly until: number;
  readonly why: string | null;
  /** Refusals in a row without a stated waiting time. */
  readonly strikes: number;
  /** "2026-11" and the messages handed over in it. */
  readonly month: string;
  readonly monthCount: number;
}

/** Names of planning rules an officer may switch off: "d7", "d3", "d1", "d0", "overdue". */
export type Moment = "d7" | "d3" | "d1" | "d0" | "overdue";

/** What an officer chose with /nhacviec. Null means the office's default. */
export interface ReminderPreference {
  readonly officer: string;
  readonly moments: readonly Moment[] | null;
  /** "08:00" or any time outside quiet hours. */
  readonly at: string | null;
  readonly channel: ChannelName | null;
}

/** An admin's answer about a deadline that was past when the task was approved. */
export interface PastDecision {
  readonly task: string;
  readonly deadline: string;
  readonly choice: "remind" | "leave";
  readonly by: string;
  readonly at: number;
}
