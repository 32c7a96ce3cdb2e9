import type { MonthlyCounter } from "../../ports/channels.ts";
import type { Clock } from "../../ports/clock.ts";
import { addDays, dayAt, instantOf, lastDayOfMonth } from "../../vietnamese/text/dates.ts";

const WARN_AT = 0.9;
const HOUR_MS = 3_600_000;
const FIRST_REST_MS = HOUR_MS / 4;

/** Messages of the month against the plan's limit (3,000 on the free plan), and how long to rest after a 429. */
export function openQuota(limit: number | null, counter: MonthlyCounter, clock: Clock) {
  let refusedInARow = 0;
  const month = () => dayAt(clock.now()).slice(0, 7);
  const sent = () => counter.read(month());
  const gone = async () => limit !== null && (await sent()) >= limit;

  return {
    limit,
    sent,
    near: async () => limit !== null && (await sent()) >= limit * WARN_AT,
    gone,
    async count(): Promise<void> {
      refusedInARow = 0;
      await counter.add(month(), 1);
    },
    /** ms to rest: a quarter of an hour, then an hour each time; to the 1st of next month when the limit is reached. */
    async restAfterRefusal(): Promise<number> {
      refusedInARow += 1;
      if (await gone()) {
        return untilNextMonth(month(), clock.now());
      }
      return refusedInARow === 1 ? FIRST_REST_MS : HOUR_MS;
    },
  };
}

function untilNextMonth(month: string, now: number): number {
  return instantOf(addDays(lastDayOfMonth(month), 1)) - now;
}
