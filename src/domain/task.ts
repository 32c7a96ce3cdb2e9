import type { DocumentId, LocalitySlug } from "./document.ts";

/** When: exactly as far as the paper says, and no further. Dates are calendar days in Asia/Ho_Chi_Minh. */
export type Schedule =
  /** `before`: said as "trước ngày …", so that the day before is the last one; the date stays the paper's. */
  | { readonly kind: "by"; readonly date: string; readonly before?: true }
  | { readonly kind: "month"; readonly month: string }
  | { readonly kind: "period"; readonly from: string; readonly to: string }
  | {
      readonly kind: "recurring";
      readonly every: "week" | "month" | "quarter" | "half_year" | "year";
      readonly month?: string;
      readonly day?: string;
      readonly before?: true;
    }
  | { readonly kind: "ongoing" }
  | { readonly kind: "as_guided" }
  | { readonly kind: "separate_plan" }
  | { readonly kind: "on_request" }
  /** Shown to a person, never guessed. */
  | { readonly kind: "unclear"; readonly wording: string };

/** Something a unit must do. */
export interface Task {
  readonly id: string;
  /** The task of which this is a sub-item; that one's content holds this one's. */
  readonly partOf?: string;
  readonly doc: DocumentId;
  readonly locality: LocalitySlug | null;
  readonly section: string;
  readonly content: string;
  /** The bodies the paper holds to it, even where their part is to coordinate with others; empty when it names none. */
  readonly lead: readonly string[];
  /** Bodies named to work along ("phối hợp với …"). */
  readonly coordinators: readonly string[];
  readonly result?: string;
  readonly schedule: Schedule | null;
  /** The paper's own words for the schedule. */
  readonly scheduleText?: string;
  /** True when the schedule stands in a heading above, not in the item itself. */
  readonly scheduleInherited?: boolean;
  readonly quote: string;
  /** Further word-for-word pieces, when a page break cuts the row in the paper. */
  readonly quoteMore?: readonly string[];
  /** Where the responsible body is named, when not in the item itself: "VI.3.2". */
  readonly assignedBy?: string;
  /** Word for word, the passage that names the responsible body. */
  readonly assignedQuote?: string;
}

export interface Target {
  readonly doc: DocumentId;
  readonly locality: LocalitySlug | null;
  readonly section: string;
  /** Whom the figure is about, as in the paper: "cán bộ, công chức, viên chức và người lao động". */
  readonly group: string;
  /** "2025"; null when the paper names no year; "hằng năm" style targets have year null and say so in the statement. */
  readonly year: string | null;
  /** The year is the one of the paper's title, not said with the figure. */
  readonly yearOfTitle?: true;
  readonly comparison: "at_least" | "exactly" | "aim";
  /** null when the figure is a count, not a share. */
  readonly percent: number | null;
  readonly count?: { readonly value: number; readonly of: string };
  /** The whole sentence, aim words kept ("Phấn đấu trên 60% …"). */
  readonly statement: string;
  readonly quote: string;
}

/** A figure that was reached, as a paper reports it: never a target. */
export interface Result {
  readonly doc: DocumentId;
  readonly locality: LocalitySlug | null;
  readonly section: string;
  readonly group: string;
  /** The year it was reached in, where the sentence, the heading or the title says so. */
  readonly year: string | null;
  /** null when the figure is a count, not a share. */
  readonly percent: number | null;
  readonly count?: { readonly value: number; readonly of: string };
  readonly statement: string;
  readonly quote: string;
}

export type FindingKind =
  | "blank_number"
  | "blank_date"
  | "numerals_out_of_order"
  | "missing_annex"
  | "dangling_reference"
  | "unassigned_item"
  | "doubly_assigned_item"
  | "unknown_unit"
  | "falling_figure"
  | "near_duplicate"
  | "misspelt_name"
  | "deadline_past"
  | "unclear_schedule"
  | "bad_text"
  | "hidden_text"
  /** A phone number, link, account or request for a code that no list of the office has. */
  | "unlisted_contact"
  /** The paper is of a place that localities.yaml does not have: it reaches nobody. */
  | "unknown_locality"
  /** The same paper as another, or nearly. */
  | "same_document"
  /** Another paper replaces or abolishes this one. */
  | "replaced_document";

/** What a person must look at. `message` is Vietnamese, for admins. */
export interface Finding {
  readonly doc: DocumentId;
  readonly kind: FindingKind;
  readonly section: string | null;
  readonly message: string;
  readonly words: string;
}

/** A body inside a locality, as the papers name it. */
export interface Unit {
  readonly locality: LocalitySlug | null;
  readonly name: string;
  readonly otherNames: readonly string[];
}
