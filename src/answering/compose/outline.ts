// A paper or a part of it by its headings, and rows that lack a field.
import type { Citation } from "../../domain/conversation.ts";
import type { DocumentId, Section } from "../../domain/document.ts";
import type { Task } from "../../domain/task.ts";
import { sentences } from "../../vietnamese/text/sentences.ts";
import { ACROSS } from "../../vietnamese/wording/residents/across.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import type { PlanQuery } from "../understand/understanding.ts";
import { citePassage, citeTask, type Draft, nameOf, placeOf, sentence, shorten, tidy } from "./draft.ts";

const LINE = 130;
/** Headings named under one part. */
const MOST = 8;

const labelled = ({ label, title }: Section) => tidy(`${label.replace(/[.)]?$/u, ".")} ${title}`);

/** What stands under a part: its own headings, or its first words. */
function under(doc: DocumentId, part: Section, base: EditionIndex) {
  const sections = base.documents.get(doc)?.sections ?? [];
  const children = sections.filter((one) => one.parent === part.path);
  if (children.length > 0) {
    const more = children.length > MOST ? "…" : "";
    const titles = children.slice(0, MOST).map((child) => shorten(child.title, LINE / 2));
    return { words: `${titles.join("; ")}${more}`, passage: null };
  }
  const row = base.sections.all.find((one) => one.doc === doc && one.section === part);
  const passage = row?.passages[0] ?? null;
  const first = passage === null ? "" : (sentences(passage.text)[0] ?? passage.text);
  return { words: shorten(first, LINE), passage };
}

/** By headings, or by first lines where there are none below; what is left out is said. */
export function composeSummary(doc: DocumentId, of: Section | null, base: EditionIndex): Draft {
  const sections = base.documents.get(doc)?.sections ?? [];
  const parts = sections.filter((one) => one.parent === (of?.path ?? null));
  const name = nameOf(doc, base);
  const row = base.sections.all.find((one) => one.doc === doc && one.section === of);
  const passages = parts.length > 0 ? [] : (row?.passages ?? []);
  const told = parts.map((part) => ({ part, ...under(doc, part, base) }));
  const quote = (section: Section): Citation => ({
    doc,
    section: section.path,
    title: name,
    quote: section.title,
  });
  const citations = [
    ...told.flatMap(({ part, passage }) => [
      quote(part),
      ...(passage === null
        ? sections.filter((one) => one.parent === part.path).map(quote)
        : [citePassage(passage, base)]),
    ]),
    ...passages.map((passage) => citePassage(passage, base)),
  ];
  const count = parts.length > 0 ? parts.length : passages.length;
  const what = of === null ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : `“${tidy(of.title)}”`;
  return {
    intent: "list",
    text: [
      ACROSS.summary(what, count),
      ...told.map(({ part, words }) => `- ${labelled(part)}${words === "" ? "" : `: ${words}`}`),
      ...passages.map((passage) => `- ${shorten(sentences(passage.text)[0] ?? passage.text, LINE)}`),
      ACROSS.summaryNote,
      ANSWERS.source(name, of === null ? "" : placeOf(of.path)),
    ].join("\n"),
    citations,
    counts: [count],
    section: of?.path ?? null,
  };
}

const TASK = 160;

const line = (task: Task) => `- ${sentence(shorten(task.content, TASK))} (${placeOf(task.section)})`;

/** Tasks that do not say a field, out of all that were read; that all say it is an answer, too. */
export function composeLacking(
  all: readonly Task[],
  lacks: readonly Task[],
  along: readonly Task[],
  field: NonNullable<PlanQuery["without"]>,
  base: EditionIndex,
): Draft {
  const shown = lacks.length + along.length > 0 ? [...lacks, ...along] : all;
  const citations = shown.flatMap((task) => citeTask(task, base).slice(0, 1));
  const doc = all[0]?.doc ?? "";
  return {
    intent: "list",
    text: [
      ...(lacks.length === 0
        ? [ACROSS.allHave(all.length, ACROSS.have[field])]
        : [ACROSS.lacking(lacks.length, all.length, ACROSS.fields[field]), ...lacks.map(line)]),
      ...(along.length === 0 ? [] : [ACROSS.alongOnly(along.length), ...along.map(line)]),
      ANSWERS.source(nameOf(doc, base), ""),
    ].join("\n"),
    citations,
    counts: [all.length, lacks.length, along.length],
    section: null,
  };
}
