import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import { webWords } from "../../vietnamese/wording/residents/web.ts";

const EMBED_WORDS = JSON.stringify({ open: webWords.openChat, close: webWords.closeChat });

const CSS = "text/css; charset=utf-8";
const SCRIPT = "text/javascript; charset=utf-8";

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly packed: Buffer;
  readonly tag: string;
}

/** The page's few files, read and packed once at start. The embed script may be loaded by any site. */
export function staticRoutes(): Hono {
  const routes = new Hono();
  const files: readonly [string, Asset][] = [
    ["/chat.css", asset("chat.css", CSS)],
    ["/talk.css", asset("talk.css", CSS)],
    ["/chat.js", asset("chat.js", SCRIPT)],
    ["/answer.js", asset("answer.js", SCRIPT)],
    ["/icon.svg", asset("icon.svg", "image/svg+xml")],
    ["/nhung.js", asset("nhung.js", SCRIPT, `const words = ${EMBED_WORDS};\n`)],
  ];
  for (const [path, { type, plain, packed, tag }] of files) {
    routes.get(path, (context) => {
      const headers = {
        "content-type": type,
        etag: tag,
        vary: "accept-encoding",
        "cache-control": "public, max-age=300",
        "cross-origin-resource-policy": path === "/nhung.js" ? "cross-origin" : "same-origin",
      };
      if (context.req.header("if-none-match") === tag) {
        return context.body(null, 304, headers);
      }
      const packs = /\bgzip\b/u.test(context.req.header("accept-encoding") ?? "");
      return packs
        ? context.body(new Uint8Array(packed), 200, { ...headers, "content-encoding": "gzip" })
        : context.body(new Uint8Array(plain), 200, headers);
    });
  }
  return routes;
}

function asset(name: string, type: string, before = ""): Asset {
  const text = readFileSync(new URL(`../page/${name}`, import.meta.url), "utf8");
  // The embed script runs on other people's pages: it must leave no name behind there.
  const plain = Buffer.from(before === "" ? text : `(() => {\n${before}${text}})();\n`);
  const tag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 20)}"`;
  return { type, plain, packed: gzipSync(plain, { level: 9 }), tag };
}
