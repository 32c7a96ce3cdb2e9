import {
  type DocumentId,
  type Guide,
  type Locality,
  type LocalitySlug,
  type Passage,
  partOf,
  type Section,
} from "../domain/document.ts";
import { type Edition, passagesOf, type UnderstoodDocument } from "../domain/knowledge.ts";
import type { Target, Task, Unit } from "../domain/task.ts";
import type { Embedder, LiveEdition } from "../ports.ts";
import { fold, squeeze } from "../vietnamese/fold.ts";
import { type GuideIndex, openGuideIndex } from "./lookup/guide-index.ts";
import type { Rows } from "./lookup/rows.ts";
import { openRetriever, type Retriever } from "./search/retriever.ts";
import { openWordIndex, type SearchDocument } from "./search/word-index.ts";
import { namesWithAsking, openSpoken } from "./spoken.ts";
import { withoutAsking } from "./understand/asking-words.ts";
import { plain, type Spoken } from "./understand/places.ts";
import type { Papers } from "./verify.ts";

/** A section with what stands directly under it. */
export interface SectionRow {
  readonly doc: DocumentId;
  readonly locality: LocalitySlug | null;
  readonly section: Section;
  readonly passages: readonly Passage[];
}

export interface GuidePhrase {
  readonly guide: Guide;
  readonly phrase: string;
  /** The words of the phrase that are not asking. */
  readonly keys: readonly string[];
}

/** One edition made ready for answering: rows with their indexes, passages with theirs. Built once, then immutable. */
export interface Base {
  readonly edition: Edition;
  readonly documents: ReadonlyMap<DocumentId, UnderstoodDocument>;
  readonly localities: ReadonlyMap<LocalitySlug, Locality>;
  readonly units: readonly Unit[];
  readonly passages: readonly Passage[];
  readonly tasks: Rows<Task>;
  readonly targets: Rows<Target>;
  /** Words that any target's statement holds. */
  readonly targetWords: ReadonlySet<string>;
  readonly sections: Rows<SectionRow>;
  readonly guides: readonly Guide[];
  /** Every way a guide is asked for, each a row of its own. */
  readonly guidePhrases: Rows<GuidePhrase>;
  readonly guideIndex: GuideIndex;
  readonly retriever: Retriever;
  readonly papers: Papers;
  readonly spoken: Spoken;
  /** Names written between quotation marks in the plans that hold words of asking (“Học từ làm việc thực tế”). */
  readonly names: readonly string[];
}

/** Titles of the parts above a place, outermost first; word for word from the paper. */
function headingsAbove(document: UnderstoodDocument, place: string): string[] {
  const byPath = new Map(document.sections.map((s) => [s.path, s]));
  const titles: string[] = [];
  let path: string | null = partOf(place);
  while (path !== null && path !== "") {
    const section: Section | undefined = byPath.get(path);
    if (section !== undefined) {
      titles.unshift(`${section.label} ${section.title}`);
    }
    path = section?.parent ?? (path.includes(".") ? path.replace(/\.[^.]*$/u, "") : null);
  }
  return titles;
}

/** Bodies read out of the tasks at a place: their names as the paper's structure gives them. */
function bodiesAt(document: UnderstoodDocument, place: string): readonly string[] {
  return document.tasks
    .filter((t) => t.section === place || t.assignedBy === place)
    .flatMap((t) => [...t.lead, ...t.coordinators]);
}

function cardWords(document: UnderstoodDocument): string[] {
  const { number, date, issuer, signer, place, period, title, legalBases, replaces } = document.card;
  const single = [number, date, issuer, signer, place, period].flatMap((s) =>
    s === null ? [] : [s.words, s.value],
  );
  const guide = document.guide;
  const guideWords =
    guide === null
      ? []
      : [guide.checkedOn, ...guide.sources.flatMap((s) => [s.publisher, s.date, s.title ?? ""])];
  return [
    title,
    ...single,
    ...[...legalBases, ...replaces].map((s) => s.words),
    ...guideWords,
    ...guideWords.map((w) => w.split("-").reverse().join("/")),
  ];
}

/** "các bộ phận liên quan" and the like name nobody. */
const GENERIC_BODY = /^(cac|nhung|toan the|moi) |lien quan|co lien quan/u;

function papersOf(
  edition: Edition,
  documents: ReadonlyMap<DocumentId, UnderstoodDocument>,
  units: readonly Unit[],
): Papers {
  const squeezed = new Map<DocumentId, string>();
  const localityNames = edition.localities.flatMap((l) => [l.name, l.shortName]);
  return {
    squeezedSource(doc) {
      const known = squeezed.get(doc);
      const document = documents.get(doc);
      if (known !== undefined || document === undefined) {
        return known ?? null;
      }
      const text = squeeze(document.sourceText);
      squeezed.set(doc, text);
      return text;
    },
    standingWords(doc, section) {
      const document = documents.get(doc);
      return document === undefined
        ? []
        : [
            ...headingsAbove(document, section),
            ...bodiesAt(document, section),
            ...cardWords(document),
            ...localityNames,
          ];
    },
    bodies: [...new Set(units.map((u) => plain(u.name)))].filter(
      (name) => name.includes(" ") && !GENERIC_BODY.test(name),
    ),
    hotlines: edition.hotlines.map((h) => h.number),
    links: edition.links.map((l) => l.url),
  };
}

function sectionRows(document: UnderstoodDocument): SectionRow[] {
  return document.sections.map((section) => ({
    doc: document.id,
    locality: document.card.locality,
    section,
    passages: document.passages.filter(
      (p) => partOf(p.section) === section.path || p.section.startsWith(`${section.path}.`),
    ),
  }));
}

/** Documents that another loaded one replaces are no longer current, and do not answer. */
function current(edition: Edition): readonly UnderstoodDocument[] {
  const replaced = new Set(edition.documents.flatMap((d) => d.card.replaces.map((r) => fold(r.value))));
  return edition.documents.filter((d) => d.card.number === null || !replaced.has(fold(d.card.number.value)));
}

/** A passage as it is searched and embedded: its words, and what stands above it. */
export function searchable(passage: Passage): SearchDocument {
  const { text, heading, leadIn } = passage;
  return leadIn === null ? { text, heading } : { text, heading, leadIn };
}

/** Prepares an edition. Takes some tens of milliseconds for a commune; call once for each edition. */
export function openBase(live: LiveEdition, embedder: Embedder | null): Base {
  const { edition } = live;
  const inForce = current(edition);
  const documents = new Map(inForce.map((d) => [d.id, d]));
  const units = [...inForce.flatMap((d) => d.units), ...(edition.units ?? [])];
  const { vocabulary } = edition;
  const tasks = inForce.flatMap((d) => d.tasks);
  const targets = inForce.flatMap((d) => d.targets);
  const guides = inForce.flatMap((d) => (d.guide === null ? [] : [d.guide]));
  const sections = inForce.filter((d) => d.guide === null).flatMap(sectionRows);
  const passages = passagesOf(edition);
  const retriever = openRetriever(passages.map(searchable), vocabulary, embedder, live.vectors);
  const guidePhrases = guides.flatMap((guide) =>
    [guide.title, ...guide.asks, ...guide.keywords].map((phrase) => ({
      guide,
      phrase,
      keys: retriever.words.repair(withoutAsking(phrase)).keys,
    })),
  );
  return {
    edition,
    documents,
    localities: new Map(edition.localities.map((l) => [l.slug, l])),
    units,
    passages,
    tasks: {
      all: tasks,
      index: openWordIndex(
        tasks.map((t) => ({ text: `${t.content}. ${t.result ?? ""}` })),
        vocabulary,
      ),
    },
    targets: {
      all: targets,
      index: openWordIndex(
        targets.map((t) => ({ text: `${t.group}. ${t.statement}` })),
        vocabulary,
      ),
    },
    sections: {
      all: sections,
      index: openWordIndex(
        sections.map((s) => ({ text: s.section.title })),
        vocabulary,
      ),
    },
    guides,
    targetWords: new Set(targets.flatMap((t) => retriever.words.repair(t.statement).keys)),
    guideIndex: openGuideIndex(guides),
    guidePhrases: {
      all: guidePhrases,
      index: openWordIndex(
        guidePhrases.map((p) => ({ text: p.phrase })),
        vocabulary,
      ),
    },
    retriever,
    papers: papersOf(edition, documents, units),
    names: namesWithAsking(inForce),
    spoken: openSpoken(inForce, vocabulary),
  };
}
