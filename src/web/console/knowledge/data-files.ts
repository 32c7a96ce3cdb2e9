import { createHash } from "node:crypto";
import { html } from "hono/html";
import { dataWords as words } from "../../../vietnamese/wording/console/knowledge.ts";
import { page, postForm, problemPage } from "../frame/layout.ts";
import { list, moment } from "../frame/pieces.ts";
import { goOn } from "../frame/progress.ts";
import { field, type Html, note, param, query, type Route, type Visit } from "../frame/visit.ts";

const MOST_LINES = 200;

// These files belong to all localities, so every admin may see and change them.
const placeOf = (visit: Visit) => (Object.hasOwn(words.files, param(visit, "tep")) ? null : undefined);

/** Tells whether the file is still the one that was opened. */
const markOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);

function filesPage(visit: Visit) {
  return page(
    visit,
    "data",
    words.title,
    html`<p>${words.lead}</p>${list(
      Object.entries(words.files).map(
        ([name, what]) => html`<a href="/quan-tri/du-lieu/${name}">${what}</a> <small>${name}</small>`,
      ),
      "links",
    )}`,
  );
}

async function keptPart(visit: Visit, name: string): Promise<Html | ""> {
  const kept = await visit.parts.data.versions(name);
  return kept.length === 0
    ? ""
    : html`<h2>${words.kept}</h2>${list(
        kept.map(
          (at) => html`<a href="/quan-tri/du-lieu/${name}?ban=${at}">${words.keptOne(moment(at))}</a>`,
        ),
        "links",
      )}`;
}

async function editPage(visit: Visit, text: string, mark: string, problem?: string, lead?: string) {
  const name = param(visit, "tep");
  return page(
    visit,
    "data",
    words.files[name] ?? name,
    html`${lead === undefined ? "" : html`<p class="notice">${lead}</p>`}${postForm(
      visit,
      `/du-lieu/${name}`,
      { goc: mark },
      html`<label>${words.text} ${name}<textarea name="noi-dung" rows="28" class="code" spellcheck="false">${text}</textarea></label>
<p class="acts"><button class="main">${words.see}</button></p>`,
      "stack wide",
    )}${await keptPart(visit, name)}`,
    problem === undefined ? {} : { problem, status: 400 },
  );
}

async function openPage(visit: Visit) {
  const name = param(visit, "tep");
  const standing = await visit.parts.data.text(name);
  const at = Number(query(visit, "ban"));
  const kept = at > 0 ? await visit.parts.data.version(name, at) : null;
  return kept === null
    ? editPage(visit, standing, markOf(standing))
    : editPage(visit, kept, markOf(standing), undefined, words.keptShown(moment(at)));
}

function effectPage(visit: Visit, text: string, changes: readonly string[], warnings: readonly string[]) {
  const name = param(visit, "tep");
  const lines = changes.slice(0, MOST_LINES);
  const rest = changes.length - lines.length;
  return page(
    visit,
    "data",
    words.seeTitle(words.files[name] ?? name),
    html`<p>${words.seeLead}</p>
${warnings.length === 0 ? "" : html`<section class="problem"><h2>${words.warnings}</h2>${list(warnings)}</section>`}
<h2>${words.changes}</h2>${changes.length === 0 ? html`<p class="calm">${words.nothing}</p>` : list([...lines, ...(rest > 0 ? [words.more(rest)] : [])], "changes")}
${postForm(
  visit,
  `/du-lieu/${name}`,
  { goc: field(visit, "goc"), "noi-dung": text },
  html`<p class="acts"><button class="main" name="dong-y" value="1">${words.save}</button> <button name="sua" value="1">${words.back}</button></p>`,
)}`,
  );
}

/** First what it would change; with the second press it is saved, unless somebody else was faster. */
async function save(visit: Visit): Promise<Response> {
  const name = param(visit, "tep");
  const text = (visit.form["noi-dung"] ?? "").normalize("NFC").replace(/\r\n?/gu, "\n");
  if (field(visit, "sua") === "1") {
    return editPage(visit, text, field(visit, "goc"));
  }
  const effect = await visit.parts.data.effect(name, text);
  if (effect.fault !== null) {
    return editPage(visit, text, field(visit, "goc"), words.wrong(effect.fault));
  }
  if (field(visit, "goc") !== markOf(await visit.parts.data.text(name))) {
    return problemPage(visit, words.meanwhile, 409);
  }
  if (field(visit, "dong-y") !== "1") {
    return effectPage(visit, text, effect.changes, effect.warnings);
  }
  await note(visit, "data-file", name);
  return goOn(visit, visit.parts.data.save(name, text), `/du-lieu/${name}`, "saved");
}

export const dataFilesRoutes: readonly Route[] = [
  { method: "GET", path: "/du-lieu", role: "admin", run: filesPage },
  { method: "GET", path: "/du-lieu/:tep", role: "admin", place: placeOf, run: openPage },
  {
    method: "POST",
    path: "/du-lieu/:tep",
    role: "admin",
    fresh: true,
    place: placeOf,
    maxBody: 6 * 1024 * 1024,
    run: save,
  },
];
