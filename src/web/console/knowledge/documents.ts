import { html } from "hono/html";
import type { UnderstoodDocument } from "../../../domain/knowledge.ts";
import { shownDay } from "../../../vietnamese/text/dates.ts";
import { documentsWords as words } from "../../../vietnamese/wording/console/knowledge.ts";
import { page, postForm, token } from "../frame/layout.ts";
import { moment, options, table } from "../frame/pieces.ts";
import { ownPlaces, placeName, placeOptions } from "../frame/places.ts";
import { progressPart } from "../frame/progress.ts";
import { goTo, type Html, note, type Route, type Visit } from "../frame/visit.ts";

/** Documents that the visitor may see: of their localities, or of none. */
export function ownDocuments(visit: Visit): readonly UnderstoodDocument[] {
  const documents = visit.parts.knowledge.edition()?.documents ?? [];
  return documents.filter((document) => visit.sees(document.card.locality));
}

function row(visit: Visit, document: UnderstoodDocument): readonly (Html | string | number)[] {
  const { card, guide } = document;
  const under =
    guide === null
      ? [card.number?.value, card.date === null ? null : shownDay(card.date.value)].filter(Boolean).join(", ")
      : words.reviewBy(shownDay(guide.reviewAfter));
  const link = html`<a href="/quan-tri/van-ban/${encodeURIComponent(document.id)}">${card.title || document.id}</a><br><small>${under}</small>`;
  const look =
    document.findings.length === 0
      ? html`<span class="calm">0</span>`
      : html`<span class="warn">${document.findings.length}</span>`;
  return guide === null
    ? [
        link,
        placeName(visit, card.locality),
        document.passages.length,
        document.tasks.length,
        document.targets.length,
        look,
      ]
    : [link, document.passages.length, look];
}

function uploadForm(visit: Visit): Html {
  const papers = ownDocuments(visit).filter(
    (document) => document.guide === null && visit.parts.papers.isPaper(document.id),
  );
  return html`<section><h2>${words.upload}</h2><p class="hint">${words.uploadLead}</p>
<form method="post" action="/quan-tri/tai-len" enctype="multipart/form-data" class="stack">
${token(visit)}
<label class="drop">${words.file}<input type="file" name="tep" accept=".pdf,.docx,.doc,.rtf,.txt,.md" required></label>
<label>${words.replaces}<select name="thay">${options(
    [["", words.replacesNone], ...papers.map((paper) => [paper.id, paper.card.title || paper.id] as const)],
    "",
  )}</select></label>
<label>${words.slug}<input name="ma" pattern="[a-z0-9\\-]{2,60}" autocapitalize="none" spellcheck="false" aria-describedby="ma-goi-y"></label>
<p class="hint" id="ma-goi-y">${words.slugHint}</p>
${ownPlaces(visit).length > 1 ? html`<label>${words.uploadFor}<select name="noi">${placeOptions(visit, visit.officer.locality, false)}</select></label>` : ""}
<p class="acts"><button class="main">${words.dryRun}</button></p>
</form></section>`;
}

async function waitingPart(visit: Visit): Promise<Html | ""> {
  const waiting = (await visit.parts.store.uploads.waiting()).filter((upload) => visit.sees(upload.locality));
  return waiting.length === 0
    ? ""
    : html`<section><h2>${words.waiting}</h2><ul>${waiting.map(
        (upload) =>
          html`<li><a href="/quan-tri/tai-len/${upload.id}">${upload.name}</a> <small>${moment(upload.at)}</small></li>`,
      )}</ul></section>`;
}

function unreadPart(visit: Visit): Html | "" {
  const unread = visit.parts.knowledge.lastReport()?.unread ?? [];
  return unread.length === 0
    ? ""
    : html`<section class="problem"><h2>${words.unread}</h2><ul>${unread.map(
        (file) =>
          html`<li><strong>${file.file}</strong>: ${file.reason} <em>(${file.keptLastGood ? words.keptGood : words.notKept})</em></li>`,
      )}</ul></section>`;
}

function documentsPage(visit: Visit) {
  const documents = ownDocuments(visit);
  const papers = documents.filter((document) => document.guide === null);
  const guides = documents.filter((document) => document.guide !== null);
  const admin = visit.officer.role === "admin";
  const { name, place, passages, tasks, targets, findings } = words;
  return page(
    visit,
    "documents",
    words.title,
    html`<p>${words.lead}</p>${progressPart(visit)}${unreadPart(visit)}${admin ? waitingPart(visit) : ""}
${table(
  words.papers,
  [name, place, passages, tasks, targets, findings],
  papers.map((document) => row(visit, document)),
)}
${admin ? uploadForm(visit) : ""}
${
  admin
    ? html`<section><h2>${words.reload}</h2><p class="hint">${words.reloadLead}</p>${postForm(visit, "/nap-lai", {}, html`<button>${words.reload}</button>`)}</section>`
    : ""
}
${table(
  words.guides,
  [name, passages, findings],
  guides.map((document) => row(visit, document)),
)}`,
  );
}

export const documentsRoutes: readonly Route[] = [
  { method: "GET", path: "/van-ban", role: "leader", run: documentsPage },
  {
    method: "POST",
    path: "/nap-lai",
    role: "admin",
    fresh: true,
    confirm: () => words.reloadAsk,
    async run(visit) {
      await note(visit, "reload", "knowledge");
      // The report is shown where it is asked for; a fault is in it or in the log.
      visit.parts.knowledge.reload().catch(() => {});
      return goTo(visit, "/ban-kien-thuc", "started");
    },
  },
];
