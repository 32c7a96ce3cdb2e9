import type { ChatKey } from "../../domain/conversation.ts";

/** Far above what is answered (limits.ts): whoever gets here has been asked to slow down already. */
const BURST = 30;
const REFILL_MS = 2_000;
const MAX_CHATS = 20_000;

/** Which messages are taken in at all, before anything is read or stored. Lives as long as the process. */
export interface Arrivals {
  /** False for a message of somebody who floods. */
  take(key: ChatKey, mono: number): boolean;
}

export function openArrivals(): Arrivals {
  /** Monotonic ms at which a chat's bucket would be full again; the longest silent first. */
  const fullAt = new Map<string, number>();
  return {
    take({ channel, chat }, mono) {
      const name = `${channel} ${chat}`;
      const next = Math.max(fullAt.get(name) ?? 0, mono) + REFILL_MS;
      if (next - mono > BURST * REFILL_MS) {
        return false;
      }
      fullAt.delete(name);
      fullAt.set(name, next);
      const oldest = fullAt.keys().next().value;
      if (fullAt.size > MAX_CHATS && oldest !== undefined) {
        fullAt.delete(oldest);
      }
      return true;
    },
  };
}
