import type { Target } from "../../domain/task.ts";
import { fold, nfc, oneLine } from "../../vietnamese/text/normalise.ts";
import { letters, targetCodes } from "./codes.ts";
import { placeIn } from "./figure-places.ts";

/** One figure as it was typed, read. */
export interface TypedFigure {
  readonly code: string;
  readonly target: Target;
  readonly done: number;
  readonly of: number | null;
  readonly place: string;
  /** The place is one that the office or an earlier figure has named. */
  readonly placeKnown: boolean;
  /** Words or a share that were not taken, or a comma that may stand for thousands. */
  readonly unsure: boolean;
}

export type FigureProblem =
  | "no_code"
  | "unknown_code"
  | "no_number"
  | "no_place"
  | "two_places"
  | "too_many"
  | "share"
  | "which_number";

/** What an officer typed after /solieu: nothing of it counts unless every line was read. */
export type TypedFigures =
  | { readonly kind: "figures"; readonly figures: readonly [TypedFigure, ...TypedFigure[]] }
  /** Take back what this place sent. */
  | { readonly kind: "remove"; readonly code: string; readonly target: Target; readonly place: string }
  | { readonly kind: "problem"; readonly problem: FigureProblem; readonly line: string };

export interface FigureGround {
  readonly targets: readonly Target[];
  /** Places that may be meant by name. */
  readonly places: readonly string[];
  /** Who belongs to a unit speaks for it unless another place is named. */
  readonly own: string | null;
}

const NUMBER = "\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?";
const COUNTED =
  "(?:\\s*(?:nguoi dan|nguoi|ho|em|hoc sinh|can bo|cong chuc|luot|dong chi|hoi vien|doan vien|thanh vien|lop|mo hinh)(?![a-z0-9]))?";
const FIGURE = new RegExp(
  `(?<![a-z0-9.,/])(${NUMBER})(?![0-9]|[.,][0-9])${COUNTED}` +
    `(?:\\s*(?:/|(?:tren|trong)(?: tong)?(?: so)?(?![a-z]))\\s*(${NUMBER})(?![0-9a-z]|[.,/][0-9])${COUNTED})?`,
  "gu",
);
const SHARE = /\(?\d+(?:[.,]\d+)?\s*(?:%|phan tram(?![a-z]))\)?/gu;
/** "1,250" is one and a quarter here and a thousand elsewhere; people are not counted in parts. */
const PARTED = /,\d/u;
const CODE = /#?\s*ct\s*-?\s*[0-9a-z]{4,10}(?![0-9a-z])/iu;
const REMOVE = /^[\s:,-]*(?:xoa|bo|huy)\s+(?:so (?:lieu )?(?:cua )?)?/u;
/** Words before a figure that name nobody. */
const IDLE = /^(?:[\s,;:.=-]|(?:co|duoc|dat|la|gui|bao|tong so|tong|so lieu|so)(?![a-z0-9]))+/u;

/** "1.250" and "1250" are the same; a comma is the decimal sign. */
function numberOf(words: string): number {
  return Number(words.replace(/\.(?=\d{3}(?:\D|$))/gu, "").replace(",", "."));
}

type Line = Omit<TypedFigure, "code" | "target">;

/** One line: a place, then what is counted; digits of the place's name are never a figure. */
function readLine(line: string, { places, own }: FigureGround): Line | FigureProblem {
  const named = placeIn(line, places);
  if (named === "two_places") {
    return named;
  }
  const rest = named?.rest ?? line;
  // Folding keeps the length of composed text: places of the folded text are places of the text.
  const folded = fold(rest);
  const bare = folded.replace(SHARE, (share) => " ".repeat(share.length));
  const [figure, another] = [...bare.matchAll(FIGURE)];
  if (figure?.[1] === undefined) {
    return bare === folded ? "no_number" : "share";
  }
  if (another !== undefined) {
    return "which_number";
  }
  const left = `${rest.slice(0, figure.index)} ${rest.slice(figure.index + figure[0].length)}`;
  const shareless = left.replace(/\(?\d+(?:[.,]\d+)?\s*(?:%|phần trăm|phan tram)\)?/giu, " ");
  const words = idle(shareless);
  const place = named?.place ?? (words === "" ? own : words);
  if (place === null) {
    return "no_place";
  }
  const [done, of] = [numberOf(figure[1]), figure[2] === undefined ? null : numberOf(figure[2])];
  if (of !== null && (done > of || of === 0)) {
    return "too_many";
  }
  const strange = named === null ? /\d/u.test(words) : words !== "";
  return {
    done,
    of,
    place,
    placeKnown: named?.known ?? words === "",
    unsure: strange || bare !== folded || PARTED.test(figure[0]),
  };
}

function idle(words: string): string {
  const plain = oneLine(words);
  const head = IDLE.exec(fold(plain))?.[0] ?? "";
  return plain.slice(head.length).replace(/[\s,;:.=-]+$/gu, "");
}

interface Named {
  readonly code: string;
  readonly target: Target;
}

function codeIn(words: string, targets: readonly Target[]): Named | "no_code" | "unknown_code" {
  const typed = CODE.exec(words)?.[0];
  if (typed === undefined) {
    return "no_code";
  }
  const codes = targetCodes(targets);
  const index = codes.findIndex((one) => letters(one) === letters(typed));
  const [target, code] = [targets[index], codes[index]];
  return target === undefined || code === undefined ? "unknown_code" : { code, target };
}

/** "xóa #CT-6F2K khu 2", "#CT-6F2K bỏ khu 2"; null where nothing is to be taken back. */
function removalIn(words: string, { targets, places, own }: FigureGround): TypedFigures | null {
  const line = nfc(words).replace(CODE, " ").trimStart();
  const verb = REMOVE.exec(fold(line))?.[0];
  if (verb === undefined) {
    return null;
  }
  const named = codeIn(words, targets);
  const bare = idle(line.slice(verb.length));
  const found = placeIn(bare, places);
  const place = found === null || found === "two_places" ? bare || own : found.place;
  if (typeof named === "string" || place === null) {
    return { kind: "problem", problem: typeof named === "string" ? named : "no_place", line: oneLine(words) };
  }
  return { kind: "remove", ...named, place };
}

/** "#CT-6F2K khu 2 900/2000", or a code and then a line for each place, or a code on each line. Pure. */
export function readFigures(words: string, ground: FigureGround): TypedFigures {
  const removal = removalIn(words, ground);
  if (removal !== null) {
    return removal;
  }
  const figures: TypedFigure[] = [];
  let named: Named | "no_code" | "unknown_code" = "no_code";
  for (const typed of nfc(words).split(/[;\n]/u)) {
    const code = CODE.exec(typed)?.[0];
    const line = code === undefined ? typed : typed.replace(code, " ");
    named = code === undefined ? named : codeIn(code, ground.targets);
    if (idle(line) === "" && typed !== words) {
      continue;
    }
    const read = typeof named === "string" ? named : readLine(line, ground);
    if (typeof read === "string" || typeof named === "string") {
      const problem = typeof read === "string" ? read : "no_code";
      return { kind: "problem", problem, line: oneLine(typed) };
    }
    figures.push({ ...read, ...named });
  }
  const [first, ...others] = figures;
  return first === undefined
    ? { kind: "problem", problem: typeof named === "string" ? named : "no_number", line: oneLine(words) }
    : { kind: "figures", figures: [first, ...others] };
}
