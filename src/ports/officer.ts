import type { AskedWords, ReplyEnd } from "../domain/console.ts";
import type { ChannelName, OutgoingMessage } from "../domain/conversation.ts";
import type { KeptRequest, Officer, WorkRequest } from "../domain/people.ts";
import type { Moment, ReminderPreference } from "../domain/reminder.ts";
import type { DraftedReport } from "../domain/report.ts";
import type { Task } from "../domain/task.ts";

/** A task that waits for a person's decision. */
export interface WaitingTask {
  readonly task: Task;
  readonly code: string;
  /** "Kế hoạch của UBND xã Thanh Thủy, mục IV.1". */
  readonly source: string;
  /** What the words were when somebody last decided about them; null for a new task. */
  readonly before: { readonly quote: string; readonly decision: "approved" | "rejected" } | null;
}

export interface FigureRow {
  readonly code: string;
  readonly statement: string;
  /** Summed over the places that sent; null when nobody has. */
  readonly sum: { readonly done: number; readonly of: number | null } | null;
  readonly sent: readonly string[];
  readonly missing: readonly string[];
}

/** Why a figure is read back before it counts. */
export type FigureDoubt =
  /** Words, a share or a comma stand there that were not taken. */
  | "unsure"
  /** Nobody has named this place before. */
  | "unknown_place"
  /** Less than the period before. */
  | "falls";

export interface FigureLine {
  readonly code: string;
  readonly place: string;
  readonly done: number;
  readonly of: number | null;
  /** Of a kept figure, what it replaces; of one read back, that of the period before. */
  readonly before: { readonly done: number; readonly of: number | null } | null;
}

/** What came of the words after /solieu. */
export type FigureOutcome =
  | { readonly kind: "board"; readonly period: string; readonly rows: readonly FigureRow[] }
  | {
      readonly kind: "entered";
      readonly period: string;
      readonly figures: readonly FigureLine[];
      readonly rows: readonly FigureRow[];
    }
  /** Nothing is kept yet; the words under `confirm`, sent back, keep what is shown. */
  | {
      readonly kind: "check";
      readonly period: string;
      readonly figures: readonly (FigureLine & { readonly doubts: readonly FigureDoubt[] })[];
      readonly confirm: string;
    }
  | {
      readonly kind: "removed";
      readonly period: string;
      readonly code: string;
      readonly place: string;
      readonly rows: readonly FigureRow[];
    }
  | {
      readonly kind: "problem";
      readonly problem:
        | "no_code"
        | "unknown_code"
        | "no_number"
        | "no_place"
        | "two_places"
        | "too_many"
        | "share"
        | "which_number"
        | "nothing_sent"
        | "no_targets"
        | "period_ahead";
      /** The line, or the part of it, that the problem is about; "" for the whole. */
      readonly line: string;
    };

/** A photo that came with a report. */
export interface Evidence {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Requests and what leaders do about work. */
export interface WorkDesk {
  /** Keeps a request and owes a word to those who decide; their names. */
  ask(officer: Officer, request: RequestedWork): Promise<readonly string[]>;
  /** Undecided requests of the officer's place. */
  open(officer: Officer): Promise<readonly KeptRequest[]>;
  /** Takes back the officer's own newest request made since an instant, UTC ms, that nobody has decided. */
  withdraw(officer: Officer, since: number): Promise<KeptRequest | null>;
  /**
   * Null when there is none that this officer may decide, or somebody has. The asker hears of it, and so do those whose
   * work it changes. A hand-over to nobody in particular cannot be granted: it is given to a body.
   */
  decide(
    officer: Officer,
    number: number,
    decision: "granted" | "returned",
  ): Promise<KeptRequest | "body_missing" | null>;
  /** A leader's word, in force at once. */
  give(officer: Officer, request: RequestedWork): Promise<void>;
  /** Owes this officer one more reminder about a task at an instant, UTC ms. */
  again(officer: Officer, task: string, at: number): Promise<void>;
  /** Asks the people of the lead bodies how these tasks stand; how many hear it. */
  nudge(leader: Officer, tasks: readonly Task[]): Promise<number>;
}

export type RequestedWork = Pick<WorkRequest, "kind" | "task" | "period" | "until" | "to" | "note">;

/** What officers' commands ask of the reminders, the figures and the reports. */
export interface OfficerService {
  /** Notes that reminders have arrived: of one task, or all of late. Returns how many. */
  confirm(officer: Officer, task: string | null): Promise<number>;
  /** Deadlines that were past when their task was approved and wait for a word. */
  pastDeadlines(officer: Officer): Promise<
    readonly {
      readonly task: Task;
      readonly code: string;
      readonly deadline: string;
    }[]
  >;
  decidePast(task: string, choice: "remind" | "leave", by: Officer): Promise<boolean>;
  preference(officer: Officer): Promise<Omit<ReminderPreference, "officer">>;
  /** False when the time lies in quiet hours. */
  prefer(officer: Officer, preference: Omit<ReminderPreference, "officer">): Promise<boolean>;
  /** Channels on which this officer can be reminded. */
  channels(officer: Officer): Promise<readonly ChannelName[]>;
  waiting(officer: Officer): Promise<readonly WaitingTask[]>;
  review(task: Task, decision: "approved" | "rejected", by: Officer): Promise<void>;
  figures(officer: Officer, words: string): Promise<FigureOutcome>;
  /** Sets who is expected to send figures; an empty list means whoever has sent before. */
  expect(officer: Officer, places: readonly string[]): Promise<void>;
  /** Tasks, results and figures of this year as an Excel file; null before the first load. */
  workbook(officer: Officer): Promise<NonNullable<OutgoingMessage["file"]> | null>;
  /** The newest photos sent with reports on a task, and how many there are in all; those that are gone are left out. */
  evidence(task: string): Promise<{ readonly files: readonly Evidence[]; readonly count: number }>;
  readonly desk: WorkDesk;
  /** The draft for a period in words; null when the words name none. */
  report(officer: Officer, words: string): Promise<DraftedReport | null>;
  /** The address of the officer's deadlines for a calendar program; null when the service has no public address. */
  calendar(officer: Officer, renew: boolean): Promise<string | null>;
}

export const MOMENTS: readonly Moment[] = ["d7", "d3", "d1", "d0", "overdue"];

/** What became of a resident's wish to have a person answer. */
export type HandedOver =
  /** Officers are told in their own chats. */
  | { readonly kind: "told"; readonly code: string }
  /** It stands in the console, and nobody is told at once. */
  | { readonly kind: "kept"; readonly code: string }
  | { readonly kind: "nobody" }
  | { readonly kind: "off"; readonly reason: string };

export interface WaitingQuestion extends AskedWords {
  readonly question: string;
  /** Given to this officer by name. */
  readonly mine: boolean;
}

/** Residents' questions, as officers answer them from their own chats. */
export interface HandoverInbox {
  /** What this officer may answer, the officer's own first. */
  waiting(officer: Officer): Promise<readonly WaitingQuestion[]>;
  /** Who has answered a question that this officer might have; null when nobody has. */
  answeredBy(officer: Officer, code: string): Promise<string | null>;
  answer(officer: Officer, code: string, text: string): Promise<ReplyEnd>;
}
