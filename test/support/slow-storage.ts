import { setImmediate as turn } from "node:timers/promises";
import type { Storage } from "../../src/ports/storage.ts";

/** The same store behind a wait before and after each call, as one behind a network: what relies on an answer at once shows. */
export function slowed(storage: Storage): Storage {
  return slow(storage) as Storage;
}

/** Waits now and then, now and then not, the same at each run. */
function openPauses() {
  let n = 0;
  return async () => {
    n += 1;
    for (let left = (n * 7) % 3; left > 0; left--) {
      await turn();
    }
  };
}

const pause = openPauses();

function slow(part: object): object {
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, slowPart(name, value)]));
}

function slowPart(name: string, value: unknown): unknown {
  if (typeof value === "function") {
    const call = value as (...given: unknown[]) => unknown;
    return name === "counter"
      ? (...given: unknown[]) => slow(call(...given) as object)
      : async (...given: unknown[]) => {
          await pause();
          const answer = await call(...given);
          await pause();
          return answer;
        };
  }
  return typeof value === "object" && value !== null ? slow(value) : value;
}
