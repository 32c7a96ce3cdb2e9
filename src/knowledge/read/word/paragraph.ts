import type { Numbering } from "./numbering.ts";
import { type HiddenKind, hiddenKind, isStruck, type WordStyles } from "./styles.ts";
import { at, elements, type XmlElement } from "./xml.ts";

/** What reading one Word file shares, and the hidden words found on the way. */
export interface WordReading {
  readonly styles: WordStyles;
  readonly numbering: Numbering;
  readonly hidden: { readonly kind: HiddenKind; readonly words: string }[];
  /** Words struck through: no text of the paper. */
  readonly struck: string[];
}

/** Deleted text, field codes, the fallback copy of a drawing: never part of what the page shows. */
const SKIPPED = new Set([
  "del",
  "moveFrom",
  "instrText",
  "delText",
  "Fallback",
  "pPr",
  "rPr",
  "footnoteReference",
  "endnoteReference",
  "commentReference",
  "annotationRef",
  "rt",
]);
const SYMBOL_DASHES = new Set(["F02D", "F0B7", "F0A7", "F0D8", "F0FC", "2D"]);

/** The letters of one element inside a run. */
function letters(element: XmlElement): string {
  switch (element.name) {
    case "t":
      return element.children.filter((child) => typeof child === "string").join("");
    case "tab":
    case "ptab":
      return "\t";
    case "br":
    case "cr":
      return "\n";
    case "noBreakHyphen":
      return "-";
    case "sym":
      return SYMBOL_DASHES.has((element.attributes.char ?? "").toUpperCase()) ? "-" : "";
    default:
      return "";
  }
}

interface Pieces {
  /** The text of the paragraph itself. */
  text: string;
  /** Paragraphs of text boxes anchored in it. */
  readonly boxes: XmlElement[];
}

function collect(
  element: XmlElement,
  paragraph: XmlElement | undefined,
  shaded: boolean,
  reading: WordReading,
  pieces: Pieces,
): void {
  for (const child of elements(element)) {
    if (SKIPPED.has(child.name)) {
      continue;
    }
    if (child.name === "txbxContent") {
      pieces.boxes.push(child);
    } else if (child.name === "r") {
      const before = pieces.text;
      collect(child, paragraph, shaded, reading, pieces);
      const words = pieces.text.slice(before.length);
      const kind =
        words.trim() === "" ? null : hiddenKind(at(child, "rPr"), paragraph, shaded, reading.styles);
      if (kind !== null) {
        pieces.text = before;
        reading.hidden.push({ kind, words });
      } else if (words.trim() !== "" && isStruck(at(child, "rPr"), paragraph, reading.styles)) {
        pieces.text = before;
        reading.struck.push(words.trim());
      }
    } else {
      pieces.text += letters(child);
      collect(child, paragraph, shaded, reading, pieces);
    }
  }
}

export interface ReadParagraph {
  /** With its automatic number in front; may hold line breaks; "" when nothing of it can be seen. */
  readonly text: string;
  readonly boxes: readonly XmlElement[];
  /** The end of the paragraph is a deletion not yet accepted: it goes on with the next. */
  readonly open: boolean;
}

export function readParagraph(element: XmlElement, shaded: boolean, reading: WordReading): ReadParagraph {
  const properties = at(element, "pPr");
  const pieces: Pieces = { text: "", boxes: [] };
  collect(element, properties, shaded, reading, pieces);
  const text = pieces.text
    .replace(/[ \t\u00A0]+/gu, " ")
    .replace(/ *\n */gu, "\n")
    .trim();
  // Word counts an empty numbered paragraph too, but shows its number only beside an empty line.
  const label = reading.numbering.label(properties);
  return {
    text: label === "" || text === "" ? text : `${label} ${text}`,
    boxes: pieces.boxes,
    open: at(at(properties, "rPr"), "del") !== undefined,
  };
}
