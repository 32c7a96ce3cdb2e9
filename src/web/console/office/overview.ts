import { html } from "hono/html";
import type { AskedQuestion } from "../../../domain/console.ts";
import { groupAlike } from "../../../vietnamese/lexicon/similarity.ts";
import { addDays, dayAt, shownDay } from "../../../vietnamese/text/dates.ts";
import { channelNames, frame } from "../../../vietnamese/wording/console/frame.ts";
import { overviewWords as words } from "../../../vietnamese/wording/console/people.ts";
import { columns, lying } from "../frame/charts.ts";
import { page } from "../frame/layout.ts";
import { folded, shortened, table } from "../frame/pieces.ts";
import { placeAsked } from "../frame/places.ts";
import { progressPart } from "../frame/progress.ts";
import type { Html, Route, Visit } from "../frame/visit.ts";
import { waitingHandovers } from "../questions/handovers.ts";
import { ownQuestions } from "../questions/questions.ts";
import { ownUndelivered } from "../work/deliveries.ts";
import { waitingCount } from "../work/tasks.ts";

const DAYS = 30;
const DAY_MS = 86_400_000;
const TOPICS = 8;
/** Greetings, refusals and what lies outside are no failures of the papers. */
const ASKING: readonly string[] = ["answered", "clarify", "not_found", "failed", "late"];

function byDay(visit: Visit, questions: readonly AskedQuestion[]) {
  const days = Array.from({ length: DAYS }, (_, at) => addDays(visit.today, at - DAYS + 1));
  return days.map((day) => {
    const asked = questions.filter((question) => dayAt(question.at) === day);
    const answered = asked.filter((question) => question.status === "answered").length;
    return { day, answered, not: asked.length - answered };
  });
}

function tally<T>(items: readonly T[], labelOf: (item: T) => string) {
  const counts = new Map<string, number>();
  for (const item of items) {
    counts.set(labelOf(item), (counts.get(labelOf(item)) ?? 0) + 1);
  }
  return [...counts].map(([label, value]) => ({ label, value })).sort((a, b) => b.value - a.value);
}

function stat(value: number | string, label: string, href: string): Html {
  return html`<a class="stat" href="/quan-tri${href}"><strong>${value}</strong> ${label}</a>`;
}

async function channelsPart(visit: Visit): Promise<Html> {
  const off = new Set((await visit.parts.store.switches.all()).map((one) => one.name));
  return table(
    words.channels,
    [words.channel, words.state],
    visit.parts
      .channels()
      .map(({ name, up, detail }) => [
        channelNames[name],
        off.has(`kenh-${name}`)
          ? html`<strong class="warn">${words.off}</strong>`
          : html`<span class="${up ? "calm" : "warn"}">${up ? words.up : words.down}</span> <small>${detail}</small>`,
      ]),
  );
}

async function overviewPage(visit: Visit) {
  const questions = (await ownQuestions(visit, DAYS)).filter((question) => ASKING.includes(question.status));
  const days = byDay(visit, questions);
  const answered = questions.filter((question) => question.status === "answered").length;
  const share = questions.length === 0 ? 0 : Math.round((100 * answered) / questions.length);
  const topics = groupAlike(
    questions.filter((question) => question.text !== "").slice(0, 3000),
    (question) => question.text,
  )
    .slice(0, TOPICS)
    .map(({ head, members }) => ({ label: shortened(head.text, 90), value: members.length }));
  const places = tally(questions, (question) => placeAsked(visit, question.locality));
  const reminders = Object.entries(await visit.parts.reminders.counts(visit.now - DAYS * DAY_MS)).map(
    ([state, value]) => ({ label: words.reminderStates[state] ?? state, value }),
  );
  const label = words.perDayLabel(questions.length, share);
  return page(
    visit,
    "overview",
    words.title,
    html`${progressPart(visit)}<p class="stats">
${stat(questions.length, words.asked, "/cau-hoi")}
${stat(`${share}%`, words.answered, "/cau-hoi")}
${stat((await waitingHandovers(visit)).length, words.waiting, "/gap-can-bo")}
${stat(await waitingCount(visit), words.review, "/nhiem-vu")}
${stat((await ownUndelivered(visit)).filter((one) => one.needsPerson).length, words.toCall, "/nhac-viec")}
</p>
<section><h2>${words.perDay} <small>${words.days(DAYS)}</small></h2>
${columns(
  label,
  days.map(({ day, answered: part, not }) => ({ label: shownDay(day.slice(5)), part, rest: not })),
)}
<p class="legend"><span class="key strong"></span>${words.isAnswered}<span class="key weak"></span>${words.isNot}</p>
${folded(
  words.numbers,
  questions.length,
  table(
    words.perDay,
    [words.day, words.isAnswered, words.isNot],
    days.filter((day) => day.answered + day.not > 0).map((day) => [shownDay(day.day), day.answered, day.not]),
  ),
)}
</section>
<div class="pair">
<section><h2>${words.topics}</h2>${topics.length === 0 ? html`<p class="empty">${frame.empty}</p>` : lying(topics)}</section>
<section><h2>${words.byPlace}</h2>${places.length === 0 ? html`<p class="empty">${frame.empty}</p>` : lying(places)}
<h2>${words.reminders}</h2>${reminders.length === 0 ? html`<p class="empty">${frame.empty}</p>` : lying(reminders)}</section>
</div>
${channelsPart(visit)}
<section><h2>${words.export}</h2><p class="acts">${Object.entries(words.exports).map(([file, name]) => html`<a class="button" href="/quan-tri/xuat/${file}">${name}</a> `)}</p></section>`,
  );
}

export const overviewRoutes: readonly Route[] = [
  { method: "GET", path: "/", role: "leader", run: overviewPage },
];
