import type { Delivery } from "../../domain/conversation.ts";
import type { DeliveryRow, Reminder } from "../../domain/reminder.ts";
import { dayAt } from "../../vietnamese/text/dates.ts";
import type { Engine } from "../plan/snapshot.ts";
import { isExhausted, nextMonth, rateGateOf, routeFor } from "./channel-choice.ts";
import type { ChannelNotice } from "./message.ts";

const DAY_MS = 86_400_000;
/** Share of a monthly cap at which admins are told. */
const NEARLY = 0.9;
/** Tries on one channel before another one is preferred. */
const TRIES_BEFORE_MOVING = 2;

type Unsent = Extract<Delivery, { outcome: "unsent" }>;
type Refused = Extract<Delivery, { outcome: "refused" }>;

/** Tells every admin about a channel, once a day for each reason. */
function tellAdmins(engine: Engine, facts: ChannelNotice): void {
  const now = engine.clock.now();
  for (const admin of engine.officers().filter((officer) => officer.active && officer.role === "admin")) {
    const notice: Reminder = {
      key: `notice|${facts.channel}|${facts.what}|${dayAt(now)}|${admin.id}`,
      kind: "notice",
      task: null,
      officer: admin.id,
      rule: "notice",
      deadline: dayAt(now),
      dueAt: now,
      usefulUntil: now + 3 * DAY_MS,
    };
    engine.book.fold({ ...notice, facts: JSON.stringify(facts) }, [], now);
  }
}

function rest(engine: Engine, delivery: DeliveryRow, ended: Unsent): number {
  const now = engine.clock.now();
  const gate = rateGateOf(engine, delivery.channel);
  const steps = engine.set.quotaRestMs;
  const stated = ended.retryAfterMs;
  const waitMs = stated ?? steps[Math.min(gate.strikes, steps.length - 1)] ?? 0;
  // A little later than asked, and not all workers in the same millisecond.
  const until = Math.max(gate.until, now + waitMs + 100 + (delivery.id % 7) * 20);
  const strikes = stated === null ? gate.strikes + 1 : gate.strikes;
  const state = gate.state === "exhausted" && gate.until > now ? "exhausted" : "gated";
  engine.book.setGate({ ...gate, state, until, why: ended.code, strikes });
  engine.log({ kind: "channel_state", channel: delivery.channel, state: "gated", code: ended.code });
  return until;
}

function unsent(engine: Engine, delivery: DeliveryRow, ended: Unsent): void {
  const now = engine.clock.now();
  const { id, fence } = delivery;
  if (ended.gate) {
    const notBefore = rest(engine, delivery, ended);
    engine.book.close(id, fence, { state: "retry_wait", notBefore, counted: false, why: ended.code }, now);
    return;
  }
  const { first, most } = engine.set.backoffMs;
  const waitMs = ended.retryAfterMs ?? Math.min(most, first * 2 ** Math.min(delivery.tries, 20));
  engine.book.close(
    id,
    fence,
    { state: "retry_wait", notBefore: now + waitMs, counted: true, why: ended.code },
    now,
  );
  const row = engine.book.reminder(delivery.reminder);
  if (row !== null && delivery.tries + 1 >= TRIES_BEFORE_MOVING) {
    if (routeFor(engine, row, delivery.copy, delivery.channel) !== null) {
      engine.book.giveBack(id, fence, { state: "superseded", why: "unreachable" }, now);
    }
  }
}

function refused(engine: Engine, delivery: DeliveryRow, ended: Refused): void {
  const now = engine.clock.now();
  const { id, fence, channel } = delivery;
  if (ended.scope === "channel") {
    const until = now + engine.set.downRestMs;
    engine.book.setGate({ ...rateGateOf(engine, channel), state: "down", until, why: ended.code });
    engine.book.close(
      id,
      fence,
      { state: "retry_wait", notBefore: until, counted: false, why: ended.code },
      now,
    );
    engine.log({ kind: "channel_state", channel, state: "down", code: ended.code });
    tellAdmins(engine, { what: "down", channel, count: 0 });
    return;
  }
  engine.book.close(id, fence, { state: "failed", why: ended.code }, now);
  if (ended.scope === "chat") {
    engine.chatRefused?.(channel, delivery.chat, ended.code);
  }
}

/** Writes down how an attempt ended, and what follows for its channel. */
export function close(engine: Engine, delivery: DeliveryRow, ended: Delivery): void {
  const now = engine.clock.now();
  switch (ended.outcome) {
    case "sent": {
      engine.book.close(delivery.id, delivery.fence, { state: "sent", messageId: ended.messageId }, now);
      const gate = rateGateOf(engine, delivery.channel);
      if (gate.strikes > 0 || (gate.state === "down" && gate.until <= now)) {
        engine.book.setGate({ ...gate, strikes: 0, state: gate.until > now ? gate.state : "open" });
      }
      return;
    }
    case "unclear":
      engine.book.close(delivery.id, delivery.fence, { state: "uncertain", why: ended.code }, now);
      return;
    case "unsent":
      unsent(engine, delivery, ended);
      return;
    case "refused":
      refused(engine, delivery, ended);
  }
}

/** Looks at the month's count before a message leaves; true when it must wait or go another way. */
export function restBeforeOpening(engine: Engine, delivery: DeliveryRow): boolean {
  const { channel, id, fence } = delivery;
  const now = engine.clock.now();
  const gate = rateGateOf(engine, channel);
  const cap = engine.set.monthlyCaps[channel];
  if (gate.until > now) {
    engine.book.giveBack(id, fence, { state: "ready", notBefore: gate.until }, now);
    return true;
  }
  if (cap === undefined) {
    return false;
  }
  if (isExhausted(engine, gate)) {
    engine.book.setGate({ ...gate, state: "exhausted", until: nextMonth(now), why: "monthly_cap" });
    engine.book.giveBack(id, fence, { state: "superseded", why: "exhausted" }, now);
    engine.log({ kind: "channel_state", channel, state: "exhausted", code: null });
    tellAdmins(engine, { what: "exhausted", channel, count: gate.monthCount });
    return true;
  }
  if (gate.monthCount === Math.floor(cap * NEARLY)) {
    tellAdmins(engine, { what: "nearly_exhausted", channel, count: gate.monthCount });
  }
  return false;
}
