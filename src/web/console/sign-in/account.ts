import { html } from "hono/html";
import { roleWords, accountWords as words } from "../../../vietnamese/wording/console/frame.ts";
import { page, postForm } from "../frame/layout.ts";
import { placeName } from "../frame/places.ts";
import { goTo, note, type Route, type Visit } from "../frame/visit.ts";
import { dropCookie, openSession } from "./gate.ts";
import { hashPassword, isPassword } from "./secrets.ts";

const SHORTEST = 12;
const MOST_TRIES = 5;
const TRIES_MS = 15 * 60_000;

async function accountPage(visit: Visit, problem?: string) {
  const account = await visit.parts.store.admins.accountOf(visit.officer.id);
  const { officer } = visit;
  const field = (name: string, label: string, autocomplete: string) =>
    html`<label>${label}<input name="${name}" type="password" required autocomplete="${autocomplete}" maxlength="200"></label>`;
  return page(
    visit,
    "account",
    words.title,
    html`<p>${words.who}: <strong>${officer.name}</strong>, ${roleWords[officer.role]}, ${placeName(visit, officer.locality)}</p>
${
  account === null
    ? html`<p>${words.noPassword}</p>`
    : html`<h2>${words.change}</h2><p class="hint">${words.others}</p>${postForm(
        visit,
        "/tai-khoan",
        {},
        html`${field("cu", words.old, "current-password")}${field("moi", words.fresh, "new-password")}${field("lai", words.again, "new-password")}<p class="acts"><button class="main">${words.save}</button></p>`,
        "stack",
      )}`
}`,
    problem === undefined ? {} : { problem, status: 400 },
  );
}

async function change(visit: Visit): Promise<Response> {
  const { admins } = visit.parts.store;
  const account = await admins.accountOf(visit.officer.id);
  const [old = "", fresh = "", again = ""] = ["cu", "moi", "lai"].map((name) => visit.form[name] ?? "");
  const who = `change:${visit.officer.id}`;
  const limit = { since: visit.now - TRIES_MS, most: MOST_TRIES };
  const may = await admins.takeTry(who, visit.now, limit);
  if (account === null || !may || !(await isPassword(old, account.password))) {
    return accountPage(visit, words.wrongOld);
  }
  if (fresh.length < SHORTEST) {
    return accountPage(visit, words.tooShort);
  }
  if (fresh !== again) {
    return accountPage(visit, words.notSame);
  }
  await admins.setPassword(account.login, await hashPassword(fresh));
  await admins.forgetTries(who);
  await openSession(visit.context, visit.officer.id, visit.parts);
  await note(visit, "password", visit.officer.id);
  return goTo(visit, "/tai-khoan", "saved");
}

export const accountRoutes: readonly Route[] = [
  { method: "GET", path: "/tai-khoan", role: "leader", run: (visit) => accountPage(visit) },
  { method: "POST", path: "/tai-khoan", role: "leader", run: change },
  {
    method: "POST",
    path: "/ra",
    role: "leader",
    async run(visit) {
      await visit.parts.store.admins.closeSession(visit.session.hash);
      dropCookie(visit.context, "quan-tri");
      await note(visit, "sign-out", visit.officer.id);
      return goTo(visit, "/vao");
    },
  },
];
