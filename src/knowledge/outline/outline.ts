// Paragraphs to a tree: parts, numbered items, dashes and plain paragraphs, each with its full address.
import { fold } from "../../vietnamese/text/normalise.ts";
import { join, type SourceText, slice, trim } from "../text/source-text.ts";
import type { Table } from "../text/table-columns.ts";
import type { MarkerStyle } from "./markers.ts";
import type { Paragraph } from "./paragraphs.ts";

export type NodeKind = "section" | "dash" | "plus" | "paragraph" | "table";

export interface Node {
  readonly kind: NodeKind;
  readonly style: MarkerStyle | "head" | "paragraph";
  readonly label: string;
  /** "IV.5.4.2", "VI.1 gạch 4", "V". */
  path: string;
  /** With the marker for numbered items, without it for dashes. */
  readonly quoted: SourceText;
  /** Without any marker. */
  readonly words: SourceText;
  readonly parent: Node | null;
  readonly children: Node[];
  readonly bold: boolean;
  readonly table: Table | null;
}

/** Outer to inner. Numbers gain one for each further level: "5." 3, "5.4." 4, "5.4.2." 5. */
const RANK: Readonly<Record<MarkerStyle | "head" | "paragraph", number>> = {
  part: 0,
  roman: 1,
  capital: 1.5,
  article: 2,
  number: 3,
  head: 7,
  paren: 8.2,
  letter: 8.4,
  paragraph: 9,
  dash: 10,
  plus: 11,
};

interface Open {
  readonly node: Node;
  readonly rank: number;
}

export function slug(title: string): string {
  return fold(title)
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "")
    .slice(0, 40);
}

function depth(label: string): number {
  return label.split(".").length;
}

function rankOf(paragraph: Paragraph, capitalsOuter: boolean): { style: Node["style"]; rank: number } {
  const marker = paragraph.marker;
  if (marker === null) {
    return isHead(paragraph)
      ? { style: "head", rank: headRank(paragraph) }
      : { style: "paragraph", rank: RANK.paragraph };
  }
  const extra = marker.style === "number" ? depth(marker.label) - 1 : 0;
  const outer = marker.style === "capital" && capitalsOuter ? -1 : 0;
  return { style: marker.style, rank: RANK[marker.style] + extra + outer };
}

const CAPITALS = /^[^\p{Ll}]{6,}$/u;

/** Capitals rank with Roman numerals; Markdown heads by their level; a bold line stands under them all. */
function headRank(paragraph: Paragraph): number {
  if (CAPITALS.test(paragraph.words.text)) {
    return RANK.roman;
  }
  return RANK.head + (paragraph.head > 0 ? paragraph.head / 10 : 0.9);
}

/** An unnumbered head: a Markdown heading, a short bold line, or a line of capitals. */
export function isHead(paragraph: Paragraph): boolean {
  const text = paragraph.words.text;
  const short = text.length < 160 && !/[.;]$/u.test(text);
  return (
    paragraph.marker === null &&
    paragraph.table === null &&
    (paragraph.head > 0 ||
      (short && paragraph.bold) ||
      (CAPITALS.test(text) && /\p{L}{2}/u.test(text) && text.length < 160))
  );
}

function sectionPath(style: Node["style"], label: string, parent: Node | null): string {
  const above = parent?.kind === "section" ? parent : null;
  if (above === null) {
    return label;
  }
  if (style === "number" && depth(label) > 1) {
    let outer: Node | null = above;
    while (outer !== null && outer.style === "number") {
      outer = outer.parent;
    }
    const prefix =
      above.style === "number" && !label.startsWith(`${above.label}.`) ? above.path : outer?.path;
    return prefix === undefined ? label : `${prefix}.${label}`;
  }
  return style === "article" && above.style !== "part" ? label : `${above.path}.${label}`;
}

function nthOf(parent: Node | null, siblings: readonly Node[], kind: NodeKind): number {
  return (parent?.children ?? siblings).filter((node) => node.kind === kind).length + 1;
}

function place(node: Omit<Node, "path">, siblings: readonly Node[], annex: string): string {
  const { parent, kind } = node;
  const above = parent?.path ?? annex;
  if (kind === "section") {
    const path = sectionPath(node.style, node.label, parent);
    return annex !== "" && parent === null ? `${annex}.${path}` : path;
  }
  if (kind === "table") {
    return above;
  }
  const word = { dash: "gạch", plus: "ý", paragraph: "đoạn" }[kind];
  return `${above} ${word} ${nthOf(parent, siblings, kind)}`.trim();
}

/** The single plain paragraph of a section is the section: "V", not "V đoạn 1". */
function shortenLone(nodes: readonly Node[]): void {
  for (const node of nodes) {
    const plain = node.children.filter((child) => child.kind === "paragraph");
    if (node.kind === "section" && plain.length === 1 && plain[0] !== undefined) {
      const old = plain[0].path;
      plain[0].path = node.path;
      for (const child of plain[0].children) {
        child.path = child.path.replace(old, node.path);
      }
    }
    shortenLone(node.children);
  }
}

/** Repeated addresses are told apart: the second "2" of a part becomes "2(2)". */
function tellApart(nodes: readonly Node[], seen: Map<string, number>): void {
  for (const node of nodes) {
    const times = (seen.get(node.path) ?? 0) + 1;
    seen.set(node.path, times);
    if (times > 1 && node.kind === "section") {
      node.path = `${node.path}(${times})`;
    }
    tellApart(node.children, seen);
  }
}

/**
 * Paragraphs of one body (a paper, what it puts into force, or one of its annexes) as a tree. `annex` prefixes the addresses;
 * `seen` are those of the bodies before.
 */
export function outlineOf(
  paragraphs: readonly Paragraph[],
  annex = "",
  seen = new Map<string, number>(),
): readonly Node[] {
  const roots: Node[] = [];
  let open: Open[] = [];
  const first = paragraphs.find((p) => p.marker?.style === "roman" || p.marker?.style === "capital");
  const capitalsOuter = first?.marker?.style === "capital";
  for (const paragraph of paragraphs) {
    const { style, rank } = rankOf(paragraph, capitalsOuter);
    const label = paragraph.marker?.label || (style === "head" ? slug(paragraph.words.text) : "");
    open = open.filter((above) => above.rank < rank);
    if (style === "paragraph") {
      open = open.filter((above) => above.node.kind === "section");
    }
    if (style === "dash") {
      // A dash hangs on the paragraph before it only when that one announces a list.
      open = open.filter((above) => above.node.kind !== "paragraph" || above.node.words.text.endsWith(":"));
    }
    const parent = open.at(-1)?.node ?? null;
    const plain = style === "dash" || style === "plus" || style === "paragraph" ? style : "section";
    const kind: NodeKind = paragraph.table === null ? plain : "table";
    const words = trim(slice(paragraph.words, paragraph.marker?.length ?? 0));
    const bare = kind === "section" ? trim(paragraph.words) : words;
    const unplaced = {
      kind,
      style,
      label,
      quoted: bare,
      words,
      parent,
      children: [],
      bold: paragraph.bold,
      table: paragraph.table,
    };
    const node: Node = { ...unplaced, path: place(unplaced, roots, annex) };
    (parent?.children ?? roots).push(node);
    if (kind !== "table") {
      open.push({ node, rank });
    }
  }
  shortenLone(roots);
  tellApart(roots, seen);
  return roots;
}

/** The node and everything under it, in reading order. */
export function* walk(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node;
    yield* walk(node.children);
  }
}

/** The node's own words and those of everything under it, in reading order. */
export function whole(node: Node): SourceText {
  return join([...walk([node])].map((part) => part.quoted));
}

/** Titles of the parts above, outermost first. */
export function headings(node: Node): readonly string[] {
  const titles: string[] = [];
  for (let above = node.parent; above !== null; above = above.parent) {
    if (above.kind === "section") {
      titles.unshift(above.words.text.replace(/[:.]$/u, ""));
    }
  }
  return titles;
}
