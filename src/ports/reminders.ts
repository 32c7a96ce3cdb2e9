import type {
  ChannelGate,
  DeliveryRow,
  PastDecision,
  Reminder,
  ReminderPreference,
  ReminderRow,
  ReminderState,
} from "../domain/reminder.ts";

/** How an opened delivery ended, as the book keeps it. */
export type DeliveryEnd =
  | { readonly state: "sent"; readonly messageId: string | null }
  | {
      readonly state: "retry_wait";
      readonly notBefore: number;
      readonly counted: boolean;
      readonly why: string;
    }
  | { readonly state: "uncertain"; readonly why: string }
  | { readonly state: "failed"; readonly why: string };

/** How a channel stands from now on; what it has sent this month only `open` and `close` count. */
export type GateChange = Omit<ChannelGate, "month" | "monthCount">;

/**
 * Reminders and their deliveries: the truth about what is owed and what became of it. Each method is one durable
 * transaction. Every change of a delivery after its claim carries the fence of that claim.
 */
export interface ReminderStore {
  /** Begins a life of the service: claims of dead lives become ready again, their open sends become unclear. */
  boot(
    id: string,
    at: number,
  ): Promise<{ readonly lastSeen: number | null; readonly recovered: number; readonly unclear: number }>;
  heartbeat(at: number): Promise<void>;

  reminder(key: string): Promise<ReminderRow | null>;
  /** Rows by due time; without a filter, all. */
  reminders(filter?: {
    readonly states?: readonly ReminderState[];
    readonly officer?: string;
    /** Those that went into this digest. */
    readonly digest?: string;
    readonly dueFrom?: number;
    readonly dueUntil?: number;
  }): Promise<readonly ReminderRow[]>;
  /** What the reconciler found, in one transaction; returns how many rows really changed. */
  reconcile(
    change: {
      readonly add: readonly Reminder[];
      /** Planned, or delivering but provably unsent; what is being sent is left alone. */
      readonly supersede: readonly { readonly key: string; readonly why: string }[];
      readonly move: readonly Reminder[];
      readonly revive: readonly Reminder[];
    },
    at: number,
  ): Promise<{ readonly added: number; readonly superseded: number; readonly moved: number }>;
  /** Ends reminders without a message, all of them or none. */
  end(
    keys: readonly string[],
    state: "failed" | "uncertain" | "superseded" | "confirmed",
    why: string,
    at: number,
  ): Promise<void>;
  acknowledge(keys: readonly string[], evidence: string, at: number): Promise<void>;
  /** Ends a reminder and owes another one in its place; false, and nothing is changed, when that one's key is taken. */
  replace(
    key: string,
    by: Reminder & { readonly facts: string | null },
    why: string,
    at: number,
  ): Promise<boolean>;

  /** A message to hand over. "exists" when this copy for this channel was made before, or another one is open. */
  enqueue(
    delivery: Pick<
      DeliveryRow,
      "reminder" | "officer" | "channel" | "chat" | "copy" | "body" | "notBefore" | "expiresAt"
    >,
    at: number,
  ): Promise<"new" | "exists">;
  /** Puts reminders into one digest, itself a planned reminder; their unsent deliveries are superseded. */
  fold(
    digest: Reminder & { readonly facts: string | null },
    keys: readonly string[],
    at: number,
  ): Promise<void>;
  /** First commit. Skips gated channels and chats that have a message in hand. */
  claim(now: number): Promise<DeliveryRow | null>;
  /**
   * Second commit, before the first byte leaves. False when the claim is no longer ours, or the reminder has been ended
   * (a marked copy's: acknowledged) since the claim.
   */
  open(id: number, fence: number, at: number): Promise<boolean>;
  /** Gives a claim back unsent: to wait, or superseded with its reminder planned anew; and how its channel stands. */
  giveBack(
    id: number,
    fence: number,
    to:
      | { readonly state: "ready"; readonly notBefore: number }
      | { readonly state: "superseded"; readonly why: string },
    gate: GateChange | null,
    at: number,
  ): Promise<void>;
  /** Third commit: how the attempt ended, what that means for its reminder, and how its channel stands. */
  close(id: number, fence: number, end: DeliveryEnd, gate: GateChange | null, at: number): Promise<void>;
  deliveries(reminder: string): Promise<readonly DeliveryRow[]>;
  /** Messages that waited longer than they are useful: a first copy is owed again, a marked one goes to a person. */
  dropLapsed(now: number): Promise<void>;
  /** Every message that waits unsent is superseded, its reminder owed again. */
  takeBackWaiting(why: string, at: number): Promise<void>;
  /** Messages handed over to an officer since an instant, of whatever outcome but provably unsent. */
  handedOver(officer: string, since: number): Promise<number>;

  gates(): Promise<readonly ChannelGate[]>;
  setGate(gate: GateChange): Promise<void>;
  /** After the clock was set back: no wait lies further ahead than this. */
  clampWaits(latest: number): Promise<void>;

  preferences(): Promise<readonly ReminderPreference[]>;
  prefer(preference: ReminderPreference): Promise<void>;
  decisions(): Promise<readonly PastDecision[]>;
  decide(decision: PastDecision): Promise<void>;
  /** Small facts of the engine itself: "hold", "reconciled". */
  note(name: string): Promise<string | null>;
  setNote(name: string, value: string | null): Promise<void>;
  /** The note that stands, or this one from now on when there is none. */
  noteOnce(name: string, value: string): Promise<string>;
  /** Keys of rows that contradict themselves; empty in a sound book. */
  contradictions(): Promise<readonly { readonly key: string; readonly what: string }[]>;
}
