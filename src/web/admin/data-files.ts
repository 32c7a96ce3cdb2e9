import { html } from "hono/html";
import { dataWords as words } from "../../vietnamese/wording/console-knowledge.ts";
import { page, postForm } from "./layout.ts";
import { list } from "./pieces.ts";
import { goOn } from "./progress.ts";
import { note, param, type Route, type Visit } from "./visit.ts";

// These files belong to all localities, so every admin may see and change them.
const placeOf = (visit: Visit) => (Object.hasOwn(words.files, param(visit, "tep")) ? null : undefined);

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

function editPage(visit: Visit, text: string, problem?: string) {
  const name = param(visit, "tep");
  return page(
    visit,
    "data",
    words.files[name] ?? name,
    postForm(
      visit,
      `/du-lieu/${name}`,
      {},
      html`<label>${words.text} ${name}<textarea name="noi-dung" rows="28" class="code" spellcheck="false">${text}</textarea></label>
<p class="acts"><button class="main">${words.save}</button></p>`,
      "stack wide",
    ),
    problem === undefined ? {} : { problem, status: 400 },
  );
}

async function save(visit: Visit): Promise<Response> {
  const name = param(visit, "tep");
  const text = (visit.form["noi-dung"] ?? "").normalize("NFC").replace(/\r\n?/gu, "\n");
  const fault = await visit.parts.knowledge.dataFault(name, text);
  if (fault !== null) {
    return editPage(visit, text, words.wrong(fault));
  }
  await visit.parts.knowledge.saveDataFile(name, text);
  note(visit, "data-file", name);
  return goOn(visit, visit.parts.knowledge.reload(), `/du-lieu/${name}`, "saved");
}

export const dataFilesRoutes: readonly Route[] = [
  { method: "GET", path: "/du-lieu", role: "admin", run: filesPage },
  {
    method: "GET",
    path: "/du-lieu/:tep",
    role: "admin",
    place: placeOf,
    run: async (visit) => editPage(visit, await visit.parts.knowledge.dataFile(param(visit, "tep"))),
  },
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
