// Layout after Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, Times New Roman, black. Sizes are half points (28 = cỡ chữ 14),
// lengths twentieths of a point.
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

/** Rounded up, so that a margin is never below the decree's least. */
export const twips = (millimeters: number): number => Math.ceil((millimeters / 25.4) * 1440);

export const FONT = "Times New Roman";
export const BODY = 28;
export const SMALL = 26;
export const MARGINS = {
  top: twips(20),
  bottom: twips(20),
  left: twips(30),
  right: twips(15),
  header: twips(10),
};
const INDENT = twips(10);
/** Writing width of the page: 210 mm less the side margins. */
export const WIDTH = twips(165);

export interface DocxStyle {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
  readonly underline?: Readonly<Record<string, never>>;
}

export function textRun(text: string, style: DocxStyle = {}): TextRun {
  return new TextRun({ text: text.normalize("NFC"), font: FONT, size: BODY, color: "000000", ...style });
}

export function centered(text: string, style: DocxStyle = {}, after = 0): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after },
    children: [textRun(text, style)],
  });
}

export function body(text: string, style: DocxStyle = {}, keepNext = false): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: INDENT },
    spacing: { before: 120, line: 276, lineRule: LineRuleType.AUTO },
    keepNext,
    children: [textRun(text, style)],
  });
}

/** Stays with what it heads. */
export const heading = (text: string) => body(text, { bold: true }, true);

const NONE = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const;

function plainCell(width: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: NO_BORDERS,
    margins: { left: 0, right: 0 },
    children,
  });
}

/** A line under words, centered, of a length in millimeters. */
export function rule(cellWidth: number, millimeters: number): Paragraph {
  const side = Math.max(0, (cellWidth - twips(millimeters)) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 60, after: 60, line: 60, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 0 } },
    children: [],
  });
}

/** Cells side by side without lines, for the letterhead and the signature. */
export function sideBySide(
  cells: readonly { readonly width: number; readonly children: readonly Paragraph[] }[],
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: cells.map((cell) => cell.width),
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(({ width, children }) => plainCell(width, children)),
      }),
    ],
  });
}
