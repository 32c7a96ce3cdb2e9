import { setTimeout as sleep } from "node:timers/promises";

interface Target {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Posts updates as a bot platform does: one at a time for each chat, so that a failing update holds back those behind
 * it, again after 2, 4, 8 … s until a 2xx comes. Times are scaled down.
 */
export function openPusher(secondMs: number) {
  const tails = new Map<string, Promise<unknown>>();
  let closed = false;
  let attempts = 0;

  async function deliver(target: Target, body: string): Promise<boolean> {
    for (let wait = 0; !closed; wait = Math.min(wait === 0 ? 2 : wait * 2, 64)) {
      await sleep(wait * secondMs);
      attempts += 1;
      const answered = await fetch(target.url, {
        method: "POST",
        headers: { "content-type": "application/json", ...target.headers },
        body,
      }).catch(() => null);
      await answered?.arrayBuffer();
      if (answered?.ok === true) {
        return true;
      }
    }
    return false;
  }

  return {
    attempts: () => attempts,
    /** Settles with true when acknowledged, with false when the emulator was closed before. */
    push(chat: string, target: Target, body: unknown): Promise<boolean> {
      const text = JSON.stringify(body);
      const turn = (tails.get(chat) ?? Promise.resolve()).then(() => deliver(target, text));
      tails.set(chat, turn);
      return turn;
    },
    close(): void {
      closed = true;
    },
  };
}
