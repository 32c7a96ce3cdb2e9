import { setTimeout as sleep } from "node:timers/promises";
import type { IncomingMessage } from "../../src/domain/conversation.ts";
import type { LogEvent } from "../../src/domain/event.ts";

/** Stands where the inbox stands: keeps what was received, refuses on request as a full disk would. */
export function openReceiver() {
  const received: IncomingMessage[] = [];
  let refusals = 0;
  return {
    received,
    refuse(times: number): void {
      refusals = times;
    },
    async receive(message: IncomingMessage): Promise<void> {
      if (refusals > 0) {
        refusals -= 1;
        throw new Error("disk full");
      }
      received.push(message);
    },
  };
}

/** A log that can be looked at. */
export function openLogbook() {
  const events: LogEvent[] = [];
  return { events, log: (event: LogEvent) => void events.push(event) };
}

/** How long a test waits for what must come, in ms: it ends a wait in vain and bounds nothing that works. */
export const PATIENCE_MS = 120_000;
const LOOK_EVERY_MS = 5;

/**
 * Waits until something holds; fails with what was awaited. Looks are counted, not time: a machine that gives this process
 * no turn for a while takes none of its patience.
 */
export async function until(what: string, holds: () => boolean): Promise<void> {
  for (let looks = PATIENCE_MS / LOOK_EVERY_MS; !holds(); looks--) {
    if (looks === 0) {
      throw new Error(`Waited in vain: ${what}`);
    }
    await sleep(LOOK_EVERY_MS);
  }
}

export const systemClock = { now: () => Date.now(), mono: () => performance.now() };
