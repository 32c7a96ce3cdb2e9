import { hasAny } from "./phrases.ts";
import type { Piece } from "./rules.ts";
import { firstRule, readingsOf } from "./rules.ts";
import type { SafetyData } from "./safety.ts";

export interface OffTopic {
  /** "weather", "food" …; null when nothing speaks for it. */
  readonly reason: string | null;
  /** 1: nothing of the office's own subjects is named; 0.4: both are, so the evidence must decide; 0: neither. */
  readonly score: number;
}

export function offTopic(pieces: readonly Piece[], data: SafetyData): OffTopic {
  const reason = firstRule(data.offTopic, pieces);
  if (reason === null) {
    return { reason: null, score: 0 };
  }
  const own = pieces.flatMap(readingsOf).some((reading) => hasAny(reading, data.ownSubjects));
  return { reason, score: own ? 0.4 : 1 };
}
