// The outline as passages: the smallest parts that can answer alone, each with its place and its own words.
import { createHash } from "node:crypto";
import type { DocumentId, LocalitySlug, Passage, PassageKind } from "../../domain/document.ts";
import { squeeze } from "../../vietnamese/text/normalise.ts";
import type { Part } from "../outline/document-parts.ts";
import { headings, type Node, walk, whole } from "../outline/outline.ts";
import type { Paragraph } from "../outline/paragraphs.ts";
import { rowSection, rowText } from "../tables/rows.ts";
import { quotes, type SourceText } from "../text/source-text.ts";

export interface Origin {
  readonly doc: DocumentId;
  readonly locality: LocalitySlug | null;
  readonly source: string;
}

export type PassageDraft = Omit<Passage, "id" | "doc" | "locality" | "order">;

export function cutQuotes(
  source: string,
  words: SourceText,
): { quote: string; quoteMore?: readonly string[] } {
  const [quote = "", ...more] = quotes(source, words);
  return more.length === 0 ? { quote } : { quote, quoteMore: more };
}

const KINDS: Readonly<Record<Node["kind"], PassageKind>> = {
  section: "item",
  dash: "dash",
  plus: "dash",
  paragraph: "paragraph",
  table: "row",
};

/** A heading says what follows; only one that says something itself is a passage. */
export function speaks(node: Node): boolean {
  const text = node.words.text;
  if (node.kind === "table") {
    return false;
  }
  return (
    node.kind !== "section" ||
    node.children.length === 0 ||
    text.length > 90 ||
    /[.;]$/u.test(text) ||
    /:\s+\S/u.test(text)
  );
}

/** The sentence a list hangs on: the nearest words above that end with a colon. */
export function leadIn(node: Node): string | null {
  const above = node.parent;
  if (above?.words.text.endsWith(":") && above.words.text.length > 40) {
    return above.words.text;
  }
  return null;
}

/** The bars of a table that assigns nothing are no words. */
function withoutBars(words: string): string {
  return words.startsWith("|") ? words.replace(/^\|\s*|\s*\|$/gu, "").replace(/\s*\|\s*/gu, " | ") : words;
}

function draft(node: Node, source: string): PassageDraft {
  // A dash with sub-items is one thought: its words and theirs together.
  const list = node.kind !== "section" && node.children.length > 0;
  const words = list ? whole(node) : node.quoted;
  return {
    section: node.path,
    heading: headings(node).join(" › "),
    leadIn: leadIn(node),
    kind: KINDS[node.kind],
    text: withoutBars(list ? words.text : node.words.text),
    ...cutQuotes(source, words),
  };
}

function rowDrafts(node: Node, source: string): readonly PassageDraft[] {
  const titles = headings(node);
  return (node.table?.rows ?? []).map((row) => ({
    section: rowSection(node, row),
    heading: [...titles, ...(row.group === null ? [] : [row.group])].join(" › "),
    leadIn: null,
    kind: "row" as const,
    text: rowText(row),
    ...cutQuotes(source, row.words),
  }));
}

function plain(
  paragraph: Paragraph,
  kind: "front" | "closing",
  section: string,
  source: string,
): PassageDraft {
  return {
    section,
    heading: "",
    leadIn: null,
    kind,
    text: paragraph.words.text,
    ...cutQuotes(source, paragraph.words),
  };
}

/** Passages of one body in reading order. */
export function draftsOf(body: Part, nodes: readonly Node[], source: string): readonly PassageDraft[] {
  const items = [...walk(nodes)].flatMap((node) =>
    node.table === null ? [node].filter(speaks).map((one) => draft(one, source)) : rowDrafts(node, source),
  );
  const front = body.front.map((p) => plain(p, "front", "Mở đầu", source));
  const closing = body.closing.map((p) => plain(p, "closing", "Kết thúc", source));
  return [...front, ...items, ...closing].filter((one) => squeeze(one.quote) !== "");
}

function shortHash(words: string): string {
  return createHash("sha256").update(squeeze(words)).digest("hex").slice(0, 8);
}

/** Stable while document, place and words stay: place and a digest of the words. */
export function stableId(doc: DocumentId, section: string, words: string): string {
  return `${doc}#${section.replace(/\s+/gu, "_")}~${shortHash(words)}`;
}

export function numbered(drafts: readonly PassageDraft[], origin: Origin): readonly Passage[] {
  const seen = new Map<string, number>();
  return drafts.map((one, order) => {
    const base = stableId(origin.doc, one.section, one.quote);
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    const id = times === 1 ? base : `${base}.${times}`;
    return { id, doc: origin.doc, locality: origin.locality, ...one, order };
  });
}
