import { html } from "hono/html";
import type { Upload } from "../../../domain/console.ts";
import type { LocalitySlug } from "../../../domain/document.ts";
import type { DryRun } from "../../../ports/console.ts";
import { shownFileName } from "../../../vietnamese/text/file-name.ts";
import { SLUG, slugOf } from "../../../vietnamese/text/slug.ts";
import { frame } from "../../../vietnamese/wording/console/frame.ts";
import {
  documentsWords,
  documentWords,
  uploadWords as words,
} from "../../../vietnamese/wording/console/knowledge.ts";
import { page, postForm, problemPage } from "../frame/layout.ts";
import { folded, list, shortened } from "../frame/pieces.ts";
import { goOn } from "../frame/progress.ts";
import { field, goTo, type Html, note, param, type Route, type Visit } from "../frame/visit.ts";
import { cardTable, lookPart, targetsPart, tasksPart } from "./document-page.ts";

/** Bytes; a scanned plan of some dozen pages. The reader's own limit is higher. */
const MAX_UPLOAD = 20 * 1024 * 1024;
const SHOWN = 60; // passages of each list

async function uploadOf(visit: Visit): Promise<Upload | undefined> {
  const upload = await visit.parts.store.uploads.find(param(visit, "id"));
  return upload === null || upload.state !== "waiting" ? undefined : upload;
}

const placeOf = async (visit: Visit): Promise<LocalitySlug | undefined> => (await uploadOf(visit))?.locality;

/** What the file is to become, or why it cannot. */
function targetOf(
  visit: Visit,
  name: string,
): { readonly doc: string; readonly locality: string } | { readonly problem: string } {
  const locality = field(visit, "noi") || visit.officer.locality;
  const replaced = field(visit, "thay");
  const doc = replaced || field(visit, "ma") || slugOf(name);
  const standing = visit.parts.knowledge.edition()?.documents.find((document) => document.id === doc);
  if (!visit.sees(locality)) {
    return { problem: documentsWords.otherPlace };
  }
  if (replaced === "" && !SLUG.test(doc)) {
    return { problem: documentsWords.badSlug };
  }
  const foreign = standing !== undefined && (standing.guide !== null || !visit.sees(standing.card.locality));
  return foreign || (replaced !== "" && standing === undefined)
    ? { problem: documentsWords.taken }
    : { doc, locality: standing?.card.locality ?? locality };
}

async function takeFile(visit: Visit): Promise<Response> {
  const { file } = visit;
  if (file === null) {
    return problemPage(visit, documentsWords.noFile, 400);
  }
  const name = shownFileName(file.name);
  const target = targetOf(visit, file.name);
  if ("problem" in target) {
    return problemPage(visit, target.problem, 400);
  }
  const staged = await visit.parts.papers.stage({
    ...target,
    name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    by: visit.officer.id,
  });
  if ("problem" in staged) {
    return problemPage(visit, staged.problem, 400);
  }
  await note(visit, "upload", staged.id);
  return goTo(visit, `/tai-len/${staged.id}`);
}

function passagesList(title: string, passages: readonly string[]): Html | "" {
  const rest = passages.length - SHOWN;
  return passages.length === 0
    ? ""
    : folded(
        title,
        passages.length,
        html`${list(passages.slice(0, SHOWN).map((text) => shortened(text, 300)))}${rest > 0 ? html`<p>${words.more(rest)}</p>` : ""}`,
      );
}

function readyPart(upload: Upload, run: Extract<DryRun, { state: "ready" }>): Html {
  return html`<p><strong>${run.replaces === null ? words.isNew(upload.doc) : words.replaces(run.replaces)}</strong></p>
<p>${words.summary(run.added.length, run.removed.length, run.unchanged)}</p>
<h2>${words.changes}</h2>
${run.changes.length === 0 ? html`<p class="calm">${words.noChanges}</p>` : list(run.changes, "changes")}
${passagesList(words.added, run.added)}
${passagesList(words.removed, run.removed)}
${folded(documentWords.findings, run.view.look.length, lookPart(run.view), run.view.look.length > 0)}
${folded(documentWords.card, run.view.card.length, cardTable(run.view))}
${run.view.targets.length === 0 ? "" : folded(words.target, run.view.targets.length, targetsPart(run.view))}
${run.view.tasks.length === 0 ? "" : folded(words.tasks, run.view.tasks.length, tasksPart(run.view))}`;
}

function runPart(upload: Upload, run: DryRun): Html {
  switch (run.state) {
    case "reading":
      return html`<p class="running" role="status" data-poll="/quan-tri/tai-len/${upload.id}/tien-do">${words.reading}</p>
<p><a href="/quan-tri/tai-len/${upload.id}">${words.look}</a></p>`;
    case "unread":
      return html`<p class="problem" role="alert"><strong>${words.unread}.</strong> ${run.reason}</p>`;
    case "ready":
      return readyPart(upload, run);
  }
}

async function uploadPage(visit: Visit, problem?: string): Promise<Response> {
  const upload = await uploadOf(visit);
  if (upload === undefined) {
    return problemPage(visit, frame.problems.notFound, 404);
  }
  const run = await visit.parts.papers.dryRun(upload.id);
  const path = `/tai-len/${upload.id}`;
  return page(
    visit,
    "documents",
    words.title,
    html`<p>${words.file(upload.name, Math.ceil(upload.size / 1024))}</p>
${runPart(upload, run)}
<div class="acts">
${run.state === "ready" ? postForm(visit, `${path}/dua-vao-kho`, {}, html`<button class="main">${words.publish}</button>`) : ""}
${postForm(visit, `${path}/bo`, {}, html`<button>${words.discard}</button>`)}
</div>`,
    problem === undefined ? {} : { problem, status: 409 },
  );
}

async function publish(visit: Visit): Promise<Response> {
  const upload = await uploadOf(visit);
  if (upload === undefined || (await visit.parts.papers.dryRun(upload.id)).state !== "ready") {
    return uploadPage(visit);
  }
  await note(visit, "publish", upload.doc);
  const path = `/van-ban/${encodeURIComponent(upload.doc)}`;
  return goOn(visit, visit.parts.papers.publish(upload.id), path, "published");
}

export const uploadsRoutes: readonly Route[] = [
  { method: "POST", path: "/tai-len", role: "admin", maxBody: MAX_UPLOAD + 64 * 1024, run: takeFile },
  {
    method: "GET",
    path: "/tai-len/:id",
    role: "admin",
    place: placeOf,
    run: (visit) => uploadPage(visit),
  },
  {
    method: "GET",
    path: "/tai-len/:id/tien-do",
    role: "admin",
    place: placeOf,
    quiet: true,
    run: async (visit) =>
      visit.context.json({
        running: (await visit.parts.papers.dryRun(param(visit, "id"))).state === "reading",
        line: words.reading,
      }),
  },
  {
    method: "POST",
    path: "/tai-len/:id/dua-vao-kho",
    role: "admin",
    place: placeOf,
    confirm: () => words.publishAsk,
    run: publish,
  },
  {
    method: "POST",
    path: "/tai-len/:id/bo",
    role: "admin",
    place: placeOf,
    confirm: () => words.discardAsk,
    async run(visit) {
      await visit.parts.papers.discard(param(visit, "id"));
      await note(visit, "discard", param(visit, "id"));
      return goTo(visit, "/van-ban", "discarded");
    },
  },
];
