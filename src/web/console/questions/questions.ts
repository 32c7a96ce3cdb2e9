import { html } from "hono/html";
import type { AskedQuestion } from "../../../domain/console.ts";
import { groupAlike } from "../../../vietnamese/lexicon/similarity.ts";
import { channelNames } from "../../../vietnamese/wording/console/frame.ts";
import { whyPage } from "../../../vietnamese/wording/console/knowledge.ts";
import { assignWords, questionsWords as words } from "../../../vietnamese/wording/console/people.ts";
import { reasonWords } from "../../../vietnamese/wording/residents/rating.ts";
import { page } from "../frame/layout.ts";
import { folded, moment, table } from "../frame/pieces.ts";
import { placeAsked } from "../frame/places.ts";
import type { Route, Visit } from "../frame/visit.ts";
import { stateWords } from "./assign.ts";
import { assignQuestion, exchangePage, placeOfQuestion, questionLink, takenUp } from "./exchange.ts";

const DAY_MS = 86_400_000;
const SHOWN = 100; // groups; the rest is rarer
const UNANSWERED: readonly string[] = ["not_found", "clarify", "out_of_scope", "failed", "late"];

/** Questions whose locality the visitor may see; those asked without one are everybody's. */
export async function ownQuestions(
  visit: Visit,
  days = visit.parts.keptDays,
): Promise<readonly AskedQuestion[]> {
  return (await visit.parts.store.asked.since(visit.now - days * DAY_MS)).filter((question) =>
    visit.sees(question.locality),
  );
}

export async function unansweredGroups(visit: Visit) {
  const open = (await ownQuestions(visit)).filter(
    (question) => UNANSWERED.includes(question.status) && question.text !== "",
  );
  return groupAlike(open, (question) => question.text);
}

async function rated(visit: Visit, good: boolean) {
  return (await ownQuestions(visit))
    .filter((question) => question.good === good && question.text !== "")
    .map((question) => [
      questionLink(question),
      question.reason === null ? "" : reasonWords(question.reason),
      placeAsked(visit, question.locality),
      moment(question.at),
    ]);
}

async function questionsPage(visit: Visit) {
  const taken = await takenUp(visit);
  const groups = (await unansweredGroups(visit)).slice(0, SHOWN);
  const rows = await Promise.all(
    groups.map(async ({ head, members }) => {
      const texts = [...new Set(members.map((member) => member.text))];
      const places = [...new Set(members.map((member) => placeAsked(visit, member.locality)))];
      const others = texts.slice(1, 6);
      const ids = new Set(members.map((member) => member.id));
      const about = taken.filter((handed) => handed.about !== null && ids.has(handed.about));
      const states = await Promise.all(about.map((handed) => stateWords(visit, handed)));
      return [
        html`<p class="said">${questionLink(head)}</p>${
          others.length === 0
            ? ""
            : html`<details><summary>${words.others(texts.length - 1)}</summary><ul>${others.map((text) => html`<li>${questionLink(members.find((member) => member.text === text) ?? head)}</li>`)}</ul></details>`
        }`,
        members.length,
        places.join(", "),
        `${moment(head.at)}, ${channelNames[head.channel]}`,
        html`${whyPage.status[head.status] ?? head.status}${states.map((state) => html`<br><small>${state}</small>`)}`,
        html`<div class="acts"><a class="button" href="/quan-tri/tra-loi/moi?tu=${head.id}">${words.write}</a><a class="button" href="/quan-tri/cau-hoi/${head.id}#giao">${assignWords.go}</a></div>`,
      ];
    }),
  );
  const [bad, good] = [await rated(visit, false), await rated(visit, true)];
  const heads = [words.question, words.reason, words.places, words.last];
  return page(
    visit,
    "questions",
    words.title,
    html`<p>${words.lead(visit.parts.keptDays)}</p>
<h2>${words.unanswered}</h2>
${
  rows.length === 0
    ? html`<p class="calm">${words.none}</p>`
    : table(
        words.unanswered,
        [words.question, words.count, words.places, words.last, words.status, ""],
        rows,
        "titled",
      )
}
<h2>${words.rated}</h2>
${folded(words.bad, bad.length, table(words.bad, heads, bad, "titled"), bad.length > 0)}
${folded(words.good, good.length, table(words.good, heads, good, "titled"))}`,
  );
}

export const questionsRoutes: readonly Route[] = [
  { method: "GET", path: "/cau-hoi", role: "leader", run: questionsPage },
  { method: "GET", path: "/cau-hoi/:id", role: "leader", place: placeOfQuestion, run: exchangePage },
  {
    method: "POST",
    path: "/cau-hoi/:id/giao",
    role: "leader",
    place: placeOfQuestion,
    run: assignQuestion,
  },
];
