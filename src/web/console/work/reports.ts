import { html } from "hono/html";
import type { LocalitySlug } from "../../../domain/document.ts";
import { frame } from "../../../vietnamese/wording/console/frame.ts";
import { reportWords as words } from "../../../vietnamese/wording/console/work.ts";
import { periodWords } from "../../../vietnamese/wording/officers/report.ts";
import { page, problemPage } from "../frame/layout.ts";
import { list } from "../frame/pieces.ts";
import { ownPlaces, placeName, placeOptions } from "../frame/places.ts";
import { type Html, note, param, query, type Route, type Visit } from "../frame/visit.ts";

const PERIOD = /^20\d\d(?:-(?:Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/u;
/** Years back that a report may be drafted for. */
const YEARS = 3;
/** In the order in which a draft holds them. */
const FILES: readonly string[] = Object.keys(words.files);

const two = (number: number): string => String(number).padStart(2, "0");

/** Every period that has begun, newest first, by kind. */
function periods(today: string): readonly (readonly [kind: string, ids: readonly string[]])[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const begun = (count: number, first: (nth: number) => number, name: (nth: number) => string) =>
    Array.from({ length: YEARS }, (_, back) => year - back).flatMap((one) =>
      Array.from({ length: count }, (_, at) => count - at)
        .filter((nth) => one < year || first(nth) <= month)
        .map((nth) => `${one}${name(nth)}`),
    );
  return [
    [
      words.kinds.quarter,
      begun(
        4,
        (nth) => nth * 3 - 2,
        (nth) => `-Q${nth}`,
      ),
    ],
    [
      words.kinds.month,
      begun(
        12,
        (nth) => nth,
        (nth) => `-${two(nth)}`,
      ),
    ],
    [
      words.kinds.half,
      begun(
        2,
        (nth) => nth * 6 - 5,
        (nth) => `-H${nth}`,
      ),
    ],
    [
      words.kinds.year,
      begun(
        1,
        () => 1,
        () => "",
      ),
    ],
  ];
}

/** What is added to a period's words when the calendar's days are asked for, not those of the place. */
const CALENDAR = "lich";
const asked = (period: string, days: string): string =>
  days === CALENDAR ? `${periodWords(period)} ${words.byCalendar}` : periodWords(period);

function choice(visit: Visit, period: string, locality: LocalitySlug, days: string): Html {
  const groups = periods(visit.today).map(
    ([kind, ids]) =>
      html`<optgroup label="${kind}">${ids.map(
        (id) =>
          html`<option value="${id}"${id === period ? html` selected` : ""}>${periodWords(id)}</option>`,
      )}</optgroup>`,
  );
  return html`<form method="get" action="/quan-tri/bao-cao" class="line">
<label>${words.period} <select name="ky">${groups}</select></label>
<label>${words.days} <select name="ngay"><option value="">${words.usualDays}</option><option value="${CALENDAR}"${days === CALENDAR ? html` selected` : ""}>${words.calendarDays}</option></select></label>
<label>${words.place} <select name="noi">${placeOptions(visit, locality, false)}</select></label>
<button class="main">${words.draft}</button></form>`;
}

async function draftPart(visit: Visit, period: string, locality: LocalitySlug, days: string): Promise<Html> {
  const draft = await visit.parts.draft({ ...visit.officer, locality }, asked(period, days));
  if (draft === null) {
    return html`<p class="problem" role="alert">${words.notNow}</p>`;
  }
  const at = `/quan-tri/bao-cao/${encodeURIComponent(locality)}/${period}`;
  return html`<h2>${words.made(draft.period, placeName(visit, locality))}</h2>
${list(words.counts(draft))}
<p>${words.look}</p>
<p class="acts">${Object.entries(words.files).map(([file, label]) => html`<a class="button" href="${at}/${file}${days === CALENDAR ? `?ngay=${CALENDAR}` : ""}">${label}</a> `)}</p>`;
}

async function reportPage(visit: Visit): Promise<Response> {
  const chosen = query(visit, "ky");
  const days = query(visit, "ngay");
  const [usual = ""] = periods(visit.today)[0]?.[1] ?? [];
  const period = PERIOD.test(chosen) ? chosen : usual;
  const locality = query(visit, "noi") || visit.officer.locality;
  if (!ownPlaces(visit).includes(locality)) {
    return problemPage(visit, frame.problems.otherPlace, 403);
  }
  const part = chosen === "" ? "" : await draftPart(visit, period, locality, days);
  return page(
    visit,
    "reports",
    words.title,
    html`<p>${words.lead}</p>${choice(visit, period, locality, days)}${part}`,
  );
}

/** Known places and periods only; whose place it is decides who may have the file. */
function placeOf(visit: Visit): LocalitySlug | undefined {
  const known = visit.parts.knowledge.edition()?.localities.some(({ slug }) => slug === param(visit, "noi"));
  const named = FILES.includes(param(visit, "tep")) && PERIOD.test(param(visit, "ky"));
  return known === true && named ? param(visit, "noi") : undefined;
}

async function fileOf(visit: Visit): Promise<Response> {
  const [locality, period] = [param(visit, "noi"), param(visit, "ky")];
  const draft = await visit.parts.draft({ ...visit.officer, locality }, asked(period, query(visit, "ngay")));
  const file = draft?.files[FILES.indexOf(param(visit, "tep"))];
  if (file === undefined) {
    return problemPage(visit, words.notNow, 409);
  }
  await note(visit, "report_draft", `${locality} ${period}`);
  return visit.context.body(new Uint8Array(file.bytes), 200, {
    "content-type": file.mediaType,
    "content-disposition": `attachment; filename="${file.name}"`,
  });
}

export const reportsRoutes: readonly Route[] = [
  { method: "GET", path: "/bao-cao", role: "leader", run: reportPage },
  { method: "GET", path: "/bao-cao/:noi/:ky/:tep", role: "leader", place: placeOf, run: fileOf },
];
