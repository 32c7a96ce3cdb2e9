import type { Clock, Log } from "../ports/clock.ts";
import type { Storage } from "../ports/storage.ts";

const EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;

interface RetentionDeps {
  readonly storage: Pick<Storage, "inbox" | "questions" | "chats" | "console">;
  readonly days: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** Removes what people wrote longer ago than the days set; what only counts stays. Returns how many rows were emptied. */
export async function keepNoLonger({ storage, days, clock }: Omit<RetentionDeps, "log">): Promise<number> {
  const before = clock.now() - days * DAY_MS;
  return (
    (await storage.inbox.forgetBefore(before)) +
    (await storage.questions.forgetBefore(before)) +
    (await storage.console.handOvers.forgetBefore(before)) +
    // Last, for it also empties the database's log.
    (await storage.chats.forgetBefore(before))
  );
}

/** At the start, for the computer may have been off or a backup restored, and then every hour. */
export function openRetention(parts: RetentionDeps): { stop(): Promise<void> } {
  const run = async () => {
    try {
      parts.log({ kind: "retention", removed: await keepNoLonger(parts) });
    } catch (error) {
      // A store that is busy for once is not the end of the service: the next hour does it.
      const name = error instanceof Error ? error.name : typeof error;
      parts.log({ kind: "unexpected", where: "retention", error: name, code: null });
    }
  };
  let running = run();
  const again = () => {
    running = running.then(run);
  };
  const timer = setInterval(again, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return running;
    },
  };
}
