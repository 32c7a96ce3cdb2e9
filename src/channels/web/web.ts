import { createHash, randomBytes } from "node:crypto";
import type { Delivery, IncomingMessage, OutgoingMessage } from "../../domain/conversation.ts";
import { type Channel, ChannelError, type WebChat, type WebReply } from "../../ports/channels.ts";
import type { Clock } from "../../ports/clock.ts";
import { channelWords } from "../../vietnamese/wording/residents/channels.ts";
import { wellFormed } from "../shared/well-formed.ts";

export interface WebChatSettings {
  /** Questions that may wait for an answer at one time, over all sessions and in one. */
  readonly maxWaiting: number;
  readonly maxWaitingEach: number;
  readonly maxSessions: number;
}

export const USUAL_WEB_CHAT: WebChatSettings = { maxWaiting: 200, maxWaitingEach: 3, maxSessions: 5000 };

const KEPT_REPLIES = 50;
const KEPT_FILES = 100;
/** A question without any answer after this counts as waiting no longer. */
const GIVEN_UP_MS = 60_000;
/** Silence after a reply that means it was the last, when the app does not say so. */
const QUIET_MS = 400;

interface Session {
  readonly replies: WebReply[];
  last: number;
  /** When each question that still waits was asked (UTC ms). */
  asked: number[];
  readonly wakers: Set<() => void>;
  quiet: NodeJS.Timeout | null;
}

/** The web page as a channel. Replies wait in memory for the browser to fetch them. */
export function openWebChat(
  settings: WebChatSettings,
  deps: { readonly clock: Clock },
): { readonly channel: Channel; readonly chat: WebChat } {
  const sessions = new Map<string, Session>();
  const files = new Map<string, NonNullable<OutgoingMessage["file"]>>();
  let receive: ((message: IncomingMessage) => Promise<void>) | null = null;

  /** The session of a chat, newest last, so that the longest unused is the first to go. */
  function sessionOf(chat: string): Session {
    const session = sessions.get(chat) ?? { replies: [], last: 0, asked: [], wakers: new Set(), quiet: null };
    sessions.delete(chat);
    sessions.set(chat, session);
    dropOldest(sessions, settings.maxSessions);
    return session;
  }

  function waitingIn(session: Session): number {
    const since = deps.clock.now() - GIVEN_UP_MS;
    session.asked = session.asked.filter((at) => at > since);
    return session.asked.length;
  }

  function waitingInAll(): number {
    let count = 0;
    for (const session of sessions.values()) {
      count += session.asked.length === 0 ? 0 : waitingIn(session);
    }
    return count;
  }

  function settle(session: Session): void {
    if (session.quiet !== null) {
      clearTimeout(session.quiet);
      session.quiet = null;
    }
    session.asked.shift();
    for (const wake of session.wakers) {
      wake();
    }
  }

  function deliver(chat: string, message: OutgoingMessage): Delivery {
    const session = sessionOf(chat);
    // The clock as the start keeps numbers growing over a restart; a browser asks for what is newer than it has.
    session.last = Math.max(session.last + 1, deps.clock.now());
    session.replies.push({
      at: session.last,
      text: message.text,
      buttons: message.buttons ?? [],
      file: message.file === undefined ? null : keepFile(message.file),
    });
    session.replies.splice(0, Math.max(0, session.replies.length - KEPT_REPLIES));
    if (session.quiet !== null) {
      clearTimeout(session.quiet);
    }
    session.quiet = setTimeout(() => settle(session), QUIET_MS).unref();
    return { outcome: "sent", messageId: String(session.last) };
  }

  function keepFile(file: NonNullable<OutgoingMessage["file"]>): WebReply["file"] {
    const id = randomBytes(16).toString("hex");
    files.set(id, file);
    dropOldest(files, KEPT_FILES);
    return { id, name: file.name };
  }

  function since(session: Session, after: number): readonly WebReply[] {
    return session.replies.filter((reply) => reply.at > after);
  }

  const chat: WebChat = {
    async say(secret, said, waitMs) {
      const to = receive;
      if (to === null) {
        throw new ChannelError("The web chat has not been started.");
      }
      const name = chatOf(secret);
      const session = sessionOf(name);
      if (waitingIn(session) >= settings.maxWaitingEach || waitingInAll() >= settings.maxWaiting) {
        return "busy";
      }
      const before = session.last;
      const askedAt = deps.clock.now();
      session.asked.push(askedAt);
      const answered = nextSettling(session, waitMs);
      try {
        await to({
          key: `${name}:${said.id}`,
          from: { channel: "web", chat: name },
          kind: said.kind,
          text: wellFormed(said.text),
          sentAt: askedAt,
          ...(said.locality === undefined ? {} : { locality: said.locality }),
        });
      } catch (error) {
        session.asked = session.asked.filter((at) => at !== askedAt);
        answered.cancel();
        throw error;
      }
      await answered.promise;
      const replies = since(session, before);
      return { outcome: replies.length > 0 ? "replied" : "later", replies };
    },
    since(secret, after) {
      const session = sessions.get(chatOf(secret));
      return session === undefined
        ? { replies: [], waiting: false }
        : { replies: since(session, after), waiting: waitingIn(session) > 0 };
    },
    file: (id) => files.get(id) ?? null,
  };

  const channel: Channel = {
    name: "web",
    capabilities: {
      maxText: 8000,
      buttons: "callback",
      canEdit: false,
      canSendFile: true,
      replyWindowHours: null,
    },
    async start(to) {
      receive = to;
    },
    async stop() {
      receive = null;
      for (const session of sessions.values()) {
        settle(session);
      }
    },
    send: async (to, message) => deliver(to, message),
    forget(to) {
      for (const { file } of sessions.get(to)?.replies.splice(0) ?? []) {
        files.delete(file?.id ?? "");
      }
    },
    repliesSent(to) {
      const session = sessions.get(to);
      if (session !== undefined) {
        settle(session);
      }
    },
    state: () =>
      receive === null
        ? { up: false, detail: channelWords.stopped }
        : { up: true, detail: channelWords.ready },
  };

  return { channel, chat };
}

/** Settles when the session's present question is answered, or after `waitMs`. */
function nextSettling(session: Session, waitMs: number): { promise: Promise<void>; cancel(): void } {
  let cancel = () => {};
  const promise = new Promise<void>((resolve) => {
    const timer = setTimeout(() => cancel(), waitMs);
    cancel = () => {
      clearTimeout(timer);
      session.wakers.delete(cancel);
      resolve();
    };
    session.wakers.add(cancel);
  });
  return { promise, cancel: () => cancel() };
}

function dropOldest<T>(map: Map<string, T>, max: number): void {
  const oldest = map.keys().next().value;
  if (map.size > max && oldest !== undefined) {
    map.delete(oldest);
  }
}

/** The chat id is a hash, so that what is stored does not open anybody's session. */
function chatOf(session: string): string {
  return createHash("sha256").update(session, "utf8").digest("hex").slice(0, 32);
}
