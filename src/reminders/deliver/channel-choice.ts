import { type ChannelName, type ChatKey, REACHABLE } from "../../domain/conversation.ts";
import type { ChannelGate, DeliveryRow, ReminderRow } from "../../domain/reminder.ts";
import { addDays, dayAt, instantOf, lastDayOfMonth } from "../../vietnamese/text/dates.ts";
import type { Engine } from "../plan/snapshot.ts";

const HOUR_MS = 3_600_000;

export interface ChannelChoice {
  readonly channel: ChannelName;
  readonly chat: string;
}

export async function rateGateOf(engine: Engine, channel: ChannelName): Promise<ChannelGate> {
  return gateIn(await engine.book.gates(), engine, channel);
}

function gateIn(gates: readonly ChannelGate[], engine: Engine, channel: ChannelName): ChannelGate {
  const known = gates.find((gate) => gate.channel === channel);
  const month = dayAt(engine.clock.now()).slice(0, 7);
  return known ?? { channel, state: "open", until: 0, why: null, strikes: 0, month, monthCount: 0 };
}

/** Messages handed to a channel this month against its cap. */
export function isExhausted(engine: Engine, gate: ChannelGate): boolean {
  const now = engine.clock.now();
  const cap = engine.set.monthlyCaps[gate.channel];
  const used = gate.month === dayAt(now).slice(0, 7) ? gate.monthCount : 0;
  return (gate.state === "exhausted" && gate.until > now) || (cap !== undefined && used >= cap);
}

/** UTC ms at which the quota begins anew. */
export function nextMonth(now: number): number {
  return instantOf(addDays(lastDayOfMonth(dayAt(now).slice(0, 7)), 1));
}

async function inWindow(engine: Engine, route: ChannelChoice): Promise<boolean> {
  const hours = engine.set.replyWindowHours[route.channel];
  if (hours === undefined) {
    return true;
  }
  const heard = (await engine.lastHeard?.(route.channel, route.chat)) ?? null;
  return heard !== null && engine.clock.now() - heard < hours * HOUR_MS;
}

/**
 * True when this channel has already refused, or may already have delivered, this copy. A chat that refused for good is no
 * longer bound to anybody: what it did not take may go to another chat of the same channel.
 */
function isSpent(
  deliveries: readonly DeliveryRow[],
  channel: ChannelName,
  copy: number,
  bound: readonly ChatKey[],
): boolean {
  const isBound = (one: DeliveryRow) =>
    bound.some((key) => key.channel === one.channel && key.chat === one.chat);
  return deliveries.some(
    (one) =>
      one.channel === channel &&
      one.copy === copy &&
      (one.state === "failed" ? isBound(one) : ["uncertain", "sent"].includes(one.state)),
  );
}

/** Later is worse: a resting channel, one that was just given up for this reminder, one whose first copy is unclear. */
function reluctance(engine: Engine, deliveries: readonly DeliveryRow[], gate: ChannelGate): number {
  const { channel } = gate;
  const resting = gate.until - engine.clock.now() > engine.set.moveAfterMs ? 4 : 0;
  const givenUp = deliveries.some((one) => one.channel === channel && one.why === "unreachable") ? 2 : 0;
  const doubted = deliveries.some((one) => one.channel === channel && one.state === "uncertain") ? 1 : 0;
  return resting + givenUp + doubted;
}

/** Where a reminder goes now: the officer's own choice first, then whatever is open; null when nothing is. */
export async function routeFor(
  engine: Engine,
  row: ReminderRow,
  copy: number,
  without: ChannelName | null = null,
): Promise<ChannelChoice | null> {
  const preferences = await engine.book.preferences();
  const choice = preferences.find((one) => one.officer === row.officer)?.channel ?? null;
  const deliveries = await engine.book.deliveries(row.key);
  const gates = await engine.book.gates();
  const bound = (await engine.links(row.officer)).filter((link) => link.active).map((link) => link.key);
  const usable = bound
    .filter((key) => REACHABLE.includes(key.channel) && engine.channels?.includes(key.channel) !== false)
    .filter((key) => key.channel !== without)
    .filter((route) => !isSpent(deliveries, route.channel, copy, bound))
    .filter((route) => !isExhausted(engine, gateIn(gates, engine, route.channel)));
  const heard = await Promise.all(usable.map((route) => inWindow(engine, route)));
  const open = usable.filter((_, index) => heard[index]);
  const ranked = open.map((route, index) => ({
    route,
    rank:
      reluctance(engine, deliveries, gateIn(gates, engine, route.channel)) * 100 +
      (route.channel === choice ? -1 : index),
  }));
  return ranked.sort((a, b) => a.rank - b.rank)[0]?.route ?? null;
}

/** Hands waiting messages of a channel that will rest long to the officers' next channel, where they have one. */
export async function leaveResting(engine: Engine): Promise<void> {
  const now = engine.clock.now();
  const resting = (await engine.book.gates()).filter((gate) => gate.until - now > engine.set.moveAfterMs);
  if (resting.length === 0) {
    return;
  }
  for (const row of await engine.book.reminders({ states: ["delivering"] })) {
    const deliveries = await engine.book.deliveries(row.key);
    const waiting = deliveries.find((one) => one.state === "ready" || one.state === "retry_wait");
    if (waiting !== undefined && resting.some((gate) => gate.channel === waiting.channel)) {
      const next = await routeFor(engine, row, waiting.copy, waiting.channel);
      const better = next !== null && !resting.some((gate) => gate.channel === next.channel);
      if (better) {
        const to = { state: "superseded", why: "resting" } as const;
        await engine.book.giveBack(waiting.id, waiting.fence, to, null, now);
      }
    }
  }
}
