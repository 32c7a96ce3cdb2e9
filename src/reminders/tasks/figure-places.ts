import { fold, oneLine } from "../../vietnamese/text/normalise.ts";

/** Hamlets are numbered: the number behind such a word is the place's name. */
const KINDS =
  "to dan pho|to dp|tdp|khu dan cu|kdc|khu pho|khu vuc|tieu khu|thon|xom|ban|ap|khoi pho|khoi|khom|cum|buon|lang|doi|khu|to";
const NUMBERED = new RegExp(
  `(?<![a-z0-9])(?:${KINDS})\\s*(?:so\\s*)?\\d{1,3}[a-z]?(?![a-z0-9]|[.,]\\d|\\s*(?:[/%]|phan tram|tren tong|tren so))`,
  "gu",
);

/** Names that are one when written out: "TDP số 05" and "Tổ dân phố 5". */
function placeKey(name: string): string {
  return fold(oneLine(name))
    .replace(/\b(?:tdp|to dp)\b/gu, "to dan pho")
    .replace(/\bkdc\b/gu, "khu dan cu")
    .replace(/\bso\s+(?=\d)/gu, "")
    .replace(/\b0+(?=\d)/gu, "")
    .replace(/[^a-z0-9]/gu, "");
}

interface Found {
  readonly place: string;
  readonly known: boolean;
  /** The line without the place, as long as the place was. */
  readonly rest: string;
}

/** Where the place's words stand in the folded line, whole words only. */
function standsAt(folded: string, place: string): number {
  const name = fold(oneLine(place));
  for (let at = folded.indexOf(name); at !== -1; at = folded.indexOf(name, at + 1)) {
    const [before, after] = [folded[at - 1] ?? "", folded[at + name.length] ?? ""];
    if (!/[a-z0-9]/u.test(before) && !/[a-z0-9]/u.test(after)) {
      return at;
    }
  }
  return -1;
}

const cut = (line: string, at: number, length: number) =>
  `${line.slice(0, at)}${" ".repeat(length)}${line.slice(at + length)}`;

/** The place that a line is about: one known by name, else one that is numbered; null when only other words stand there. */
export function placeIn(line: string, known: readonly string[]): Found | "two_places" | null {
  const folded = fold(line);
  const named = known
    .map((place) => ({ place, at: standsAt(folded, place), length: oneLine(place).length }))
    .filter(({ at, length, place }) => at !== -1 && !isFigure(folded, at, length, place))
    .toSorted((a, b) => b.length - a.length)[0];
  if (named !== undefined) {
    const rest = cut(line, named.at, named.length);
    const other = placeIn(
      rest,
      known.filter((place) => place !== named.place),
    );
    return other === null ? { place: named.place, known: true, rest } : "two_places";
  }
  const [numbered, another] = [...folded.matchAll(NUMBERED)];
  if (numbered === undefined) {
    return null;
  }
  if (another !== undefined) {
    return "two_places";
  }
  const typed = line.slice(numbered.index, numbered.index + numbered[0].length);
  const same = known.find((place) => placeKey(place) === placeKey(typed));
  return {
    place: same ?? oneLine(typed),
    known: same !== undefined,
    rest: cut(line, numbered.index, numbered[0].length),
  };
}

/** "Khu 2" found in "khu 2/5": then the digits may be the figure. */
function isFigure(folded: string, at: number, length: number, place: string): boolean {
  return /\d$/u.test(place) && /^(?:[.,]\d|\s*[/%])/u.test(folded.slice(at + length));
}
