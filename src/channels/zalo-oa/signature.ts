import { createHash } from "node:crypto";
import { sameSecret } from "../../domain/secret.ts";

/** Whether "mac=<hex>" is the SHA-256 over app id, raw body, timestamp and key, one after another (no HMAC). */
export function isSigned(
  header: string | null,
  parts: {
    readonly appId: string;
    readonly body: Uint8Array;
    readonly timestamp: string;
    readonly key: string;
  },
): boolean {
  const given = /^(?:mac=)?([0-9a-f]{64})$/iu.exec(header ?? "")?.[1]?.toLowerCase() ?? null;
  const hash = createHash("sha256")
    .update(parts.appId)
    .update(parts.body)
    .update(parts.timestamp)
    .update(parts.key);
  return sameSecret(given, hash.digest("hex"));
}
