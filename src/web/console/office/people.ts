import { randomBytes } from "node:crypto";
import { html } from "hono/html";
import type { LocalitySlug } from "../../../domain/document.ts";
import { codeHash, type Officer, type Role } from "../../../domain/people.ts";
import { channelNames, frame, roleWords } from "../../../vietnamese/wording/console/frame.ts";
import { peopleWords as words } from "../../../vietnamese/wording/console/people.ts";
import { page, postForm, problemPage } from "../frame/layout.ts";
import { options, table } from "../frame/pieces.ts";
import { placeName, placeOptions } from "../frame/places.ts";
import { field, goTo, type Html, note, param, type Route, type Visit } from "../frame/visit.ts";

const CODE_MS = 60 * 60_000;
const ROLES: readonly Role[] = ["officer", "head", "leader", "admin"];
/** Crockford's: nothing that can be taken for something else when read out. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

async function officerOf(visit: Visit): Promise<Officer | undefined> {
  return (await visit.parts.people.officers()).find((officer) => officer.id === param(visit, "id"));
}

const placeOf = async (visit: Visit): Promise<LocalitySlug | undefined> => (await officerOf(visit))?.locality;

async function row(visit: Visit, officer: Officer): Promise<readonly (Html | string)[]> {
  const links = (await visit.parts.people.links(officer.id)).filter((link) => link.active);
  const channels = links.map((link) => channelNames[link.key.channel]).join(", ") || words.none;
  const path = `/can-bo/${officer.id}`;
  return [
    officer.name,
    roleWords[officer.role],
    placeName(visit, officer.locality),
    officer.unit ?? "",
    officer.active ? channels : words.gone,
    officer.active
      ? html`<div class="acts">${postForm(visit, `${path}/ma`, {}, html`<button>${words.again}</button>`)}${postForm(visit, `${path}/thu-quyen`, {}, html`<button>${words.revoke}</button>`)}</div>`
      : "",
  ];
}

async function peoplePage(visit: Visit, problem?: string) {
  const own = (await visit.parts.people.officers()).filter((officer) => visit.sees(officer.locality));
  const rows = await Promise.all(own.map((officer) => row(visit, officer)));
  const roles = ROLES.map((role) => [role, roleWords[role]] as const);
  return page(
    visit,
    "people",
    words.title,
    html`<p>${words.lead}</p>
${table(
  words.title,
  [words.name, words.role, words.place, words.unitShort, words.channels, ""],
  rows,
  "titled",
)}
<h2>${words.invite}</h2>${postForm(
      visit,
      "/can-bo",
      {},
      html`<label>${words.name}<input name="ten" required maxlength="120"></label>
<label>${words.role}<select name="vai">${options(roles, "officer")}</select></label>
<label>${words.place}<select name="noi">${placeOptions(visit, visit.officer.locality, false)}</select></label>
<label>${words.unit}<input name="don-vi" maxlength="200"></label>
<p class="acts"><button class="main">${words.invite}</button></p>`,
      "stack",
    )}`,
    problem === undefined ? {} : { problem, status: 400 },
  );
}

/** The code is shown on this one page and kept as a hash only. */
async function codePage(visit: Visit, officer: Officer) {
  const symbols = [...randomBytes(26)].map((byte) => LETTERS[byte % 32]).join("");
  const code = (symbols.match(/.{1,6}/gu) ?? []).join("-");
  await visit.parts.people.invite(officer.id, codeHash(code), visit.now + CODE_MS);
  await note(visit, "invite", officer.id);
  return page(
    visit,
    "people",
    words.codeTitle,
    html`<p>${words.codeFor(officer.name)}</p><p class="code"><code>${words.codeSay(code)}</code></p>
<p><a href="/quan-tri/can-bo">${words.back}</a></p>`,
  );
}

async function add(visit: Visit) {
  const role = ROLES.find((one) => one === field(visit, "vai"));
  const [name, unit, locality] = [field(visit, "ten"), field(visit, "don-vi"), field(visit, "noi")];
  const unitNeeded = role === "officer" || role === "head";
  if (role === undefined || name === "" || locality === "" || (unitNeeded && unit === "")) {
    return peoplePage(visit, words.needName);
  }
  if (!visit.sees(locality)) {
    return problemPage(visit, frame.problems.otherPlace, 403);
  }
  const officer: Officer = {
    id: `cb-${randomBytes(4).toString("hex")}`,
    name: name.slice(0, 120),
    role,
    locality,
    unit: unitNeeded ? unit.slice(0, 200) : null,
    active: true,
  };
  await visit.parts.people.save(officer);
  await visit.parts.changed();
  return codePage(visit, officer);
}

async function revoke(visit: Visit) {
  const officer = await officerOf(visit);
  if (officer === undefined || officer.id === visit.officer.id) {
    return peoplePage(visit, words.notSelf);
  }
  await visit.parts.people.save({ ...officer, active: false });
  for (const link of await visit.parts.people.links(officer.id)) {
    await visit.parts.people.unlink(link.key);
  }
  await visit.parts.store.admins.closeSessionsOf(officer.id);
  await visit.parts.changed();
  await note(visit, "revoke", officer.id);
  return goTo(visit, "/can-bo", "saved");
}

export const peopleRoutes: readonly Route[] = [
  { method: "GET", path: "/can-bo", role: "admin", run: (visit) => peoplePage(visit) },
  { method: "POST", path: "/can-bo", role: "admin", fresh: true, run: add },
  {
    method: "POST",
    path: "/can-bo/:id/ma",
    role: "admin",
    fresh: true,
    place: placeOf,
    confirm: async (visit) => words.againAsk((await officerOf(visit))?.name ?? ""),
    async run(visit) {
      const officer = await officerOf(visit);
      return officer === undefined || !officer.active
        ? problemPage(visit, frame.problems.notFound, 404)
        : codePage(visit, officer);
    },
  },
  {
    method: "POST",
    path: "/can-bo/:id/thu-quyen",
    role: "admin",
    fresh: true,
    place: placeOf,
    confirm: async (visit) => words.revokeAsk((await officerOf(visit))?.name ?? ""),
    run: revoke,
  },
];
