import type { Delivery, OutgoingMessage } from "../../domain/conversation.ts";
import type { DeliveryRow } from "../../domain/reminder.ts";
import { isQuiet } from "../calendar/calendar.ts";
import { type Desk, plainKey } from "../plan/snapshot.ts";
import { close, restBeforeOpening } from "./delivery-result.ts";

/** Why a claimed message must not leave any more; null when it may. */
function objection(desk: Desk, delivery: DeliveryRow): string | null {
  const row = desk.book.reminder(delivery.reminder);
  if (row?.state !== "delivering") {
    return "not_delivering";
  }
  if (delivery.copy === 1 && row.acknowledgedAt !== null) {
    return "acknowledged";
  }
  const officer = desk.officers().find((one) => one.id === delivery.officer);
  if (officer?.active !== true) {
    return "officer_left";
  }
  const linked = desk
    .links(delivery.officer)
    .some((link) => link.active && link.key.channel === delivery.channel && link.key.chat === delivery.chat);
  if (!linked) {
    return "chat_unlinked";
  }
  const engineMade = row.kind === "digest" || row.kind === "notice";
  return engineMade || delivery.copy === 1 || desk.facts().owed.has(plainKey(row.key)) ? null : "not_owed";
}

async function attempt(desk: Desk, delivery: DeliveryRow): Promise<Delivery> {
  try {
    return await desk.send(delivery.channel, delivery.chat, JSON.parse(delivery.body) as OutgoingMessage);
  } catch {
    return { outcome: "unclear", code: "threw" };
  }
}

async function deliver(desk: Desk, delivery: DeliveryRow): Promise<void> {
  const { book, clock } = desk;
  const { id, fence } = delivery;
  desk.hook?.("after_claim");
  const why = objection(desk, delivery);
  if (why !== null) {
    book.giveBack(id, fence, { state: "superseded", why }, clock.now());
    return;
  }
  // From here to the call of send nothing waits: the checks above and the second commit are one moment.
  if (restBeforeOpening(desk, delivery) || !book.open(id, fence, clock.now())) {
    return;
  }
  desk.hook?.("before_send");
  const ended = await attempt(desk, delivery);
  desk.hook?.("after_send");
  close(desk, delivery, ended);
  desk.hook?.("after_mark");
  desk.log({
    kind: "delivery",
    channel: delivery.channel,
    outcome: ended.outcome,
    code: "code" in ended ? ended.code : null,
  });
}

export interface Lanes {
  /** Starts lanes up to their number; resolves when the outbox holds nothing that may leave now. */
  run(): Promise<void>;
  /** Lets messages on their way end; begins no more. */
  stop(): Promise<void>;
}

export function openLanes(desk: Desk, mayGo: () => boolean): Lanes {
  const running = new Set<Promise<void>>();
  let stopping = false;
  const lane = async (): Promise<void> => {
    while (!stopping && mayGo() && !isQuiet(desk.clock.now())) {
      const delivery = desk.book.claim(desk.clock.now());
      if (delivery === null) {
        return;
      }
      await deliver(desk, delivery);
    }
  };
  return {
    async run() {
      while (running.size < desk.set.lanes) {
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
