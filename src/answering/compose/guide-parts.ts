// The lines of a guide that answer, before the guide itself.
import type { Guide, PartRef } from "../../domain/document.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import { lineOf } from "../index/guide-parts.ts";

/** What a person reads on a small phone without scrolling, in characters. */
const FIRST_LINES = 320;

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
      return guide.time ?? ANSWERS.guideLacksTime(guide.person);
    case "cost":
      return guide.cost ?? ANSWERS.guideLacksCost(guide.person);
    case "whole":
    case "trouble":
      return line;
  }
}

/** The best parts that a small screen shows, at least one where there is any. */
export function firstLines(guide: Guide, refs: readonly PartRef[]): readonly string[] {
  const lines: string[] = [];
  let size = 0;
  for (const line of refs.map((ref) => partLine(guide, ref))) {
    size += line.length + 1;
    if (lines.length === 0 || size <= FIRST_LINES) {
      lines.push(line);
    }
  }
  return lines;
}
