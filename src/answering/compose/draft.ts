import type { Citation, Intent } from "../../domain/conversation.ts";
import type {
  DocumentCard,
  DocumentId,
  DocumentKind,
  Locality,
  LocalitySlug,
  Passage,
} from "../../domain/document.ts";
import type { Target, Task } from "../../domain/task.ts";
import { fold, oneLine, toneKey } from "../../vietnamese/text/normalise.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import type { EditionIndex } from "../index/edition-index.ts";

/** An answer before it is verified. */
export interface Draft {
  readonly intent: Intent;
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Numbers that were counted, not quoted. */
  readonly counts: readonly number[];
  readonly guide?: DocumentId;
  readonly more?: string;
  /** What a follow-up may lean on. */
  readonly section: string | null;
}

const KIND: Readonly<Record<DocumentKind, string>> = {
  plan: "Kế hoạch",
  program: "Chương trình",
  annex: "Phụ lục",
  list: "Danh mục",
  decision: "Quyết định",
  resolution: "Nghị quyết",
  directive: "Chỉ thị",
  telegram: "Công điện",
  letter: "Công văn",
  notice: "Thông báo",
  invitation: "Giấy mời",
  report: "Báo cáo",
  proposal: "Tờ trình",
  guidance: "Hướng dẫn",
  guide: "Hướng dẫn",
  other: "Văn bản",
};

const cased = (name: string) => (name === name.toUpperCase() ? name.toLowerCase() : name);

/** A locality's name as its list spells it, whichever way the paper places the tone mark ("Thuỷ", "Thủy"). */
function spelled(text: string, locality: Locality | null): string {
  if (locality === null) {
    return text;
  }
  const words = text.split(" ");
  const size = locality.shortName.split(" ").length;
  const key = toneKey(locality.shortName).toLowerCase();
  for (let i = 0; i + size <= words.length; i++) {
    if (toneKey(words.slice(i, i + size).join(" ")).toLowerCase() === key) {
      words.splice(i, size, locality.shortName);
    }
  }
  return words.join(" ");
}

/** "Tỉnh ủy" already says the level: "Tỉnh ủy Tuyên Quang", not "Tỉnh ủy tỉnh Tuyên Quang". */
function placeAfter(named: string, locality: Locality): string {
  const level = fold(locality.name.split(" ")[0] ?? "");
  return fold(named).split(" ").slice(-3).includes(level) ? locality.shortName : locality.name;
}

/** "Kế hoạch của UBND xã Thanh Thủy": how a paper is called in an answer. */
export function paperName(card: DocumentCard, base: EditionIndex): string {
  const locality = card.locality === null ? null : (base.localities.get(card.locality) ?? null);
  const issuer = card.issuer?.value ?? null;
  const kind = KIND[card.kind];
  if (card.kind === "guide") {
    return `${kind} “${card.title}”`;
  }
  if (issuer === null) {
    return locality === null ? `${kind} “${card.title}”` : `${kind} của ${locality.name}`;
  }
  const named = spelled(cased(issuer).replace(/ủy ban nhân dân|uỷ ban nhân dân/iu, "UBND"), locality);
  const place =
    locality !== null && !oneLine(named).includes(locality.shortName)
      ? ` ${placeAfter(named, locality)}`
      : "";
  return `${kind} của ${named}${place}`;
}

export function nameOf(doc: DocumentId, base: EditionIndex): string {
  const document = base.documents.get(doc);
  return document === undefined ? doc : paperName(document.card, base);
}

/** A place's name with its level; with its province, too, where another loaded place is called nearly the same. */
export function localityName(slug: LocalitySlug | null, base: EditionIndex): string {
  const locality = slug === null ? undefined : base.localities.get(slug);
  if (locality === undefined) {
    return slug ?? "";
  }
  const alike = base.edition.localities.some(
    (one) => one.slug !== locality.slug && fold(one.shortName) === fold(locality.shortName),
  );
  return alike && locality.province !== null ? `${locality.name} (${locality.province})` : locality.name;
}

export function placeOf(section: string): string {
  return section.startsWith("Phụ lục") ? ANSWERS.annexPlace(section) : ANSWERS.place(section);
}

export function sourceLine(doc: DocumentId, sections: readonly string[], base: EditionIndex): string {
  const places = [...new Set(sections.filter((s) => s !== ""))];
  return ANSWERS.source(nameOf(doc, base), places.map(placeOf).join("; "));
}

/** One source line for each document cited, in order. */
export function sourceLines(citations: readonly Citation[], base: EditionIndex): string {
  const docs = [...new Set(citations.map((c) => c.doc))];
  return docs
    .map((doc) =>
      sourceLine(
        doc,
        citations.filter((c) => c.doc === doc).map((c) => c.section),
        base,
      ),
    )
    .join("\n");
}

export function cite(
  row: { readonly doc: DocumentId; readonly section: string; readonly quote: string },
  base: EditionIndex,
): Citation {
  return { doc: row.doc, section: row.section, title: nameOf(row.doc, base), quote: row.quote };
}

/** The quotes behind a task: its own words, their rest after a page break, and the words that name its body. */
export function citeTask(task: Task, base: EditionIndex): Citation[] {
  const own = [task.quote, ...(task.quoteMore ?? [])].map((quote) => cite({ ...task, quote }, base));
  const assigned =
    task.assignedQuote === undefined || task.assignedBy === undefined
      ? []
      : [cite({ doc: task.doc, section: task.assignedBy, quote: task.assignedQuote }, base)];
  return [...own, ...assigned];
}

export const citeTarget = (target: Target, base: EditionIndex): Citation => cite(target, base);
export const citePassage = (passage: Passage, base: EditionIndex): Citation => cite(passage, base);

/** A text cut behind a word, at most so many characters. */
export function shorten(text: string, most: number): string {
  const clean = tidy(text);
  if (clean.length <= most) {
    return clean;
  }
  const cut = clean.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1))}…`;
}

/** The lines of an answer before its sources. */
export function withoutSources(text: string): string {
  const head = ANSWERS.source("", "").trim();
  return text
    .split("\n")
    .filter((line) => !line.startsWith(head))
    .join("\n");
}

/** A list item as one line, its dash or number and trailing marks gone. */
export function tidy(text: string): string {
  return oneLine(text.replace(/^[-+•*]\s*/u, "")).replace(/[;:,]$/u, "");
}

export function sentence(text: string): string {
  const clean = tidy(text);
  return /[.!?…]$/u.test(clean) ? clean : `${clean}.`;
}
