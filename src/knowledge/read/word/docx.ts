import { unread, warning } from "../../../vietnamese/wording/knowledge/reading.ts";
import { Unreadable } from "../common/outcome.ts";
import { type Archive, openCheckedArchive } from "./archive-check.ts";
import { openNumbering } from "./numbering.ts";
import { readParagraph, type WordReading } from "./paragraph.ts";
import { readStyles } from "./styles.ts";
import { readTable } from "./table.ts";
import { at, childrenNamed, elements, parseXml, type XmlElement } from "./xml.ts";

const SHOWN_HIDDEN = 160;

async function parsedPart(archive: Archive, name: string): Promise<XmlElement | null> {
  const bytes = await archive.part(name);
  return bytes === null ? null : parseXml(bytes);
}

function otherKind(names: readonly string[]): string | null {
  if (names.some((name) => name.startsWith("xl/"))) {
    return "bảng tính Excel";
  }
  if (names.some((name) => name.startsWith("ppt/"))) {
    return "bản trình chiếu PowerPoint";
  }
  return names.includes("mimetype") ? "tệp OpenDocument hoặc EPUB" : null;
}

async function mustBePlainWord(archive: Archive): Promise<void> {
  const types = (await archive.part("[Content_Types].xml"))?.toString("utf8") ?? "";
  if (
    /macroEnabled|vbaProject/iu.test(types) ||
    archive.names.some((name) => /vbaProject|\.bin$/iu.test(name) && /vba/iu.test(name))
  ) {
    throw new Unreadable(unread.macros);
  }
  if (!archive.names.includes("word/document.xml")) {
    const other = otherKind(archive.names);
    throw new Unreadable(other === null ? unread.archive : unread.otherOffice(other));
  }
}

/** Paragraphs and tables in order; content controls and text boxes are looked into. */
function blocksOf(parent: XmlElement, reading: WordReading): readonly string[] {
  return elements(parent).flatMap((child): readonly string[] => {
    if (child.name === "p") {
      const { text, boxes } = readParagraph(child, false, reading);
      return [...boxes.flatMap((box) => blocksOf(box, reading)), text];
    }
    if (child.name === "tbl") {
      return readTable(child, false, reading);
    }
    return ["sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"].includes(child.name)
      ? blocksOf(child, reading)
      : [];
  });
}

function notesOf(root: XmlElement | null, reading: WordReading): readonly string[] {
  return childrenNamed(root ?? undefined, "footnote")
    .filter((note) => note.attributes.type === undefined)
    .flatMap((note) => blocksOf(note, reading));
}

/** Neighbouring hidden runs are one hidden sentence. */
function hiddenWarnings(hidden: WordReading["hidden"]): readonly string[] {
  const kinds = [...new Set(hidden.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const words = hidden
      .filter((one) => one.kind === kind)
      .map((one) => one.words)
      .join("")
      .trim();
    return warning.hidden(warning.hiddenKinds[kind], words.slice(0, SHOWN_HIDDEN));
  });
}

export interface WordText {
  readonly text: string;
  readonly warnings: readonly string[];
}

/**
 * The text of a .docx: paragraphs with their automatic numbers, tables as Markdown rows, a blank line between blocks.
 * Nothing outside the three or four parts named here is opened, so external links and templates are never followed.
 * Throws Unreadable.
 */
export async function readDocx(bytes: Buffer): Promise<WordText> {
  const archive = await openCheckedArchive(bytes);
  await mustBePlainWord(archive);
  const styles = readStyles(await parsedPart(archive, "word/styles.xml"));
  const numbering = openNumbering(await parsedPart(archive, "word/numbering.xml"), styles);
  const reading: WordReading = { styles, numbering, hidden: [] };
  const body = at((await parsedPart(archive, "word/document.xml")) ?? undefined, "body");
  if (body === undefined) {
    throw new Unreadable(unread.brokenArchive);
  }
  const blocks = [
    ...blocksOf(body, reading),
    ...notesOf(await parsedPart(archive, "word/footnotes.xml"), reading),
  ];
  return {
    text: blocks.filter((block) => block !== "").join("\n\n"),
    warnings: hiddenWarnings(reading.hidden),
  };
}
