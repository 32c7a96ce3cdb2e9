/** A piece of a line; a link only when it is https and allowed. */
interface Span {
  readonly text: string;
  readonly href?: string;
}

export type BlockLine = readonly Span[];

/** What an answer's plain text looks like on a page. */
export type Block =
  | { readonly kind: "text" | "source" | "bullets"; readonly lines: readonly BlockLine[] }
  | { readonly kind: "steps"; readonly start: number; readonly lines: readonly BlockLine[] };

const STEP = /^(\d{1,3})[.)]\s+(.+)$/u;
const BULLET = /^[-–•+]\s+(.+)$/u;
const SOURCE = /^Nguồn:/u;
const ADDRESS = /https:\/\/[^\s<>"“”«»]+/gu;
const TRAILING = /[.,;:!?)\]}…]+$/u;

/** Cuts plain text into paragraphs, numbered steps, bullets and source lines. Not a character is added or lost. */
export function blocksOf(text: string, allow: (url: string) => boolean): readonly Block[] {
  const blocks: { kind: Block["kind"]; start: number; lines: BlockLine[]; next: number }[] = [];
  let open = false;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "") {
      open = false;
      continue;
    }
    const { kind, number, words } = kindOf(line);
    const last = blocks.at(-1);
    const goesOn = last !== undefined && last.kind === kind && joins(kind, number === last.next, open);
    const block = goesOn ? last : { kind, start: number, lines: [], next: number };
    block.lines.push(spansOf(words, allow));
    block.next = number + 1;
    if (!goesOn) {
      blocks.push(block);
    }
    open = true;
  }
  return blocks.map(({ kind, start, lines }) =>
    kind === "steps" ? { kind, start, lines } : { kind, lines },
  );
}

/** Plain lines stand apart, which reads better on a phone; the lines of a list or of the sources belong together. */
function joins(kind: Block["kind"], inOrder: boolean, adjacent: boolean): boolean {
  switch (kind) {
    case "text":
      return false;
    case "source":
      return adjacent;
    case "bullets":
      return true;
    case "steps":
      return inOrder;
  }
}

function kindOf(line: string): { kind: Block["kind"]; number: number; words: string } {
  const [, number, step] = STEP.exec(line) ?? [];
  if (number !== undefined && step !== undefined) {
    return { kind: "steps", number: Number(number), words: step };
  }
  const bullet = BULLET.exec(line)?.[1];
  if (bullet !== undefined) {
    return { kind: "bullets", number: 0, words: bullet };
  }
  return { kind: SOURCE.test(line) ? "source" : "text", number: 0, words: line };
}

function spansOf(line: string, allow: (url: string) => boolean): BlockLine {
  const spans: Span[] = [];
  let from = 0;
  for (const match of line.matchAll(ADDRESS)) {
    const url = match[0].replace(TRAILING, "");
    if (URL.canParse(url) && allow(url)) {
      if (match.index > from) {
        spans.push({ text: line.slice(from, match.index) });
      }
      spans.push({ text: url, href: url });
      from = match.index + url.length;
    }
  }
  return from < line.length ? [...spans, { text: line.slice(from) }] : spans;
}
