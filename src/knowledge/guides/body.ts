// The body of a guide: a summary line, then four parts in fixed order. Anything else is refused with its line.

import { guideFault } from "../../vietnamese/wording/knowledge/guide-lint.ts";
import { GuideError } from "./error.ts";

export const partTitles = {
  steps: "Các bước",
  troubles: "Hay gặp",
  safety: "An toàn",
  person: "Gặp ai",
} as const;

type Part = keyof typeof partTitles;
const order = Object.keys(partTitles) as Part[];

export interface GuideBody {
  readonly summary: string;
  readonly steps: readonly string[];
  readonly troubles: readonly string[];
  readonly safety: string;
  readonly person: string;
}

interface Line {
  readonly number: number;
  readonly text: string;
}

/** Reads the lines after the front matter. `firstLine` is the line of the file on which they start. */
export function readBody(guide: string, body: readonly string[], firstLine: number): GuideBody {
  const parts = split(guide, body, firstLine);
  const summary = parts.summary[0];
  if (summary === undefined) {
    throw new GuideError(guide, firstLine, guideFault.noSummary);
  }
  if (parts.summary[1] !== undefined) {
    throw new GuideError(guide, parts.summary[1].number, guideFault.longSummary);
  }
  return {
    summary: summary.text,
    steps: parts.steps.map((line, index) => {
      const step = /^(\d+)\. (\S.*)$/u.exec(line.text);
      if (step?.[2] === undefined || Number(step[1]) !== index + 1) {
        throw new GuideError(guide, line.number, guideFault.badStep(index + 1));
      }
      return step[2];
    }),
    troubles: parts.troubles.map((line) => {
      const trouble = /^- (\S.*)$/u.exec(line.text)?.[1];
      if (trouble === undefined) {
        throw new GuideError(guide, line.number, guideFault.badTrouble);
      }
      return trouble;
    }),
    safety: single("safety"),
    person: single("person"),
  };

  function single(part: "safety" | "person"): string {
    const [line, second] = parts[part];
    if (line === undefined || second !== undefined) {
      throw new GuideError(guide, second?.number ?? firstLine, guideFault.oneLine(partTitles[part]));
    }
    return line.text;
  }
}

function split(
  guide: string,
  body: readonly string[],
  firstLine: number,
): Readonly<Record<Part | "summary", readonly Line[]>> {
  const parts: Record<Part | "summary", Line[]> = {
    summary: [],
    steps: [],
    troubles: [],
    safety: [],
    person: [],
  };
  let current: Part | "summary" = "summary";
  let seen = 0;
  for (const [index, raw] of body.entries()) {
    const line = { number: firstLine + index, text: raw.trim() };
    if (line.text.startsWith("#")) {
      current = heading(line);
    } else if (line.text !== "") {
      parts[current].push(line);
    }
  }

  const missing = order[seen];
  if (missing !== undefined) {
    throw new GuideError(guide, firstLine + body.length - 1, guideFault.missingHeading(partTitles[missing]));
  }
  const empty = order.find((part) => parts[part].length === 0);
  if (empty !== undefined) {
    throw new GuideError(guide, firstLine, guideFault.emptyPart(partTitles[empty]));
  }
  return parts;

  function heading(line: Line): Part {
    const title = line.text.replace(/^#+\s*/u, "");
    const expected = order[seen];
    seen += 1;
    if (expected !== undefined && line.text === `## ${partTitles[expected]}`) {
      return expected;
    }
    const known = order.some((part) => partTitles[part] === title) && expected !== undefined;
    const fault = known ? guideFault.missingHeading(partTitles[expected]) : guideFault.unknownHeading(title);
    throw new GuideError(guide, line.number, fault);
  }
}
