// A paper's text made fit for reading: one list of rules, in order.
import { decodeLegacy } from "../read/common/legacy-encoding.ts";
import { type Line, linesOf, withoutPageNumbers, withoutRunningHeads, withoutStamps } from "./lines.ts";
import { fromSource, type SourceText } from "./source-text.ts";
import { composed, hornedLetters, knownNames, plainBlanks, visible, wholeWords } from "./words.ts";

const LETTERS: readonly ((text: SourceText) => SourceText)[] = [
  plainBlanks,
  visible,
  composed,
  hornedLetters,
  wholeWords,
  knownNames,
];

export interface RepairedText {
  /** The paper in Unicode: what every quote is cut from. */
  readonly source: string;
  readonly lines: readonly Line[];
  /** Lines the repair removed, for the lint. */
  readonly hidden: boolean;
}

/** Where a flattened table begins: in it a lone number is a row's, and what comes back on each page is its head. */
function tableStart(lines: readonly Line[]): number {
  const at = lines.findIndex((line) => /^(?:STT|TT|Số TT)(?!\p{L})/u.test(line.words.text) && !line.row);
  return at < 0 ? lines.length : at;
}

export function repair(text: string): RepairedText {
  const source = decodeLegacy(text) ?? text;
  const all = linesOf(LETTERS.reduce((repaired, rule) => rule(repaired), fromSource(source)));
  const lines = [withoutStamps, withoutRunningHeads, withoutPageNumbers].reduce((kept, rule) => {
    const start = tableStart(kept);
    return rule(kept, (index) => index >= start);
  }, all);
  return {
    source,
    lines,
    hidden: /[\u200B-\u200D\u202A-\u202E\u2060-\u2064]|\uDB40/u.test(source),
  };
}
