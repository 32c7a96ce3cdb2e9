import type {
  Answered,
  ChannelName,
  ChatKey,
  Delivery,
  IncomingMessage,
  OutgoingMessage,
  Question,
  Topic,
} from "./domain/conversation.ts";
import type { DocumentId, LocalitySlug } from "./domain/document.ts";
import type { LogEvent } from "./domain/event.ts";
import type { Edition, UnderstoodDocument } from "./domain/knowledge.ts";
import type { ChatLink, Officer, Role, TaskProgress, TaskReview } from "./domain/people.ts";

/** Wall time in UTC ms, and a monotonic time in ms for durations. */
export interface Clock {
  now(): number;
  mono(): number;
}

export type Log = (event: LogEvent) => void;

// ── Models ──────────────────────────────────────────────────────────────────────────────────────────────

export class ModelError extends Error {
  readonly reason: "unreachable" | "timeout" | "refused" | "bad_answer" | "too_large";
  constructor(reason: ModelError["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Texts to unit-length vectors. The fingerprint changes whenever the vectors would. */
export interface Embedder {
  readonly fingerprint: string;
  readonly dimensions: number;
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
}

/** A language model behind a switch. Answers JSON text matching the request's shape, or throws ModelError. */
export interface ChatModel {
  readonly name: string;
  complete(
    request: { readonly system: string; readonly user: string; readonly maxTokens: number },
    signal: AbortSignal,
  ): Promise<string>;
}

// ── Knowledge ───────────────────────────────────────────────────────────────────────────────────────────

/** Nearest passages by meaning. Labels are positions in `passagesOf(edition)`; score is cosine, greater is nearer. */
export interface VectorIndex {
  readonly kind: "hnsw" | "exact";
  readonly size: number;
  search(
    vector: Float32Array,
    k: number,
    allow?: (label: number) => boolean,
  ): readonly { readonly label: number; readonly score: number }[];
}

/** An edition opened for answering. Readers keep the one they started with. */
export interface LiveEdition {
  readonly edition: Edition;
  readonly vectors: VectorIndex | null;
  /** Fingerprint of the embedder the vectors came from. */
  readonly embedder: string | null;
}

export interface EditionSummary {
  readonly id: string;
  readonly createdAt: string;
  readonly documents: number;
  readonly passages: number;
  readonly live: boolean;
}

export interface PublishRequest {
  readonly edition: Edition;
  /** For each document, the key under which its understanding is kept (hash of file, side file and reader version). */
  readonly keys: ReadonlyMap<DocumentId, string>;
  /** One vector per passage of the edition, in order; null when no embedder is available. */
  readonly vectors: readonly Float32Array[] | null;
  readonly embedder: { readonly fingerprint: string; readonly dimensions: number } | null;
  readonly onStep?: (step: PublishStep) => void;
}

/** How far a publication has come; only the last one changes what is answered. */
export type PublishStep = "texts_kept" | "index_written" | "index_verified" | "index_moved" | "pointer_moved";

export interface KnowledgeStorage {
  /**
   * The live edition, verified; null when there is none. Falls back to exact search or to the newest whole edition.
   * Cheap while the pointer stands still, so that it may be asked for each question.
   */
  current(): Promise<LiveEdition | null>;
  editions(): readonly EditionSummary[];
  understood(key: string): UnderstoodDocument | null;
  /** The last good version of a document in the live edition, with its key. */
  lastGood(doc: DocumentId): { readonly key: string; readonly document: UnderstoodDocument } | null;
  /** Vectors kept for these texts (by sha256) and this embedder; what is absent must be embedded. */
  keptVectors(fingerprint: string, hashes: readonly string[]): ReadonlyMap<string, Float32Array>;
  /** Writes beside, verifies with a canary query, then moves one pointer. Throws and leaves the old edition live otherwise. */
  publish(request: PublishRequest): Promise<LiveEdition>;
  /** Makes an earlier edition live again. */
  activate(id: string): Promise<LiveEdition>;
}

// ── Conversations ───────────────────────────────────────────────────────────────────────────────────────

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
}

export type InboxState = "received" | "replying" | "answered" | "unclear" | "quarantined" | "dropped";

/** Incoming messages: durable before acknowledged, processed once, in order within a chat. */
export interface Inbox {
  /** Durable when the promise settles. */
  store(message: IncomingMessage, receivedAt: number): Promise<"new" | "seen">;
  /** Oldest waiting message of a chat that has none in work; claims it for this process. */
  take(): IncomingMessage | null;
  /** Called before the first reply leaves; after a crash such a message is not answered a second time. */
  replying(channel: ChannelName, key: string): void;
  finish(channel: ChannelName, key: string, state: "answered" | "dropped" | "unclear"): void;
  /** Counts a failure; after three, or at once when its reply has begun to leave, the message is quarantined. */
  fail(channel: ChannelName, key: string): "retry" | "quarantined";
  waiting(): number;
  /** Removes texts received before this instant; keys are kept for deduplication. */
  forgetBefore(receivedAt: number): number;
}

export interface Chats {
  load(key: ChatKey): ChatState | null;
  save(key: ChatKey, state: ChatState, at: number): void;
  /** Removes everything kept of a chat, at once and irrecoverably; returns the number of rows. */
  forget(key: ChatKey): number;
}

export interface People {
  officerOf(key: ChatKey): Officer | null;
  officers(): readonly Officer[];
  links(officer: string): readonly ChatLink[];
  save(officer: Officer): void;
  /** A one-time code, kept only as a hash; valid until `expiresAt`. */
  invite(officer: string, codeHash: string, expiresAt: number): void;
  /** Binds the chat when the code is valid and unused; counts wrong tries per chat. */
  redeem(codeHash: string, key: ChatKey, now: number): Officer | "unknown" | "expired" | "too_many_tries";
  unlink(key: ChatKey): void;
  audit(at: number, actor: string, action: string, subject: string): void;
}

export interface TaskBook {
  reviews(): readonly TaskReview[];
  review(review: TaskReview): void;
  /** The newest word of each officer on each task, oldest first. */
  progress(): readonly TaskProgress[];
  report(progress: TaskProgress): void;
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
  }): number;
  rate(id: number, good: boolean, reason: string | null): void;
  /** Removes the texts of questions asked before this instant; counts stay. Returns how many were removed. */
  forgetBefore(at: number): number;
}

export interface Storage {
  readonly knowledge: KnowledgeStorage;
  readonly inbox: Inbox;
  readonly chats: Chats;
  readonly people: People;
  readonly tasks: TaskBook;
  readonly questions: QuestionLog;
  /** UTC ms at which a backup was restored and nobody has looked yet; null in ordinary service. */
  restoredAt(): number | null;
  /** A person has looked: ordinary service from here on. */
  acceptRestore(): void;
  close(): void;
}

/** A damaged or locked store, in the operator's language with the way out. */
export class StorageError extends Error {}

// ── Channels ────────────────────────────────────────────────────────────────────────────────────────────

export interface ChannelCapabilities {
  /** UTF-16 units one message may hold. */
  readonly maxText: number;
  readonly buttons: "none" | "text" | "callback";
  readonly canEdit: boolean;
  readonly canSendFile: boolean;
  /** Hours after the person's last message in which the channel delivers; null when it has no window. */
  readonly replyWindowHours: number | null;
}

export interface Channel {
  readonly name: ChannelName;
  readonly capabilities: ChannelCapabilities;
  /** Begins to receive; `receive` resolves when the message is durable, and only then may it be acknowledged. */
  start(receive: (message: IncomingMessage) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
  /** One attempt for one message that already fits `maxText`. Never throws. */
  send(chat: string, message: OutgoingMessage, signal?: AbortSignal): Promise<Delivery>;
  typing?(chat: string): Promise<void>;
  /** Fetches an attachment of an incoming message, up to `maxBytes`. */
  fetch?(attachment: string, maxBytes: number, signal?: AbortSignal): Promise<Uint8Array>;
  /** Webhook entry, when the channel is fed over HTTP: path under /webhook/, returns the HTTP status to answer. */
  readonly webhook?: {
    readonly path: string;
    accept(headers: Headers, body: Uint8Array): Promise<{ readonly status: number }>;
  };
  state(): { readonly up: boolean; readonly detail: string };
}

// ── What the parts offer each other through app.ts ──────────────────────────────────────────────────────

/** Question to answer, over one edition. */
export type Ask = (question: Question, topic: Topic | null) => Promise<Answered>;

export interface Roles {
  readonly role: Role | "resident";
}
