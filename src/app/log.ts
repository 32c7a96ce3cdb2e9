import type { LogEvent } from "../domain/event.ts";
import type { Log } from "../ports/clock.ts";

/** One JSON line for each event, on stderr, so that stdout stays for answers. */
export const log: Log = (event: LogEvent): void => {
  console.error(JSON.stringify({ at: new Date().toISOString(), ...event }));
};

/**
 * Lets the work go on when whoever read our output is gone or its disk is full. Without it each line that cannot be
 * written is an error of its own, which is logged, which cannot be written.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", () => undefined);
  }
}

/** What may be logged of an error: its class and code. Messages from outside can hold tokens or a person's words. */
export function errorShape(error: unknown): { readonly error: string; readonly code: string | null } {
  if (!(error instanceof Error)) {
    return { error: typeof error, code: null };
  }
  const code = (error as { code?: unknown }).code;
  return {
    error: error.name,
    code: typeof code === "string" || typeof code === "number" ? String(code) : null,
  };
}
