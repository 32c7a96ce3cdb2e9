// Whose number is asked for: owners of the office's list of hotlines, and no words.
import type { Hotline } from "../../domain/knowledge.ts";
import type { CardReading, CardSense } from "../index/card-index.ts";

export interface HotlineCandidate {
  readonly kind: "hotline";
  /** All numbers of the owners named, in the order of the list. */
  readonly lines: readonly Hotline[];
  readonly unexplained: number;
}

/** Owners that are named, where a number is asked for. An owner that is not in the list gets nobody's number. */
export function hotlineCandidates({ senses, unexplained }: CardReading): readonly HotlineCandidate[] {
  const phone = calls(senses) || senses.some((sense) => sense.kind === "field" && sense.field === "phone");
  const lines = [...new Set(senses.flatMap((sense) => (sense.kind === "line" ? [sense.line] : [])))];
  return phone && lines.length > 0 ? [{ kind: "hotline", lines, unexplained: unexplained.length }] : [];
}

/** "gọi công an xã": whom to call stands after calling. Before it, somebody was called by them. */
export function calls(senses: readonly CardSense[]): boolean {
  const whom = senses.findIndex(({ kind }) => kind === "desk" || kind === "line");
  const calling = senses.findIndex(({ kind }) => kind === "contact");
  return calling >= 0 && calling < whom;
}
