import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { html } from "hono/html";
import { sameSecret } from "../../../domain/secret.ts";
import type { ConsoleParts } from "../../../ports/console.ts";
import { frame, signIn } from "../../../vietnamese/wording/console/frame.ts";
import { barePage } from "../frame/layout.ts";
import type { Html } from "../frame/visit.ts";
import { isOurs, mayEnter, openSession, secretCookie, setSecretCookie } from "./gate.ts";
import { isPassword, newToken, tokenHash, totpStep } from "./secrets.ts";

const MOST_TRIES = 5;
const TRIES_MS = 15 * 60_000;
/** The one kind of page a link may lead to. */
const TARGET = /^\/tai-len\/[\w-]{1,64}$/u;
const BEFORE = "truoc-dang-nhap";

type Status = 200 | 400 | 401 | 403 | 429;

/** Sign-in by password with a one-time code, and by the link that /quanly gives. */
export function signInRoutes(parts: ConsoleParts): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: 16 * 1024, onError: (context) => context.text(signIn.wrong, 413) });

  routes.get("/vao", (context) => {
    const code = context.req.query("ma");
    return code === undefined ? passwordPage(context) : linkPage(context, code, context.req.query("den"));
  });

  routes.post("/vao", limit, async (context) => {
    const form = await context.req.parseBody();
    if (!isOurs(context) || !sentFromPage(context, form.truoc)) {
      return passwordPage(context, frame.problems.csrf, 403);
    }
    const login = text(form.ten).trim().toLowerCase().slice(0, 64);
    const now = parts.clock.now();
    const { admins } = parts.store;
    const limit = { since: now - TRIES_MS, most: MOST_TRIES };
    if (!(await admins.takeTry(`login:${login}`, now, limit))) {
      parts.log({ kind: "sign_in", outcome: "refused", who: null });
      return passwordPage(context, signIn.tooMany, 429);
    }
    const account = await admins.account(login);
    const known = await isPassword(text(form["mat-khau"]), account?.password ?? null);
    const step = account === null ? null : totpStep(login, account.totp, text(form.ma), now);
    const officer = account === null ? null : await mayEnter(parts, account.officer);
    if (!known || step === null || officer === null || !(await admins.useTotpStep(login, step))) {
      parts.log({ kind: "sign_in", outcome: "refused", who: officer?.id ?? null });
      return passwordPage(context, signIn.wrong, 401);
    }
    await admins.forgetTries(`login:${login}`);
    await openSession(context, officer.id, parts);
    await parts.people.audit(now, officer.id, "sign-in", officer.id);
    parts.log({ kind: "sign_in", outcome: "ok", who: officer.id });
    return context.redirect("/quan-tri", 303);
  });

  routes.post("/vao-lien-ket", limit, async (context) => {
    const form = await context.req.parseBody();
    if (!isOurs(context) || !sentFromPage(context, form.truoc)) {
      return passwordPage(context, frame.problems.csrf, 403);
    }
    const now = parts.clock.now();
    const id = await parts.store.admins.useLink(tokenHash(text(form.ma)), now);
    const officer = id === null ? null : await mayEnter(parts, id);
    if (officer === null) {
      parts.log({ kind: "sign_in", outcome: "refused", who: null });
      return passwordPage(context, signIn.linkWrong, 401);
    }
    await openSession(context, officer.id, parts);
    await parts.people.audit(now, officer.id, "sign-in-link", officer.id);
    parts.log({ kind: "sign_in", outcome: "ok", who: officer.id });
    const target = text(form.den);
    return context.redirect(TARGET.test(target) ? `/quan-tri${target}` : "/quan-tri", 303);
  });

  return routes;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The form carries the same secret as a cookie that only our page could set. */
function sentFromPage(context: Context, given: unknown): boolean {
  const kept = secretCookie(context, BEFORE);
  return typeof given === "string" && sameSecret(given, kept);
}

function secretOf(context: Context): string {
  const secret = newToken();
  setSecretCookie(context, BEFORE, secret);
  return secret;
}

function shown(context: Context, title: string, body: Html, status: Status): Response | Promise<Response> {
  return context.html(barePage(title, body), status);
}

function problemLine(problem: string | undefined): Html | "" {
  return problem === undefined ? "" : html`<p class="problem" role="alert">${problem}</p>`;
}

function passwordPage(context: Context, problem?: string, status: Status = 200) {
  return shown(
    context,
    signIn.title,
    html`${problemLine(problem)}<form method="post" action="/quan-tri/vao" class="stack">
<input type="hidden" name="truoc" value="${secretOf(context)}">
<label>${signIn.login}<input name="ten" autocomplete="username" required autocapitalize="none" spellcheck="false"></label>
<label>${signIn.password}<input name="mat-khau" type="password" autocomplete="current-password" required></label>
<label>${signIn.code}<input name="ma" inputmode="numeric" autocomplete="one-time-code" required maxlength="8"></label>
<p class="acts"><button class="main">${signIn.go}</button></p>
</form>
<p class="hint">${signIn.orLink}</p>`,
    status,
  );
}

/** Chat programs look at links by themselves, so opening one uses nothing up; the button does. */
function linkPage(context: Context, code: string, target = "") {
  return shown(
    context,
    signIn.linkTitle,
    html`<p>${signIn.linkWhy}</p>
<form method="post" action="/quan-tri/vao-lien-ket" class="stack">
<input type="hidden" name="truoc" value="${secretOf(context)}">
<input type="hidden" name="ma" value="${code.slice(0, 100)}">
<input type="hidden" name="den" value="${TARGET.test(target) ? target : ""}">
<p class="acts"><button class="main">${signIn.linkGo}</button></p>
</form>`,
    200,
  );
}
