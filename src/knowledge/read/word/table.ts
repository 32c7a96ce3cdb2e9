import { cellWords, markdownRows } from "../common/markdown-table.ts";
import { readParagraph, type WordReading } from "./paragraph.ts";
import { isShaded } from "./styles.ts";
import { at, childrenNamed, elements, valueAt, type XmlElement } from "./xml.ts";

interface Cell {
  readonly paragraphs: readonly string[];
  readonly span: number;
  /** Goes on the cell above it. */
  readonly continued: boolean;
}

type Row = readonly Cell[];

/** Rows and cells may be wrapped in content controls or marked as inserted. */
function unwrapped(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((child) => {
    if (child.name === name) {
      return [child];
    }
    return ["sdt", "sdtContent", "ins", "moveTo", "customXml"].includes(child.name)
      ? unwrapped(child, name)
      : [];
  });
}

function paragraphsIn(parent: XmlElement, shaded: boolean, reading: WordReading): readonly string[] {
  return elements(parent).flatMap((child) => {
    if (child.name === "p") {
      const { text, boxes } = readParagraph(child, shaded, reading);
      return [text, ...boxes.flatMap((box) => paragraphsIn(box, shaded, reading))];
    }
    return child.name === "tcPr" ? [] : paragraphsIn(child, shaded, reading);
  });
}

function readCell(cell: XmlElement, shaded: boolean, reading: WordReading): Cell {
  const properties = at(cell, "tcPr");
  const merge = at(properties, "vMerge");
  return {
    paragraphs: paragraphsIn(cell, shaded || isShaded(properties), reading).filter((text) => text !== ""),
    span: Math.max(1, Math.min(64, Number(valueAt(properties, "gridSpan") ?? 1))),
    continued: merge !== undefined && merge.attributes.val !== "restart",
  };
}

const blanks = (count: string | undefined): readonly Cell[] =>
  Array.from({ length: Math.min(64, Number(count ?? 0)) }, () => ({
    paragraphs: [],
    span: 1,
    continued: false,
  }));

function readRow(row: XmlElement, shaded: boolean, reading: WordReading): Row {
  const properties = at(row, "trPr");
  return [
    ...blanks(valueAt(properties, "gridBefore")),
    ...unwrapped(row, "tc").map((cell) => readCell(cell, shaded, reading)),
    ...blanks(valueAt(properties, "gridAfter")),
  ];
}

const BORDERS = ["top", "left", "start", "bottom", "right", "end", "insideH", "insideV"];

function hasLines(borders: XmlElement | undefined): boolean {
  return elements(borders).some(
    (side) => BORDERS.includes(side.name) && !["nil", "none"].includes(side.attributes.val ?? "none"),
  );
}

/** A grid drawn on the page, by the table itself, its style or its cells; without one it only places text side by side. */
function isRuled(table: XmlElement, reading: WordReading): boolean {
  const properties = at(table, "tblPr");
  const own = at(properties, "tblBorders");
  const byStyle = reading.styles
    .chain(valueAt(properties, "tblStyle"))
    .some((style) => hasLines(at(style, "tblPr", "tblBorders")));
  const byCell = unwrapped(table, "tr")
    .flatMap((row) => unwrapped(row, "tc"))
    .some((cell) => hasLines(at(cell, "tcPr", "tcBorders")));
  return byCell || (own === undefined ? byStyle : hasLines(own));
}

const PLACED = /cộng\s*h[oòóọ][aà]\s*xã\s*hội|đảng\s+cộng\s+sản\s+việt\s+nam|nơi\s+nhận\s*:/iu;

/** The head (issuer | motto) and foot (recipients | signature) of a paper: read cell by cell, not as rows. */
function placesText(rows: readonly Row[], ruled: boolean): boolean {
  const wide = Math.max(0, ...rows.map((row) => row.length));
  const words = rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs)).join(" ");
  return wide <= 1 || (wide <= 3 && rows.length <= 6 && PLACED.test(words)) || (!ruled && wide <= 3);
}

/** Cells of a row at their columns, with the words of a merged cell repeated on every row it covers. */
function spread(rows: readonly Row[]): readonly (readonly string[])[] {
  let above: readonly string[] = [];
  return rows.map((row) => {
    const columns: string[] = [];
    for (const cell of row) {
      const own = cellWords(cell.paragraphs.join(" "));
      columns.push(cell.continued && own === "" ? (above[columns.length] ?? "") : own);
      columns.push(...Array.from({ length: cell.span - 1 }, () => ""));
    }
    above = columns;
    return columns;
  });
}

/** Blocks of text for one table: Markdown rows for a real table, plain paragraphs for one that only places text. */
export function readTable(table: XmlElement, shaded: boolean, reading: WordReading): readonly string[] {
  const rows = unwrapped(table, "tr")
    .filter((row) => childrenNamed(at(row, "trPr"), "del").length === 0)
    .map((row) => readRow(row, shaded, reading));
  if (placesText(rows, isRuled(table, reading))) {
    return rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs));
  }
  return [markdownRows(spread(rows))];
}
