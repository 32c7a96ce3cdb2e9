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
export const PATIENCE_MS = 60_000;

/** Waits until something holds; fails with what was awaited. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > end) {
      throw new Error(`Waited ${PATIENCE_MS} ms in vain: ${what}`);
    }
    await sleep(5);
  }
}

export const systemClock = { now: () => Date.now(), mono: () => performance.now() };
