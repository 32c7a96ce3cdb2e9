import type { LocalitySlug } from "./document.ts";

/** One figure that a hamlet or unit sent for a target. A later one of the same place and period replaces it. */
export interface FigureEntry {
  readonly locality: LocalitySlug;
  /** Code of the target, "#CT-6F2K". */
  readonly target: string;
  /** "2026", "2026-Q3", "2026-H1" or "2026-10". */
  readonly period: string;
  /** Hamlet, residential group or unit, as it was written. */
  readonly place: string;
  readonly done: number;
  /** Out of how many; null when only a count was sent. */
  readonly of: number | null;
  readonly by: string;
  readonly at: number;
}
