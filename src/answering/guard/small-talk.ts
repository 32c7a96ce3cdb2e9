import type { Phrase } from "./phrases.ts";
import { findPhrase } from "./phrases.ts";
import type { SafetyData } from "./safety.ts";
import type { Reading } from "./words.ts";
import { readingOf } from "./words.ts";

/** Longer messages ask for something, whatever they begin with. */
const LONGEST = 12;

/** The words without the first place where the phrase stands. */
function without(reading: Reading, phrase: Phrase): Reading | null {
  const span = findPhrase(reading, phrase);
  if (span === null) {
    return null;
  }
  return readingOf([...reading.words.slice(0, span.start), ...reading.words.slice(span.end)]);
}

function allFillers(reading: Reading, fillers: readonly Phrase[]): boolean {
  let left = reading;
  for (const phrase of fillers) {
    for (let next = without(left, phrase); next !== null; next = without(left, phrase)) {
      left = next;
    }
  }
  return left.words.length === 0;
}

function kindOf(reading: Reading, data: SafetyData): string | null {
  for (const { kind, phrases } of data.smallTalk) {
    for (const phrase of phrases) {
      const rest = without(reading, phrase);
      if (rest !== null && allFillers(rest, data.fillers)) {
        return kind;
      }
    }
  }
  return null;
}

/** Small talk is a message that holds nothing else: "chào em ạ", "ok cảm ơn nhé"; not "chào em, cho hỏi VNeID". */
export function smallTalk(readings: readonly Reading[], data: SafetyData): string | null {
  for (const reading of readings) {
    const fits = reading.words.length > 0 && reading.words.length <= LONGEST;
    const kind = fits ? kindOf(reading, data) : null;
    if (kind !== null) {
      return kind;
    }
  }
  return null;
}
