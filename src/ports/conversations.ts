import type { Trace } from "../domain/console.ts";
import type {
  Answered,
  ChannelName,
  ChatKey,
  IncomingMessage,
  Question,
  Topic,
} from "../domain/conversation.ts";
import type { DocumentId, LocalitySlug } from "../domain/document.ts";

/** What is kept of one chat between messages. Plain JSON. */
export interface ChatState {
  readonly locality: LocalitySlug | null;
  readonly topic: Topic | null;
  /** A guide being walked: which, and the step shown last (1-based). */
  readonly walk: { readonly guide: DocumentId; readonly step: number } | null;
  /** The rest of a long answer, for "xem tiếp". */
  readonly more: string | null;
  /** Numbered choices on the screen, for channels without buttons. */
  readonly menu: readonly { readonly label: string; readonly value: string }[];
  /** UTC ms of the first notice; null before it was given. */
  readonly greetedAt: number | null;
  readonly slow: boolean;
  /** Codes of the tasks listed last, in the order of their numbers; absent in states of earlier versions. */
  readonly list?: readonly string[];
  /** The answer or step shown last, to be said again, shorter, or aloud. */
  readonly said?: string;
  /** The last question's number in the log, for a word about its answer; absent in states of earlier versions. */
  readonly asked?: number;
}

/** Incoming messages: durable before acknowledged, processed once, in order within a chat. */
export interface Inbox {
  /** Durable when the promise settles. */
  store(message: IncomingMessage, receivedAt: number): Promise<"new" | "seen">;
  /** Oldest waiting message of a chat that has none in work; claims it for this process. */
  take(): Promise<IncomingMessage | null>;
  /** Called before the first reply leaves; after a crash such a message is not answered a second time. */
  replying(channel: ChannelName, key: string): Promise<void>;
  finish(channel: ChannelName, key: string, state: "answered" | "dropped" | "unclear"): Promise<void>;
  /** Counts a failure; after three, or at once when its reply has begun to leave, the message is quarantined. */
  fail(channel: ChannelName, key: string): Promise<"retry" | "quarantined">;
  waiting(): Promise<number>;
  /** UTC ms at which the chat's last message came; null when none is known. */
  lastHeard(key: ChatKey): Promise<number | null>;
  /** Removes texts received before this instant; keys are kept for deduplication. */
  forgetBefore(receivedAt: number): Promise<number>;
}

export interface Chats {
  load(key: ChatKey): Promise<ChatState | null>;
  save(key: ChatKey, state: ChatState, at: number): Promise<void>;
  /** Removes everything kept of a chat, at once and irrecoverably; returns the number of rows. */
  forget(key: ChatKey): Promise<number>;
  /** Removes what is kept of chats that have been silent since this instant; an officer keeps the place chosen. */
  forgetBefore(at: number): Promise<number>;
}

/** Questions for the office to learn from; texts are removed after the retention period. */
export interface QuestionLog {
  record(entry: {
    readonly at: number;
    readonly chat: ChatKey;
    readonly locality: LocalitySlug | null;
    readonly text: string;
    readonly status: string;
    readonly intent: string;
    readonly edition: string;
    readonly ms: number;
    /** What came of it, for the console; absent where nothing may be kept. Removed with the text. */
    readonly trace?: Trace;
  }): Promise<number>;
  /** False when the question is not, or no longer, of this chat. The reason is one of the wording's keys. */
  rate(id: number, chat: ChatKey, good: boolean, reason: string | null): Promise<boolean>;
  /** Removes the texts of questions asked before this instant; counts stay. Returns how many were removed. */
  forgetBefore(at: number): Promise<number>;
}

/** Question to answer, over one edition. */
export type Ask = (question: Question, topic: Topic | null) => Promise<Answered>;
