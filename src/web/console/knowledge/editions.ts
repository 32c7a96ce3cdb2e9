import { html } from "hono/html";
import type { ReloadReport } from "../../../domain/knowledge.ts";
import { frame } from "../../../vietnamese/wording/console/frame.ts";
import { editionsWords as words } from "../../../vietnamese/wording/console/knowledge.ts";
import { page, postForm, problemPage } from "../frame/layout.ts";
import { folded, list, moment, table } from "../frame/pieces.ts";
import { progressPart } from "../frame/progress.ts";
import { goTo, type Html, note, param, type Route, type Visit } from "../frame/visit.ts";

function reportPart(report: ReloadReport | null): Html {
  if (report === null) {
    return html`<p class="empty">${words.noReport}</p>`;
  }
  const unread = report.unread.map((file) => html`<strong>${file.file}</strong>: ${file.reason}`);
  const bad = unread.length === 0 ? "" : folded(words.unread, unread.length, list(unread), true);
  if (report.outcome === "refused") {
    return html`<p class="problem">${words.refused(report.reason)}</p>${bad}`;
  }
  const { added, removed, unchanged } = report.passages;
  const looks = report.findings.map(
    (finding) =>
      html`<a href="/quan-tri/van-ban/${encodeURIComponent(finding.doc)}">${finding.doc}</a>${finding.section === null ? "" : `, ${finding.section}`}: ${finding.message}`,
  );
  return html`<p>${words.outcome[report.outcome]} ${words.passagesLine(added, removed, unchanged)} ${words.vectors[report.vectors]}</p>
${(report.notes ?? []).map((line) => html`<p class="warn">${line}</p>`)}${bad}
${folded(words.changes, report.changes.length, list(report.changes), report.changes.length > 0)}
${folded(words.findings, looks.length, list(looks))}`;
}

async function editionsPage(visit: Visit) {
  const rows = (await visit.parts.knowledge.editions()).map((edition) => [
    html`<code>${edition.id}</code>`,
    moment(Date.parse(edition.createdAt)),
    edition.documents,
    edition.passages,
    edition.live
      ? html`<strong class="calm">${words.live}</strong>`
      : postForm(visit, `/ban-kien-thuc/${edition.id}/dung`, {}, html`<button>${words.back}</button>`),
  ]);
  return page(
    visit,
    "editions",
    words.title,
    html`<p>${words.lead}</p>${progressPart(visit)}
${table(words.title, [words.id, words.at, words.documents, words.passages, ""], rows, "titled")}
<h2>${words.report}</h2>${reportPart(visit.parts.knowledge.lastReport())}`,
  );
}

export const editionsRoutes: readonly Route[] = [
  { method: "GET", path: "/ban-kien-thuc", role: "admin", run: editionsPage },
  {
    method: "POST",
    path: "/ban-kien-thuc/:id/dung",
    role: "admin",
    fresh: true,
    // An edition belongs to all.
    place: async (visit) =>
      (await visit.parts.knowledge.editions()).some((edition) => edition.id === param(visit, "id"))
        ? null
        : undefined,
    confirm: (visit) => words.ask(param(visit, "id")),
    async run(visit) {
      const id = param(visit, "id");
      if (visit.parts.knowledge.progress().running) {
        return problemPage(visit, frame.notices.started, 409);
      }
      await visit.parts.knowledge.activate(id);
      await visit.parts.changed();
      await note(visit, "activate", id);
      return goTo(visit, "/ban-kien-thuc", "activated");
    },
  },
];
