// The lines of a guide as an answer says them.
import type { Guide, PartRef } from "../../domain/document.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import { lineOf } from "../index/guide-parts.ts";

/** What a person reads on a small phone without scrolling, in characters. */
export const FIRST_LINES = 320;

/** The line of a part as an answer says it. */
export function partLine(guide: Guide, { part, index }: PartRef): string {
  const line = lineOf(guide, part, index) ?? "";
  switch (part) {
    case "needs":
      return ANSWERS.needs(line);
    case "safety":
      return ANSWERS.safety(line);
    case "whom":
      return ANSWERS.person(line);
    case "step":
      return ANSWERS.guideStep(index + 1, line);
    case "time":
      return guide.time ?? ANSWERS.guideLacksTime(guide.title, guide.person);
    case "cost":
      return guide.cost ?? ANSWERS.guideLacksCost(guide.title, guide.person);
    case "whole":
    case "trouble":
      return line;
  }
}

/** Of the parts, the best first, as many as a small screen shows; at least one where there is any. */
export function firstParts(guide: Guide, refs: readonly PartRef[]): readonly PartRef[] {
  const shown: PartRef[] = [];
  let size = 0;
  for (const ref of refs) {
    size += partLine(guide, ref).length + 1;
    if (shown.length === 0 || size <= FIRST_LINES) {
      shown.push(ref);
    }
  }
  return shown;
}

/** The same as lines. */
export const firstLines = (guide: Guide, refs: readonly PartRef[]): readonly string[] =>
  firstParts(guide, refs).map((ref) => partLine(guide, ref));
