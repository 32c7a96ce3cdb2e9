import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Hono } from "hono";

/** The console's style sheet and script, read once at start. They hold nothing secret. */
export function consoleFiles(): Hono {
  const routes = new Hono();
  for (const [name, type] of [
    ["console.css", "text/css; charset=utf-8"],
    ["console.js", "text/javascript; charset=utf-8"],
  ] as const) {
    const text = readFileSync(new URL(`./page/${name}`, import.meta.url), "utf8");
    const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 20)}"`;
    const headers = { "content-type": type, etag: tag, "cache-control": "public, max-age=300" };
    routes.get(`/${name}`, (context) =>
      context.req.header("if-none-match") === tag
        ? context.body(null, 304, headers)
        : context.body(text, 200, headers),
    );
  }
  return routes;
}
