import type { WordStyles } from "./styles.ts";
import { at, childrenNamed, valueAt, type XmlElement } from "./xml.ts";

interface Level {
  readonly format: string;
  /** "%1.%2." with the numbers of the levels above put in. */
  readonly text: string;
  readonly start: number;
  readonly legal: boolean;
}

/** Says the automatic number of each numbered paragraph, in the order of the document: it counts. */
export interface Numbering {
  label(paragraph: XmlElement | undefined): string;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(number: number): string {
  let rest = number;
  return ROMAN.map(([value, letters]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return letters.repeat(times);
  }).join("");
}

/** Word counts a … z, aa, bb …. */
const letter = (number: number): string =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);

function shown(number: number, format: string): string {
  switch (format) {
    case "upperRoman":
      return roman(number);
    case "lowerRoman":
      return roman(number).toLowerCase();
    case "upperLetter":
      return letter(number).toUpperCase();
    case "lowerLetter":
      return letter(number);
    case "decimalZero":
      return String(number).padStart(2, "0");
    case "none":
      return "";
    default:
      return String(number);
  }
}

function levelsIn(parent: XmlElement | undefined): ReadonlyMap<number, Level> {
  return new Map(
    childrenNamed(parent, "lvl").map((level) => [
      Number(level.attributes.ilvl ?? 0),
      {
        format: valueAt(level, "numFmt") ?? "decimal",
        text: valueAt(level, "lvlText") ?? "",
        start: Number(valueAt(level, "start") ?? 1),
        legal: at(level, "isLgl") !== undefined,
      },
    ]),
  );
}

/** Bullets are pictures in symbol fonts; a Vietnamese paper writes "-" and, below it, "+". */
function bullet(text: string, depth: number): string {
  if (["-", "+", "*"].includes(text)) {
    return text;
  }
  return depth === 0 || /^[–—\uF02D]$/u.test(text) ? "-" : "+";
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
}

function readLists(root: XmlElement | undefined): ReadonlyMap<string, List> {
  const abstracts = new Map(
    childrenNamed(root, "abstractNum").map((one) => [one.attributes.abstractNumId ?? "", one]),
  );
  const byStyle = new Map([...abstracts].map(([id, one]) => [valueAt(one, "styleLink") ?? `#${id}`, id]));
  return new Map(
    childrenNamed(root, "num").map((num): [string, List] => {
      const named = valueAt(num, "abstractNumId") ?? "";
      const link = valueAt(abstracts.get(named), "numStyleLink");
      const abstract = (link === undefined ? undefined : byStyle.get(link)) ?? named;
      const overrides = childrenNamed(num, "lvlOverride");
      const restarts = overrides.flatMap((one): [number, number][] => {
        const start = valueAt(one, "startOverride");
        return start === undefined ? [] : [[Number(one.attributes.ilvl ?? 0), Number(start)]];
      });
      const levels = new Map([
        ...levelsIn(abstracts.get(abstract)),
        ...overrides.flatMap((one) => [...levelsIn(one)]),
      ]);
      return [num.attributes.numId ?? "", { abstract, levels, restarts: new Map(restarts) }];
    }),
  );
}

/** The list and depth of a paragraph, said by itself or by its style. */
function placeOf(
  paragraph: XmlElement | undefined,
  styles: WordStyles,
): { readonly list: string; readonly depth: number } | null {
  const own = at(paragraph, "numPr");
  const inherited = styles
    .chain(valueAt(paragraph, "pStyle") ?? styles.defaultParagraph)
    .map((style) => at(style, "pPr", "numPr"));
  const said = [own, ...inherited];
  const list = said.map((one) => valueAt(one, "numId")).find((id) => id !== undefined);
  const depth = said.map((one) => valueAt(one, "ilvl")).find((level) => level !== undefined);
  return list === undefined || list === "0" ? null : { list, depth: Number(depth ?? 0) };
}

export function openNumbering(root: XmlElement | null, styles: WordStyles): Numbering {
  const lists = readLists(root ?? undefined);
  const counts = new Map<string, number[]>();
  const used = new Set<string>();

  function count(id: string, list: List, depth: number): readonly number[] {
    const numbers = counts.get(list.abstract) ?? [];
    counts.set(list.abstract, numbers);
    const restart = list.restarts.get(depth);
    if (restart !== undefined && !used.has(`${id} ${depth}`)) {
      numbers[depth] = restart - 1;
    }
    used.add(`${id} ${depth}`);
    numbers[depth] = (numbers[depth] ?? (list.levels.get(depth)?.start ?? 1) - 1) + 1;
    numbers.length = depth + 1;
    return numbers;
  }

  return {
    label: (paragraph) => {
      const place = placeOf(paragraph, styles);
      const list = place === null ? undefined : lists.get(place.list);
      const level = list?.levels.get(place?.depth ?? 0);
      if (place === null || list === undefined || level === undefined) {
        return "";
      }
      if (level.format === "bullet") {
        return bullet(level.text, place.depth);
      }
      const numbers = count(place.list, list, place.depth);
      return level.text.replace(/%(\d)/gu, (_, digit: string) => {
        const above = list.levels.get(Number(digit) - 1);
        const format = level.legal ? "decimal" : (above?.format ?? "decimal");
        return shown(numbers[Number(digit) - 1] ?? above?.start ?? 1, format);
      });
    },
  };
}
