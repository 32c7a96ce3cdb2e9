import { type DocumentId, partOf, type Section } from "../../domain/document.ts";
import type { Edition, UnderstoodDocument } from "../../domain/knowledge.ts";
import type { Unit } from "../../domain/task.ts";
import { squeeze } from "../../vietnamese/text/normalise.ts";
import { plain } from "../understand/places.ts";
import { registerText } from "./register-text.ts";

/** What an answer is held against. All lookups are over one edition. */
export interface Papers {
  /** Squeezed source text of a document; null when it is not loaded. */
  squeezedSource(doc: string): string | null;
  /** Words of the paper that stand above a place: headings, and the card's own words (number, date, issuer). */
  standingWords(doc: string, section: string): readonly string[];
  /** Folded names of bodies that papers know. */
  readonly bodies: readonly string[];
  readonly hotlines: readonly string[];
  readonly links: readonly string[];
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

export function papersOf(
  edition: Edition,
  documents: ReadonlyMap<DocumentId, UnderstoodDocument>,
  units: readonly Unit[],
): Papers {
  const squeezed = new Map<DocumentId, string>();
  const localityNames = edition.localities.flatMap((l) => [l.name, l.shortName]);
  return {
    squeezedSource(doc) {
      const known = squeezed.get(doc);
      const source = documents.get(doc)?.sourceText ?? registerText(edition, doc);
      if (known !== undefined || source === null) {
        return known ?? null;
      }
      const text = squeeze(source);
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
