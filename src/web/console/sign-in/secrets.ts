import { createHash, randomBytes, scrypt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { sameSecret } from "../../../domain/secret.ts";

// 2^15 with blocks of 8: 32 MB and some 100 ms for each try.
const COST = 2 ** 15;
const BLOCK = 8;
const KEY_BYTES = 32;
const PERIOD_MS = 30_000;

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: cost, r: BLOCK, p: 1, maxmem: 256 * cost * BLOCK };
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

/** "scrypt$cost$salt$key", base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ["scrypt", COST, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Takes as long without an account as with one, so that names cannot be told apart. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, cost = String(COST), salt = "", key = ""] = (kept ?? "").split("$");
  const derived = await derive(password.slice(0, 200), Buffer.from(salt, "base64url"), Number(cost));
  return sameSecret(derived.toString("base64url"), key);
}

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

function totpOf(login: string, secret: string): TOTP {
  return new TOTP({ issuer: "Tro ly so", label: login, secret: Secret.fromBase32(secret), digits: 6 });
}

/** "otpauth://totp/…", for an authenticator app. Shown once. */
export function totpAddress(login: string, secret: string): string {
  return totpOf(login, secret).toString();
}

/** The step of a right code, one step early or late allowed; null for a wrong one. */
export function totpStep(login: string, secret: string, code: string, now: number): number | null {
  const token = code.replace(/\s/gu, "");
  const delta = /^\d{6}$/u.test(token)
    ? totpOf(login, secret).validate({ token, window: 1, timestamp: now })
    : null;
  return delta === null ? null : Math.floor(now / PERIOD_MS) + delta;
}

export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A password to write down once: 80 random bits in groups that can be read out. */
export function newPassword(): string {
  const alphabet = "23456789abcdefghjkmnpqrstvwxyz23";
  const symbols = [...randomBytes(16)].map((byte) => alphabet[byte % 32]).join("");
  return (symbols.match(/.{1,4}/gu) ?? []).join("-");
}
