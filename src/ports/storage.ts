import type { ChannelName } from "../domain/conversation.ts";
import type { MonthlyCounter, TokenVault } from "./channels.ts";
import type { ConsoleStore } from "./console-storage.ts";
import type { Chats, Inbox, QuestionLog } from "./conversations.ts";
import type { KnowledgeStorage } from "./knowledge.ts";
import type { FigureStore, PeopleStore, RequestStore, TaskStore } from "./people.ts";
import type { ReminderStore } from "./reminders.ts";

export interface Storage {
  readonly knowledge: KnowledgeStorage;
  readonly inbox: Inbox;
  readonly chats: Chats;
  readonly people: PeopleStore;
  readonly tasks: TaskStore;
  readonly reminders: ReminderStore;
  readonly figures: FigureStore;
  readonly requests: RequestStore;
  readonly questions: QuestionLog;
  readonly console: ConsoleStore;
  /** Messages sent by one channel, by month. */
  counter(channel: ChannelName): MonthlyCounter;
  readonly oaTokens: TokenVault;
  /** UTC ms at which a backup was restored and nobody has looked yet; null in ordinary service. */
  restoredAt(): Promise<number | null>;
  /** A person has looked: ordinary service from here on. */
  acceptRestore(): Promise<void>;
  /** Whether another process (a command line) has changed anything since this was last asked. Cheap. */
  changedElsewhere(): Promise<boolean>;
  close(): Promise<void>;
}

/** A damaged or locked store, in the operator's language with the way out. */
export class StorageError extends Error {}
