import { html } from "hono/html";
import type { Why } from "../../../ports/console.ts";
import { whyPage as words } from "../../../vietnamese/wording/console/knowledge.ts";
import { explainedStep } from "../../../vietnamese/wording/console/why.ts";
import { page, postForm } from "../frame/layout.ts";
import { shortened, table } from "../frame/pieces.ts";
import { placeName, placeOptions } from "../frame/places.ts";
import { field, type Html, type Route, type Visit } from "../frame/visit.ts";

const two = (value: number) => value.toFixed(2).replace(".", ",");

function whyPart(visit: Visit, why: Why): Html {
  return html`<section><h2>${words.answer}</h2>
${why.lines.some((line) => line.text.startsWith("curated answer")) ? html`<p class="notice">${words.curated}</p>` : ""}<p><strong>${words.status[why.status] ?? why.status}</strong>. ${words.took(why.ms)}</p>
<blockquote class="answer">${why.text}</blockquote></section>
<section><h2>${words.steps}</h2><ol class="steps">${why.lines.map(
    (line) => html`<li><strong>${words.step[line.step]}</strong> ${explainedStep(line.step, line.text)}</li>`,
  )}</ol></section>
${table(
  words.hits,
  [words.passage, words.words, words.meaning, words.total, words.covered],
  why.hits.map((hit) => [
    html`<a href="/quan-tri/van-ban/${encodeURIComponent(hit.doc)}">${hit.doc}</a> ${hit.section} <small>${placeName(visit, hit.locality)}</small><br>${shortened(hit.text, 220)}`,
    two(hit.words),
    two(hit.meaning),
    two(hit.score),
    two(hit.coverage),
  ]),
  "light",
)}`;
}

async function whyPage(visit: Visit): Promise<Response> {
  const question = field(visit, "hoi").slice(0, 500);
  const place = field(visit, "noi") || null;
  const locality = visit.context.req.method === "GET" ? visit.officer.locality : place;
  const why =
    question === "" || (locality !== null && !visit.sees(locality))
      ? null
      : await visit.parts.knowledge.why(question, locality);
  return page(
    visit,
    "why",
    words.title,
    html`<p>${words.lead}</p>${postForm(
      visit,
      "/vi-sao",
      {},
      html`<label>${words.question}<input name="hoi" value="${question}" required maxlength="500"></label>
<label>${words.place}<select name="noi">${placeOptions(visit, locality, true)}</select></label>
<p class="acts"><button class="main">${words.ask}</button></p>`,
      "stack",
    )}${why === null ? "" : whyPart(visit, why)}`,
  );
}

// Asked by POST, so that a question never stands in an address.
export const whyRoutes: readonly Route[] = [
  { method: "GET", path: "/vi-sao", role: "leader", run: whyPage },
  { method: "POST", path: "/vi-sao", role: "leader", run: whyPage },
];
