import { createHash, timingSafeEqual } from "node:crypto";

/** Compares in constant time, over hashes so that lengths do not show. An empty or missing value never matches. */
export function sameSecret(given: string | null | undefined, expected: string | null | undefined): boolean {
  return given && expected ? timingSafeEqual(digest(given), digest(expected)) : false;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}
