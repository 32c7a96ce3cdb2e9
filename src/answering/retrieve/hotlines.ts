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

/**
 * "gọi công an xã", "điện thoại của trạm y tế": whom to call stands right after calling. Before it, somebody was called by
 * them; farther on, the telephone is what is asked about.
 */
export function calls(senses: readonly CardSense[]): boolean {
  return senses.some((sense, at) => {
    const [next, second] = senses.slice(at + 1, at + 3);
    const whom = next?.kind === "little" ? second : next;
    return sense.kind === "contact" && (whom?.kind === "desk" || whom?.kind === "line");
  });
}
