import type {
  Button,
  ChannelCapabilities,
  ChannelName,
  Delivery,
  IncomingMessage,
  OutgoingMessage,
} from "../domain/conversation.ts";

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
  repliesSent?(chat: string): void;
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
  read(month: string): Promise<number>;
  add(month: string, count: number): Promise<void>;
}
