import type { Citation, Intent } from "../../domain/conversation.ts";
import type { DocumentCard, Passage, Section } from "../../domain/document.ts";
import { squeeze } from "../../vietnamese/fold.ts";
import { sentences as splitSentences } from "../../vietnamese/sentences.ts";
import { ANSWERS } from "../../vietnamese/wording/answers.ts";
import type { Base, SectionRow } from "../base.ts";
import { holdsNeed } from "../evidence.ts";
import type { NamedModel } from "../lookup/models.ts";
import type { Repaired } from "../search/repair.ts";
import type { Understanding } from "../understand/understanding.ts";
import { citePassage, type Draft, paperName, placeOf, sentence, sourceLines, tidy } from "./draft.ts";

/** A passage up to this many characters is shown whole. */
const WHOLE = 700;
/** Characters shown of a long passage: the sentences that answer. */
const EXCERPT = 520;

/** The neighbouring sentences of a long passage that hold most of the question. */
function excerpt(passage: Passage, subject: Repaired, u: Understanding, base: Base): string {
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

function shownText(passage: Passage, subject: Repaired, u: Understanding, base: Base): string {
  const lead = passage.leadIn === null ? "" : `${tidy(passage.leadIn)}: `;
  const body = passage.text.length <= WHOLE ? passage.text : excerpt(passage, subject, u, base);
  return sentence(`${passage.text.length <= WHOLE ? lead : ""}${tidy(body)}`);
}

/** One passage, or a few of one document that answer together. */
export function composePassages(
  passages: readonly Passage[],
  subject: Repaired,
  u: Understanding,
  base: Base,
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
export function composeSection(row: SectionRow, u: Understanding, base: Base): Draft {
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
  base: Base,
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

function nameOf(doc: string, base: Base): string {
  const document = base.documents.get(doc);
  return document === undefined ? doc : paperName(document.card, base);
}

/** Models and movements a paper calls by name, counted, each with its place. */
export function composeModels(models: readonly NamedModel[], u: Understanding, base: Base): Draft {
  const citations = models.map(({ passage }) => citePassage(passage, base));
  return {
    intent: u.intent,
    text: [
      ANSWERS.models(models.length),
      ...models.map(
        ({ words, passage }) => `- ${sentence(words).replace(/[.]$/u, "")} (${placeOf(passage.section)})`,
      ),
      ...new Set(citations.map(({ doc }) => ANSWERS.source(nameOf(doc, base), ""))),
    ].join("\n"),
    citations,
    counts: [models.length],
    section: null,
  };
}

/** The words in which a document names another by its number ("16-KH/TU", or the bare "3909"); null when it does not. */
export function composeNamedPaper(number: string, doc: string, base: Base): Draft | null {
  const card = base.documents.get(doc)?.card;
  const wanted = squeeze(number);
  const bare = new RegExp(`(?<!\\d)${number}\\s?[-/]`, "u");
  const named = (words: string) =>
    /^\d+$/u.test(number) ? bare.test(words) : squeeze(words).includes(wanted);
  const found = [...(card?.legalBases ?? []), ...(card?.replaces ?? [])].find((one) => named(one.words));
  if (card === undefined || found === undefined) {
    return null;
  }
  const name = paperName(card, base);
  return {
    intent: "fact",
    text: [sentence(found.words), ANSWERS.source(name, "")].join("\n"),
    citations: [{ doc, section: "", title: name, quote: found.words }],
    counts: [],
    section: null,
  };
}

type CardDraft = Draft | null;

/** Share of a question's words one legal basis must hold to be the one that is meant. */
const BASIS_SHARE = 0.5;
/** A question with no more words than this about a basis wants all of them; a longer one asks for something else. */
const BASIS_FREE = 4;

/** A field of a document's card; null when the paper does not say it. */
export function composeCard(
  field: NonNullable<Understanding["cardField"]>,
  doc: string,
  subject: Repaired,
  base: Base,
): CardDraft {
  const document = base.documents.get(doc);
  if (document === undefined) {
    return null;
  }
  const { card } = document;
  const name = paperName(card, base);
  const at = (words: string, section = ""): Citation => ({ doc, section, title: name, quote: words });
  const draft = (lines: readonly string[], citations: readonly Citation[]): CardDraft =>
    citations.length === 0
      ? null
      : {
          intent: "fact" satisfies Intent,
          text: [...lines, ANSWERS.source(name, "")].join("\n"),
          citations,
          counts: [citations.length],
          section: null,
        };
  switch (field) {
    case "signer":
      return card.signer === null
        ? null
        : draft([ANSWERS.signer(card.signer.value, name)], [at(card.signer.words)]);
    case "issuer":
      return card.issuer === null
        ? null
        : draft([ANSWERS.issuer(card.issuer.value)], [at(card.issuer.words)]);
    case "date":
      return card.date === null
        ? null
        : draft([ANSWERS.issuedOn(tidy(card.date.words))], [at(card.date.words)]);
    case "number":
      return card.number === null
        ? null
        : draft([ANSWERS.numberIs(card.number.value)], [at(card.number.words)]);
    case "replaces":
      return draft(
        [ANSWERS.replaces, ...card.replaces.map((r) => `- ${sentence(r.words)}`)],
        card.replaces.map((r) => at(withVerb(r.words, document.sourceText))),
      );
    case "bases": {
      const asked = card.legalBases.map((b) => ({ basis: b, shared: sharedWith(b.words, subject, base) }));
      const most = Math.max(0, ...asked.map((a) => a.shared));
      const enough = most >= Math.max(2, subject.keys.length * BASIS_SHARE);
      const best = enough ? asked.filter((a) => a.shared === most).map((a) => a.basis) : card.legalBases;
      if (!enough && subject.keys.length > BASIS_FREE) {
        return null;
      }
      const lines =
        best.length === 1
          ? [ANSWERS.basis(tidy(best[0]?.words ?? ""))]
          : [ANSWERS.bases(best.length), ...best.map((b) => `- ${sentence(b.words)}`)];
      return draft(
        lines,
        best.map((b) => at(b.words)),
      );
    }
  }
}

/** The words that name a replaced paper, with the "thay thế" before them. */
function withVerb(words: string, source: string): string {
  const end = source.indexOf(words);
  const verb = source
    .slice(Math.max(0, end - VERB_REACH), Math.max(0, end))
    .search(/(?:thay thế|thay cho|bãi bỏ)\s[^.;]*$/iu);
  return end < 0 || verb < 0 ? words : source.slice(Math.max(0, end - VERB_REACH) + verb, end + words.length);
}

/** Characters before a named paper in which its verb may stand. */
const VERB_REACH = 24;

function sharedWith(words: string, subject: Repaired, base: Base): number {
  const keys = new Set(base.retriever.words.repair(words).keys);
  return subject.keys.filter((key) => keys.has(key)).length;
}

/** The nearest passage, for an honest no. */
export function nearestLine(passage: Passage): string {
  const text = tidy(passage.text);
  return ANSWERS.nearest(text.length > 220 ? `${text.slice(0, 220).replace(/\s\S*$/u, "")}…` : text);
}
