import { html } from "hono/html";
import type { CuratedAnswer } from "../../../domain/console.ts";
import type { LocalitySlug } from "../../../domain/document.ts";
import { namingWords } from "../../../vietnamese/lexicon/similarity.ts";
import { addDays, daysBetween, isoDay, shownDay } from "../../../vietnamese/text/dates.ts";
import { frame } from "../../../vietnamese/wording/console/frame.ts";
import { curatedWords as words } from "../../../vietnamese/wording/console/people.ts";
import { page, postForm, problemPage } from "../frame/layout.ts";
import { moment } from "../frame/pieces.ts";
import { placeName, placeOptions } from "../frame/places.ts";
import { field, goTo, type Html, note, param, query, type Route, type Visit } from "../frame/visit.ts";
import { takenUp } from "./exchange.ts";
import { unansweredGroups } from "./questions.ts";

const USUAL_DAYS = 90;
const MOST_DAYS = 366;
const MOST_TEXT = 3000;

type Draft = Pick<CuratedAnswer, "questions" | "locality" | "text" | "source" | "until">;

async function curatedOf(visit: Visit): Promise<CuratedAnswer | undefined> {
  return (await visit.parts.store.curated.all()).find((answer) => String(answer.id) === param(visit, "id"));
}

const placeOf = async (visit: Visit): Promise<LocalitySlug | null | undefined> =>
  (await curatedOf(visit))?.locality;

async function card(visit: Visit, answer: CuratedAnswer): Promise<Html> {
  const name = (await visit.parts.people.officers()).find((one) => one.id === answer.by)?.name ?? answer.by;
  const mine = answer.locality !== null || visit.officer.role === "admin";
  const path = `/tra-loi/${answer.id}`;
  return html`<article class="task"><h2>${answer.questions[0] ?? ""}</h2>
${answer.questions.length > 1 ? html`<ul>${answer.questions.slice(1).map((question) => html`<li>${question}</li>`)}</ul>` : ""}
<blockquote class="answer">${answer.text}</blockquote>
<p><small>${words.source}: ${answer.source} · ${placeName(visit, answer.locality)} · ${words.until} ${shownDay(answer.until)}
(<strong class="${answer.until < visit.today ? "warn" : "calm"}">${answer.until < visit.today ? words.expired : words.active}</strong>) · ${words.changed}: ${name}, ${moment(answer.at)}</small></p>
${mine ? html`<div class="acts"><a class="button" href="/quan-tri${path}">${words.edit}</a>${postForm(visit, `${path}/xoa`, {}, html`<button>${words.remove}</button>`)}</div>` : ""}
</article>`;
}

async function listPage(visit: Visit) {
  const own = (await visit.parts.store.curated.all()).filter((answer) => visit.sees(answer.locality));
  return page(
    visit,
    "curated",
    words.title,
    html`<p>${words.lead}</p><p><a class="button main" href="/quan-tri/tra-loi/moi">${words.add}</a></p>
${own.length === 0 ? html`<p class="empty">${frame.empty}</p>` : own.map((answer) => card(visit, answer))}`,
  );
}

function editPage(visit: Visit, draft: Draft, path: string, problem?: string) {
  const admin = visit.officer.role === "admin";
  return page(
    visit,
    "curated",
    path.endsWith("moi") ? words.add : words.edit,
    postForm(
      visit,
      path,
      {},
      html`<label>${words.questions}<textarea name="hoi" rows="4" required>${draft.questions.join("\n")}</textarea></label>
<label>${words.text}<textarea name="tra-loi" rows="8" required maxlength="${MOST_TEXT}">${draft.text}</textarea></label>
<label>${words.source}<input name="can-cu" value="${draft.source}" required maxlength="300"></label>
<label>${words.place}<select name="noi">${placeOptions(visit, draft.locality, admin)}</select></label>
<label>${words.until}<input name="den-het" type="date" value="${draft.until}" required></label>
<p class="acts"><button class="main">${words.save}</button> <a class="button" href="/quan-tri/tra-loi">${frame.confirm.no}</a></p>`,
      "stack",
    ),
    problem === undefined ? {} : { problem, status: 400 },
  );
}

async function newPage(visit: Visit) {
  const from = Number(query(visit, "tu"));
  const group = (await unansweredGroups(visit)).find(({ members }) =>
    members.some((member) => member.id === from),
  );
  const one = await visit.parts.store.asked.find(from);
  const alone = one === null || one.text === "" || !visit.sees(one.locality) ? [] : [one];
  const members = group?.members ?? alone;
  const texts = [...new Set(members.map((member) => member.text.replace(/\s+/gu, " ")))];
  const ids = new Set(members.map((member) => member.id));
  const replied = (await takenUp(visit)).find(({ about, reply }) => ids.has(about ?? 0) && reply !== null);
  const draft: Draft = {
    questions: texts.slice(0, 8),
    locality: (group?.head ?? alone[0])?.locality ?? visit.officer.locality,
    text: replied?.reply ?? "",
    source: "",
    until: addDays(visit.today, USUAL_DAYS),
  };
  return editPage(visit, draft, "/tra-loi/moi");
}

function draftOf(visit: Visit): Draft {
  const questions = field(visit, "hoi")
    .split("\n")
    .map((line) => line.trim().slice(0, 300))
    .filter((line) => line !== "");
  return {
    questions: questions.slice(0, 30),
    locality: field(visit, "noi") || null,
    text: field(visit, "tra-loi").replace(/\r\n/gu, "\n"),
    source: field(visit, "can-cu").slice(0, 300),
    until: field(visit, "den-het"),
  };
}

function faultOf(visit: Visit, draft: Draft): string | null {
  const [year = 0, month = 0, day = 0] = draft.until.split("-").map(Number);
  const ahead = isoDay(year, month, day) === draft.until ? daysBetween(visit.today, draft.until) : -1;
  if (draft.questions.length === 0 || draft.text === "" || draft.source === "") {
    return words.missing;
  }
  if (draft.questions.some((question) => namingWords(question).size < 2)) {
    return words.tooShort;
  }
  if (draft.text.length > MOST_TEXT) {
    return words.tooLong;
  }
  return ahead < 0 || ahead > MOST_DAYS ? words.badUntil : null;
}

async function save(visit: Visit, id: number | null): Promise<Response> {
  const draft = draftOf(visit);
  const path = id === null ? "/tra-loi/moi" : `/tra-loi/${id}`;
  const forAll = draft.locality === null && visit.officer.role !== "admin";
  if (forAll || !visit.sees(draft.locality)) {
    return problemPage(visit, frame.problems.otherPlace, 403);
  }
  const fault = faultOf(visit, draft);
  if (fault !== null) {
    return editPage(visit, draft, path, fault);
  }
  const kept = await visit.parts.store.curated.save({ ...draft, by: visit.officer.id, at: visit.now }, id);
  await note(visit, "curate", String(kept));
  return goTo(visit, "/tra-loi", "saved");
}

export const curatedRoutes: readonly Route[] = [
  { method: "GET", path: "/tra-loi", role: "leader", run: listPage },
  { method: "GET", path: "/tra-loi/moi", role: "leader", run: newPage },
  { method: "POST", path: "/tra-loi/moi", role: "leader", run: (visit) => save(visit, null) },
  {
    method: "GET",
    path: "/tra-loi/:id",
    role: "leader",
    place: placeOf,
    async run(visit) {
      const answer = await curatedOf(visit);
      return answer === undefined
        ? problemPage(visit, frame.problems.notFound, 404)
        : editPage(visit, answer, `/tra-loi/${answer.id}`);
    },
  },
  {
    method: "POST",
    path: "/tra-loi/:id",
    role: "leader",
    place: placeOf,
    run: (visit) => save(visit, Number(param(visit, "id"))),
  },
  {
    method: "POST",
    path: "/tra-loi/:id/xoa",
    role: "leader",
    place: placeOf,
    confirm: () => words.removeAsk,
    async run(visit) {
      await visit.parts.store.curated.remove(Number(param(visit, "id")));
      await note(visit, "curate-remove", param(visit, "id"));
      return goTo(visit, "/tra-loi", "removed");
    },
  },
];
