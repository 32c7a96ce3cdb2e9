import type { Clock } from "../../ports/clock.ts";

/** Tells when wall time and monotonic time part: the clock was set, or the machine slept. */
export function watchClock(
  clock: Clock,
  jumpMs: number,
): { check(): { readonly from: number; readonly by: number } | null } {
  let wall = clock.now();
  let mono = clock.mono();
  return {
    check() {
      const from = wall + (clock.mono() - mono);
      const by = clock.now() - from;
      wall = clock.now();
      mono = clock.mono();
      return Math.abs(by) > jumpMs ? { from, by } : null;
    },
  };
}

/** Something to be done again after a time, by the monotonic clock; the first time at once. */
export function every(clock: Clock, ms: number): { due(): boolean; reset(): void } {
  let last = Number.NEGATIVE_INFINITY;
  return {
    due() {
      if (clock.mono() - last < ms) {
        return false;
      }
      last = clock.mono();
      return true;
    },
    reset() {
      last = clock.mono();
    },
  };
}
