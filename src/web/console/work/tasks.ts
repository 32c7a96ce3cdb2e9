import { html } from "hono/html";
import type { LocalitySlug } from "../../../domain/document.ts";
import type { TaskView } from "../../../ports/console.ts";
import { frame } from "../../../vietnamese/wording/console/frame.ts";
import { reviewWords as words } from "../../../vietnamese/wording/console/work.ts";
import { scheduleUnderstood } from "../../../vietnamese/wording/knowledge/reading.ts";
import { page, postForm } from "../frame/layout.ts";
import { moment, options } from "../frame/pieces.ts";
import { field, goTo, type Html, note, param, query, type Route, type Visit } from "../frame/visit.ts";
import { ownDocuments } from "../knowledge/documents.ts";

const PER_PAGE = 25;
const VIEWS = ["waiting", "approved", "rejected"] as const;
type View = (typeof VIEWS)[number];

export async function taskOf(visit: Visit): Promise<TaskView | undefined> {
  return (await visit.parts.tasks.find(param(visit, "id"))) ?? undefined;
}

export const placeOfTask = async (visit: Visit): Promise<LocalitySlug | null | undefined> =>
  (await taskOf(visit))?.task.locality;

function viewOf(view: TaskView): View {
  return view.review === null ? "waiting" : view.review.decision;
}

/** Tasks that the visitor may decide about. */
async function ownTasks(visit: Visit): Promise<readonly TaskView[]> {
  return (await visit.parts.tasks.all()).filter(({ task }) => visit.sees(task.locality));
}

export async function waitingCount(visit: Visit): Promise<number> {
  return (await ownTasks(visit)).filter((view) => viewOf(view) === "waiting").length;
}

function when({ corrected }: TaskView): string {
  const said = corrected.scheduleText ?? "";
  const understood = corrected.schedule === null ? words.nobody : scheduleUnderstood(corrected.schedule);
  return said === "" ? understood : `${said} → ${understood}`;
}

function bodies(names: readonly string[]): string {
  return names.length === 0 ? words.nobody : names.join("; ");
}

export function quotePart({ task, source }: TaskView): Html {
  const pieces = [
    task.quote,
    ...(task.quoteMore ?? []),
    ...(task.assignedQuote === undefined ? [] : [task.assignedQuote]),
  ];
  return html`<div class="quote"><h3>${words.quote}</h3>${pieces.map((piece) => html`<blockquote>${piece}</blockquote>`)}<p><small>${source}</small></p></div>`;
}

async function taskCard(visit: Visit, view: TaskView, back: string): Promise<Html> {
  const { corrected, code, review, task } = view;
  const path = `/nhiem-vu/${encodeURIComponent(task.id)}`;
  const who =
    review === null
      ? null
      : words.by(
          (await visit.parts.people.officers()).find((one) => one.id === review.by)?.name ?? review.by,
          moment(review.at),
        );
  return html`<article class="task"><h2><code>${code}</code> ${corrected.content}</h2>
<div class="beside"><dl>
<dt>${words.lead2}</dt><dd>${bodies(corrected.lead)}</dd>
<dt>${words.coordinators}</dt><dd>${bodies(corrected.coordinators)}</dd>
<dt>${words.when}</dt><dd>${when(view)}</dd>
${corrected.result === undefined ? "" : html`<dt>${words.result}</dt><dd>${corrected.result}</dd>`}
</dl>${quotePart(view)}</div>
${who === null ? "" : html`<p><small>${words.tabs[viewOf(view)]}: ${who}${review?.correction == null ? "" : html` · ${words.corrected}`}</small></p>`}
<div class="acts">
${review?.decision === "approved" ? "" : postForm(visit, `${path}/duyet`, { ve: back }, html`<button class="main">${words.approve}</button>`)}
<a class="button" href="/quan-tri${path}">${words.correct}</a>
${review?.decision === "rejected" ? "" : postForm(visit, `${path}/loai`, { ve: back }, html`<button>${words.reject}</button>`)}
</div></article>`;
}

async function queuePage(visit: Visit) {
  const doc = query(visit, "vb");
  const view = VIEWS.find((one) => one === query(visit, "xem")) ?? "waiting";
  const at = Math.max(0, Math.min(10_000, Number.parseInt(query(visit, "trang"), 10) || 0));
  const own = (await ownTasks(visit)).filter(({ task }) => doc === "" || task.doc === doc);
  const shown = own.filter((task) => viewOf(task) === view);
  const link = (to: View, pageAt = 0) =>
    `/nhiem-vu?vb=${encodeURIComponent(doc)}&xem=${to}${pageAt === 0 ? "" : `&trang=${pageAt}`}`;
  const documents = ownDocuments(visit).filter((document) => document.tasks.length > 0);
  const tab = (to: View) =>
    html`<a href="/quan-tri${link(to)}"${to === view ? html` aria-current="true"` : ""}>${words.tabs[to]} <span class="count">${own.filter((task) => viewOf(task) === to).length}</span></a>`;
  const waiting = own.filter((task) => viewOf(task) === "waiting").length;
  const bulk =
    doc !== "" && view === "waiting" && waiting > 1
      ? postForm(visit, "/nhiem-vu-van-ban", { vb: doc }, html`<button>${words.approveAll(waiting)}</button>`)
      : "";
  const more = shown.length > (at + 1) * PER_PAGE;
  return page(
    visit,
    "review",
    words.title,
    html`<p>${words.lead}</p>
<form method="get" action="/quan-tri/nhiem-vu" class="line"><label>${words.filter}<select name="vb">${options(
      [
        ["", words.all],
        ...documents.map((document) => [document.id, document.card.title || document.id] as const),
      ],
      doc,
    )}</select></label><input type="hidden" name="xem" value="${view}"><button>${words.show}</button></form>
<p class="tabs">${VIEWS.map(tab)}</p>
${bulk}
${shown.length === 0 ? html`<p class="empty">${words.none}</p>` : shown.slice(at * PER_PAGE, (at + 1) * PER_PAGE).map((task) => taskCard(visit, task, link(view, at)))}
<p class="tabs">${at > 0 ? html`<a href="/quan-tri${link(view, at - 1)}">${frame.newer}</a>` : ""}${more ? html`<a href="/quan-tri${link(view, at + 1)}">${frame.older}</a>` : ""}</p>`,
  );
}

/** Only back to the queue; anything else in the field is not followed. */
function backTo(visit: Visit): string {
  const back = field(visit, "ve");
  return /^\/nhiem-vu\?[\w\-.%=&]*$/u.test(back) ? back : "/nhiem-vu";
}

async function decide(visit: Visit, decision: "approved" | "rejected"): Promise<Response> {
  const view = await taskOf(visit);
  if (view !== undefined) {
    const correction =
      view.review?.correction == null ? null : (JSON.parse(view.review.correction) as object);
    await visit.parts.tasks.decide(view.task, decision, correction, visit.officer.id, visit.now);
    await visit.parts.changed();
    await note(visit, decision === "approved" ? "approve" : "reject", view.code);
  }
  return goTo(visit, backTo(visit), decision);
}

async function waitingOf(visit: Visit): Promise<readonly TaskView[]> {
  const doc = field(visit, "vb");
  return (await ownTasks(visit)).filter((view) => view.task.doc === doc && viewOf(view) === "waiting");
}

export const tasksRoutes: readonly Route[] = [
  { method: "GET", path: "/nhiem-vu", role: "leader", run: queuePage },
  {
    method: "POST",
    path: "/nhiem-vu/:id/duyet",
    role: "leader",
    place: placeOfTask,
    run: (visit) => decide(visit, "approved"),
  },
  {
    method: "POST",
    path: "/nhiem-vu/:id/loai",
    role: "leader",
    place: placeOfTask,
    confirm: () => words.rejectAsk,
    run: (visit) => decide(visit, "rejected"),
  },
  {
    method: "POST",
    path: "/nhiem-vu-van-ban",
    role: "leader",
    place(visit) {
      const doc = field(visit, "vb");
      return visit.parts.knowledge.edition()?.documents.find((document) => document.id === doc)?.card
        .locality;
    },
    confirm: async (visit) => words.approveAllAsk((await waitingOf(visit)).length),
    async run(visit) {
      for (const { task } of await waitingOf(visit)) {
        await visit.parts.tasks.decide(task, "approved", null, visit.officer.id, visit.now);
      }
      await visit.parts.changed();
      await note(visit, "approve-all", field(visit, "vb"));
      return goTo(visit, `/nhiem-vu?vb=${encodeURIComponent(field(visit, "vb"))}`, "approved");
    },
  },
];
