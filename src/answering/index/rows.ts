import type { LocalitySlug } from "../../domain/document.ts";
import type { WordIndex } from "../search/ranking/word-index.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";

/** Rows of one kind with their own word index, so that a question is matched against rows before passages. */
export interface Rows<T> {
  readonly all: readonly T[];
  readonly index: WordIndex;
}

export interface Match<T> {
  readonly row: T;
  readonly score: number;
  /** Share of the question's content that the row holds, 0 to 1. */
  readonly coverage: number;
}

/** Best rows for a subject among those allowed; an empty subject matches nothing. */
export function matchRows<T>(
  rows: Rows<T>,
  subject: Repaired,
  allow: (row: T) => boolean,
  most = 12,
): readonly Match<T>[] {
  if (subject.keys.length === 0 || rows.all.length === 0) {
    return [];
  }
  const allowed = (label: number) => {
    const row = rows.all[label];
    return row !== undefined && allow(row);
  };
  return rows.index.search(subject, most, allowed).flatMap(({ label, score, coverage }) => {
    const row = rows.all[label];
    return row === undefined ? [] : [{ row, score, coverage }];
  });
}

/** The matches that are as good as the best one, within a margin of coverage and score. */
export function leaders<T>(matches: readonly Match<T>[], margin = 0.08): readonly Match<T>[] {
  const best = matches[0];
  if (best === undefined) {
    return [];
  }
  const top = Math.max(...matches.map((m) => m.coverage));
  return matches.filter((m) => m.coverage >= top - margin && m.score >= best.score * (1 - margin * 2));
}

export const inLocality =
  (locality: LocalitySlug | null) =>
  (row: { readonly locality: LocalitySlug | null }): boolean =>
    locality === null || row.locality === locality;
