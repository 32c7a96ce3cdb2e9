import { html } from "hono/html";
import type { Schedule, Task } from "../../../domain/task.ts";
import { isoDay } from "../../../vietnamese/text/dates.ts";
import { frame } from "../../../vietnamese/wording/console/frame.ts";
import { correctWords as words } from "../../../vietnamese/wording/console/work.ts";
import { page, postForm, problemPage } from "../frame/layout.ts";
import { options } from "../frame/pieces.ts";
import { field, goTo, type Html, note, type Route, type Visit } from "../frame/visit.ts";
import { placeOfTask, quotePart, taskOf } from "./tasks.ts";

type Every = Extract<Schedule, { kind: "recurring" }>["every"];
const EVERY: readonly Every[] = ["week", "month", "quarter", "half_year", "year"];
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/u;
const SPAN = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u;

/** The schedule of the form's fields, or what is wrong with them. */
export function correctedSchedule(
  read: (name: string) => string,
  words0: string,
): { readonly schedule: Schedule | null } | { readonly problem: string } {
  const kind = read("kieu");
  switch (kind) {
    case "by": {
      const [year = 0, month = 0, day = 0] = read("ngay").split("-").map(Number);
      const date = isoDay(year, month, day);
      return date === null || date !== read("ngay")
        ? { problem: words.badDate }
        : { schedule: { kind, date } };
    }
    case "month":
      return MONTH.test(read("thang"))
        ? { schedule: { kind, month: read("thang") } }
        : { problem: words.badMonth };
    case "period": {
      const [from, to] = [read("tu"), read("den")];
      const sound = SPAN.test(from) && SPAN.test(to) && from.slice(0, to.length) <= to;
      return sound ? { schedule: { kind, from, to } } : { problem: words.badPeriod };
    }
    case "recurring": {
      const every = EVERY.find((one) => one === read("dinh-ky")) ?? "year";
      const [day, month] = [
        /^\d{1,2}$/u.exec(read("ngay-ky"))?.[0],
        /^\d{1,2}$/u.exec(read("thang-ky"))?.[0],
      ];
      return {
        schedule: {
          kind,
          every,
          ...(day === undefined ? {} : { day }),
          ...(month === undefined ? {} : { month }),
        },
      };
    }
    case "ongoing":
    case "as_guided":
    case "separate_plan":
    case "on_request":
      return { schedule: { kind } };
    case "unclear":
      return { schedule: { kind, wording: words0 } };
    default:
      return { schedule: null };
  }
}

function scheduleFields(schedule: Schedule | null): Html {
  const kind = schedule?.kind ?? "none";
  const every = schedule?.kind === "recurring" ? schedule : null;
  const period = schedule?.kind === "period" ? schedule : null;
  const input = (name: string, label: string, value: string) =>
    html`<label>${label}<input name="${name}" value="${value}"></label>`;
  return html`<fieldset><legend>${words.schedule}</legend>
<label>${words.schedule}<select name="kieu">${options(Object.entries(words.kinds), kind)}</select></label>
${input("ngay", words.date, schedule?.kind === "by" ? schedule.date : "")}
${input("thang", words.month, schedule?.kind === "month" ? schedule.month : "")}
${input("tu", words.from, period?.from ?? "")}
${input("den", words.to, period?.to ?? "")}
<label>${words.every}<select name="dinh-ky">${options(Object.entries(words.everyKinds), every?.every ?? "year")}</select></label>
${input("ngay-ky", words.day, every?.day ?? "")}
${input("thang-ky", words.ofMonth, every?.month ?? "")}
</fieldset>`;
}

async function correctPage(visit: Visit, problem?: string): Promise<Response> {
  const view = await taskOf(visit);
  if (view === undefined) {
    return problemPage(visit, frame.problems.notFound, 404);
  }
  const { corrected, task } = view;
  const form = postForm(
    visit,
    `/nhiem-vu/${encodeURIComponent(task.id)}`,
    {},
    html`<label>${words.content}<textarea name="noi-dung" rows="5" required>${corrected.content}</textarea></label>
<label>${words.lead}<textarea name="chu-tri" rows="3">${corrected.lead.join("\n")}</textarea></label>
<label>${words.coordinators}<textarea name="phoi-hop" rows="4">${corrected.coordinators.join("\n")}</textarea></label>
<label>${words.result}<textarea name="ket-qua" rows="2">${corrected.result ?? ""}</textarea></label>
${scheduleFields(corrected.schedule)}
<p class="acts"><button class="main">${words.save}</button> <a class="button" href="/quan-tri/nhiem-vu?vb=${encodeURIComponent(task.doc)}">${frame.confirm.no}</a></p>`,
    "stack",
  );
  return page(
    visit,
    "review",
    `${words.title} ${view.code}`,
    html`<div class="beside">${form}${quotePart(view)}</div>`,
    problem === undefined ? {} : { problem, status: 400 },
  );
}

const lines = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The form has no field for "trước ngày": a schedule that nobody touched stays as it was read. */
function unlessSame(made: Schedule | null, read: Schedule | null): Schedule | null {
  const bare = (schedule: Schedule | null) =>
    JSON.stringify(Object.entries({ ...schedule, before: undefined }).toSorted());
  return bare(made) === bare(read) ? read : made;
}

async function save(visit: Visit): Promise<Response> {
  const view = await taskOf(visit);
  const content = field(visit, "noi-dung");
  const made = correctedSchedule((name) => field(visit, name), view?.task.scheduleText ?? "");
  if (view === undefined || content === "") {
    return correctPage(visit, words.noContent);
  }
  if ("problem" in made) {
    return correctPage(visit, made.problem);
  }
  const result = field(visit, "ket-qua");
  const correction: Partial<Task> = {
    content,
    lead: lines(field(visit, "chu-tri")),
    coordinators: lines(field(visit, "phoi-hop")),
    schedule: unlessSame(made.schedule, view.task.schedule),
    ...(result === "" ? {} : { result }),
  };
  await visit.parts.tasks.decide(view.task, "approved", correction, visit.officer.id, visit.now);
  await visit.parts.changed();
  await note(visit, "correct", view.code);
  return goTo(visit, `/nhiem-vu?vb=${encodeURIComponent(view.task.doc)}`, "approved");
}

export const correctTaskRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/nhiem-vu/:id",
    role: "leader",
    place: placeOfTask,
    run: (visit) => correctPage(visit),
  },
  { method: "POST", path: "/nhiem-vu/:id", role: "leader", place: placeOfTask, run: save },
];
