import type { Clock } from "../../src/ports/clock.ts";

/** A clock that stands still until it is moved. */
export interface FixedClock extends Clock {
  advance(ms: number): void;
}

export function fixedClock(start = Date.parse("2026-11-21T02:00:00Z")): FixedClock {
  let at = start;
  return {
    now: () => at,
    mono: () => at,
    advance(ms) {
      at += ms;
    },
  };
}
