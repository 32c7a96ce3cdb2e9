// The papers of an office as a register: one live paper each of copies, versions and what replaces what.
import type { DocumentId } from "../../domain/document.ts";
import type { UnderstoodDocument } from "../../domain/knowledge.ts";
import type { Finding } from "../../domain/task.ts";
import { fold } from "../../vietnamese/text/normalise.ts";
import { findingMessage } from "../../vietnamese/wording/knowledge/findings.ts";
import { likeness, type Sketch, sketchOf } from "./sketch.ts";

/** Words shared by two readings of one paper, a scan beside its Word file too; two plans of one office share far fewer. */
const SAME = 0.72;

export interface Entry {
  readonly document: UnderstoodDocument;
  /** The paper that stands for this one; null while it is live itself. */
  readonly by: DocumentId | null;
}

interface Known {
  readonly document: UnderstoodDocument;
  readonly sketch: Sketch;
}

const titleOf = ({ card }: UnderstoodDocument): string => card.number?.value ?? (card.title || card.id);

/** Papers of other places share most words with a neighbour's and are not the same. */
function ofOnePlace(a: UnderstoodDocument, b: UnderstoodDocument): boolean {
  const issuer = ({ card }: UnderstoodDocument) => fold(card.issuer?.value ?? "");
  return a.card.locality !== null || b.card.locality !== null
    ? a.card.locality === b.card.locality
    : issuer(a) === issuer(b);
}

/** Which of two readings of one paper is used: the later date, then the one read with fewer doubts, then the first by name. */
function better(a: UnderstoodDocument, b: UnderstoodDocument): UnderstoodDocument {
  const [dayA, dayB] = [a.card.date?.value ?? "", b.card.date?.value ?? ""];
  if (dayA.length === 10 && dayB.length === 10 && dayA !== dayB) {
    return dayA > dayB ? a : b;
  }
  const doubts = ({ findings }: UnderstoodDocument) =>
    findings.filter(({ kind }) => kind === "bad_text").length;
  if (doubts(a) !== doubts(b)) {
    return doubts(a) < doubts(b) ? a : b;
  }
  return a.id <= b.id ? a : b;
}

/** The day a paper names with another's number: "Quyết định số 02/QĐ-UBND ngày 05/01/2024". */
function dayNamed(words: string): string | null {
  const day = /ngày\s*(\d{1,2})(?:\s*[/.-]\s*|\s*tháng\s*)(\d{1,2})(?:\s*[/.-]\s*|\s*năm\s*)(\d{4})/iu.exec(
    words,
  );
  return day === null
    ? null
    : `${day[3]}-${(day[2] ?? "").padStart(2, "0")}-${(day[1] ?? "").padStart(2, "0")}`;
}

/** The paper that puts this one out of force, by its number and, where it is named, its day. */
function replacerOf(document: UnderstoodDocument, all: readonly Known[]): UnderstoodDocument | null {
  const { number, date } = document.card;
  const found = all.find(
    ({ document: other }) =>
      other.id !== document.id &&
      ofOnePlace(other, document) &&
      other.card.replaces.some(({ value, words }) => {
        const day = dayNamed(words);
        return value === number?.value && (day === null || date === null || day.startsWith(date.value));
      }),
  );
  return found?.document ?? null;
}

function copyOf({ document, sketch }: Known, all: readonly Known[]): UnderstoodDocument | null {
  const same = all.filter(
    (other) =>
      other.document.id !== document.id &&
      ofOnePlace(other.document, document) &&
      likeness(other.sketch, sketch) >= SAME,
  );
  const best = same.reduce((kept, other) => better(kept, other.document), document);
  return best.id === document.id ? null : best;
}

/** Not the same, yet so like that a person should say which counts. */
function questions(
  { document }: Known,
  all: readonly Known[],
  gone: ReadonlySet<DocumentId>,
): readonly Finding[] {
  const { number, date, title } = document.card;
  return all.flatMap(({ document: other }): readonly Finding[] => {
    if (other.id === document.id || gone.has(other.id) || !ofOnePlace(other, document)) {
      return [];
    }
    const [day, before] = [date?.value ?? "", other.card.date?.value ?? ""];
    const sameYear = day.slice(0, 4) === before.slice(0, 4);
    if (number !== null && number.value === other.card.number?.value && sameYear && document.id < other.id) {
      const message = findingMessage.sameNumber(other.card.title || other.id, number.value);
      return [{ doc: document.id, kind: "same_document", section: null, message, words: number.words }];
    }
    return fold(title) === fold(other.card.title) && title.length > 20 && day > before && before !== ""
      ? [
          {
            doc: document.id,
            kind: "same_document",
            section: null,
            message: findingMessage.newerTitle(titleOf(other)),
            words: title,
          },
        ]
      : [];
  });
}

/** A paper that another stands for: its card and text are kept, nothing of it is answered from or reminded of. */
function silenced(document: UnderstoodDocument, finding: Finding): UnderstoodDocument {
  return { ...document, passages: [], tasks: [], targets: [], results: [], findings: [finding] };
}

/** All papers, those that another stands for silenced; guides as they are. */
export function registerOf(documents: readonly UnderstoodDocument[]): readonly Entry[] {
  const papers = documents.filter(({ guide }) => guide === null);
  const all = papers.map((document) => ({ document, sketch: sketchOf(document.sourceText) }));
  const stands = new Map<
    DocumentId,
    { by: UnderstoodDocument; kind: "same_document" | "replaced_document" }
  >();
  for (const known of all) {
    const replacer = replacerOf(known.document, all);
    const copy = replacer === null ? copyOf(known, all) : null;
    if (replacer !== null) {
      stands.set(known.document.id, { by: replacer, kind: "replaced_document" });
    } else if (copy !== null) {
      stands.set(known.document.id, { by: copy, kind: "same_document" });
    }
  }
  const gone = new Set(stands.keys());
  return documents.map((document): Entry => {
    const stand = stands.get(document.id);
    if (stand !== undefined) {
      const { by, kind } = stand;
      const say = kind === "same_document" ? findingMessage.sameText : findingMessage.replacedBy;
      const words = document.card.title;
      const finding = { doc: document.id, kind, section: null, message: say(titleOf(by)), words };
      return { document: silenced(document, finding), by: by.id };
    }
    const known = all.find((one) => one.document.id === document.id);
    const asked = known === undefined ? [] : questions(known, all, gone);
    return {
      document: asked.length === 0 ? document : { ...document, findings: [...asked, ...document.findings] },
      by: asked.length === 0 ? null : document.id,
    };
  });
}
