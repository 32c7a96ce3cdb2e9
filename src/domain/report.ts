import type { OutgoingMessage } from "./conversation.ts";

/** A drafted report: the Word file, then the Excel file, and how much stands in them. */
export interface DraftedReport {
  readonly period: string;
  readonly files: readonly NonNullable<OutgoingMessage["file"]>[];
  readonly targets: number;
  /** Targets for which somebody sent a figure. */
  readonly known: number;
  readonly done: number;
  readonly late: number;
  readonly next: number;
  /** Tasks left out because nobody has approved them yet. */
  readonly waiting: number;
}
