import type { Piece } from "./rules.ts";
import { allHeard, holdsIn } from "./rules.ts";
import type { SafetyData } from "./safety.ts";

export interface OffTopic {
  /** "weather", "food" …; null when nothing speaks for it. */
  readonly reason: string | null;
  /** 1: nothing of the office's own subjects is named, or the rule knows its own exceptions; 0.4: both are, so the evidence must decide; 0: neither. */
  readonly score: number;
}

export function offTopic(pieces: readonly Piece[], data: SafetyData): OffTopic {
  const held = data.offTopic.filter((rule) => holdsIn(rule, pieces));
  const sure = held.find((rule) => rule.not.length > 0);
  const reason = (sure ?? held[0])?.kind ?? null;
  if (reason === null || sure !== undefined) {
    return { reason, score: reason === null ? 0 : 1 };
  }
  const own = pieces.flatMap(allHeard).some(({ groups }) => groups.has(data.ownSubjects));
  return { reason, score: own ? 0.4 : 1 };
}
