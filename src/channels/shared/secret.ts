import { createHash, timingSafeEqual } from "node:crypto";

/** Compares in constant time, over hashes so that lengths do not show. An empty or missing value never matches. */
export function sameSecret(given: string | null, expected: string): boolean {
  if (given === null || given === "" || expected === "") {
    return false;
  }
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}
