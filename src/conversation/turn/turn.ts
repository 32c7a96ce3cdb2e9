import type { ChannelCapabilities, IncomingMessage, OutgoingMessage } from "../../domain/conversation.ts";
import type { Edition, ReloadReport } from "../../domain/knowledge.ts";
import type { Officer, TaskProgress } from "../../domain/people.ts";
import type { DaySaid } from "../../domain/reminder.ts";
import type { Task } from "../../domain/task.ts";
import type { Clock, Log } from "../../ports/clock.ts";
import type { Ask, ChatState, Chats, QuestionLog } from "../../ports/conversations.ts";
import type { Speech } from "../../ports/models.ts";
import type { HandedOver, HandoverInbox, OfficerService } from "../../ports/officer.ts";
import type { PeopleStore, TaskStore } from "../../ports/people.ts";
import type { Limits } from "./limits.ts";

/** One task from where an officer stands, as the reminders compute it. */
export interface DutyLine {
  readonly task: Task;
  /** "#TT-6F2K". */
  readonly code: string;
  /** False while nobody has approved it: it does not remind. */
  readonly approved: boolean;
  /** The plan has newer words for it, on which nobody has decided. */
  readonly amended?: boolean;
  readonly part: "lead" | "support" | "oversight";
  readonly group: string;
  readonly due: {
    readonly deadline: string;
    readonly daysLeft: number;
    readonly said: DaySaid;
    readonly byDefault: boolean;
    /** The plan's own day, where the office has set another one. */
    readonly planned?: string | null;
  } | null;
  /** Of recurring work, the occurrence that a word said now is about, by name. */
  readonly period: string | null;
  readonly report: TaskProgress | null;
}

export interface Office {
  /** "UBND xã Thanh Thủy"; said in the notice. */
  readonly name: string;
  /** How to reach a person, said as it is written here; null when the office has not filled it in. */
  readonly contact: string | null;
  /** Who is responsible for personal data; null when not filled in. */
  readonly dataContact: string | null;
  /** Days that the texts of questions are kept. */
  readonly keptDays: number;
}

export interface ConversationDeps {
  readonly ask: Ask;
  /** The live edition; null before the first load. */
  readonly knowledge: () => Edition | null;
  readonly chats: Chats;
  readonly people: PeopleStore;
  readonly tasks: TaskStore;
  readonly questions: QuestionLog;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: Limits;
  readonly capabilities: ChannelCapabilities;
  readonly office: Office;
  readonly duties: (officer: Officer) => Promise<readonly DutyLine[]>;
  readonly reload?: () => Promise<ReloadReport>;
  /** Hands a question to a person: that of this number in the log, or else these words. Null when there is none. */
  readonly handOver?: (
    message: IncomingMessage,
    question: string,
    asked: number | null,
  ) => Promise<HandedOver | null>;
  /** What officers need to answer residents; absent where nothing is handed over. */
  readonly answers?: HandoverInbox;
  /** Reads answers aloud; absent where the machine cannot. */
  readonly speech?: Speech;
  /** An attachment from an officer or admin; null when it is not for this person. */
  readonly attachment?: (
    message: IncomingMessage,
    officer: Officer,
  ) => Promise<readonly OutgoingMessage[] | null>;
  /** What officers' own commands need; absent where no reminders run. */
  readonly officers?: OfficerService;
  /** Commands of other parts, by name without slash; they win over the ones built in. */
  readonly commands?: Readonly<Record<string, Command>>;
}

/** All that a command sees of one message. */
export interface Turn {
  readonly message: IncomingMessage;
  /** What follows the command's name. */
  readonly words: string;
  readonly state: ChatState;
  /** Null for residents. Comes from the database by the sender, never from text. */
  readonly officer: Officer | null;
  /** "2026-11-21" in Viet Nam. */
  readonly today: string;
  readonly deps: ConversationDeps;
}

/** What is said, and what is kept; a null state means that nothing may be kept of this chat. */
export interface Reply {
  readonly messages: readonly OutgoingMessage[];
  readonly state: ChatState | null;
}

export interface Command {
  /** Who may use it; everyone else is told kindly how to connect. */
  readonly for: "everyone" | "officer" | "admin";
  run(turn: Turn): Reply | Promise<Reply>;
}
