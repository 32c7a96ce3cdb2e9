import type { FigureEntry } from "../../domain/figure.ts";
import type { Target } from "../../domain/task.ts";
import { oneLine, squeeze } from "../../vietnamese/text/normalise.ts";
import { letters, targetCodes } from "./codes.ts";

/** What an officer typed after /solieu, read. */
export type ReadFigure =
  | {
      readonly kind: "figure";
      readonly code: string;
      readonly target: Target;
      readonly done: number;
      readonly of: number | null;
      readonly place: string;
    }
  | {
      readonly kind: "problem";
      readonly problem: "no_code" | "unknown_code" | "no_number" | "no_place" | "too_many";
    };

/** "1.250" and "1250" are the same; a comma is the decimal sign. */
function numberOf(words: string): number {
  return Number(words.replace(/\.(?=\d{3}(?:\D|$))/gu, "").replace(",", "."));
}

/** "#CT-6F2K 45/60 thôn Đông": code, figure (with "out of" where there is one), and who it is about. */
export function readFigure(words: string, targets: readonly Target[]): ReadFigure {
  const [, typed, rest] = /^\s*(#?\s*ct[\s-]*[0-9a-z]{4,10})\b(.*)$/isu.exec(words) ?? [];
  if (typed === undefined || rest === undefined) {
    return { kind: "problem", problem: "no_code" };
  }
  const codes = targetCodes(targets);
  const index = codes.findIndex((code) => letters(code) === letters(typed));
  const target = targets[index];
  const code = codes[index];
  if (target === undefined || code === undefined) {
    return { kind: "problem", problem: "unknown_code" };
  }
  const figure = /(\d[\d.]*(?:,\d+)?)(?:\s*(?:\/|trên|trong|tren)\s*(\d[\d.]*(?:,\d+)?))?/iu.exec(rest);
  if (figure?.[1] === undefined) {
    return { kind: "problem", problem: "no_number" };
  }
  const done = numberOf(figure[1]);
  const of = figure[2] === undefined ? null : numberOf(figure[2]);
  const place = oneLine(rest.replace(figure[0], " ")).replace(/^[,;:.-]+\s*|[,;:.-]+$/gu, "");
  if (of !== null && done > of) {
    return { kind: "problem", problem: "too_many" };
  }
  return place === ""
    ? { kind: "problem", problem: "no_place" }
    : { kind: "figure", code, target, done, of, place };
}

/** The sum for one target; every part has its place, and who has not sent is named. */
export interface FigureSum {
  readonly done: number;
  /** null when not every place said out of how many. */
  readonly of: number | null;
  /** Of each place the entry of the last period in the list, there the latest, in the order of first sending. */
  readonly parts: readonly FigureEntry[];
  readonly missing: readonly string[];
}

/** null when nobody has sent anything for this target. */
export function sumFor(
  code: string,
  entries: readonly FigureEntry[],
  expected: readonly string[],
): FigureSum | null {
  const latest = new Map<string, FigureEntry>();
  for (const entry of entries.filter((one) => one.target === code)) {
    const known = latest.get(squeeze(entry.place));
    if (known === undefined || entry.period !== known.period || entry.at >= known.at) {
      latest.set(squeeze(entry.place), entry);
    }
  }
  const parts = [...latest.values()];
  if (parts.length === 0) {
    return null;
  }
  const all = parts.every((part) => part.of !== null);
  return {
    done: parts.reduce((sum, part) => sum + part.done, 0),
    of: all ? parts.reduce((sum, part) => sum + (part.of ?? 0), 0) : null,
    parts,
    missing: expected.filter((place) => !latest.has(squeeze(place))),
  };
}
