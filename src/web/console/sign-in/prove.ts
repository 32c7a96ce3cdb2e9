import { html } from "hono/html";
import { frame } from "../../../vietnamese/wording/console/frame.ts";
import { page, postForm } from "../frame/layout.ts";
import { field, type Visit } from "../frame/visit.ts";
import { totpStep } from "./secrets.ts";

const MOST_TRIES = 5;
const TRIES_MS = 15 * 60_000;

/**
 * Asks again who it is, carrying the form along: the same request comes back with a code in it. A session opened by a link
 * has no codes and needs a new link.
 */
export async function provePage(visit: Visit, problem?: string): Promise<Response> {
  const account = await visit.parts.store.admins.accountOf(visit.officer.id);
  const { the: _token, "ma-moi": _code, ...fields } = visit.form;
  const path = visit.context.req.path.replace(/^\/quan-tri/u, "");
  const body =
    account === null || visit.file !== null
      ? html`<p>${frame.prove.byLink}</p>`
      : html`<p>${frame.prove.why}</p>${postForm(
          visit,
          path,
          fields,
          html`<label>${frame.prove.code}<input name="ma-moi" inputmode="numeric" autocomplete="one-time-code" required maxlength="8"></label>
<p class="acts"><button class="main">${frame.prove.go}</button></p>`,
          "stack",
        )}`;
  return page(visit, null, frame.prove.title, body, {
    status: 403,
    ...(problem === undefined ? {} : { problem }),
  });
}

/** Takes a code given with the request; null when none was given. */
export async function proves(visit: Visit): Promise<boolean | null> {
  const code = field(visit, "ma-moi");
  if (code === "") {
    return null;
  }
  const { admins } = visit.parts.store;
  const account = await admins.accountOf(visit.officer.id);
  const who = `prove:${visit.officer.id}`;
  const limit = { since: visit.now - TRIES_MS, most: MOST_TRIES };
  if (account === null || !(await admins.takeTry(who, visit.now, limit))) {
    return false;
  }
  const step = totpStep(account.login, account.totp, code, visit.now);
  const right = step !== null && (await admins.useTotpStep(account.login, step));
  if (right) {
    await admins.forgetTries(who);
  }
  return right;
}
