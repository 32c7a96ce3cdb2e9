import { html } from "hono/html";
import { frame, auditWords as words } from "../../../vietnamese/wording/console/frame.ts";
import { page } from "../frame/layout.ts";
import { moment, table } from "../frame/pieces.ts";
import { query, type Route, type Visit } from "../frame/visit.ts";

const PER_PAGE = 100;

async function auditPage(visit: Visit) {
  const at = Math.max(0, Math.min(10_000, Number.parseInt(query(visit, "trang"), 10) || 0));
  const officers = new Map((await visit.parts.people.officers()).map((officer) => [officer.id, officer]));
  const rows = await visit.parts.store.admins.audit(PER_PAGE, at * PER_PAGE);
  const own = rows.filter(({ actor }) => {
    const officer = officers.get(actor);
    return officer === undefined || visit.sees(officer.locality);
  });
  const name = (id: string) => officers.get(id)?.name ?? words.actions[id] ?? id;
  return page(
    visit,
    "audit",
    words.title,
    html`<p>${words.lead}</p>${table(
      words.title,
      [words.at, words.actor, words.action, words.subject],
      own.map((row) => [
        moment(row.at),
        name(row.actor),
        words.actions[row.action] ?? row.action,
        name(row.subject),
      ]),
      "titled",
    )}
<p class="tabs">${at > 0 ? html`<a href="/quan-tri/nhat-ky?trang=${at - 1}">${frame.newer}</a>` : ""}${rows.length === PER_PAGE ? html`<a href="/quan-tri/nhat-ky?trang=${at + 1}">${frame.older}</a>` : ""}</p>`,
  );
}

export const auditRoutes: readonly Route[] = [
  { method: "GET", path: "/nhat-ky", role: "admin", run: auditPage },
];
