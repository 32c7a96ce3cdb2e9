import {
  type DocumentId,
  type Guide,
  type Locality,
  type LocalitySlug,
  type Passage,
  partOf,
  type Section,
} from "../../domain/document.ts";
import { type Edition, passagesOf, type UnderstoodDocument } from "../../domain/knowledge.ts";
import type { Target, Task, Unit } from "../../domain/task.ts";
import type { LiveEdition } from "../../ports/knowledge.ts";
import type { Embedder } from "../../ports/models.ts";
import { openWordIndex, type SearchDocument } from "../search/ranking/word-index.ts";
import { openRetriever, type Retriever } from "../search/retriever.ts";
import { withoutAsking } from "../understand/asking-words.ts";
import type { PaperNames } from "../understand/places.ts";
import { type AskingIndex, openAskingIndex } from "./asking-index.ts";
import { type CardIndex, openCardIndex } from "./card-index.ts";
import { type GuideIndex, openGuideIndex } from "./guide-index.ts";
import { documentsInForce } from "./in-force.ts";
import { namesWithAsking, openPaperNames } from "./paper-names.ts";
import { type Papers, papersOf } from "./papers.ts";
import type { Rows } from "./rows.ts";

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
export interface EditionIndex {
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
  /** Every way of asking for a part of a guide or of naming a matter. */
  readonly asking: AskingIndex;
  /** What is asked of the commune's card and of the list of hotlines. */
  readonly cardIndex: CardIndex;
  readonly retriever: Retriever;
  readonly papers: Papers;
  readonly paperNames: PaperNames;
  /** Names written between quotation marks in the plans that hold words of asking (“Học từ làm việc thực tế”). */
  readonly names: readonly string[];
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

/** A passage as it is searched and embedded: its words, and what stands above it. */
export function searchable(passage: Passage): SearchDocument {
  const { text, heading, leadIn } = passage;
  return leadIn === null ? { text, heading } : { text, heading, leadIn };
}

/** Prepares an edition. Takes some tens of milliseconds for a commune; call once for each edition. */
export function openEditionIndex(live: LiveEdition, embedder: Embedder | null): EditionIndex {
  const { edition } = live;
  const inForce = documentsInForce(edition.documents);
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
    cardIndex: openCardIndex(edition),
    asking: openAskingIndex(guides, edition.matters ?? [], vocabulary),
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
    paperNames: openPaperNames(inForce, vocabulary),
  };
}
