// The draft report as a Word file; page numbers stand centered at the top from the second page.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { FORMS } from "../../vietnamese/wording/officers/issuers.ts";
import { DRAFT, REPORT, UNKNOWN } from "../../vietnamese/wording/officers/report.ts";
import {
  BODY,
  body,
  type DocxStyle,
  FONT,
  heading,
  MARGINS,
  SMALL,
  textRun,
  twips,
  WIDTH,
} from "./docx-layout.ts";
import { letterhead, signature, title } from "./letterhead.ts";
import type { ReportContent } from "./report.ts";

function draftMark(): Paragraph {
  const line = { style: BorderStyle.SINGLE, size: 8, color: "000000", space: 3 } as const;
  return new Paragraph({
    indent: { right: WIDTH - twips(32) },
    alignment: AlignmentType.CENTER,
    spacing: { after: 200 },
    border: { top: line, bottom: line, left: line, right: line },
    children: [textRun(DRAFT, { bold: true, size: SMALL })],
  });
}

const COLUMNS = [9, 50, 24, 22, 17, 17, 26].map((millimeters) => twips(millimeters));
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;

function tableCell(text: string, column: number, style: DocxStyle = {}): TableCell {
  const left = column === 1 || column === 6;
  return new TableCell({
    width: { size: COLUMNS[column] ?? 0, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE },
    margins: { left: 60, right: 60, top: 40, bottom: 40 },
    children: [
      new Paragraph({
        alignment: left && style.bold !== true ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: [textRun(text, { size: 24, ...style })],
      }),
    ],
  });
}

function targetsTable(report: ReportContent): Table {
  const heads = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: REPORT.targetHeads.map((head, column) => tableCell(head, column, { bold: true })),
  });
  const rows = report.targets.map((target, index) => {
    const words = [
      String(index + 1),
      target.statement,
      target.planned,
      target.done,
      target.rate,
      target.before,
      target.source,
    ];
    return new TableRow({
      cantSplit: true,
      children: words.map((text, column) => tableCell(text, column)),
    });
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: COLUMNS,
    rows: [heads, ...rows],
  });
}

function list(lines: readonly string[], empty: string): readonly Paragraph[] {
  return lines.length === 0 ? [body(empty)] : lines.map((line) => body(`- ${line}`));
}

function pageHeader(): Header {
  const font = { font: FONT, size: SMALL } as const;
  return new Header({
    children: [
      new Paragraph({
        tabStops: [
          { type: "center", position: WIDTH / 2 },
          { type: "right", position: WIDTH },
        ],
        children: [
          new TextRun({ ...font, children: [new Tab(), PageNumber.CURRENT] }),
          new TextRun({ ...font, italics: true, size: 22, children: [new Tab(), DRAFT] }),
        ],
      }),
    ],
  });
}

/** The draft as a Word file: number, date and signature stay empty for people. */
export async function reportDocx(report: ReportContent): Promise<Uint8Array> {
  const numbered = (text: string) => heading(FORMS[report.by].heading(text));
  const children = [
    draftMark(),
    letterhead(report),
    ...title(report),
    body(report.opening),
    numbered(REPORT.targets),
    ...(report.targets.length === 0
      ? [body(REPORT.noTargets)]
      : [
          body(REPORT.figuresNote, { italics: true }),
          new Paragraph({ spacing: { after: 60 } }),
          targetsTable(report),
        ]),
    numbered(REPORT.tasks),
    heading(REPORT.done),
    ...list(report.done, REPORT.none),
    heading(REPORT.late),
    ...list(report.late, REPORT.none),
    heading(REPORT.running),
    ...list(report.running, REPORT.none),
    numbered(REPORT.difficulties),
    ...list(report.difficulties, UNKNOWN),
    numbered(REPORT.proposals),
    body(UNKNOWN),
    numbered(REPORT.next),
    ...list(report.next, UNKNOWN),
    // A signature never stands on a page alone.
    body(report.closing, {}, true),
    new Paragraph({ keepNext: true, spacing: { before: 200 } }),
    signature(report),
    ...(report.evidence.length === 0
      ? []
      : [heading(REPORT.annex), ...report.evidence.map((line) => body(`- ${line}`))]),
  ];
  const document = new Document({
    creator: "",
    title: report.subject,
    styles: { default: { document: { run: { font: FONT, size: BODY, color: "000000" } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: MARGINS,
          },
        },
        headers: { default: pageHeader(), first: new Header({ children: [new Paragraph({})] }) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
