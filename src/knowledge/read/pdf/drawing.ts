import { apply, type Box, type Matrix, multiply, type RuledLine, unmoved } from "./geometry.ts";
import type { DrawingCodes, PdfPage } from "./open.ts";
import { keepRule, type Rules, stepsOf, THICKEST } from "./paths.ts";

/** Letters nobody can see on the page, with where they begin. */
interface HiddenLetters {
  readonly kind: "white" | "tiny" | "unpainted" | "offPage";
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What is drawn on a page besides its visible letters. */
export interface Drawing {
  readonly horizontals: readonly RuledLine[];
  readonly verticals: readonly RuledLine[];
  readonly hidden: readonly HiddenLetters[];
  /** Words of annotations, such as the number and day that a digital signature stamps on a paper. */
  readonly stamps: readonly { readonly text: string; readonly box: Box }[];
}

/** Points: letters at or below this size are not for reading. */
const TINY = 1;
const INVISIBLE_MODE = 3;
const MOST_OPERATIONS = 400_000;
const NEAR_WHITE = /^#f[7-f]f[7-f]f[7-f]$/iu;

interface Pen {
  readonly matrix: Matrix;
  readonly white: boolean;
  readonly size: number;
  readonly mode: number;
}

/** Where the walk through a page's drawing stands. */
interface Walk {
  readonly codes: DrawingCodes;
  readonly view: Box;
  readonly rules: Rules;
  readonly filled: Box[];
  readonly hidden: HiddenLetters[];
  readonly stamps: { text: string; readonly box: Box }[];
  readonly saved: Pen[];
  pen: Pen;
  text: Matrix;
  inStamp: boolean;
}

function numbersOf(value: unknown): readonly number[] {
  if (ArrayBuffer.isView(value) || Array.isArray(value)) {
    return Array.from(value as ArrayLike<number>, Number);
  }
  return Object.values((value ?? {}) as Record<string, number>).map(Number);
}

function asMatrix(value: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(value);
  return [a, b, c, d, e, f];
}

function boxOf(matrix: Matrix, corners: unknown): Box {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbersOf(corners);
  const [ax, ay] = apply(matrix, x0, y0);
  const [bx, by] = apply(matrix, x1, y1);
  return { left: Math.min(ax, bx), right: Math.max(ax, bx), bottom: Math.min(ay, by), top: Math.max(ay, by) };
}

const covers = (box: Box, x: number, y: number): boolean =>
  x >= box.left - 1 && x <= box.right + 1 && y >= box.bottom - 1 && y <= box.top + 1;

function lettersOf(glyphs: unknown): string {
  return (Array.isArray(glyphs) ? glyphs : [])
    .map((glyph: unknown) => (glyph as { unicode?: unknown } | null)?.unicode)
    .filter((letter) => typeof letter === "string")
    .join("");
}

function hiddenKind(walk: Walk, x: number, y: number, size: number): HiddenLetters["kind"] | null {
  if (walk.pen.mode === INVISIBLE_MODE) {
    return "unpainted";
  }
  if (size > 0 && size <= TINY) {
    return "tiny";
  }
  if (!covers(walk.view, x, y)) {
    return "offPage";
  }
  return walk.pen.white && !walk.filled.some((box) => covers(box, x, y)) ? "white" : null;
}

function show(walk: Walk, glyphs: unknown): void {
  const text = lettersOf(glyphs);
  const stamp = walk.stamps.at(-1);
  if (walk.inStamp && stamp !== undefined) {
    stamp.text += text;
    return;
  }
  const placed = multiply(walk.text, walk.pen.matrix);
  const [, , c, d, x, y] = placed;
  const kind = hiddenKind(walk, x, y, walk.pen.size * Math.hypot(c, d));
  if (kind !== null && text.trim() !== "") {
    walk.hidden.push({ kind, text, x, y });
  }
}

/** Word fills a thin bar for each border; other programs draw the line itself. */
function path(walk: Walk, paint: unknown, data: unknown, bounds: unknown): void {
  const { codes, pen } = walk;
  if (paint === codes.endPath || paint === codes.clip || paint === codes.eoClip) {
    return;
  }
  if (paint !== codes.fill && paint !== codes.eoFill) {
    const steps: unknown = Array.isArray(data) ? data[0] : data;
    for (const step of stepsOf(numbersOf(steps))) {
      keepRule(walk.rules, pen.matrix, step);
    }
    return;
  }
  const box = boxOf(pen.matrix, bounds);
  const isArea = box.right - box.left > THICKEST && box.top - box.bottom > THICKEST;
  if (isArea && !pen.white) {
    walk.filled.push(box);
  } else if (!pen.white) {
    keepRule(walk.rules, unmoved, [
      [box.left, box.bottom],
      [box.right, box.top],
    ]);
  }
}

function setPen(walk: Walk, change: Partial<Pen>): void {
  walk.pen = { ...walk.pen, ...change };
}

function restore(walk: Walk): void {
  walk.pen = walk.saved.pop() ?? walk.pen;
}

function moveText(walk: Walk, x: unknown, y: unknown): void {
  walk.text = multiply([1, 0, 0, 1, Number(x), Number(y)], walk.text);
}

type Step = (walk: Walk, args: readonly unknown[]) => void;

/** By pdf.js's names of what a page can draw; everything else neither moves the pen nor shows a line. */
const steps: Readonly<Record<string, Step>> = {
  save: (walk) => {
    walk.saved.push(walk.pen);
  },
  restore,
  transform: (walk, args) => setPen(walk, { matrix: multiply(asMatrix(args), walk.pen.matrix) }),
  paintFormXObjectBegin: (walk, [matrix]) => {
    walk.saved.push(walk.pen);
    setPen(walk, matrix ? { matrix: multiply(asMatrix(matrix), walk.pen.matrix) } : {});
  },
  paintFormXObjectEnd: restore,
  setFillRGBColor: (walk, [color]) => setPen(walk, { white: NEAR_WHITE.test(String(color)) }),
  setFillColorN: (walk) => setPen(walk, { white: false }),
  setFont: (walk, [, size]) => setPen(walk, { size: Math.abs(Number(size)) }),
  setTextRenderingMode: (walk, [mode]) => setPen(walk, { mode: Number(mode) }),
  beginText: (walk) => {
    walk.text = unmoved;
  },
  setTextMatrix: (walk, [matrix]) => {
    walk.text = asMatrix(matrix);
  },
  moveText: (walk, [x, y]) => moveText(walk, x, y),
  setLeadingMoveText: (walk, [x, y]) => moveText(walk, x, y),
  showText: (walk, [glyphs]) => show(walk, glyphs),
  constructPath: (walk, [paint, data, bounds]) => path(walk, paint, data, bounds),
  beginAnnotation: (walk, [, box]) => {
    walk.inStamp = true;
    walk.stamps.push({ text: "", box: boxOf(unmoved, box) });
  },
  endAnnotation: (walk) => {
    walk.inStamp = false;
  },
};

/** Walks what a page draws, in order. */
export async function readDrawing(page: PdfPage, codes: DrawingCodes): Promise<Drawing> {
  const list = await page.getOperatorList();
  const byCode = new Map(Object.entries(steps).map(([name, step]) => [codes[name], step]));
  const walk: Walk = {
    codes,
    view: boxOf(unmoved, page.view),
    rules: { horizontals: [], verticals: [] },
    filled: [],
    hidden: [],
    stamps: [],
    saved: [],
    pen: { matrix: unmoved, white: false, size: 0, mode: 0 },
    text: unmoved,
    inStamp: false,
  };
  list.fnArray.slice(0, MOST_OPERATIONS).forEach((code, index) => {
    const args: unknown = list.argsArray[index] ?? [];
    byCode.get(code)?.(walk, Array.isArray(args) ? args : numbersOf(args));
  });
  return { ...walk.rules, hidden: walk.hidden, stamps: walk.stamps };
}
