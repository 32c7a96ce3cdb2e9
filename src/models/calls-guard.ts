import type { Clock, Log } from "../ports/clock.ts";
import { ModelError } from "../ports/models.ts";

const FAILURES_TO_OPEN = 5;
/** How long nobody calls after that, in ms; then one call tries. */
const REST_MS = 30_000;
const AT_ONCE = 4;

export interface CallsGuard {
  /** Makes the call, or throws ModelError("resting") at once when the server is resting or busy. */
  run<T>(call: () => Promise<T>): Promise<T>;
}

/**
 * A circuit breaker with a cap on calls at once. Five failures in a row open it; after half a minute a single call
 * probes, and closes or opens it again. Nothing queues: a fallback that is ready beats a place in a line.
 */
export function openCallsGuard(name: string, clock: Clock, log: Log): CallsGuard {
  let failures = 0;
  let restUntil = Number.NEGATIVE_INFINITY;
  let running = 0;
  let probing = false;

  const told = (outcome: string, since: number) =>
    log({ kind: "model", outcome: `${name}: ${outcome}`, ms: Math.round(clock.mono() - since) });

  return {
    async run(call) {
      const open = failures >= FAILURES_TO_OPEN;
      if (clock.mono() < restUntil || (open && probing) || running >= AT_ONCE) {
        throw new ModelError("resting", `the ${name} server is resting or busy`);
      }
      const start = clock.mono();
      probing = open;
      running++;
      try {
        const result = await call();
        failures = 0;
        told("answered", start);
        return result;
      } catch (error) {
        failures++;
        if (failures >= FAILURES_TO_OPEN) {
          restUntil = clock.mono() + REST_MS;
        }
        told(error instanceof ModelError ? error.reason : "failed", start);
        throw error;
      } finally {
        running--;
        probing = probing && !open;
      }
    },
  };
}
