import type { LogEvent } from "./domain/event.ts";
import type { Log } from "./ports.ts";

/** One JSON line for each event, on stderr, so that stdout stays for answers. */
export const log: Log = (event: LogEvent): void => {
  console.error(JSON.stringify({ at: new Date().toISOString(), ...event }));
};

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
