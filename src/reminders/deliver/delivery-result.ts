import type { Delivery } from "../../domain/conversation.ts";
import type { DeliveryRow, Reminder } from "../../domain/reminder.ts";
import type { GateChange } from "../../ports/reminders.ts";
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
async function tellAdmins(engine: Engine, facts: ChannelNotice): Promise<void> {
  const now = engine.clock.now();
  const officers = await engine.officers();
  for (const admin of officers.filter((officer) => officer.active && officer.role === "admin")) {
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
    await engine.book.fold({ ...notice, facts: JSON.stringify(facts) }, [], now);
  }
}

/** How long the channel is left alone after it asked for rest. */
async function restOf(engine: Engine, delivery: DeliveryRow, ended: Unsent): Promise<GateChange> {
  const now = engine.clock.now();
  const gate = await rateGateOf(engine, delivery.channel);
  const steps = engine.set.quotaRestMs;
  const stated = ended.retryAfterMs;
  const waitMs = stated ?? steps[Math.min(gate.strikes, steps.length - 1)] ?? 0;
  // A little later than asked, and not all workers in the same millisecond.
  const until = Math.max(gate.until, now + waitMs + 100 + (delivery.id % 7) * 20);
  const strikes = stated === null ? gate.strikes + 1 : gate.strikes;
  const state = gate.state === "exhausted" && gate.until > now ? "exhausted" : "gated";
  return { channel: gate.channel, state, until, why: ended.code, strikes };
}

async function unsent(engine: Engine, delivery: DeliveryRow, ended: Unsent): Promise<void> {
  const now = engine.clock.now();
  const { id, fence } = delivery;
  if (ended.gate) {
    const gate = await restOf(engine, delivery, ended);
    const end = { state: "retry_wait", notBefore: gate.until, counted: false, why: ended.code } as const;
    await engine.book.close(id, fence, end, gate, now);
    engine.log({ kind: "channel_state", channel: delivery.channel, state: "gated", code: ended.code });
    return;
  }
  const { first, most } = engine.set.backoffMs;
  const waitMs = ended.retryAfterMs ?? Math.min(most, first * 2 ** Math.min(delivery.tries, 20));
  const end = { state: "retry_wait", notBefore: now + waitMs, counted: true, why: ended.code } as const;
  await engine.book.close(id, fence, end, null, now);
  const row = await engine.book.reminder(delivery.reminder);
  if (row !== null && delivery.tries + 1 >= TRIES_BEFORE_MOVING) {
    if ((await routeFor(engine, row, delivery.copy, delivery.channel)) !== null) {
      await engine.book.giveBack(id, fence, { state: "superseded", why: "unreachable" }, null, now);
    }
  }
}

async function refused(engine: Engine, delivery: DeliveryRow, ended: Refused): Promise<void> {
  const now = engine.clock.now();
  const { id, fence, channel } = delivery;
  if (ended.scope === "channel") {
    const until = now + engine.set.downRestMs;
    const gate = { ...(await rateGateOf(engine, channel)), state: "down", until, why: ended.code } as const;
    const end = { state: "retry_wait", notBefore: until, counted: false, why: ended.code } as const;
    await engine.book.close(id, fence, end, gate, now);
    engine.log({ kind: "channel_state", channel, state: "down", code: ended.code });
    await tellAdmins(engine, { what: "down", channel, count: 0 });
    return;
  }
  await engine.book.close(id, fence, { state: "failed", why: ended.code }, null, now);
  if (ended.scope === "chat") {
    await engine.chatRefused?.(channel, delivery.chat, ended.code);
  }
}

/** Writes down how an attempt ended, and what follows for its channel. */
export async function close(engine: Engine, delivery: DeliveryRow, ended: Delivery): Promise<void> {
  const { id, fence } = delivery;
  const now = engine.clock.now();
  switch (ended.outcome) {
    case "sent": {
      const gate = await rateGateOf(engine, delivery.channel);
      const recovered = gate.strikes > 0 || (gate.state === "down" && gate.until <= now);
      const open = { ...gate, strikes: 0, state: gate.until > now ? gate.state : "open" } as const;
      const end = { state: "sent", messageId: ended.messageId } as const;
      await engine.book.close(id, fence, end, recovered ? open : null, now);
      return;
    }
    case "unclear":
      await engine.book.close(id, fence, { state: "uncertain", why: ended.code }, null, now);
      return;
    case "unsent":
      await unsent(engine, delivery, ended);
      return;
    case "refused":
      await refused(engine, delivery, ended);
  }
}

/** Looks at the month's count before a message leaves; true when it must wait or go another way. */
export async function restBeforeOpening(engine: Engine, delivery: DeliveryRow): Promise<boolean> {
  const { channel, id, fence } = delivery;
  const now = engine.clock.now();
  const gate = await rateGateOf(engine, channel);
  const cap = engine.set.monthlyCaps[channel];
  if (gate.until > now) {
    await engine.book.giveBack(id, fence, { state: "ready", notBefore: gate.until }, null, now);
    return true;
  }
  if (cap === undefined) {
    return false;
  }
  if (isExhausted(engine, gate)) {
    const shut = { ...gate, state: "exhausted", until: nextMonth(now), why: "monthly_cap" } as const;
    await engine.book.giveBack(id, fence, { state: "superseded", why: "exhausted" }, shut, now);
    engine.log({ kind: "channel_state", channel, state: "exhausted", code: null });
    await tellAdmins(engine, { what: "exhausted", channel, count: gate.monthCount });
    return true;
  }
  if (gate.monthCount === Math.floor(cap * NEARLY)) {
    await tellAdmins(engine, { what: "nearly_exhausted", channel, count: gate.monthCount });
  }
  return false;
}
