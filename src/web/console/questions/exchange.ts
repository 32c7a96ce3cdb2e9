import { html } from "hono/html";
import type { AskedQuestion, Exchange, HandOver } from "../../../domain/console.ts";
import type { LocalitySlug } from "../../../domain/document.ts";
import { channelNames, frame } from "../../../vietnamese/wording/console/frame.ts";
import { whyPage } from "../../../vietnamese/wording/console/knowledge.ts";
import {
  assignWords,
  handOverWords,
  questionsWords,
  exchangeWords as words,
} from "../../../vietnamese/wording/console/people.ts";
import { reasonWords } from "../../../vietnamese/wording/residents/rating.ts";
import { page, problemPage } from "../frame/layout.ts";
import { list, moment, shortened } from "../frame/pieces.ts";
import { placeAsked } from "../frame/places.ts";
import { field, type Html, param, type Visit } from "../frame/visit.ts";
import { assignForm, give, givenLine, isOpen, stateWords } from "./assign.ts";

/** How far around a question its chat is shown, in ms. */
const AROUND_MS = 60 * 60_000;
const DAY_MS = 86_400_000;

type Traced = Exchange["questions"][number];

export function questionLink(question: AskedQuestion): Html {
  return html`<a href="/quan-tri/cau-hoi/${question.id}">${shortened(question.text, 300)}</a>`;
}

/** What was asked without a locality is everybody's: any leader may look and act. */
export async function placeOfQuestion(visit: Visit): Promise<LocalitySlug | undefined> {
  const question = await visit.parts.store.asked.find(Number(param(visit, "id")));
  return question === null ? undefined : (question.locality ?? visit.officer.locality);
}

function ratingLine({ good, reason }: AskedQuestion): Html | "" {
  if (good === null) {
    return "";
  }
  const said = good ? questionsWords.good : questionsWords.bad;
  return html`<p>${words.rated}: <strong class="${good ? "calm" : "warn"}">${said}</strong>${reason === null ? "" : ` (${reasonWords(reason)})`}</p>`;
}

function questionPart(visit: Visit, one: Traced, asked: number): Html {
  const { trace } = one;
  const sources = trace?.sources ?? [];
  const body = html`<blockquote class="said">${one.text === "" ? words.forgotten : one.text}</blockquote>
<p><small>${moment(one.at)} · ${channelNames[one.channel]} · ${placeAsked(visit, one.locality)} · ${whyPage.status[one.status] ?? one.status} · ${whyPage.took(one.ms)}</small></p>
${trace === null || trace.understood === "" ? "" : html`<details><summary>${words.understood}</summary>${list(trace.understood.split("\n"))}</details>`}
${trace === null ? "" : html`<details${one.id === asked ? html` open` : ""}><summary>${words.answer}</summary><blockquote class="answer">${trace.answer}</blockquote>${sources.length === 0 ? "" : html`<p>${words.sources}</p>${list(sources)}`}</details>`}
${ratingLine(one)}`;
  return one.id === asked
    ? html`<article class="task" aria-current="true"><h2>${words.this}</h2>${body}</article>`
    : html`<article class="task"><h2>${words.other}</h2>${body}${one.text === "" ? "" : html`<p><a href="/quan-tri/cau-hoi/${one.id}">${words.look}</a></p>`}</article>`;
}

/** Questions of the log that a person is to answer, or has answered. */
export async function takenUp(visit: Visit): Promise<readonly HandOver[]> {
  return (await visit.parts.store.handOvers.since(visit.now - visit.parts.keptDays * DAY_MS)).filter(
    ({ about }) => about !== null,
  );
}

const isDone = (handed: HandOver): boolean => !isOpen(handed) && handed.outcome !== "closed";

async function assignPart(visit: Visit, one: Traced | undefined): Promise<Html | ""> {
  if (one === undefined || one.text === "") {
    return "";
  }
  const taken = (await takenUp(visit)).filter(({ about }) => about === one.id);
  const open = taken.find(isOpen);
  const states = await Promise.all(taken.map((handed) => stateWords(visit, handed)));
  return html`<section id="giao"><h2>${assignWords.title}</h2>${states.length === 0 ? "" : list(states)}
${
  taken.some(isDone)
    ? ""
    : html`<p>${assignWords.lead}</p>${await assignForm(visit, `/cau-hoi/${one.id}/giao`, one.locality, open?.assignee ?? null, false)}`
}</section>`;
}

/** Takes the question up under a code and gives it to an officer. */
export async function assignQuestion(visit: Visit): Promise<Response> {
  const id = Number(param(visit, "id"));
  const asked = await visit.parts.store.asked.find(id);
  const answered = (await takenUp(visit)).some((handed) => handed.about === id && isDone(handed));
  if (asked === null || answered || field(visit, "cho") === "") {
    return problemPage(visit, answered ? assignWords.over : assignWords.wrong, answered ? 409 : 400);
  }
  return give(visit, asked.locality, () => visit.parts.handOvers.take(id), `/cau-hoi/${id}`);
}

async function handOverPart(visit: Visit, handed: HandOver): Promise<Html> {
  return html`<article class="task"><h2>${words.handed} <a href="/quan-tri/gap-can-bo"><code>${handed.code}</code></a></h2>
<blockquote class="said">${handed.question === "" ? words.forgotten : handed.question}</blockquote>
${await givenLine(visit, handed)}<p><small>${moment(handed.at)} · ${handed.outcome === null ? handOverWords.waiting : handOverWords.outcomes[handed.outcome]}</small></p>
${handed.reply === null ? "" : html`<blockquote class="answer">${handed.reply}</blockquote>`}</article>`;
}

/** A question with what went before and after it in its chat. */
export async function exchangePage(visit: Visit): Promise<Response> {
  const id = Number(param(visit, "id"));
  const exchange = await visit.parts.store.asked.exchange(id, AROUND_MS);
  if (exchange === null) {
    return problemPage(visit, frame.problems.notFound, 404);
  }
  const asked = exchange.questions.filter((one) => visit.sees(one.locality));
  const handed = exchange.handOvers.filter((one) => visit.sees(one.locality));
  const parts = [
    ...asked.map((one) => ({ at: one.at, part: questionPart(visit, one, id) })),
    ...(await Promise.all(handed.map(async (one) => ({ at: one.at, part: await handOverPart(visit, one) })))),
  ].sort((a, b) => a.at - b.at);
  return page(
    visit,
    "questions",
    words.title,
    html`<p>${words.lead(visit.parts.keptDays)}</p>
${parts.map(({ part }) => part)}
${await assignPart(
  visit,
  exchange.questions.find((one) => one.id === id),
)}
<p class="acts"><a class="button" href="/quan-tri/tra-loi/moi?tu=${id}">${questionsWords.write}</a> <a class="button" href="/quan-tri/cau-hoi">${words.back}</a></p>`,
  );
}
