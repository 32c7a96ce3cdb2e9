// Where the rows and groups of a flattened table begin: numbers that count on, Roman numerals that head groups.

import { isSchedule } from "../entities/schedule.ts";
import type { Line } from "../text/lines.ts";

export const NUMBERED = /^(\d{1,3})\s*(?:[.)]\s*(?:(\p{L}|["“(\d]).*)?)?$/u;
const ROMANS = [
  "I",
  "II",
  "III",
  "IV",
  "V",
  "VI",
  "VII",
  "VIII",
  "IX",
  "X",
  "XI",
  "XII",
  "XIII",
  "XIV",
  "XV",
];

export interface Start {
  readonly at: number;
  readonly label: string;
  readonly group: string | null;
}

interface Group {
  readonly number: string;
  readonly title: string;
}

interface Numbered {
  readonly at: number;
  readonly number: number;
  readonly title: string;
}

const bare = (line: Line): string => line.words.text;

function numbersIn(lines: readonly Line[]): readonly Numbered[] {
  return lines.flatMap((line, at) => {
    const match = NUMBERED.exec(bare(line));
    const title = bare(line).replace(/^\d{1,3}\s*[.)]?\s*/u, "");
    return match === null ? [] : [{ at, number: Number(match[1]), title }];
  });
}

/**
 * "II. PHÁT TRIỂN HẠ TẦNG SỐ", or the numeral alone on its line. They count on, so that "I" of "Quý I" is none; one may be left
 * out before a head in capitals.
 */
function romansIn(lines: readonly Line[]): ReadonlyMap<number, Group> {
  const found = new Map<number, Group>();
  let last = -1;
  lines.forEach((line, at) => {
    const match = /^([IVX]{1,5})(?:\s*[.):–-]?\s+(\p{Lu}.*)|[.)]?)$/u.exec(bare(line));
    const title = match?.[2] ?? bare(lines[at + 1] ?? line);
    const number = match?.[1] ?? "";
    const index = ROMANS.indexOf(number);
    const counts = index === last + 1 || (index > last && /^\p{Lu}{2}[^\p{Ll}]{4,}$/u.test(title));
    if (match !== null && counts && /^\p{Lu}/u.test(title)) {
      found.set(at, { number, title });
      last = index;
    }
  });
  return found;
}

/** A number with a title after which the count begins anew. */
function isGroup(one: Numbered, next: Numbered | undefined, lines: readonly Line[]): boolean {
  const between = next === undefined ? [] : lines.slice(one.at + 1, next.at);
  return (
    next?.number === 1 &&
    one.title !== "" &&
    between.length < 4 &&
    !between.some((line) => isSchedule(bare(line)))
  );
}

function groupTitle(one: Numbered, next: Numbered | undefined, lines: readonly Line[]): string {
  return [one.title, ...lines.slice(one.at + 1, next?.at ?? one.at + 1).map(bare)].join(" ").trim();
}

/** Where rows begin: numbers that count on from the one before, and groups, which have no label. */
export function startsOf(
  lines: readonly Line[],
): readonly (Start | { readonly at: number; readonly label: null })[] {
  const found: (Start | { readonly at: number; readonly label: null })[] = [];
  const numbers = numbersIn(lines);
  const romans = romansIn(lines);
  const marks = [...numbers.map(({ at }) => at), ...romans.keys()].sort((a, b) => a - b);
  const state: { row: number; group: Group | null; fresh: boolean } = { row: 0, group: null, fresh: false };
  for (const at of marks) {
    const i = numbers.findIndex((number) => number.at === at);
    const [one, next] = [numbers[i], numbers[i + 1]];
    const roman = romans.get(at);
    const counts = one !== undefined && (one.number === state.row + 1 || (state.fresh && one.number === 1));
    if (roman !== undefined) {
      Object.assign(state, { group: roman, fresh: true });
      found.push({ at, label: null });
    } else if (
      one !== undefined &&
      romans.size === 0 &&
      isGroup(one, next, lines) &&
      (one.number === 1 || state.row > 0 || state.group === null)
    ) {
      const title = groupTitle(one, next, lines);
      Object.assign(state, { group: { number: String(one.number), title }, row: 0 });
      found.push({ at, label: null });
    } else if (one !== undefined && counts) {
      Object.assign(state, { row: one.number, fresh: false });
      const label = state.group === null ? String(one.number) : `${state.group.number}.${one.number}`;
      found.push({ at, label, group: state.group?.title ?? null });
    }
  }
  return found;
}
