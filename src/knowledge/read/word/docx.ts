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
}

/** Names of the parts that a part refers to, by the kind of the reference; those outside the archive are left out. */
async function related(archive: Archive, part: string): Promise<ReadonlyMap<string, string>> {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const root = await parsedPart(archive, `${folder}_rels/${part.slice(slash)}.rels`);
  const found = new Map<string, string>();
  for (const { attributes } of childrenNamed(root ?? undefined, "Relationship")) {
    const target = attributes.Target ?? "";
    const name = target.startsWith("/") ? target.slice(1) : `${folder}${target}`;
    if (attributes.TargetMode !== "External" && archive.names.includes(name)) {
      found.set((attributes.Type ?? "").replace(/^.*\//u, ""), name);
    }
  }
  return found;
}

/** The part that holds the text: "word/document.xml", which Word Online calls "word/document2.xml". */
async function mainPart(archive: Archive): Promise<string> {
  const named = (await related(archive, "")).get("officeDocument");
  const main = archive.names.includes("word/document.xml") ? "word/document.xml" : named;
  if (main === undefined || !/^word\/[^/]+\.xml$/u.test(main)) {
    const other = otherKind(archive.names);
    throw new Unreadable(other === null ? unread.archive : unread.otherOffice(other));
  }
  return main;
}

/** Paragraphs and tables in order; content controls and text boxes are looked into. */
function blocksOf(parent: XmlElement, reading: WordReading): readonly string[] {
  let begun = "";
  return elements(parent).flatMap((child): readonly string[] => {
    if (child.name === "p") {
      const { text, boxes, open } = readParagraph(child, false, reading);
      const whole = begun === "" ? text : `${begun} ${text}`.trim();
      begun = open ? whole : "";
      return [...boxes.flatMap((box) => blocksOf(box, reading)), ...(open ? [] : [whole])];
    }
    const before = begun === "" ? [] : [begun];
    begun = "";
    if (child.name === "tbl") {
      return [...before, ...readTable(child, false, reading)];
    }
    return ["sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"].includes(child.name)
      ? [...before, ...blocksOf(child, reading)]
      : before;
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

function struckWarnings(struck: readonly string[]): readonly string[] {
  return struck.length === 0 ? [] : [warning.struck(struck.join("; ").slice(0, SHOWN_HIDDEN))];
}

export interface WordText {
  readonly text: string;
  readonly warnings: readonly string[];
}

/**
 * The text of a .docx: paragraphs with their automatic numbers, tables as Markdown rows, a blank line between blocks.
 * Nothing outside the three or four parts named by the paper is opened, so external links and templates are never followed.
 * Throws Unreadable.
 */
export async function readDocx(bytes: Buffer): Promise<WordText> {
  const archive = await openCheckedArchive(bytes);
  await mustBePlainWord(archive);
  const main = await mainPart(archive);
  const beside = await related(archive, main);
  const part = (kind: string) => parsedPart(archive, beside.get(kind) ?? `word/${kind}.xml`);
  const styles = readStyles(await part("styles"));
  const numbering = openNumbering(await part("numbering"), styles);
  const reading: WordReading = { styles, numbering, hidden: [], struck: [] };
  const body = at((await parsedPart(archive, main)) ?? undefined, "body");
  if (body === undefined) {
    throw new Unreadable(unread.brokenArchive);
  }
  const blocks = [...blocksOf(body, reading), ...notesOf(await part("footnotes"), reading)];
  return {
    text: blocks.filter((block) => block !== "").join("\n\n"),
    warnings: [...hiddenWarnings(reading.hidden), ...struckWarnings(reading.struck)],
  };
}
