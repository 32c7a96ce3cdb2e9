import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { sameSecret } from "../domain/secret.ts";
import type { Channel } from "../ports/channels.ts";

export interface HealthSettings {
  /** Opens /metrics to callers from elsewhere that show it; null leaves /metrics to this machine. */
  readonly metricsToken: string | null;
}

export interface HealthDeps {
  readonly channels: readonly Channel[];
  /** Whether questions can be answered, and what stands in the way. */
  readonly ready: () => { readonly ready: boolean; readonly detail: string };
  readonly metrics: () => Promise<string>;
}

/** /healthz: the process lives. /readyz: it can answer, with each channel's state. /metrics: for Prometheus. */
export function healthRoutes(settings: HealthSettings, deps: HealthDeps): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();

  routes.get("/healthz", (context) => context.json({ ok: true }));

  routes.get("/readyz", (context) => {
    const { ready, detail } = deps.ready();
    // A channel that is down does not make the service unready: the others go on answering.
    const channels = deps.channels.map((channel) => ({ name: channel.name, ...channel.state() }));
    return context.json({ ready, detail, channels }, ready ? 200 : 503);
  });

  routes.get("/metrics", async (context) => {
    if (!mayRead(context, settings.metricsToken)) {
      return context.notFound();
    }
    return context.body(await deps.metrics(), 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
    });
  });

  return routes;
}

function mayRead(context: Context<{ Bindings: HttpBindings }>, token: string | null): boolean {
  const shown = /^Bearer (.+)$/u.exec(context.req.header("authorization") ?? "")?.[1] ?? "";
  if (sameSecret(shown, token)) {
    return true;
  }
  const from = context.env.incoming.socket.remoteAddress ?? "";
  // Behind a proxy on this machine every caller is local: then only the token opens.
  const direct =
    context.req.header("x-forwarded-for") === undefined && context.req.header("forwarded") === undefined;
  return direct && /^(?:127\.|::1$|::ffff:127\.)/u.test(from);
}
