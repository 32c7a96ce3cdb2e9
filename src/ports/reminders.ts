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

/**
 * Reminders and their deliveries: the truth about what is owed and what became of it. Each method is one durable
 * transaction. Every change of a delivery after its claim carries the fence of that claim.
 */
export interface ReminderStore {
  /** Begins a life of the service: claims of dead lives become ready again, their open sends become unclear. */
  boot(
    id: string,
    at: number,
  ): { readonly lastSeen: number | null; readonly recovered: number; readonly unclear: number };
  heartbeat(at: number): void;

  reminder(key: string): ReminderRow | null;
  /** Rows by due time; without a filter, all. */
  reminders(filter?: {
    readonly states?: readonly ReminderState[];
    readonly officer?: string;
    /** Those that went into this digest. */
    readonly digest?: string;
    readonly dueFrom?: number;
    readonly dueUntil?: number;
  }): readonly ReminderRow[];
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
  ): { readonly added: number; readonly superseded: number; readonly moved: number };
  /** Ends a reminder without a message. */
  end(key: string, state: "failed" | "uncertain" | "superseded" | "confirmed", why: string, at: number): void;
  acknowledge(key: string, evidence: string, at: number): void;

  /** A message to hand over. "exists" when this copy for this channel was made before, or another one is open. */
  enqueue(
    delivery: Pick<
      DeliveryRow,
      "reminder" | "officer" | "channel" | "chat" | "copy" | "body" | "notBefore" | "expiresAt"
    >,
    at: number,
  ): "new" | "exists";
  /** Puts reminders into one digest, itself a planned reminder; their unsent deliveries are superseded. */
  fold(digest: Reminder & { readonly facts: string | null }, keys: readonly string[], at: number): void;
  /** First commit. Skips gated channels and chats that have a message in hand. */
  claim(now: number): DeliveryRow | null;
  /** Second commit, before the first byte leaves. False when the claim is no longer ours. */
  open(id: number, fence: number, at: number): boolean;
  /** Gives a claim back unsent: to wait, or superseded with its reminder planned anew. */
  giveBack(
    id: number,
    fence: number,
    to:
      | { readonly state: "ready"; readonly notBefore: number }
      | { readonly state: "superseded"; readonly why: string },
    at: number,
  ): void;
  close(id: number, fence: number, end: DeliveryEnd, at: number): void;
  deliveries(reminder: string): readonly DeliveryRow[];
  /** Provably unsent first copies whose time has passed. */
  lapsed(now: number): readonly DeliveryRow[];
  /** Messages handed over to an officer since an instant, of whatever outcome but provably unsent. */
  handedOver(officer: string, since: number): number;

  gates(): readonly ChannelGate[];
  setGate(gate: ChannelGate): void;
  /** After the clock was set back: no wait lies further ahead than this. */
  clampWaits(latest: number): void;

  preferences(): readonly ReminderPreference[];
  prefer(preference: ReminderPreference): void;
  decisions(): readonly PastDecision[];
  decide(decision: PastDecision): void;
  /** Small facts of the engine itself: "hold", "reconciled". */
  note(name: string): string | null;
  setNote(name: string, value: string | null): void;
  /** Keys of rows that contradict themselves; empty in a sound book. */
  contradictions(): readonly { readonly key: string; readonly what: string }[];
}
