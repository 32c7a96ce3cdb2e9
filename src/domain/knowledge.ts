import { createHash } from "node:crypto";
import type { CardWords, CommuneCard } from "./commune-card.ts";
import type { DocumentCard, DocumentId, Guide, Locality, Passage, Section } from "./document.ts";
import type { Matter } from "./matter.ts";
import type { Finding, Result, Target, Task, Unit } from "./task.ts";

/** Everything understood of one paper (or one guide). Immutable; stored as one JSON value. */
export interface UnderstoodDocument {
  readonly id: DocumentId;
  readonly card: DocumentCard;
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
  readonly tasks: readonly Task[];
  readonly targets: readonly Target[];
  /** What was reached; absent in hand-made editions. */
  readonly results?: readonly Result[];
  readonly units: readonly Unit[];
  readonly findings: readonly Finding[];
  readonly guide: Guide | null;
  /** The paper's text as read (before repair), so that every quote can be checked against it. */
  readonly sourceText: string;
  /** What its reading depended on, and what it warned of: the same file need not be read again to be understood anew. */
  readonly reading?: { readonly key: string; readonly warnings: readonly string[] };
}

/** A number or address the assistant may say, from hotlines.yaml / links.yaml. */
export interface Hotline {
  readonly number: string;
  readonly name: string;
  /** How people call whose number it is: "VNeID", "tổng đài định danh". */
  readonly said?: readonly string[];
  readonly use: string;
  readonly source: string;
  readonly date: string;
}
export interface Link {
  readonly url: string;
  readonly name: string;
  readonly source: string;
  readonly date: string;
}

/** knowledge/vocabulary.yaml: the Vietnamese that people type, as data an office can edit. */
export interface Vocabulary {
  /** "cccd" → "căn cước công dân". Applied to typed words before search. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** "ko" → "không", "hok" → "không". */
  readonly teencode: Readonly<Record<string, string>>;
  /** "mần răng" → "làm sao". */
  readonly dialect: Readonly<Record<string, string>>;
  /** What words mean at the end of a question only: "răng" → "sao", "hè" → "nhỉ". */
  readonly endings?: Readonly<Record<string, string>>;
  /** As heard or misspelt → the product's name: "vê nê i đê" → "VNeID". */
  readonly names: Readonly<Record<string, string>>;
  /** Groups of words that mean the same when searching: ["người già", "người cao tuổi"]. */
  readonly synonyms: readonly (readonly string[])[];
}

export interface Holiday {
  readonly date: string;
  readonly name: string;
  /** "off": nobody works; "work": a weekend day worked in compensation. */
  readonly kind: "off" | "work";
  readonly source: string;
}

/** One complete, immutable state of the knowledge. */
export interface Edition {
  readonly id: string;
  readonly createdAt: string;
  readonly localities: readonly Locality[];
  readonly documents: readonly UnderstoodDocument[];
  readonly vocabulary: Vocabulary;
  readonly hotlines: readonly Hotline[];
  readonly links: readonly Link[];
  readonly holidays: readonly Holiday[];
  /** knowledge/units.yaml: bodies the papers may name; absent in hand-made editions. */
  readonly units?: readonly Unit[];
  /** Words such names begin with, from the same file. */
  readonly unitHeads?: readonly string[];
  /** knowledge/matters.yaml: what people want done, and where it is done. */
  readonly matters?: readonly Matter[];
  /** knowledge/cards.yaml and card-words.yaml: what people ask their own commune for; absent in hand-made editions. */
  readonly cards?: readonly CommuneCard[];
  readonly cardWords?: CardWords | null;
  /** Text of knowledge/safety.yaml: what is urgent, dangerous, an attack, small talk or off topic. */
  readonly safety?: string;
}

/** Every passage in the edition's order: documents in order, then their passages. Vector labels are positions here. */
export function passagesOf(edition: Pick<Edition, "documents">): readonly Passage[] {
  return edition.documents.flatMap((document) => document.passages);
}

/** The words a passage is embedded by: where it stands, what it hangs on, what it says. */
export function embeddedText(passage: Passage): string {
  return [passage.heading, passage.leadIn, passage.text].filter((part) => part).join("\n");
}

/** sha256 of those words: equal words have one vector, wherever they stand. */
export function passageHash(passage: Passage): string {
  return createHash("sha256").update(embeddedText(passage)).digest("hex");
}

export interface UnreadFile {
  readonly file: string;
  /** Vietnamese, with the next step. */
  readonly reason: string;
  /** True when the last good version goes on serving. */
  readonly keptLastGood: boolean;
}

/** How a reload ended. */
export type ReloadReport =
  | {
      readonly outcome: "published" | "unchanged";
      readonly edition: string;
      readonly documents: number;
      readonly passages: { readonly added: number; readonly removed: number; readonly unchanged: number };
      readonly unread: readonly UnreadFile[];
      readonly findings: readonly Finding[];
      /** Changed deadlines, figures and units against the edition before, in Vietnamese. */
      readonly changes: readonly string[];
      readonly vectors: "hnsw" | "exact" | "none";
      /** What an admin should know besides, in Vietnamese. */
      readonly notes?: readonly string[];
      readonly seconds: number;
    }
  | {
      readonly outcome: "refused";
      readonly reason: string;
      readonly unread: readonly UnreadFile[];
      readonly seconds: number;
    };
