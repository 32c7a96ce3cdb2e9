import { hiddenReadings } from "./obfuscation.ts";
import { piecesOf, READ_AT_MOST } from "./pieces.ts";
import type { Piece } from "./rules.ts";
import { allHeard, firstRule, hearIn } from "./rules.ts";
import type { SafetyData } from "./safety.ts";
import { readingOf, wordsOf } from "./words.ts";

/** The kind of attack in a message, also where it is hidden; null when there is none. */
export function attackIn(raw: string, pieces: readonly Piece[], data: SafetyData): string | null {
  const hidden: Piece[] = hiddenReadings(raw.slice(0, READ_AT_MOST)).flatMap((text) =>
    piecesOf(text).map((piece) => ({
      typed: [hearIn(data.table, readingOf(wordsOf(piece, null)))],
      repaired: null,
    })),
  );
  return (
    firstRule(data.attack, pieces) ??
    firstRule([...data.attack, ...data.harm], hidden) ??
    gluedAttack([...pieces, ...hidden], data)
  );
}

/** "ignoreallpreviousinstructions": an injection phrase inside one long word. */
function gluedAttack(pieces: readonly Piece[], { glued }: SafetyData): string | null {
  const shortest = Math.min(...glued.map(({ length }) => length));
  const long = pieces
    .flatMap(allHeard)
    .flatMap(({ reading }) => reading.words.filter(({ folded }) => folded.length >= shortest));
  return long.some(({ folded }) => glued.some((phrase) => folded.includes(phrase))) ? "injection" : null;
}
