import { html } from "hono/html";
import type { LocalitySlug } from "../../../domain/document.ts";
import { shownDay } from "../../../vietnamese/text/dates.ts";
import { deliveryWords as words } from "../../../vietnamese/wording/console/work.ts";
import { page, postForm } from "../frame/layout.ts";
import { moment, shortened, table } from "../frame/pieces.ts";
import { field, goTo, type Html, note, type Route, type Visit } from "../frame/visit.ts";

function officerOf(visit: Visit, id: string) {
  return visit.parts.people.officers().find((officer) => officer.id === id);
}

/** A reminder is its officer's locality's business. */
function placeOfReminder(visit: Visit): LocalitySlug | undefined {
  const row = visit.parts.reminders.reminder(field(visit, "khoa"));
  return row === null ? undefined : officerOf(visit, row.officer)?.locality;
}

function placeOfTask(visit: Visit): LocalitySlug | null | undefined {
  return visit.parts.tasks.find(field(visit, "viec"))?.task.locality;
}

function taskWords(visit: Visit, task: string | null): Html | string {
  const view = task === null ? null : visit.parts.tasks.find(task);
  return view === null ? "" : html`<code>${view.code}</code> ${shortened(view.corrected.content, 140)}`;
}

/** A reminder without a receipt, as it may be shown to whom its officer's locality concerns. */
export function ownUndelivered(visit: Visit) {
  return visit.parts.reminders.undelivered().filter(({ row }) => {
    const officer = officerOf(visit, row.officer);
    return row.acknowledgedAt === null && officer !== undefined && visit.sees(officer.locality);
  });
}

function holdPart(visit: Visit): Html | "" {
  const hold = visit.parts.reminders.hold();
  if (hold === null || visit.officer.role !== "admin") {
    return "";
  }
  const button = (choice: "send" | "discard") =>
    postForm(visit, "/nhac-viec/tha", { chon: choice }, html`<button>${words.hold[choice]}</button>`);
  return html`<section class="problem"><h2>${words.hold.title}</h2><p>${words.hold[hold.why]} ${words.hold.waiting(hold.waiting)}</p><div class="acts">${button("send")}${button("discard")}</div></section>`;
}

function pastPart(visit: Visit): Html | "" {
  const past = visit.parts.reminders.pastDeadlines().filter(({ task }) => {
    const view = visit.parts.tasks.find(task);
    return view !== null && visit.sees(view.task.locality);
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
      taskWords(visit, task),
      shownDay(deadline),
      html`<div class="acts">${choose(task, "remind")}${choose(task, "leave")}</div>`,
    ]),
  )}`;
}

function gapsPart(visit: Visit): Html | "" {
  const gaps = visit.parts.reminders.gaps().filter(({ task }) => {
    const view = task === null ? null : visit.parts.tasks.find(task);
    return view !== null && visit.sees(view.task.locality);
  });
  return gaps.length === 0
    ? ""
    : html`<h2>${words.gaps}</h2>${table(
        words.gaps,
        [words.task, words.why],
        gaps.map(({ task, what }) => [taskWords(visit, task), what]),
      )}`;
}

function deliveriesPage(visit: Visit) {
  const rows = ownUndelivered(visit).map(({ row, reason, needsPerson }) => [
    officerOf(visit, row.officer)?.name ?? row.officer,
    taskWords(visit, row.task),
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
    html`<p>${words.lead}</p>${holdPart(visit)}
<h2>${words.troubled}</h2>
${
  rows.length === 0
    ? html`<p class="calm">${words.none}</p>`
    : table(words.troubled, [words.officer, words.task, words.kind, words.due, words.why, ""], rows, "titled")
}
${pastPart(visit)}${gapsPart(visit)}`,
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
    run(visit) {
      visit.parts.reminders.markTold(field(visit, "khoa"), visit.officer.id);
      note(visit, "settle", field(visit, "khoa"));
      return goTo(visit, "/nhac-viec", "settled");
    },
  },
  {
    method: "POST",
    path: "/nhac-viec/gui-lai",
    role: "leader",
    place: placeOfReminder,
    confirm: () => words.resendAsk,
    run(visit) {
      const sent = visit.parts.reminders.resend(field(visit, "khoa"), visit.officer.id);
      note(visit, "resend", field(visit, "khoa"));
      return goTo(visit, "/nhac-viec", sent ? "resent" : "unsent");
    },
  },
  {
    method: "POST",
    path: "/nhac-viec/quyet-dinh",
    role: "leader",
    place: placeOfTask,
    confirm: () => words.decideAsk,
    run(visit) {
      const choice = choiceOf(visit) === "remind" ? "remind" : "leave";
      visit.parts.reminders.decide(field(visit, "viec"), choice, visit.officer.id);
      note(visit, "decide", `${field(visit, "viec")} ${choice}`);
      return goTo(visit, "/nhac-viec", "decided");
    },
  },
  {
    method: "POST",
    path: "/nhac-viec/tha",
    role: "admin",
    fresh: true,
    confirm: () => words.hold.ask,
    run(visit) {
      const choice = choiceOf(visit) === "send" ? "send" : "discard";
      visit.parts.reminders.release(choice);
      note(visit, "release", choice);
      return goTo(visit, "/nhac-viec", "decided");
    },
  },
];
