import type { Delivery, OutgoingMessage } from "../../domain/conversation.ts";
import type { DeliveryRow } from "../../domain/reminder.ts";
import { isQuiet } from "../calendar/calendar.ts";
import { type Engine, plainKey } from "../plan/snapshot.ts";
import { close, restBeforeOpening } from "./delivery-result.ts";

/** Why a claimed message must not leave any more; null when it may. */
function objection(engine: Engine, delivery: DeliveryRow): string | null {
  const row = engine.book.reminder(delivery.reminder);
  if (row?.state !== "delivering") {
    return "not_delivering";
  }
  if (delivery.copy === 1 && row.acknowledgedAt !== null) {
    return "acknowledged";
  }
  const officer = engine.officers().find((one) => one.id === delivery.officer);
  if (officer?.active !== true) {
    return "officer_left";
  }
  const linked = engine
    .links(delivery.officer)
    .some((link) => link.active && link.key.channel === delivery.channel && link.key.chat === delivery.chat);
  if (!linked) {
    return "chat_unlinked";
  }
  const engineMade = row.kind === "digest" || row.kind === "notice";
  return engineMade || delivery.copy === 1 || engine.facts().owed.has(plainKey(row.key)) ? null : "not_owed";
}

async function attempt(engine: Engine, delivery: DeliveryRow): Promise<Delivery> {
  try {
    return await engine.send(delivery.channel, delivery.chat, JSON.parse(delivery.body) as OutgoingMessage);
  } catch {
    return { outcome: "unclear", code: "threw" };
  }
}

async function deliver(engine: Engine, delivery: DeliveryRow): Promise<void> {
  const { book, clock } = engine;
  const { id, fence } = delivery;
  engine.hook?.("after_claim");
  const why = objection(engine, delivery);
  if (why !== null) {
    book.giveBack(id, fence, { state: "superseded", why }, clock.now());
    return;
  }
  // From here to the call of send nothing waits: the checks above and the second commit are one moment.
  if (restBeforeOpening(engine, delivery) || !book.open(id, fence, clock.now())) {
    return;
  }
  engine.hook?.("before_send");
  const ended = await attempt(engine, delivery);
  engine.hook?.("after_send");
  close(engine, delivery, ended);
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

export function openWorkers(engine: Engine, mayGo: () => boolean): Workers {
  const running = new Set<Promise<void>>();
  let stopping = false;
  const lane = async (): Promise<void> => {
    while (!stopping && mayGo() && !isQuiet(engine.clock.now())) {
      const delivery = engine.book.claim(engine.clock.now());
      if (delivery === null) {
        return;
      }
      await deliver(engine, delivery);
    }
  };
  return {
    async run() {
      while (running.size < engine.set.workers) {
        const one = lane();
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
