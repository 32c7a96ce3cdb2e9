import type { ChatKey } from "../../domain/conversation.ts";

const PER_MINUTE = 15;
const BURST = 5;
const REFILL_MS = 60_000 / PER_MINUTE;
const NOTICE_EVERY_MS = 60_000;
const MAX_CHATS = 20_000;

interface Bucket {
  /** UTC ms at which the bucket would be full again. */
  fullAt: number;
  noticedAt: number;
  readonly said: Map<string, number>;
}

/** How often one chat is answered. Lives as long as the process; a restart forgives. */
export interface Limits {
  /** "wait": said once a minute that it is too fast; "drop": nothing is said. */
  take(key: ChatKey, now: number): "go" | "wait" | "drop";
  /** True when this was not said to this chat within the time. */
  mayRepeat(key: ChatKey, what: string, everyMs: number, now: number): boolean;
}

export function openLimits(): Limits {
  const buckets = new Map<string, Bucket>();

  function bucketOf(key: ChatKey, now: number): Bucket {
    const name = `${key.channel} ${key.chat}`;
    const known = buckets.get(name);
    const bucket = known ?? {
      fullAt: now,
      noticedAt: Number.NEGATIVE_INFINITY,
      said: new Map<string, number>(),
    };
    buckets.delete(name);
    buckets.set(name, bucket);
    const oldest = buckets.keys().next().value;
    if (buckets.size > MAX_CHATS && oldest !== undefined) {
      buckets.delete(oldest);
    }
    return bucket;
  }

  return {
    take(key, now) {
      const bucket = bucketOf(key, now);
      const fullAt = Math.max(bucket.fullAt, now) + REFILL_MS;
      // A clock set back must not lock anybody out for longer than a full bucket takes.
      if (fullAt - now <= BURST * REFILL_MS || bucket.fullAt - now > BURST * REFILL_MS * 2) {
        bucket.fullAt = Math.min(fullAt, now + BURST * REFILL_MS);
        return "go";
      }
      if (now - bucket.noticedAt >= NOTICE_EVERY_MS) {
        bucket.noticedAt = now;
        return "wait";
      }
      return "drop";
    },
    mayRepeat(key, what, everyMs, now) {
      const { said } = bucketOf(key, now);
      const last = said.get(what);
      if (last !== undefined && now - last < everyMs) {
        return false;
      }
      said.set(what, now);
      return true;
    },
  };
}
