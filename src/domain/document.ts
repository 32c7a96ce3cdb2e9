import type { ReportingRules } from "./reporting.ts";

/** File name without its ending; the same in citations, tables and logs. */
export type DocumentId = string;
export type LocalitySlug = string;

export type Level = "commune" | "ward" | "province";

export interface Locality {
  readonly slug: LocalitySlug;
  /** Official name with its level, as people write it: "xã Thanh Thủy", "tỉnh Tuyên Quang". */
  readonly name: string;
  /** Name without the level: "Thanh Thủy". */
  readonly shortName: string;
  readonly level: Level;
  readonly province: string | null;
  readonly otherNames: readonly string[];
  readonly contacts: readonly string[];
  readonly reporting?: ReportingRules;
}

/** Kinds of Nghị định 30/2020 and of Party papers; "other" when the paper does not say. */
export type DocumentKind =
  | "plan"
  | "program"
  | "annex"
  | "list"
  | "decision"
  | "resolution"
  | "directive"
  | "telegram"
  | "letter"
  | "notice"
  | "invitation"
  | "report"
  | "proposal"
  | "guidance"
  | "guide"
  | "other";

/** A value read out of a paper, with the very words it came from. */
export interface Sourced<T> {
  readonly value: T;
  readonly words: string;
}

/** What is known about a paper as a whole. What the paper does not say is null, never guessed. */
export interface DocumentCard {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  /** The words of the paper that tell its kind. */
  readonly kindWords?: string;
  readonly title: string;
  readonly number: Sourced<string> | null;
  /** "2025-09-09", or "2025-10" when the day is blank. */
  readonly date: Sourced<string> | null;
  readonly place: Sourced<string> | null;
  readonly issuer: Sourced<string> | null;
  readonly signer: Sourced<string> | null;
  readonly locality: LocalitySlug | null;
  readonly level: Level | null;
  readonly period: Sourced<string> | null;
  readonly legalBases: readonly Sourced<string>[];
  readonly replaces: readonly Sourced<string>[];
}

/** A numbered part. `path` is its full address, "IV.5.4.2"; unnumbered heads get their title's slug. */
export interface Section {
  readonly path: string;
  readonly label: string;
  readonly title: string;
  readonly parent: string | null;
}

/** The numbered part a place belongs to: "VI.1 gạch 4 ý 2" → "VI.1", "Phụ lục 3.2" → itself. */
export function partOf(place: string): string {
  return place.replace(/ (?:gạch|đoạn|ý|điểm|hàng|dòng|khổ) .*$/u, "");
}

export type PassageKind = "item" | "dash" | "row" | "paragraph" | "step_list" | "front" | "closing";

/** The smallest part of a document that can answer alone. */
export interface Passage {
  /** Stable across reloads as long as document, place and words stay: `doc#path~n`. */
  readonly id: string;
  readonly doc: DocumentId;
  readonly locality: LocalitySlug | null;
  /** Full place: "IV.5.4.2", "VI.1 gạch 4", "Phụ lục 3.2". */
  readonly section: string;
  /** Titles of the parts above, outermost first, joined with " › ". */
  readonly heading: string;
  /** The sentence a list hangs on ("Phối hợp … thực hiện các nhiệm vụ:"), when there is one. */
  readonly leadIn: string | null;
  readonly kind: PassageKind;
  /** Repaired text, for searching and showing. */
  readonly text: string;
  /** Word for word as in the paper (white space and line breaks aside). */
  readonly quote: string;
  /** Further word-for-word pieces, when a page head cuts the passage in the paper. */
  readonly quoteMore?: readonly string[];
  readonly order: number;
}

export type Audience = "resident" | "elderly" | "trader" | "parent" | "officer";

export interface GuideSource {
  readonly publisher: string;
  readonly title?: string;
  /** ISO date, or "không rõ ngày". */
  readonly date: string;
  readonly url: string;
  /** The numbers, dates, amounts and addresses in the guide that this source states, as the guide writes them. */
  readonly figures?: readonly string[];
}

/** The parts of a guide that can answer alone, and the guide as a whole. */
export const GUIDE_PARTS = ["whole", "needs", "time", "cost", "step", "trouble", "safety", "whom"] as const;
export type GuidePart = (typeof GUIDE_PARTS)[number];

/** One part of a guide; `index` counts from 0 among the parts of its kind. */
export interface PartRef {
  readonly part: GuidePart;
  readonly index: number;
}

/** The situations in which people ask for a part, as they tell them; read from knowledge/asked/ID.txt. */
export interface AskedPart extends PartRef {
  readonly said: readonly string[];
}

/** A how-to for residents, read from knowledge/guides/*.md. */
export interface Guide {
  readonly id: DocumentId;
  readonly title: string;
  /** One line: what you get by following it. */
  readonly summary: string;
  readonly audience: readonly Audience[];
  readonly phone: "android" | "iphone" | "any";
  readonly needs: readonly string[];
  readonly time: string | null;
  readonly cost: string | null;
  readonly keywords: readonly string[];
  readonly asks: readonly string[];
  readonly urgent: boolean;
  readonly related: readonly DocumentId[];
  readonly sources: readonly GuideSource[];
  readonly checkedOn: string;
  /** What was looked at on that day. */
  readonly checked?: string;
  /** Why no office that decides the matter is among the sources: what was looked for, and when. */
  readonly noOfficialSource?: string;
  readonly reviewAfter: string;
  /** Numbered steps, one action each. */
  readonly steps: readonly string[];
  /** "Hay gặp": what goes wrong and the way out. */
  readonly troubles: readonly string[];
  readonly safety: string | null;
  readonly person: string | null;
  readonly asked?: readonly AskedPart[];
}
