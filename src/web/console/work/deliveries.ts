import { html } from "hono/html";
import type { LocalitySlug } from "../../../domain/document.ts";
import { shownDay } from "../../../vietnamese/text/dates.ts";
import { deliveryWords as words } from "../../../vietnamese/wording/console/work.ts";
import { page, postForm } from "../frame/layout.ts";
import { moment, shortened, table } from "../frame/pieces.ts";
import { field, goTo, type Html, note, type Route, type Visit } from "../frame/visit.ts";

async function officersOf(visit: Visit) {
  return new Map((await visit.parts.people.officers()).map((officer) => [officer.id, officer]));
}

/** A reminder is its officer's locality's business. */
async function placeOfReminder(visit: Visit): Promise<LocalitySlug | undefined> {
  const row = await visit.parts.reminders.reminder(field(visit, "khoa"));
  return row === null ? undefined : (await officersOf(visit)).get(row.officer)?.locality;
}

async function placeOfTask(visit: Visit): Promise<LocalitySlug | null | undefined> {
  return (await visit.parts.tasks.find(field(visit, "viec")))?.task.locality;
}

async function tasksOf(visit: Visit) {
  return new Map((await visit.parts.tasks.all()).map((view) => [view.task.id, view]));
}

type Tasks = Awaited<ReturnType<typeof tasksOf>>;

function taskWords(tasks: Tasks, task: string | null): Html | string {
  const view = task === null ? undefined : tasks.get(task);
  return view === undefined ? "" : html`<code>${view.code}</code> ${shortened(view.corrected.content, 140)}`;
}

/** A reminder without a receipt, as it may be shown to whom its officer's locality concerns. */
export async function ownUndelivered(visit: Visit) {
  const officers = await officersOf(visit);
  return (await visit.parts.reminders.undelivered()).filter(({ row }) => {
    const officer = officers.get(row.officer);
    return row.acknowledgedAt === null && officer !== undefined && visit.sees(officer.locality);
  });
}

async function holdPart(visit: Visit): Promise<Html | ""> {
  const hold = await visit.parts.reminders.hold();
  if (hold === null || visit.officer.role !== "admin") {
    return "";
  }
  const button = (choice: "send" | "discard") =>
    postForm(visit, "/nhac-viec/tha", { chon: choice }, html`<button>${words.hold[choice]}</button>`);
  return html`<section class="problem"><h2>${words.hold.title}</h2><p>${words.hold[hold.why]} ${words.hold.waiting(hold.waiting)}</p><div class="acts">${button("send")}${button("discard")}</div></section>`;
}

async function pastPart(visit: Visit): Promise<Html | ""> {
  const tasks = await tasksOf(visit);
  const past = (await visit.parts.reminders.pastDeadlines()).filter(({ task }) => {
    const view = tasks.get(task);
    return view !== undefined && visit.sees(view.task.locality);
  });
  if (past.length === 0) {
    return "";
  }
  const choose = (task: string, choice: "remind" | "leave") =>
    postForm(
      visit,
      "/nhac-viec/quyet-dinh",
      { viec: task, chon: choice },
      html`<button>${words[choice]}</button>`,
    );
  return html`<h2>${words.past}</h2><p>${words.pastLead}</p>${table(
    words.past,
    [words.task, words.deadline, ""],
    past.map(({ task, deadline }) => [
      taskWords(tasks, task),
      shownDay(deadline),
      html`<div class="acts">${choose(task, "remind")}${choose(task, "leave")}</div>`,
    ]),
  )}`;
}

async function gapsPart(visit: Visit): Promise<Html | ""> {
  const tasks = await tasksOf(visit);
  const gaps = (await visit.parts.reminders.gaps()).filter(({ task }) => {
    const view = task === null ? undefined : tasks.get(task);
    return view !== undefined && visit.sees(view.task.locality);
  });
  return gaps.length === 0
    ? ""
    : html`<h2>${words.gaps}</h2>${table(
        words.gaps,
        [words.task, words.why],
        gaps.map(({ task, what }) => [taskWords(tasks, task), what]),
      )}`;
}

async function deliveriesPage(visit: Visit) {
  const [officers, tasks] = [await officersOf(visit), await tasksOf(visit)];
  const rows = (await ownUndelivered(visit)).map(({ row, reason, needsPerson }) => [
    officers.get(row.officer)?.name ?? row.officer,
    taskWords(tasks, row.task),
    words.kinds[row.kind],
    row.deadline === null ? moment(row.dueAt) : shownDay(row.deadline),
    html`${reason}${needsPerson ? html` <strong class="warn">${words.calls}</strong>` : ""}`,
    html`<div class="acts">${postForm(visit, "/nhac-viec/da-bao", { khoa: row.key }, html`<button class="main">${words.settle}</button>`)}${
      row.kind === "digest"
        ? ""
        : postForm(visit, "/nhac-viec/gui-lai", { khoa: row.key }, html`<button>${words.resend}</button>`)
    }</div>`,
  ]);
  return page(
    visit,
    "deliveries",
    words.title,
    html`<p>${words.lead}</p>${await holdPart(visit)}
<h2>${words.troubled}</h2>
${
  rows.length === 0
    ? html`<p class="calm">${words.none}</p>`
    : table(words.troubled, [words.officer, words.task, words.kind, words.due, words.why, ""], rows, "titled")
}
${await pastPart(visit)}${await gapsPart(visit)}`,
  );
}

const choiceOf = (visit: Visit): string => field(visit, "chon");

export const deliveriesRoutes: readonly Route[] = [
  { method: "GET", path: "/nhac-viec", role: "leader", run: deliveriesPage },
  {
    method: "POST",
    path: "/nhac-viec/da-bao",
    role: "leader",
    place: placeOfReminder,
    confirm: () => words.settleAsk,
    async run(visit) {
      await visit.parts.reminders.markTold(field(visit, "khoa"), visit.officer.id);
      await note(visit, "settle", field(visit, "khoa"));
      return goTo(visit, "/nhac-viec", "settled");
    },
  },
  {
    method: "POST",
    path: "/nhac-viec/gui-lai",
    role: "leader",
    place: placeOfReminder,
    confirm: () => words.resendAsk,
    async run(visit) {
      const sent = await visit.parts.reminders.resend(field(visit, "khoa"), visit.officer.id);
      await note(visit, "resend", field(visit, "khoa"));
      return goTo(visit, "/nhac-viec", sent ? "resent" : "unsent");
    },
  },
  {
    method: "POST",
    path: "/nhac-viec/quyet-dinh",
    role: "leader",
    place: placeOfTask,
    confirm: () => words.decideAsk,
    async run(visit) {
      const choice = choiceOf(visit) === "remind" ? "remind" : "leave";
      await visit.parts.reminders.decide(field(visit, "viec"), choice, visit.officer.id);
      await note(visit, "decide", `${field(visit, "viec")} ${choice}`);
      return goTo(visit, "/nhac-viec", "decided");
    },
  },
  {
    method: "POST",
    path: "/nhac-viec/tha",
    role: "admin",
    fresh: true,
    confirm: () => words.hold.ask,
    async run(visit) {
      const choice = choiceOf(visit) === "send" ? "send" : "discard";
      await visit.parts.reminders.release(choice);
      await note(visit, "release", choice);
      return goTo(visit, "/nhac-viec", "decided");
    },
  },
];
