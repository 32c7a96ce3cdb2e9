import { html } from "hono/html";
import type { LocalitySlug } from "../../../domain/document.ts";
import type { UnderstoodDocument } from "../../../domain/knowledge.ts";
import type { EditableField, PaperView } from "../../../ports/console.ts";
import { documentWords as words } from "../../../vietnamese/wording/console/knowledge.ts";
import { paperPage } from "../../../vietnamese/wording/knowledge/reading.ts";
import { page, postForm, problemPage } from "../frame/layout.ts";
import { folded, list, table } from "../frame/pieces.ts";
import { placeOptions } from "../frame/places.ts";
import { goOn } from "../frame/progress.ts";
import { field, type Html, note, param, type Route, type Visit } from "../frame/visit.ts";

const FIELDS: readonly EditableField[] = [
  "title",
  "number",
  "date",
  "place",
  "issuer",
  "signer",
  "period",
  "locality",
];

function documentOf(visit: Visit): UnderstoodDocument | undefined {
  const id = param(visit, "doc");
  return visit.parts.knowledge.edition()?.documents.find((document) => document.id === id);
}

const placeOf = (visit: Visit): LocalitySlug | null | undefined => documentOf(visit)?.card.locality;

export function cardTable(view: PaperView): Html {
  return table(
    words.card,
    [words.cardField, words.cardValue, words.cardWords],
    view.card.map((line) => [line.label, line.value, line.words ?? ""]),
  );
}

export function lookPart(view: PaperView): Html {
  return view.look.length === 0
    ? html`<p class="calm">${words.noFindings}</p>`
    : list(
        view.look.map(
          (one) =>
            html`${one.place === "" ? "" : html`<strong>${one.place}</strong>: `}${one.message}${one.words === "" ? "" : html` <q>${one.words}</q>`}`,
        ),
        "findings",
      );
}

export function targetsPart(view: PaperView): Html {
  const heads = [paperPage.place, paperPage.year, paperPage.group, paperPage.figure, paperPage.statement];
  return table(words.targets, heads, view.targets, "titled");
}

export function tasksPart(view: PaperView): Html {
  const heads = [
    paperPage.place,
    paperPage.task,
    paperPage.lead,
    paperPage.coordinators,
    paperPage.when,
    paperPage.result,
  ];
  return table(words.tasks, heads, view.tasks, "titled");
}

function passagesPart(document: UnderstoodDocument): Html {
  return html`<ol class="passages">${document.passages.map(
    (passage) => html`<li><small>${passage.section} · ${passage.heading}</small><p>${passage.quote}</p></li>`,
  )}</ol>`;
}

async function correctionForm(visit: Visit, document: UnderstoodDocument): Promise<Html | ""> {
  const { papers } = visit.parts;
  if (visit.officer.role !== "admin" || !papers.isPaper(document.id)) {
    return "";
  }
  const side = await papers.side(document.id);
  const read = document.card;
  const found: Readonly<Record<EditableField, string | null>> = {
    title: read.title,
    number: read.number?.value ?? null,
    date: read.date?.value ?? null,
    place: read.place?.value ?? null,
    issuer: read.issuer?.value ?? null,
    signer: read.signer?.value ?? null,
    period: read.period?.value ?? null,
    locality: read.locality,
  };
  const inputs = FIELDS.map((name) =>
    name === "locality"
      ? html`<label>${words.fields.locality}<select name="locality"><option value="">${words.byItself}</option>${placeOptions(visit, side.locality ?? "", false)}</select></label>`
      : html`<label>${words.fields[name]}<input name="${name}" value="${side[name] ?? ""}" placeholder="${found[name] ?? ""}"></label>`,
  );
  return folded(
    words.correct,
    Object.keys(side).length,
    html`<p class="hint">${words.correctLead}</p>${postForm(
      visit,
      `/van-ban/${encodeURIComponent(document.id)}/the`,
      {},
      html`${inputs}<p class="acts"><button class="main">${words.save}</button></p>`,
      "stack",
    )}`,
  );
}

async function documentPage(visit: Visit, problem?: string): Promise<Response> {
  const document = documentOf(visit);
  const view = document === undefined ? null : visit.parts.papers.view(document.id);
  if (document === undefined || view === null) {
    return problemPage(visit, paperPage.none, 404);
  }
  const id = encodeURIComponent(document.id);
  const guide = document.guide;
  const body = html`
${guide === null && document.tasks.length > 0 ? html`<p><a class="button" href="/quan-tri/nhiem-vu?vb=${id}">${words.reviewTasks}</a></p>` : ""}
${guide === null ? cardTable(view) : html`<p>${guide.summary}</p>`}
${folded(words.findings, view.look.length, lookPart(view), view.look.length > 0)}
${await correctionForm(visit, document)}
${guide === null ? folded(words.outline, view.outline.length, list(view.outline.map((line) => html`<span class="deep-${Math.min(line.depth, 4)}">${line.label} ${line.title}</span>`))) : ""}
${view.targets.length === 0 ? "" : folded(words.targets, view.targets.length, targetsPart(view))}
${view.tasks.length === 0 ? "" : folded(words.tasks, view.tasks.length, tasksPart(view))}
${guide === null ? "" : folded(words.steps, guide.steps.length, html`<ol>${guide.steps.map((step) => html`<li>${step}</li>`)}</ol>`, true)}
${folded(words.passages, document.passages.length, passagesPart(document))}`;
  return page(
    visit,
    "documents",
    document.card.title || document.id,
    body,
    problem === undefined ? {} : { problem, status: 400 },
  );
}

async function saveSide(visit: Visit): Promise<Response> {
  const fields = Object.fromEntries(
    FIELDS.map((name) => [name, field(visit, name)] as const).filter(([, value]) => value !== ""),
  ) as Partial<Record<EditableField, string>>;
  if (fields.date !== undefined && !/^\d{4}-\d{2}(-\d{2})?$/u.test(fields.date)) {
    return documentPage(visit, words.badDate);
  }
  if (fields.locality !== undefined && !visit.sees(fields.locality)) {
    return documentPage(visit, paperPage.none);
  }
  const doc = param(visit, "doc");
  const wrong = visit.parts.papers.isPaper(doc)
    ? await visit.parts.papers.saveSide(doc, fields)
    : paperPage.none;
  if (wrong !== null) {
    return documentPage(visit, wrong);
  }
  await note(visit, "side-file", doc);
  return goOn(visit, visit.parts.knowledge.reload(), `/van-ban/${encodeURIComponent(doc)}`, "saved");
}

export const documentRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/van-ban/:doc",
    role: "leader",
    place: placeOf,
    run: (visit) => documentPage(visit),
  },
  {
    method: "POST",
    path: "/van-ban/:doc/the",
    role: "admin",
    place: placeOf,
    confirm: () => words.saveAsk,
    run: saveSide,
  },
];
