import { createHash, timingSafeEqual } from "node:crypto";

/** Compares in constant time, over hashes so that lengths do not show. */
export function sameToken(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text, "utf8").digest();
  return timingSafeEqual(digest(given), digest(expected));
}
