import type {
  AdminAccount,
  AdminSession,
  AskedQuestion,
  AuditRow,
  CuratedAnswer,
  Exchange,
  HandOver,
  Switch,
  Trace,
  Upload,
} from "./domain/console.ts";
import type {
  Answered,
  Button,
  ChannelCapabilities,
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
import type { FigureEntry } from "./domain/figure.ts";
import type { Edition, UnderstoodDocument } from "./domain/knowledge.ts";
import type { ChatLink, Officer, TaskProgress, TaskReview } from "./domain/people.ts";
import type {
  ChannelGate,
  DeliveryRow,
  PastDecision,
  Reminder,
  ReminderPreference,
  ReminderRow,
  ReminderState,
} from "./domain/reminder.ts";

/** Wall time in UTC ms, and a monotonic time in ms for durations. */
export interface Clock {
  now(): number;
  mono(): number;
}

export type Log = (event: LogEvent) => void;

// ── Models ──────────────────────────────────────────────────────────────────────────────────────────────

export class ModelError extends Error {
  readonly reason: "unreachable" | "timeout" | "refused" | "bad_answer" | "too_large" | "resting";
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
  /** The answer or step shown last, where it can be read aloud. */
  readonly said?: string;
  /** The last question's number in the log, for a word about its answer; absent in states of earlier versions. */
  readonly asked?: number;
}

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
  /** UTC ms at which the chat's last message came; null when none is known. */
  lastHeard(key: ChatKey): number | null;
  /** Removes texts received before this instant; keys are kept for deduplication. */
  forgetBefore(receivedAt: number): number;
}

export interface Chats {
  load(key: ChatKey): ChatState | null;
  save(key: ChatKey, state: ChatState, at: number): void;
  /** Removes everything kept of a chat, at once and irrecoverably; returns the number of rows. */
  forget(key: ChatKey): number;
  /** Removes what is kept of chats that have been silent since this instant; an officer keeps the place chosen. */
  forgetBefore(at: number): number;
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
export interface ReminderBook {
  /** Begins a life of the service: claims of dead lives become ready again, their open sends become unclear. */
  boot(
    id: string,
    at: number,
  ): { readonly lastSeen: number | null; readonly recovered: number; readonly unclear: number };
  beat(at: number): void;

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

/** Figures that units and hamlets sent; every one is kept, the latest of a place and period counts. */
export interface FigureBook {
  enter(entry: FigureEntry): void;
  entries(locality: LocalitySlug, period: string): readonly FigureEntry[];
  /** Everyone of this locality who ever sent one, in the order of first sending. */
  places(locality: LocalitySlug): readonly string[];
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
  }): number;
  /** False when the question is not, or no longer, of this chat. The reason is one of the wording's keys. */
  rate(id: number, chat: ChatKey, good: boolean, reason: string | null): boolean;
  /** Removes the texts of questions asked before this instant; counts stay. Returns how many were removed. */
  forgetBefore(at: number): number;
}

// ── The console ─────────────────────────────────────────────────────────────────────────────────────────

/** Who may sign in to the console, and their sessions. */
export interface AdminBook {
  account(login: string): AdminAccount | null;
  accountOf(officer: string): AdminAccount | null;
  saveAccount(account: AdminAccount): void;
  setPassword(login: string, password: string): void;
  /** True when this step of the one-time codes is later than any used before. */
  useTotpStep(login: string, step: number): boolean;
  wrongTries(who: string, since: number): number;
  noteWrongTry(who: string, at: number): void;
  forgetTries(who: string): void;
  addLink(hash: string, officer: string, expiresAt: number): void;
  /** The officer of a link that is valid, which is used up by this; null otherwise. */
  useLink(hash: string, now: number): string | null;
  openSession(session: AdminSession): void;
  session(hash: string): AdminSession | null;
  touch(hash: string, at: number): void;
  /** The person has shown again who they are. */
  prove(hash: string, at: number): void;
  closeSession(hash: string): void;
  closeSessionsOf(officer: string): void;
  /** Newest first. */
  audit(limit: number, skip: number): readonly AuditRow[];
  /** Removes what ended before this instant. */
  sweep(before: number): void;
}

export interface CuratedBook {
  all(): readonly CuratedAnswer[];
  /** Returns the id. */
  save(answer: Omit<CuratedAnswer, "id">, id: number | null): number;
  remove(id: number): void;
}

export interface HandOvers {
  /** False when the code is taken. */
  add(
    handed: Pick<HandOver, "code" | "at" | "chat" | "locality" | "question"> &
      Partial<Pick<HandOver, "about" | "origin">>,
  ): boolean;
  find(code: string): HandOver | null;
  /** Newest first. */
  since(at: number): readonly HandOver[];
  /** Who is to answer; false when it is answered or closed. */
  assign(
    code: string,
    assigned: { readonly assignee: string | null; readonly by: string; readonly at: number },
  ): boolean;
  /**
   * Before the first byte of a reply leaves. False when somebody else has replied or the resident has taken it back. From
   * here until `end`, also over a crash, nobody knows whether it arrived.
   */
  begin(code: string, begun: { readonly reply: string; readonly by: string; readonly at: number }): boolean;
  end(
    code: string,
    ended: {
      readonly reply: string | null;
      readonly by: string;
      readonly at: number;
      readonly outcome: HandOver["outcome"];
    },
  ): void;
  forgetBefore(at: number): number;
}

export interface Switches {
  /** What is off now. */
  all(): readonly Switch[];
  off(turned: Switch): void;
  on(name: string): void;
}

export interface Uploads {
  add(upload: Upload): void;
  find(id: string): Upload | null;
  waiting(): readonly Upload[];
  end(id: string, state: "published" | "discarded"): void;
}

export interface AskedQuestions {
  /** Newest first. */
  since(at: number): readonly AskedQuestion[];
  find(id: number): AskedQuestion | null;
  /** Where a reply would go; null when the question or its chat is forgotten. */
  chatOf(id: number): ChatKey | null;
  /** What went on in the question's chat from `spanMs` before it to as long after; null when there is no such question. */
  exchange(id: number, spanMs: number): Exchange | null;
}

/** What the console keeps and reads besides the rest. */
export interface ConsoleStore {
  readonly admins: AdminBook;
  readonly curated: CuratedBook;
  readonly handOvers: HandOvers;
  readonly switches: Switches;
  readonly uploads: Uploads;
  readonly asked: AskedQuestions;
}

export interface Storage {
  readonly knowledge: KnowledgeStorage;
  readonly inbox: Inbox;
  readonly chats: Chats;
  readonly people: People;
  readonly tasks: TaskBook;
  readonly reminders: ReminderBook;
  readonly figures: FigureBook;
  readonly questions: QuestionLog;
  readonly console: ConsoleStore;
  /** Messages sent by one channel, by month. */
  counter(channel: ChannelName): MonthlyCounter;
  readonly oaTokens: TokenVault;
  /** UTC ms at which a backup was restored and nobody has looked yet; null in ordinary service. */
  restoredAt(): number | null;
  /** A person has looked: ordinary service from here on. */
  acceptRestore(): void;
  /** Whether another process (a command line) has changed anything since this was last asked. Cheap. */
  changedElsewhere(): boolean;
  close(): void;
}

/** A damaged or locked store, in the operator's language with the way out. */
export class StorageError extends Error {}

// ── Channels ────────────────────────────────────────────────────────────────────────────────────────────

/** Text to speech, where the machine can do it. */
export interface Speech {
  /** OGG with Opus; null when it cannot be made now. Never rejects. */
  speak(text: string): Promise<Uint8Array | null>;
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
  /** Told after the last reply to a message has been sent, so that a waiting web request is answered at once. */
  settled?(chat: string): void;
  /** Lets go of what it still holds of a chat besides the store. */
  forget?(chat: string): void;
  state(): { readonly up: boolean; readonly detail: string; readonly problem?: "token refused" };
}

/** A channel that cannot be opened as it is set up; the message says the way out and holds no secret. */
export class ChannelError extends Error {
  override readonly name = "ChannelError";
}

export interface WebReply {
  /** Grows within a session, across restarts too. */
  readonly at: number;
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly file: { readonly id: string; readonly name: string } | null;
}

/** The web chat as the HTTP server sees it. A session is a secret of the browser; the chat id is its hash. */
export interface WebChat {
  /** Durable before it waits. `busy` when too many questions wait already; rejects when it cannot be stored. */
  say(
    session: string,
    said: Pick<IncomingMessage, "text" | "locality"> & {
      readonly id: string;
      readonly kind: "text" | "button";
    },
    waitMs: number,
  ): Promise<{ readonly outcome: "replied" | "later"; readonly replies: readonly WebReply[] } | "busy">;
  since(session: string, after: number): { readonly replies: readonly WebReply[]; readonly waiting: boolean };
  file(id: string): { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array } | null;
}

export interface OaTokens {
  readonly access: string;
  readonly refresh: string;
  /** UTC ms when this pair was issued. */
  readonly issuedAt: number;
}

/** Where the Zalo OA token pair is kept. The refresh token works once, so `save` settles only when it is durable. */
export interface TokenVault {
  load(): Promise<OaTokens | null>;
  save(tokens: OaTokens): Promise<void>;
}

/** Messages sent in one calendar month ("2026-11", Asia/Ho_Chi_Minh). */
export interface MonthlyCounter {
  read(month: string): number;
  add(month: string, count: number): void;
}

// ── What the parts offer each other through app.ts ──────────────────────────────────────────────────────

/** Question to answer, over one edition. */
export type Ask = (question: Question, topic: Topic | null) => Promise<Answered>;
