import { setTimeout as sleep } from "node:timers/promises";

/** Runs rounds one after another; each says how many ms to rest before the next, or "stop". A round never throws. */
export function openLoop(round: (signal: AbortSignal) => Promise<number | "stop">): {
  stop(): Promise<void>;
} {
  const control = new AbortController();
  const running = run();

  async function run(): Promise<void> {
    while (!control.signal.aborted) {
      const rest = await round(control.signal);
      if (rest === "stop") {
        return;
      }
      await sleep(rest, undefined, { signal: control.signal }).catch(() => undefined);
    }
  }

  return {
    async stop() {
      control.abort();
      await running;
    },
  };
}

/** First rest after a failure and the longest one, in ms. */
export interface Pace {
  readonly first: number;
  readonly most: number;
}

export const USUAL_PACE: Pace = { first: 1_000, most: 60_000 };

/** Doubling rests; `reset()` after a success. */
export function openBackoff(pace: Pace) {
  let next = pace.first;
  return {
    next(): number {
      const rest = next;
      next = Math.min(next * 2, pace.most);
      return rest;
    },
    longest: () => pace.most,
    reset(): void {
      next = pace.first;
    },
  };
}
