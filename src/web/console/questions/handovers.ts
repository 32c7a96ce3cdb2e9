import { html } from "hono/html";
import type { HandOver } from "../../../domain/console.ts";
import type { LocalitySlug } from "../../../domain/document.ts";
import { channelNames } from "../../../vietnamese/wording/console/frame.ts";
import { questionsWords, handOverWords as words } from "../../../vietnamese/wording/console/people.ts";
import { page, postForm, problemPage } from "../frame/layout.ts";
import { folded, moment } from "../frame/pieces.ts";
import { placeAsked } from "../frame/places.ts";
import { field, goTo, type Html, note, param, type Route, type Visit } from "../frame/visit.ts";
import { assignForm, give, givenLine, isOpen } from "./assign.ts";

const DAY_MS = 86_400_000;
const MOST_REPLY = 3000;

async function ownHandOvers(visit: Visit): Promise<readonly HandOver[]> {
  return (await visit.parts.store.handOvers.since(visit.now - visit.parts.keptDays * DAY_MS)).filter(
    (handed) => visit.sees(handed.locality),
  );
}

export async function waitingHandovers(visit: Visit): Promise<readonly HandOver[]> {
  return (await ownHandOvers(visit)).filter(isOpen);
}

async function handOverOf(visit: Visit): Promise<HandOver | undefined> {
  return (await visit.parts.store.handOvers.find(param(visit, "ma"))) ?? undefined;
}

/** What was asked without a locality is everybody's: any leader may answer it. */
async function placeOf(visit: Visit): Promise<LocalitySlug | undefined> {
  const handed = await handOverOf(visit);
  return handed === undefined ? undefined : (handed.locality ?? visit.officer.locality);
}

/** To what went before, and to an answer for everybody. */
function aboutLine({ about, reply }: HandOver): Html | "" {
  return about === null
    ? ""
    : html`<p><a href="/quan-tri/cau-hoi/${about}">${words.exchange}</a>${reply === null ? "" : html` · <a href="/quan-tri/tra-loi/moi?tu=${about}">${questionsWords.write}</a>`}</p>`;
}

async function card(visit: Visit, handed: HandOver): Promise<Html> {
  const name =
    (await visit.parts.people.officers()).find((one) => one.id === handed.by)?.name ?? handed.by ?? "";
  const open = isOpen(handed);
  return html`<article class="task"><h2><code>${handed.code}</code> <small>${words.asked(moment(handed.at), channelNames[handed.chat.channel])} · ${placeAsked(visit, handed.locality)}</small></h2>
<blockquote class="answer">${handed.question === "" ? words.forgotten : handed.question}</blockquote>
${await givenLine(visit, handed)}${aboutLine(handed)}
${
  handed.outcome === null
    ? ""
    : html`<p><small>${words.replied(name, moment(handed.repliedAt ?? handed.at))} · <strong>${words.outcomes[handed.outcome]}</strong></small></p>${handed.reply === null ? "" : html`<blockquote class="answer">${handed.reply}</blockquote>`}`
}
${
  open && handed.question !== ""
    ? html`${postForm(visit, `/gap-can-bo/${handed.code}/tra-loi`, {}, html`<label>${words.reply}<textarea name="loi" rows="4" required maxlength="${MOST_REPLY}">${handed.reply ?? ""}</textarea></label><p class="acts"><button class="main">${words.send}</button></p>`, "stack")}
${await assignForm(visit, `/gap-can-bo/${handed.code}/giao`, handed.locality, handed.assignee, true)}
${postForm(visit, `/gap-can-bo/${handed.code}/dong`, {}, html`<button>${words.close}</button>`)}`
    : ""
}</article>`;
}

async function inboxPage(visit: Visit) {
  const all = await ownHandOvers(visit);
  const open = all.filter(isOpen);
  const done = all.filter((handed) => !isOpen(handed));
  return page(
    visit,
    "handOvers",
    words.title,
    html`<p>${words.lead}</p><h2>${words.open}</h2>
${open.length === 0 ? html`<p class="calm">${words.none}</p>` : open.map((handed) => card(visit, handed))}
${folded(words.done, done.length, html`${done.map((handed) => card(visit, handed))}`)}`,
  );
}

async function reply(visit: Visit): Promise<Response> {
  const handed = await handOverOf(visit);
  const text = field(visit, "loi").replace(/\r\n/gu, "\n").slice(0, MOST_REPLY);
  if (handed === undefined || text === "" || handed.chat.chat === "") {
    return problemPage(visit, text === "" ? words.empty : words.forgotten, 400);
  }
  const ended = await visit.parts.handOvers.answer(visit.officer, handed.code, text);
  if (ended.outcome === "answered" || ended.outcome === "closed") {
    return problemPage(visit, words.over, 409);
  }
  await note(visit, "reply", handed.code);
  const notices = { sent: "sent", unclear: "unclear", unsent: "unsent", refused: "unsent" } as const;
  return goTo(visit, "/gap-can-bo", notices[ended.outcome]);
}

export const handOversRoutes: readonly Route[] = [
  { method: "GET", path: "/gap-can-bo", role: "leader", run: inboxPage },
  { method: "POST", path: "/gap-can-bo/:ma/tra-loi", role: "leader", place: placeOf, run: reply },
  {
    method: "POST",
    path: "/gap-can-bo/:ma/giao",
    role: "leader",
    place: placeOf,
    async run(visit) {
      const handed = await handOverOf(visit);
      const code = handed === undefined || handed.question === "" ? null : handed.code;
      return give(visit, handed?.locality ?? null, async () => code, "/gap-can-bo");
    },
  },
  {
    method: "POST",
    path: "/gap-can-bo/:ma/dong",
    role: "leader",
    place: placeOf,
    confirm: () => words.closeAsk,
    async run(visit) {
      const handed = await handOverOf(visit);
      const closed = { by: visit.officer.id, at: visit.now };
      if (handed === undefined || !(await visit.parts.store.handOvers.close(handed.code, closed))) {
        return problemPage(visit, words.over, 409);
      }
      await note(visit, "close", param(visit, "ma"));
      return goTo(visit, "/gap-can-bo", "closed");
    },
  },
];
