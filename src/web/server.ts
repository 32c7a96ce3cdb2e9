import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { Channel, WebChat } from "../ports/channels.ts";
import type { Log } from "../ports/clock.ts";
import { webWords } from "../vietnamese/wording/residents/web.ts";
import { chatApi } from "./chat/api.ts";
import { chatPages } from "./chat/pages.ts";
import { type HealthDeps, type HealthSettings, healthRoutes } from "./health.ts";
import { isOrigin, securityHeaders } from "./http/security.ts";
import { staticRoutes } from "./http/static.ts";
import { webhookRoutes } from "./webhooks.ts";

export interface ServerSettings extends HealthSettings {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Origins that may show the chat in a frame, like "https://thanhthuy.example.gov.vn". */
  readonly embedOrigins: readonly string[];
  /** How long a question keeps its request open, in ms. */
  readonly waitMs: number;
  /** Other limits than the usual ones, in ms and bytes. */
  readonly limits?: Partial<typeof LIMITS>;
}

export interface ServerDeps extends HealthDeps {
  readonly channels: readonly Channel[];
  readonly chat: WebChat;
  readonly allowLink: (url: string) => boolean;
  /** Places that may be asked about. */
  readonly localities: () => readonly { readonly slug: string; readonly name: string }[];
  readonly log: Log;
  /** Whole parts with their own routes, like the admin console at "/quan-tri". */
  readonly mounts?: readonly { readonly path: string; readonly app: Hono<{ Bindings: HttpBindings }> }[];
}

export type OpenedServer =
  | { readonly outcome: "open"; readonly port: number; close(): Promise<void> }
  /** One sentence for the operator, with the way out. */
  | { readonly outcome: "refused"; readonly problem: string };

const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
  keepAliveTimeout: 10_000,
};
const MAX_CONNECTIONS = 2000;
/** How long requests in work may take to end when the server closes, in ms. */
const GRACE_MS = 3000;

export async function openServer(settings: ServerSettings, deps: ServerDeps): Promise<OpenedServer> {
  const app = routesOf(settings, deps);
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { ...LIMITS, ...settings.limits },
  }) as Server;
  server.maxConnections = MAX_CONNECTIONS;
  const failure = await listening(server, settings);
  return failure === null
    ? { outcome: "open", port: (server.address() as AddressInfo).port, close: () => closing(server) }
    : { outcome: "refused", problem: problemOf(settings.port, failure) };
}

function routesOf(settings: ServerSettings, deps: ServerDeps): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const frames = ["'self'", ...settings.embedOrigins.filter(isOrigin)];
  const { allowLink, localities } = deps;
  const chatSettings = { waitMs: settings.waitMs, allowLink, localities };

  app.use(securityHeaders((path) => (path === "/nhung" ? frames : [])));
  app.route("/", healthRoutes(settings, deps));
  app.route("/webhook", webhookRoutes(deps.channels));
  app.route("/api/chat", chatApi(deps.chat, chatSettings));
  app.route("/", staticRoutes());
  app.route("/", chatPages(deps.chat, chatSettings));
  for (const mount of deps.mounts ?? []) {
    app.route(mount.path, mount.app);
  }
  app.notFound((context) => context.text(webWords.notFound, 404));
  app.onError((error, context) => {
    deps.log({ kind: "unexpected", where: "web", error: error.name, code: null });
    return context.text(webWords.notStored, 500);
  });
  return app;
}

function listening(server: Server, { port, host }: ServerSettings): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once("error", resolve);
    server.listen(port, host, () => {
      server.off("error", resolve);
      resolve(null);
    });
  });
}

function problemOf(port: number, failure: NodeJS.ErrnoException): string {
  switch (failure.code) {
    case "EADDRINUSE":
      return webWords.portInUse(port);
    case "EACCES":
      return webWords.portForbidden(port);
    default:
      return webWords.cannotListen(port, failure.code ?? failure.name);
  }
}

async function closing(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(timer);
}
