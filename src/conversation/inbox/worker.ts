import type {
  ChannelCapabilities,
  ChannelName,
  IncomingMessage,
  OutgoingMessage,
} from "../../domain/conversation.ts";
import type { Channel } from "../../ports/channels.ts";
import type { Clock, Log } from "../../ports/clock.ts";
import type { Inbox } from "../../ports/conversations.ts";
import { findPersonalData, mask } from "../../vietnamese/privacy/privacy.ts";
import { openArrivals } from "./flood-control.ts";

export interface InboxWorkerDeps {
  readonly inbox: Inbox;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  /** What to say to a message; its state is kept before this settles. */
  readonly handle: (
    message: IncomingMessage,
    can: ChannelCapabilities,
  ) => Promise<readonly OutgoingMessage[]>;
  /** One message as the channel can carry it, in parts that fit. */
  readonly render: (message: OutgoingMessage, can: ChannelCapabilities) => readonly OutgoingMessage[];
  readonly clock: Clock;
  readonly log: Log;
}

export interface Work {
  /**
   * Settles when the message is durable, or turned away because its sender floods; rejects when too much waits already.
   */
  receive(message: IncomingMessage): Promise<void>;
  wake(): void;
  /** Lets what is in work end, and takes nothing more. */
  stop(): Promise<void>;
}

/** Chats answered at one time. */
const LANES = 4;
/** Messages that may wait; more are turned away, and the channel offers them again. */
const MOST_WAITING = 50_000;
const SEND_TRIES = 3;
/** Longest wait between two tries of one reply, in ms. */
const LONGEST_WAIT_MS = 15_000;
/** A failed message is looked at again after this, in ms. */
const RETRY_MS = 1_000;

/** Between two lines of the log about a flood, in ms. */
const TELL_EVERY_MS = 10_000;

export class TooBusyError extends Error {}

/**
 * From inbox to channel: personal data is masked before anything is stored, each message is answered once, in order
 * within its chat. A reply that may have left is never sent again.
 */
export function openWork(parts: InboxWorkerDeps): Work {
  const { inbox, channels, clock, log } = parts;
  const running = new Set<Promise<void>>();
  let lanes = 0;
  let wakes = 0;
  const pauses = new Set<() => void>();
  const arrivals = openArrivals();
  let turnedAway = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  let stopping = false;

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      pauses.add(end);
    });
  }

  /** "sent" when every part was taken, "unclear" when nobody can know, "dropped" when the channel will not take it. */
  async function deliver(
    channel: Channel,
    chat: string,
    part: OutgoingMessage,
  ): Promise<"answered" | "unclear" | "dropped"> {
    for (let attempt = 1; ; attempt++) {
      const delivery = await channel.send(chat, part);
      log({
        kind: "delivery",
        channel: channel.name,
        outcome: delivery.outcome,
        code: "code" in delivery ? delivery.code : null,
      });
      if (delivery.outcome === "sent") {
        return "answered";
      }
      if (delivery.outcome !== "unsent" || attempt === SEND_TRIES || stopping) {
        return delivery.outcome === "unclear" ? "unclear" : "dropped";
      }
      await pause(Math.min(delivery.retryAfterMs ?? 500 * 2 ** attempt, LONGEST_WAIT_MS));
    }
  }

  async function answer(message: IncomingMessage, channel: Channel): Promise<void> {
    const can = channel.capabilities;
    const replies = (await parts.handle(message, can)).flatMap((reply) => parts.render(reply, can));
    if (replies.length > 0) {
      await inbox.replying(channel.name, message.key);
    }
    let end: "answered" | "unclear" | "dropped" = "answered";
    for (const part of replies) {
      end = await deliver(channel, message.from.chat, part);
      if (end !== "answered") {
        break;
      }
    }
    await inbox.finish(channel.name, message.key, end);
    channel.repliesSent?.(message.from.chat);
  }

  function unexpected(error: unknown): void {
    const name = error instanceof Error ? error.name : typeof error;
    log({ kind: "unexpected", where: "conversation", error: name, code: null });
  }

  /** A store that is away for a while must not leave a message in work for ever. */
  async function countFailure({ channel }: IncomingMessage["from"], key: string) {
    for (;;) {
      try {
        return await inbox.fail(channel, key);
      } catch (error) {
        unexpected(error);
        if (stopping) {
          throw error;
        }
        await pause(RETRY_MS);
      }
    }
  }

  async function run(message: IncomingMessage): Promise<void> {
    const channel = channels.get(message.from.channel);
    try {
      await (channel === undefined
        ? inbox.finish(message.from.channel, message.key, "dropped")
        : answer(message, channel));
    } catch (error) {
      const after = await countFailure(message.from, message.key);
      unexpected(error);
      if (after === "quarantined") {
        log({ kind: "message_quarantined", channel: message.from.channel, tries: 3 });
        channel?.repliesSent?.(message.from.chat);
      } else {
        await pause(RETRY_MS);
      }
    }
  }

  /** A flood costs neither a commit nor a line of the log each; who floods was asked to wait when it began. */
  function turnAway({ from }: IncomingMessage): void {
    turnedAway += 1;
    if (clock.mono() - toldAt >= TELL_EVERY_MS) {
      log({ kind: "messages_turned_away", channel: from.channel, count: turnedAway });
      turnedAway = 0;
      toldAt = clock.mono();
    }
    channels.get(from.channel)?.repliesSent?.(from.chat);
  }

  /** Answers one message after the other until none waits. Whoever woke it while it looked is looked for again. */
  async function lane(): Promise<void> {
    for (;;) {
      const before = wakes;
      try {
        const message = stopping ? null : await inbox.take();
        if (message !== null) {
          begin();
          await run(message);
        } else if (stopping || before === wakes) {
          lanes -= 1;
          return;
        }
      } catch (error) {
        unexpected(error);
        await pause(RETRY_MS);
      }
    }
  }

  function begin(): void {
    if (!stopping && lanes < LANES) {
      lanes += 1;
      const one = lane().finally(() => running.delete(one));
      running.add(one);
    }
  }

  function wake(): void {
    wakes += 1;
    begin();
  }

  return {
    async receive(message) {
      if (stopping || (await inbox.waiting()) >= MOST_WAITING) {
        throw new TooBusyError("Too many messages wait for an answer.");
      }
      if (!arrivals.take(message.from, clock.mono())) {
        turnAway(message);
        return;
      }
      const found = findPersonalData(message.text);
      const kinds = [...new Set(found.map((one) => one.kind))];
      const { quoted } = message;
      const shown =
        quoted === undefined ? message : { ...message, quoted: { ...quoted, text: mask(quoted.text) } };
      const kept = found.length === 0 ? shown : { ...shown, text: mask(message.text), personal: kinds };
      await inbox.store(kept, clock.now());
      wake();
    },
    wake,
    async stop() {
      stopping = true;
      for (const end of pauses) {
        end();
      }
      await Promise.all(running);
    },
  };
}
