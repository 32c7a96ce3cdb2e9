import type { ReplyEnd } from "../domain/console.ts";
import type { ChannelName, ExplainLine } from "../domain/conversation.ts";
import type { DocumentId, LocalitySlug } from "../domain/document.ts";
import type { Edition, ReloadReport } from "../domain/knowledge.ts";
import type { Officer, TaskProgress, TaskReview } from "../domain/people.ts";
import type { ReminderRow } from "../domain/reminder.ts";
import type { DraftedReport } from "../domain/report.ts";
import type { Task } from "../domain/task.ts";
import type { Clock, Log } from "./clock.ts";
import type { ConsoleStore } from "./console-storage.ts";
import type { EditionSummary } from "./knowledge.ts";
import type { Evidence, WorkDesk } from "./officer.ts";
import type { PeopleStore } from "./people.ts";

/** All that the console asks of the rest of the service. */
export interface ConsoleParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly people: PeopleStore;
  readonly store: ConsoleStore;
  readonly officeName: string;
  /** Days for which texts of questions are kept. */
  readonly keptDays: number;
  readonly knowledge: KnowledgeService;
  readonly papers: UploadService;
  readonly data: OfficeFileService;
  readonly tasks: TaskReviewService;
  readonly requests: Pick<WorkDesk, "open" | "decide">;
  readonly reminders: ReminderService;
  readonly channels: () => readonly ChannelView[];
  readonly handOvers: HandoverService;
  /** The periodic report of the officer's place, as /baocao drafts it; null when it cannot be drafted now. */
  readonly draft: (officer: Officer, period: string) => Promise<DraftedReport | null>;
  /** Called after people, reviews or switches changed. */
  readonly changed: () => Promise<void>;
}

export interface ChannelView {
  readonly name: ChannelName;
  readonly up: boolean;
  readonly detail: string;
}

export interface Progress {
  readonly running: boolean;
  readonly phase: "read" | "embed" | "publish" | null;
  readonly done: number;
  readonly total: number;
}

export interface KnowledgeService {
  edition(): Edition | null;
  editions(): Promise<readonly EditionSummary[]>;
  /** Keeps answering from this edition, over restarts too, until the next reload. */
  activate(id: string): Promise<void>;
  /** Begins; who asks while one runs gets that one. */
  reload(): Promise<ReloadReport>;
  progress(): Progress;
  lastReport(): ReloadReport | null;
  why(question: string, locality: LocalitySlug | null): Promise<Why>;
}

export interface WhyHit {
  readonly doc: DocumentId;
  readonly section: string;
  readonly text: string;
  readonly locality: LocalitySlug | null;
  readonly words: number;
  readonly meaning: number;
  readonly score: number;
  readonly coverage: number;
}

/** How a question is answered, step by step. */
export interface Why {
  readonly status: string;
  readonly text: string;
  readonly lines: readonly ExplainLine[];
  readonly hits: readonly WhyHit[];
  readonly ms: number;
}

/** What was understood of one paper, worded for people. */
export interface PaperView {
  readonly card: readonly { readonly label: string; readonly value: string; readonly words: string | null }[];
  readonly look: readonly { readonly place: string; readonly message: string; readonly words: string }[];
  readonly outline: readonly { readonly depth: number; readonly label: string; readonly title: string }[];
  readonly targets: readonly (readonly string[])[];
  readonly tasks: readonly (readonly string[])[];
}

export type EditableField =
  | "title"
  | "number"
  | "date"
  | "place"
  | "issuer"
  | "signer"
  | "period"
  | "locality";

/** What an upload would change, before it changes anything. */
export type DryRun =
  | { readonly state: "reading" }
  | { readonly state: "unread"; readonly reason: string }
  | {
      readonly state: "ready";
      /** Title of the document it replaces; null when it is new. */
      readonly replaces: string | null;
      readonly view: PaperView;
      readonly added: readonly string[];
      readonly removed: readonly string[];
      readonly unchanged: number;
      /** Changed deadlines, figures and units. */
      readonly changes: readonly string[];
    };

export interface UploadService {
  view(doc: DocumentId): PaperView | null;
  /** Corrections written beside a paper, by field. */
  side(doc: DocumentId): Promise<Readonly<Partial<Record<EditableField, string>>>>;
  /** Null when saved; otherwise what is wrong. */
  saveSide(doc: DocumentId, fields: Readonly<Partial<Record<EditableField, string>>>): Promise<string | null>;
  /** Whether the paper lies in the folder, so that it can be corrected. */
  isPaper(doc: DocumentId): boolean;
  /** Keeps the bytes under a random name and begins the dry run. */
  stage(upload: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly doc: DocumentId;
    readonly locality: LocalitySlug;
    readonly by: string;
  }): Promise<{ readonly id: string } | { readonly problem: string }>;
  dryRun(id: string): Promise<DryRun>;
  /** Moves the file into the knowledge folder and reloads. */
  publish(id: string): Promise<ReloadReport>;
  discard(id: string): Promise<void>;
}

export interface TaskView {
  readonly task: Task;
  /** With a person's corrections. */
  readonly corrected: Task;
  readonly code: string;
  readonly source: string;
  readonly review: TaskReview | null;
}

export interface DutyView {
  readonly task: Task;
  readonly code: string;
  readonly group: string;
  readonly due: { readonly deadline: string; readonly daysLeft: number } | null;
  readonly report: { readonly state: string; readonly officer: string } | null;
  /** What was said of it in this period, oldest first. */
  readonly said: readonly TaskProgress[];
  /** Keys of the photos that came with it. */
  readonly photos: readonly string[];
}

export interface TaskReviewService {
  all(): Promise<readonly TaskView[]>;
  find(id: string): Promise<TaskView | null>;
  decide(
    task: Task,
    decision: "approved" | "rejected",
    correction: Partial<Task> | null,
    by: string,
    at: number,
  ): Promise<void>;
  duties(officer: Officer): Promise<readonly DutyView[]>;
  /** A photo that came with a report, by its key; null when it is gone. */
  photo(task: string, key: string): Promise<Evidence | null>;
}

export interface ReminderService {
  undelivered(): Promise<
    readonly {
      readonly row: ReminderRow;
      readonly reason: string;
      readonly needsPerson: boolean;
    }[]
  >;
  reminder(key: string): Promise<ReminderRow | null>;
  counts(since: number): Promise<Readonly<Record<string, number>>>;
  markTold(key: string, by: string): Promise<void>;
  resend(key: string, by: string): Promise<boolean>;
  /** Deadlines that were past when their task was approved. */
  pastDeadlines(): Promise<readonly { readonly task: string; readonly deadline: string }[]>;
  decide(task: string, choice: "remind" | "leave", by: string): Promise<boolean>;
  gaps(): Promise<readonly { readonly what: string; readonly task: string | null }[]>;
  hold(): Promise<{ readonly why: "restored" | "long_gap"; readonly waiting: number } | null>;
  release(choice: "send" | "discard"): Promise<void>;
}

/** Somebody who may be given a question; who is not bound to a chat only sees it here. */
export interface Answerer {
  readonly officer: Officer;
  readonly bound: boolean;
}

export interface HandoverService {
  /** Who can answer questions of this place. */
  candidates(locality: LocalitySlug | null): Promise<readonly Answerer[]>;
  /** Gives a question to an officer, who is told; null opens it to all again. False when it needs nobody any more. */
  assign(code: string, assignee: string | null, by: string): Promise<boolean>;
  /** Takes an unanswered question up, so that it can be assigned and answered; its code, or null when it is forgotten. */
  take(question: number): Promise<string | null>;
  /** Hands a person's words to the asker. */
  answer(officer: Officer, code: string, text: string): Promise<ReplyEnd>;
}

/** What an office file's new text would change, before it changes anything. */
export type DataEffect =
  | { readonly fault: string }
  | {
      readonly fault: null;
      /** Entries added, removed and changed. */
      readonly changes: readonly string[];
      /** What would no longer work that works now. */
      readonly warnings: readonly string[];
    };

/** Office files such as "hotlines.yaml". */
export interface OfficeFileService {
  /** Empty when there is no such file. */
  text(name: string): Promise<string>;
  effect(name: string, text: string): Promise<DataEffect>;
  /** Instants (UTC ms) at which a good text was replaced, newest first. */
  versions(name: string): Promise<readonly number[]>;
  version(name: string, at: number): Promise<string | null>;
  /** Keeps the last good text, writes, reloads; puts the last good text back when the load refuses the new one. */
  save(name: string, text: string): Promise<ReloadReport>;
}
