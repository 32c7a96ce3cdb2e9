import type { LogEvent } from "../domain/event.ts";

/** Wall time in UTC ms, and a monotonic time in ms for durations. */
export interface Clock {
  now(): number;
  mono(): number;
}

export type Log = (event: LogEvent) => void;
