import type { Delivery, OutgoingMessage } from "../../domain/conversation.ts";
import type { DeliveryRow } from "../../domain/reminder.ts";
import { isQuiet } from "../calendar/calendar.ts";
import { type Engine, plainKey } from "../plan/snapshot.ts";
import { close, restBeforeOpening } from "./delivery-result.ts";
import type { OneAtATime } from "./one-at-a-time.ts";

/** Why a claimed message must not leave any more; null when it may. */
async function objection(engine: Engine, delivery: DeliveryRow): Promise<string | null> {
  const row = await engine.book.reminder(delivery.reminder);
  if (row?.state !== "delivering") {
    return "not_delivering";
  }
  if (delivery.copy === 1 && row.acknowledgedAt !== null) {
    return "acknowledged";
  }
  const officer = (await engine.officers()).find((one) => one.id === delivery.officer);
  if (officer?.active !== true) {
    return "officer_left";
  }
  const links = await engine.links(delivery.officer);
  const linked = links.some(
    (link) => link.active && link.key.channel === delivery.channel && link.key.chat === delivery.chat,
  );
  if (!linked) {
    return "chat_unlinked";
  }
  const engineMade = row.kind === "digest" || row.kind === "notice";
  const { owed } = await engine.facts();
  return engineMade || delivery.copy === 1 || owed.has(plainKey(row.key)) ? null : "not_owed";
}

/** Takes what is next and, unless something speaks against it, makes the second commit: from here on it may have left. */
async function openNext(engine: Engine): Promise<DeliveryRow | "held_back" | null> {
  const { book, clock } = engine;
  const delivery = await book.claim(clock.now());
  if (delivery === null) {
    return null;
  }
  const { id, fence } = delivery;
  engine.hook?.("after_claim");
  const why = await objection(engine, delivery);
  if (why !== null) {
    await book.giveBack(id, fence, { state: "superseded", why }, null, clock.now());
    return "held_back";
  }
  if (await restBeforeOpening(engine, delivery)) {
    return "held_back";
  }
  if (!(await book.open(id, fence, clock.now()))) {
    // Somebody elsewhere ended the reminder in this moment; of a claim that is no longer ours nothing is given back.
    await book.giveBack(id, fence, { state: "superseded", why: "not_delivering" }, null, clock.now());
    return "held_back";
  }
  return delivery;
}

async function attempt(engine: Engine, delivery: DeliveryRow): Promise<Delivery> {
  try {
    return await engine.send(delivery.channel, delivery.chat, JSON.parse(delivery.body) as OutgoingMessage);
  } catch {
    return { outcome: "unclear", code: "threw" };
  }
}

async function send(engine: Engine, turn: OneAtATime, delivery: DeliveryRow): Promise<void> {
  engine.hook?.("before_send");
  const ended = await attempt(engine, delivery);
  engine.hook?.("after_send");
  await turn(() => close(engine, delivery, ended));
  engine.hook?.("after_mark");
  engine.log({
    kind: "delivery",
    channel: delivery.channel,
    outcome: ended.outcome,
    code: "code" in ended ? ended.code : null,
  });
}

export interface Workers {
  /** Starts workers up to their number; resolves when the outbox holds nothing that may leave now. */
  run(): Promise<void>;
  /** Lets messages on their way end; begins no more. */
  stop(): Promise<void>;
}

/** Claiming, checking and opening have one turn, so that no plan changes in between; only the network waits outside. */
export function openWorkers(engine: Engine, turn: OneAtATime, mayGo: () => Promise<boolean>): Workers {
  const running = new Set<Promise<void>>();
  let stopping = false;
  const next = async (): Promise<DeliveryRow | "held_back" | null> =>
    !stopping && (await mayGo()) && !isQuiet(engine.clock.now()) ? openNext(engine) : null;
  const worker = async (): Promise<void> => {
    for (;;) {
      const delivery = await turn(next);
      if (delivery === null) {
        return;
      }
      if (delivery !== "held_back") {
        await send(engine, turn, delivery);
      }
    }
  };
  return {
    async run() {
      while (running.size < engine.set.workers) {
        const one = worker();
        running.add(one);
        const done = () => void running.delete(one);
        one.then(done, done);
      }
      await Promise.all(running);
    },
    async stop() {
      stopping = true;
      await Promise.allSettled(running);
    },
  };
}
