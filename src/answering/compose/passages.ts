import type { DocumentCard, Passage, Section } from "../../domain/document.ts";
import { sentences as splitSentences } from "../../vietnamese/text/sentences.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import type { EditionIndex, SectionRow } from "../index/edition-index.ts";
import type { NamedModel } from "../lookup/models.ts";
import { holdsNeed } from "../lookup/relevance.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import type { Understanding } from "../understand/understanding.ts";
import { citePassage, type Draft, nameOf, paperName, placeOf, sentence, sourceLines, tidy } from "./draft.ts";

/** A passage up to this many characters is shown whole. */
const WHOLE = 700;
/** Characters shown of a long passage: the sentences that answer. */
const EXCERPT = 520;

/** The neighbouring sentences of a long passage that hold most of the question. */
function excerpt(passage: Passage, subject: Repaired, u: Understanding, base: EditionIndex): string {
  const sentences = splitSentences(passage.text);
  const asked = new Set(subject.keys);
  const worth = sentences.map((s) => {
    const keys = new Set(base.retriever.words.repair(s).keys);
    const shared = [...asked].filter((key) => keys.has(key)).length;
    return shared + (u.needs.some((need) => holdsNeed(s, need)) ? 0.5 : 0);
  });
  let from = worth.indexOf(Math.max(...worth));
  let to = from + 1;
  const size = () => sentences.slice(from, to).join(" ").length;
  while (size() < EXCERPT && (from > 0 || to < sentences.length)) {
    const before = from > 0 ? (worth[from - 1] ?? 0) : -1;
    const after = to < sentences.length ? (worth[to] ?? 0) : -1;
    if (Math.max(before, after) <= 0) {
      break;
    }
    if (after >= before) {
      to++;
    } else {
      from--;
    }
  }
  return sentences.slice(from, to).join(" ");
}

function shownText(passage: Passage, subject: Repaired, u: Understanding, base: EditionIndex): string {
  const lead = passage.leadIn === null ? "" : `${tidy(passage.leadIn)}: `;
  const body = passage.text.length <= WHOLE ? passage.text : excerpt(passage, subject, u, base);
  return sentence(`${passage.text.length <= WHOLE ? lead : ""}${tidy(body)}`);
}

/** One passage, or a few of one document that answer together. */
export function composePassages(
  passages: readonly Passage[],
  subject: Repaired,
  u: Understanding,
  base: EditionIndex,
): Draft {
  const citations = passages.map((p) => citePassage(p, base));
  const lines = passages.map((p) => shownText(p, subject, u, base));
  const guide = base.documents.get(passages[0]?.doc ?? "")?.guide ?? null;
  const first = u.yesNo && guide === null ? [ANSWERS.itSays] : [];
  return {
    intent: u.intent,
    text: [
      ...first,
      ...(lines.length > 1 ? lines.map((l) => `- ${l}`) : lines),
      sourceLines(citations, base),
    ].join("\n"),
    citations,
    counts: [],
    ...(guide === null ? {} : { guide: guide.id }),
    section: passages[0]?.section ?? null,
  };
}

/** Passages under a section beyond which its parts are named instead. */
const MOST_WHOLE = 6;

/** Everything that stands under a section, in order; of a long one, the parts it is made of. */
export function composeSection(row: SectionRow, u: Understanding, base: EditionIndex): Draft {
  const { section, passages } = row;
  const document = base.documents.get(row.doc);
  const parts = (document?.sections ?? []).filter((s) => s.parent === section.path);
  if (document !== undefined && passages.length > MOST_WHOLE && parts.length > 1) {
    return composeParts(row, document.card, parts, u, base);
  }
  const citations = passages.map((p) => citePassage(p, base));
  const items =
    passages.length > 1
      ? passages.map((p) => `- ${sentence(p.text)}`)
      : passages.map((p) => sentence(p.text));
  return {
    intent: u.intent,
    text: [`${tidy(section.title)}:`, ...items, sourceLines(citations.slice(0, 1), base)].join("\n"),
    citations,
    counts: [],
    section: section.path,
  };
}

function composeParts(
  row: SectionRow,
  card: DocumentCard,
  parts: readonly Section[],
  u: Understanding,
  base: EditionIndex,
): Draft {
  const { doc, section } = row;
  const name = paperName(card, base);
  const citations = parts.map((part) => ({
    doc,
    section: part.path,
    title: section.title,
    quote: part.title,
  }));
  return {
    intent: u.intent,
    text: [
      ANSWERS.parts(tidy(section.title), parts.length),
      ...parts.map((part) => `- ${tidy(`${part.label.replace(/[.)]?$/u, ".")} ${part.title}`)}`),
      ANSWERS.source(name, ""),
    ].join("\n"),
    citations,
    counts: [parts.length],
    section: section.path,
  };
}

const raised = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Models and movements a paper calls by name, counted, each with its place. */
export function composeModels(models: readonly NamedModel[], u: Understanding, base: EditionIndex): Draft {
  const citations = models.map(({ passage }) => citePassage(passage, base));
  return {
    intent: u.intent,
    text: [
      ANSWERS.models(models.length),
      ...models.map(({ words, passage }) => `- ${raised(words)} (${placeOf(passage.section)})`),
      ...new Set(citations.map(({ doc }) => ANSWERS.source(nameOf(doc, base), ""))),
    ].join("\n"),
    citations,
    counts: [models.length],
    section: null,
  };
}

/** The nearest passage, for an honest no. */
export function nearestLine(passage: Passage): string {
  const text = tidy(passage.text);
  return ANSWERS.nearest(text.length > 220 ? `${text.slice(0, 220).replace(/\s\S*$/u, "")}…` : text);
}
