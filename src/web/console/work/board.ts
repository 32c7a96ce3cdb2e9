import { html } from "hono/html";
import type { DutyView } from "../../../ports/console.ts";
import { shownDay } from "../../../vietnamese/text/dates.ts";
import { boardWords as words } from "../../../vietnamese/wording/console/work.ts";
import { WORKBOOK } from "../../../vietnamese/wording/officers/report.ts";
import { page } from "../frame/layout.ts";
import { folded, table } from "../frame/pieces.ts";
import { ownPlaces, placeOptions } from "../frame/places.ts";
import { type Html, param, query, type Route, type Visit } from "../frame/visit.ts";
import { requestsPart } from "./requests.ts";
import { placeOfTask } from "./tasks.ts";

const UNDATED = "9999";

function dueWords({ due }: DutyView): string {
  if (due === null) {
    return "";
  }
  const left = due.daysLeft < 0 ? words.late(-due.daysLeft) : words.left(due.daysLeft);
  return `${shownDay(due.deadline)} (${left})`;
}

function stateWords(duty: DutyView): string {
  const states: Readonly<Record<string, string>> = WORKBOOK.states;
  const report = duty.report === null ? undefined : words.report[duty.report.state];
  return [states[duty.group] ?? duty.group, ...(report === undefined ? [] : [report])].join(", ");
}

/** What came of it: the newest result, how far it is, what is in the way, and the photos. */
function resultWords({ said, photos, task }: DutyView): Html {
  const last = <T>(pick: (word: DutyView["said"][number]) => T | null | undefined) =>
    said.map(pick).findLast((one) => one != null);
  const done = said.at(-1)?.state === "done";
  const percent = last((word) => word.percent);
  const obstacle = done ? null : last((word) => word.obstacle);
  const day = done ? null : last((word) => word.ownDate);
  const parts = [
    last((word) => word.note) ?? "",
    done || percent == null ? "" : words.percent(percent),
    day == null ? "" : words.ownDate(shownDay(day)),
    obstacle == null ? "" : words.obstacle(obstacle),
  ].filter((part) => part !== "");
  const links = photos.map(
    (key, at) =>
      html` <a href="/quan-tri/nhiem-vu/${encodeURIComponent(task.id)}/anh/${key}">${words.photo(at + 1)}</a>`,
  );
  return html`${parts.join("; ")}${links}`;
}

/** Duties by key, keys in order; a task with two lead units stands under both. */
function grouped(
  duties: readonly DutyView[],
  keysOf: (duty: DutyView) => readonly string[],
): readonly (readonly [string, readonly DutyView[]])[] {
  const groups = new Map<string, DutyView[]>();
  for (const duty of duties) {
    for (const key of keysOf(duty)) {
      groups.set(key, [...(groups.get(key) ?? []), duty]);
    }
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b, "vi"));
}

const monthsOf = ({ due }: DutyView): readonly string[] => [
  due === null ? UNDATED : due.deadline.slice(0, 7),
];
const unitsOf = ({ task }: DutyView): readonly string[] =>
  task.lead.length === 0 ? [words.nobody] : task.lead;

function monthTitle(key: string): string {
  return key === UNDATED ? words.undated : words.month(shownDay(key));
}

function rows(duties: readonly DutyView[]): readonly (readonly (Html | string)[])[] {
  return duties.map((duty) => [
    html`<a href="/quan-tri/nhiem-vu/${encodeURIComponent(duty.task.id)}"><code>${duty.code}</code></a>`,
    duty.task.content,
    duty.task.lead.join("; ") || words.nobody,
    dueWords(duty),
    html`<span class="${duty.group === "overdue" || duty.group === "soon" ? "warn" : ""}">${stateWords(duty)}</span>`,
    resultWords(duty),
  ]);
}

async function boardPage(visit: Visit) {
  const byMonth = query(visit, "theo") === "thang";
  const asked = query(visit, "noi");
  const locality = asked !== "" && visit.sees(asked) ? asked : visit.officer.locality;
  const duties = await visit.parts.tasks.duties({ ...visit.officer, role: "leader", unit: null, locality });
  const groups = grouped(duties, byMonth ? monthsOf : unitsOf);
  const here = (by: string) => `/quan-tri/bang-viec?theo=${by}&noi=${encodeURIComponent(locality)}`;
  return page(
    visit,
    "board",
    words.title,
    html`<p>${words.lead}</p>
${
  ownPlaces(visit).length > 1
    ? html`<form method="get" action="/quan-tri/bang-viec" class="line"><input type="hidden" name="theo" value="${byMonth ? "thang" : "don-vi"}"><label>${words.place}<select name="noi">${placeOptions(visit, locality, false)}</select></label><button>${words.title}</button></form>`
    : ""
}
${await requestsPart(visit, locality, duties)}
<p class="tabs"><a href="${here("don-vi")}"${byMonth ? "" : html` aria-current="true"`}>${words.byUnit}</a><a href="${here("thang")}"${byMonth ? html` aria-current="true"` : ""}>${words.byMonth}</a></p>
${groups.map(([key, members]) => {
  const title = byMonth ? monthTitle(key) : key;
  return folded(
    title,
    members.length,
    table(
      title,
      [words.code, words.task, words.unit, words.due, words.state, words.result],
      rows(members),
      "titled",
    ),
    groups.length < 4,
  );
})}`,
  );
}

async function photoOf(visit: Visit): Promise<Response> {
  const photo = await visit.parts.tasks.photo(param(visit, "id"), param(visit, "anh"));
  if (photo === null) {
    return page(visit, "board", words.title, html`<p class="empty">${words.photoGone}</p>`);
  }
  return visit.context.body(new Uint8Array(photo.bytes), 200, {
    "content-type": photo.mediaType,
    "content-disposition": `inline; filename="${photo.name}"`,
    "cache-control": "no-store",
  });
}

export const boardRoutes: readonly Route[] = [
  { method: "GET", path: "/nhiem-vu/:id/anh/:anh", role: "leader", place: placeOfTask, run: photoOf },
  { method: "GET", path: "/bang-viec", role: "leader", run: boardPage },
];
