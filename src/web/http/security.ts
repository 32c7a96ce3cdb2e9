import type { MiddlewareHandler } from "hono";

/** Headers for every answer: nothing from elsewhere may load, and only listed sites may frame the embedded chat. */
export function securityHeaders(frameAncestors: (path: string) => readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const ancestors = frameAncestors(context.req.path);
    const policy = [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      `frame-ancestors ${ancestors.length === 0 ? "'none'" : ancestors.join(" ")}`,
    ];
    const { headers } = context.res;
    headers.set("content-security-policy", policy.join("; "));
    if (context.res.status === 413) {
      // The rest of the body is not read, so the connection cannot carry another request.
      headers.set("connection", "close");
    }
    headers.set("x-content-type-options", "nosniff");
    headers.set("referrer-policy", "no-referrer");
    headers.set("permissions-policy", "camera=(), geolocation=(), microphone=()");
    if (!headers.has("cross-origin-resource-policy")) {
      headers.set("cross-origin-resource-policy", "same-origin");
    }
    if (!headers.has("cache-control")) {
      headers.set("cache-control", "no-store");
    }
  };
}

/** An origin as it may stand in frame-ancestors: scheme, host and port, no path. */
export function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && /^https?:$/u.test(new URL(text).protocol);
}
