import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

const COOKIE = "phien";
const FORM = /^[0-9a-f]{32}$/u;
const KEPT_SECONDS = 30 * 24 * 3600;

/** The browser's session: from its cookie, else from the page (a frame on another site gets no cookie), else new. */
export function sessionOf(context: Context, given: string | undefined): string {
  const known = knownSession(context, given);
  if (known !== null) {
    return known;
  }
  const session = randomBytes(16).toString("hex");
  setCookie(context, COOKIE, session, {
    httpOnly: true,
    sameSite: "Lax",
    secure: isSecure(context),
    path: "/",
    maxAge: KEPT_SECONDS,
  });
  return session;
}

export function knownSession(context: Context, given: string | undefined): string | null {
  const cookie = getCookie(context, COOKIE);
  if (cookie !== undefined && FORM.test(cookie)) {
    return cookie;
  }
  return given !== undefined && FORM.test(given) ? given : null;
}

function isSecure(context: Context): boolean {
  return (
    context.req.header("x-forwarded-proto") === "https" || new URL(context.req.url).protocol === "https:"
  );
}

/** Whether another site's page sent this request. Browsers say so in headers that pages cannot set. */
export function isForeign(context: Context): boolean {
  const site = context.req.header("sec-fetch-site");
  if (site !== undefined) {
    return site !== "same-origin" && site !== "none";
  }
  const origin = context.req.header("origin");
  if (origin === undefined) {
    return false;
  }
  const host = context.req.header("x-forwarded-host") ?? context.req.header("host");
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
