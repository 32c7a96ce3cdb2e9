// A paper's text made fit for reading: one list of rules, in order.
import { decodeLegacy } from "./repair-encoding.ts";
import {
  type Line,
  linesOf,
  withoutPageNumbers,
  withoutRunningHeads,
  withoutStamps,
} from "./repair-lines.ts";
import { composed, hornedLetters, knownNames, plainBlanks, visible, wholeWords } from "./repair-words.ts";
import { type Traced, trace } from "./traced.ts";

const LETTERS: readonly ((text: Traced) => Traced)[] = [
  plainBlanks,
  visible,
  composed,
  hornedLetters,
  wholeWords,
  knownNames,
];

export interface Repaired {
  /** The paper in Unicode: what every quote is cut from. */
  readonly source: string;
  readonly lines: readonly Line[];
  /** Lines the repair removed, for the lint. */
  readonly hidden: boolean;
}

const TABLE_NUMBER = /^\d{1,3}$/u;

export function repair(text: string): Repaired {
  const source = decodeLegacy(text) ?? text;
  const all = linesOf(LETTERS.reduce((repaired, rule) => rule(repaired), trace(source)));
  const signed = withoutStamps(all);
  const tableFrom = signed.findIndex((line) => /^(?:STT|TT|Số TT)\b/u.test(line.words.text) && !line.row);
  const plain = withoutRunningHeads(signed);
  const from = tableFrom < 0 ? plain.length : plain.indexOf(signed[tableFrom] as Line);
  const lines = withoutPageNumbers(
    plain,
    (index) => index > from && TABLE_NUMBER.test(plain[index]?.words.text ?? ""),
  );
  return { source, lines, hidden: /[\u200B-\u200D\u202A-\u202E\u2060-\u2064]|\uDB40/u.test(source) };
}
