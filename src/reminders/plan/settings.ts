import type { ChannelName, Delivery, OutgoingMessage } from "../../domain/conversation.ts";
import type { ChatLink, Officer, TaskProgress } from "../../domain/people.ts";
import type { ApprovedTask } from "../../domain/reminder.ts";
import type { Task } from "../../domain/task.ts";
import type { Clock, Log } from "../../ports/clock.ts";
import type { ReminderStore } from "../../ports/reminders.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { SameUnit } from "../ledger/recipients.ts";
import type { ReminderRule } from "./rules.ts";

/** All durations in ms. */
export interface ReminderSettings {
  readonly tickMs: number;
  /** Messages on their way at the same time. */
  readonly workers: number;
  /** "hold" never makes the marked copy: for an office that prefers to telephone. */
  readonly unclearPolicy: "marked_once" | "hold";
  readonly unclearWaitMs: number;
  /** Overdue by more than this, a reminder joins a digest. */
  readonly lateAfterMs: number;
  readonly perHour: number;
  readonly perDay: number;
  readonly backoffMs: { readonly first: number; readonly most: number };
  /** Rest of a channel after a refusal that names no waiting time; the last one repeats. */
  readonly quotaRestMs: readonly number[];
  /** A channel that rests longer than this hands its messages to the officer's next one. */
  readonly moveAfterMs: number;
  readonly downRestMs: number;
  readonly reconcileEveryMs: number;
  readonly beatEveryMs: number;
  /** A difference of wall and monotonic time above this is a clock jump. */
  readonly jumpMs: number;
  readonly pauseAfterJumpMs: number;
  /** A longer silence than this sends nothing before an admin has looked. */
  readonly holdAfterGapMs: number;
  /** Channels on which each officer has one list that is edited in place. */
  readonly boardChannels: readonly ChannelName[];
  /** Messages a month per channel; absent means no cap. */
  readonly monthlyCaps: Partial<Readonly<Record<ChannelName, number>>>;
  /** Hours after a person's last message in which the channel delivers. */
  readonly replyWindowHours: Partial<Readonly<Record<ChannelName, number>>>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const DEFAULT_SETTINGS: ReminderSettings = {
  tickMs: 5000,
  workers: 3,
  unclearPolicy: "marked_once",
  unclearWaitMs: 90_000,
  lateAfterMs: HOUR,
  perHour: 3,
  perDay: 8,
  backoffMs: { first: 2000, most: 5 * MINUTE },
  quotaRestMs: [15 * MINUTE, HOUR],
  moveAfterMs: 10 * MINUTE,
  downRestMs: 10 * MINUTE,
  reconcileEveryMs: HOUR,
  beatEveryMs: MINUTE,
  jumpMs: 5 * MINUTE,
  pauseAfterJumpMs: MINUTE,
  holdAfterGapMs: 30 * 24 * HOUR,
  boardChannels: ["telegram"],
  monthlyCaps: { zalo_bot: 3000 },
  replyWindowHours: { zalo_oa: 48 },
};

/** Named moments of a delivery, for tests that kill the process there. */
export type CrashPoint =
  | "after_claim"
  | "before_send"
  | "after_send"
  | "after_mark"
  | "after_fold"
  | "after_reconcile";

/** A resident's question waits for an officer. Only its code is kept here: the words go when the resident says so. */
export interface AskedNotice {
  readonly what: "asked";
  readonly code: string;
}

/** An approved task that a newer text changed: its id, and what it is now with the hash of its words; null where it is gone. */
export interface AmendedItem {
  readonly task: string;
  readonly after: string | null;
}

/** What the office tells an officer about work; only numbers and ids are kept, the words are made when it goes out. */
export type WorkNotice =
  /** Somebody asks for more time, another body, help. */
  | { readonly what: "request"; readonly number: number }
  /** The one who asked hears what was decided. */
  | { readonly what: "decided"; readonly number: number }
  /** A task is now this officer's body's, by a decision of the office. */
  | { readonly what: "given"; readonly number: number }
  /** The office has set another day for a task of this officer's body. */
  | { readonly what: "moved"; readonly number: number }
  /** What was approved between two instants, UTC ms. */
  | { readonly what: "new_work"; readonly from: number; readonly to: number }
  /** A newer text of a plan changed or dropped approved work. */
  | { readonly what: "amended"; readonly doc: string; readonly items: readonly AmendedItem[] }
  /** A reminder that the officer asked for. */
  | { readonly what: "again"; readonly task: string }
  /** A leader asks how these stand. */
  | { readonly what: "nudge"; readonly by: string; readonly tasks: readonly string[] };

export type OfficeNotice = AskedNotice | WorkNotice;

/** What the reminders need of the rest of the service. */
export interface EngineDeps {
  readonly book: ReminderStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly tasks: () => Promise<readonly ApprovedTask[]>;
  readonly progress: () => Promise<readonly TaskProgress[]>;
  readonly officers: () => Promise<readonly Officer[]>;
  readonly links: (officer: string) => Promise<readonly ChatLink[]>;
  readonly calendar: () => Calendar;
  /** One attempt; its end tells unsent from unclear. A throw counts as unclear. */
  readonly send: (channel: ChannelName, chat: string, message: OutgoingMessage) => Promise<Delivery>;
  /** Channels that are set up; without it, all on which a person can be reached. */
  readonly channels?: readonly ChannelName[];
  readonly rules?: readonly ReminderRule[];
  readonly same?: SameUnit;
  /** A task's source in words: "Kế hoạch của UBND xã Thanh Thủy, mục IV.1". */
  readonly source?: (task: Task) => string;
  /** The words of a notice; null when there is nothing left to say. */
  readonly notice?: (notice: OfficeNotice, officer: Officer) => Promise<OutgoingMessage | null>;
  /** How many requests wait for this officer's decision. */
  readonly waitingRequests?: (officer: Officer) => Promise<number>;
  /** UTC ms of a person's last message in a chat, for channels with a reply window. */
  readonly lastHeard?: (channel: ChannelName, chat: string) => Promise<number | null>;
  /** The chat is closed to us for good: blocked or gone. */
  readonly chatRefused?: (channel: ChannelName, chat: string, code: string) => Promise<void>;
  /** When the store was restored from a backup and nobody has accepted that yet. */
  readonly restoredAt?: () => Promise<number | null>;
  readonly acceptRestore?: () => Promise<void>;
  /** Whether something was decided outside this process (on a command line) since this was last asked. */
  readonly changedElsewhere?: () => Promise<boolean>;
  readonly settings?: Partial<ReminderSettings>;
  /** Named crash points. */
  readonly hook?: (point: CrashPoint) => void;
}
