// Which findings a person should see first, and how the rest is folded.
import type { DocumentId } from "./document.ts";
import type { Finding, FindingKind } from "./task.ts";

/** By harm when nobody looks: what residents could be told wrongly, what reminds nobody, what is only untidy. */
const ORDER: readonly FindingKind[] = [
  "unlisted_contact",
  "unknown_locality",
  "same_document",
  "replaced_document",
  "bad_text",
  "missing_annex",
  "falling_figure",
  "unclear_schedule",
  "unassigned_item",
  "doubly_assigned_item",
  "dangling_reference",
  "unknown_unit",
  "hidden_text",
  "blank_number",
  "blank_date",
  "deadline_past",
  "misspelt_name",
  "near_duplicate",
  "numerals_out_of_order",
];

const rank = (finding: Finding): number => ORDER.indexOf(finding.kind);

export function byHarm(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

export interface FindingGroup {
  readonly doc: DocumentId;
  readonly kind: FindingKind;
  /** The first of its kind in its paper, in the paper's words. */
  readonly first: Finding;
  readonly count: number;
}

export interface FindingPage {
  /** At most as many as asked for, most harmful first; one line for all of a kind in one paper. */
  readonly shown: readonly FindingGroup[];
  /** What is folded away. */
  readonly rest: readonly { readonly kind: FindingKind; readonly count: number }[];
}

/** One page of what needs a person, over all papers. */
export function findingPage(findings: readonly Finding[], most: number): FindingPage {
  const groups = new Map<string, { doc: DocumentId; kind: FindingKind; first: Finding; count: number }>();
  for (const finding of byHarm(findings)) {
    const key = `${finding.kind} ${finding.doc}`;
    const group = groups.get(key);
    groups.set(key, {
      doc: finding.doc,
      kind: finding.kind,
      first: group?.first ?? finding,
      count: (group?.count ?? 0) + 1,
    });
  }
  const all = [...groups.values()];
  const rest = new Map<FindingKind, number>();
  for (const { kind, count } of all.slice(most)) {
    rest.set(kind, (rest.get(kind) ?? 0) + count);
  }
  return { shown: all.slice(0, most), rest: [...rest].map(([kind, count]) => ({ kind, count })) };
}
