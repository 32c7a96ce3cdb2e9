import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { AdminSession } from "../../../domain/console.ts";
import type { Officer } from "../../../domain/people.ts";
import { sameSecret } from "../../../domain/secret.ts";
import type { ConsoleParts } from "../../../ports/console.ts";
import { isForeign } from "../../http/session.ts";
import { newToken, tokenHash } from "./secrets.ts";

export const IDLE_MS = 30 * 60_000;
const LONGEST_MS = 12 * 3_600_000;
/** How long a proof of who it is holds for acts that touch everybody. */
export const PROOF_MS = 15 * 60_000;
const TOUCH_EVERY_MS = 30_000;

function isSecure(context: Context): boolean {
  return (
    context.req.header("x-forwarded-proto") === "https" || new URL(context.req.url).protocol === "https:"
  );
}

const cookieName = (context: Context, name: string) => (isSecure(context) ? `__Host-${name}` : name);

export function setSecretCookie(context: Context, name: string, value: string): void {
  setCookie(context, cookieName(context, name), value, {
    httpOnly: true,
    sameSite: "Strict",
    secure: isSecure(context),
    path: "/",
  });
}

export function secretCookie(context: Context, name: string): string | undefined {
  return getCookie(context, cookieName(context, name));
}

export function dropCookie(context: Context, name: string): void {
  deleteCookie(context, cookieName(context, name), { path: "/", secure: isSecure(context) });
}

/** Browsers name the origin of every POST; one that names none was not made by our page. */
export function isOurs(context: Context): boolean {
  const named =
    context.req.header("origin") !== undefined || context.req.header("sec-fetch-site") !== undefined;
  return named && !isForeign(context);
}

/** A new session after each sign-in: a token planted before is worth nothing. */
export async function openSession(context: Context, officer: string, parts: ConsoleParts): Promise<void> {
  const before = secretCookie(context, "quan-tri");
  const secret = newToken();
  const now = parts.clock.now();
  const session = {
    hash: tokenHash(secret),
    officer,
    csrf: newToken(),
    createdAt: now,
    seenAt: now,
    provedAt: now,
  };
  const instead = { of: before === undefined ? null : tokenHash(before), sweepBefore: now - LONGEST_MS };
  await parts.store.admins.openSession(session, instead);
  setSecretCookie(context, "quan-tri", secret);
}

export interface SignedIn {
  readonly officer: Officer;
  readonly session: AdminSession;
}

/** Who asks; the role is read anew each time, so that a right taken away is gone at once. */
export async function signedIn(
  context: Context,
  parts: ConsoleParts,
  quiet: boolean,
): Promise<SignedIn | null> {
  const secret = secretCookie(context, "quan-tri");
  const session = secret === undefined ? null : await parts.store.admins.session(tokenHash(secret));
  const now = parts.clock.now();
  if (session === null || session.seenAt <= now - IDLE_MS || session.createdAt <= now - LONGEST_MS) {
    return null;
  }
  const officer = await mayEnter(parts, session.officer);
  if (officer === null) {
    return null;
  }
  if (!quiet && session.seenAt < now - TOUCH_EVERY_MS) {
    await parts.store.admins.touch(session.hash, now);
  }
  return { officer, session };
}

export async function mayEnter(parts: ConsoleParts, id: string): Promise<Officer | null> {
  const officer = (await parts.people.officers()).find((one) => one.id === id);
  return officer?.active === true && (officer.role === "leader" || officer.role === "admin") ? officer : null;
}

export function rightToken(given: unknown, session: AdminSession): boolean {
  return typeof given === "string" && sameSecret(given, session.csrf);
}
