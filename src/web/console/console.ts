import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { html } from "hono/html";
import { seesPlace } from "../../domain/access.ts";
import type { ConsoleParts } from "../../ports/console.ts";
import { dayAt } from "../../vietnamese/text/dates.ts";
import { frame, signIn } from "../../vietnamese/wording/console/frame.ts";
import { consoleFiles } from "./files.ts";
import { barePage, confirmPage, problemPage } from "./frame/layout.ts";
import type { Route, Visit } from "./frame/visit.ts";
import { allRoutes } from "./routes.ts";
import { isOurs, PROOF_MS, rightToken, type SignedIn, signedIn } from "./sign-in/gate.ts";
import { provePage, proves } from "./sign-in/prove.ts";
import { signInRoutes } from "./sign-in/sign-in.ts";

const MAX_BODY = 256 * 1024;
const MB = 1024 * 1024;

/** The console at /quan-tri: sign-in, its two files, and every route behind the same checks. */
export function openConsole(parts: ConsoleParts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route("/", consoleFiles());
  app.route("/", signInRoutes(parts));
  for (const route of allRoutes()) {
    const maxSize = route.maxBody ?? MAX_BODY;
    const tooBig = bodyLimit({
      maxSize,
      onError: (context) =>
        refused(context, frame.problems.tooBig(Math.round((maxSize / MB) * 10) / 10), 413),
    });
    const run = (context: Context) => visited(context, route, parts);
    if (route.method === "GET") {
      app.get(route.path, run);
    } else {
      app.post(route.path, tooBig, run);
    }
  }
  // The address as people type it.
  app.get("/*", (context) =>
    context.req.path === "/quan-tri/" ? context.redirect("/quan-tri", 308) : context.notFound(),
  );
  return app;
}

function refused(context: Context, sentence: string, status: 403 | 413): Response | Promise<Response> {
  return context.html(
    barePage(
      frame.problems.title,
      html`<p class="problem" role="alert">${sentence}</p><p><a href="/quan-tri/vao">${signIn.go}</a></p>`,
    ),
    status,
  );
}

/** In this order: who, from our page, may, about a thing of theirs, lately proved, really meant. Then it is done. */
async function visited(context: Context, route: Route, parts: ConsoleParts): Promise<Response> {
  const known = await signedIn(context, parts, route.quiet === true);
  if (known === null) {
    return route.method === "GET"
      ? context.redirect("/quan-tri/vao", 302)
      : refused(context, frame.problems.csrf, 403);
  }
  const visit = await visitOf(context, route, parts, known);
  if (route.method === "POST" && !(isOurs(context) && rightToken(visit.form.the, known.session))) {
    return problemPage(visit, frame.problems.csrf, 403);
  }
  const barred = await barredBy(visit, route);
  if (barred !== null) {
    return barred;
  }
  if (route.fresh === true && known.session.provedAt <= visit.now - PROOF_MS) {
    const proved = await proves(visit);
    if (proved !== true) {
      return provePage(visit, proved === false ? frame.prove.wrong : undefined);
    }
    await parts.store.admins.prove(known.session.hash, visit.now);
  }
  const question = visit.form["dong-y"] === "1" ? null : ((await route.confirm?.(visit)) ?? null);
  return question === null ? route.run(visit) : confirmPage(visit, question);
}

async function visitOf(
  context: Context,
  route: Route,
  parts: ConsoleParts,
  { officer, session }: SignedIn,
): Promise<Visit> {
  const body = route.method === "POST" ? await context.req.parseBody() : {};
  const form: Record<string, string> = {};
  let file: File | null = null;
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === "string") {
      form[name] = value;
    } else if (value instanceof File && value.size > 0) {
      file = value;
    }
  }
  const now = parts.clock.now();
  return {
    context,
    officer,
    session,
    parts,
    form,
    file,
    now,
    today: dayAt(now),
    sees: (locality) => seesPlace(officer, locality, parts.knowledge.edition()),
  };
}

async function barredBy(visit: Visit, route: Route): Promise<Response | null> {
  if (route.role === "admin" && visit.officer.role !== "admin") {
    return problemPage(visit, frame.problems.forbidden, 403);
  }
  if (route.place === undefined) {
    return null;
  }
  const place = await route.place(visit);
  if (place === undefined) {
    return problemPage(visit, frame.problems.notFound, 404);
  }
  // What belongs to all may be read by all, and changed by admins only.
  const common = place === null && route.method === "POST" && visit.officer.role !== "admin";
  return common || !visit.sees(place) ? problemPage(visit, frame.problems.otherPlace, 403) : null;
}
