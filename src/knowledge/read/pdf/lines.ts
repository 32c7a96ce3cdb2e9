import type { Fragment } from "./geometry.ts";

export interface TextLine {
  readonly text: string;
  readonly y: number;
  readonly x: number;
  readonly right: number;
  readonly height: number;
}

/** Share of the letter height that two fragments of one line may differ in their baselines. */
const SAME_LINE = 0.5;
/** Share of the letter height that makes a gap a blank. */
const BLANK = 0.15;

function sameLine(line: TextLine, next: Fragment): boolean {
  const height = Math.max(line.height, next.height, 1);
  return Math.abs(next.y - line.y) <= height * SAME_LINE && next.x >= line.x - height;
}

function joined(line: TextLine, next: Fragment): TextLine {
  const gap = next.x - line.right;
  const blank =
    gap > Math.max(line.height, next.height) * BLANK && !/\s$/u.test(line.text) && !/^\s/u.test(next.text);
  return {
    text: `${line.text}${blank ? " " : ""}${next.text}`,
    x: line.x,
    y: next.height > line.height ? next.y : line.y,
    right: Math.max(line.right, next.x + next.width),
    height: Math.max(line.height, next.height),
  };
}

/** Fragments in the order they were written to lines, cell after cell as word processors write them. */
export function pdfLines(fragments: readonly Fragment[]): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (const fragment of fragments) {
    const last = lines.at(-1);
    const blank = fragment.text.trim() === "";
    if (last !== undefined && sameLine(last, fragment)) {
      lines[lines.length - 1] = blank ? { ...last, text: `${last.text} ` } : joined(last, fragment);
    } else if (!blank) {
      const { x, y, width, height, text } = fragment;
      lines.push({ text, x, y, right: x + width, height });
    }
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/[ \t\u00A0]+/gu, " ").trim() }))
    .filter((line) => line.text !== "");
}

/** Share of the usual line distance above which a gap is a paragraph's end. */
const PARAGRAPH_GAP = 1.35;

/** Lines with a blank line where the page shows one, or where the eye jumps up to another column. */
export function textOf(lines: readonly TextLine[]): string {
  const steps = lines
    .slice(1)
    .map((line, index) => (lines[index]?.y ?? 0) - line.y)
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  const usual = steps[Math.floor(steps.length / 2)] ?? 0;
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      if (before === undefined) {
        return line.text;
      }
      const step = before.y - line.y;
      return step < 0 || step > usual * PARAGRAPH_GAP ? `\n\n${line.text}` : `\n${line.text}`;
    })
    .join("");
}
