import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Channel } from "../ports/channels.ts";
import { MAX_BODY_BYTES } from "./http/limits.ts";

const RETRY_SECONDS = "30";

/** POST /webhook/<channel>: the channel checks the secret and stores; nothing else happens on the way. */
export function webhookRoutes(channels: readonly Channel[]): Hono {
  const routes = new Hono();
  const tooLarge = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (context) => context.body(null, 413) });
  for (const { webhook } of channels) {
    if (webhook === undefined) {
      continue;
    }
    routes.post(`/${webhook.path}`, tooLarge, async (context) => {
      const bytes = await context.req.arrayBuffer().catch(() => null);
      if (bytes === null) {
        // Cut off on its way, or too slow: nothing of ours is broken.
        return new Response(null, { status: 400 });
      }
      const body = new Uint8Array(bytes);
      const { status } = await webhook.accept(context.req.raw.headers, body);
      return new Response(null, {
        status,
        ...(status === 503 ? { headers: { "retry-after": RETRY_SECONDS } } : {}),
      });
    });
    routes.all(`/${webhook.path}`, () => new Response(null, { status: 405, headers: { allow: "POST" } }));
  }
  return routes;
}
