// Head and foot of the report: of the people's committee, or of the Party committee. Sizes are half points.
import { AlignmentType, Paragraph, type Table } from "docx";
import { FORMS, MOTTO, NATION, PARTY } from "../../vietnamese/wording/officers/issuers.ts";
import { REPORT } from "../../vietnamese/wording/officers/report.ts";
import { BODY, centered, rule, SMALL, sideBySide, textRun, twips, WIDTH } from "./docx-layout.ts";
import type { ReportContent } from "./report.ts";

/** Hướng dẫn 36-HD/VPTW: cỡ 15 for the Party's name and the kind of paper, 14 for all else of the head. */
const PARTY_TITLE = 30;

/** "ỦY BAN NHÂN DÂN" over "XÃ THANH THỦY", as letterheads break it; the Party's stand on one line. */
function lettering(name: string): readonly string[] {
  return name.startsWith("Ủy ban")
    ? name.toUpperCase().split(/\s(?=(?:XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ)\s)/u)
    : [name.toUpperCase()];
}

function issuerLines(report: ReportContent, size: number): readonly Paragraph[] {
  const above = report.parent === null ? [] : lettering(report.parent);
  return [
    ...above.map((line) => centered(line, { size })),
    ...lettering(report.issuer).map((line) => centered(line, { bold: true, size })),
  ];
}

function committeeHead(report: ReportContent): Table {
  const left = twips(68);
  const right = WIDTH - left;
  const issuer = [
    ...issuerLines(report, SMALL),
    rule(left, 24),
    centered(FORMS.committee.number(report.sign), { size: SMALL }, 200),
  ];
  const nation = [
    centered(NATION, { bold: true, size: 24 }),
    centered(MOTTO, { bold: true, size: SMALL }),
    rule(right, 56),
    centered(REPORT.placeAndDate(report.place, report.year), { italics: true, size: SMALL }, 200),
  ];
  return sideBySide([
    { width: left, children: issuer },
    { width: right, children: nation },
  ]);
}

function partyHead(report: ReportContent): Table {
  const left = twips(78);
  const right = WIDTH - left;
  const issuer = [
    ...issuerLines(report, BODY),
    centered("*"),
    centered(FORMS.party.number(report.sign), {}, 200),
  ];
  const party = [
    centered(PARTY, { bold: true, size: PARTY_TITLE }),
    // As long as the title above it.
    rule(right, 70),
    centered(REPORT.placeAndDate(report.place, report.year), { italics: true }, 200),
  ];
  return sideBySide([
    { width: left, children: issuer },
    { width: right, children: party },
  ]);
}

export const letterhead = (report: ReportContent): Table =>
  report.by === "party" ? partyHead(report) : committeeHead(report);

/** Kind, subject, and what parts them from the text: a rule, or the Party's five dashes. */
export function title({ by, subject }: ReportContent): readonly Paragraph[] {
  const size = by === "party" ? PARTY_TITLE : BODY;
  return [
    centered(REPORT.kind, { bold: true, size }),
    centered(subject, { bold: true }),
    by === "party" ? centered("-----") : rule(WIDTH, 50),
  ];
}

export function signature({ by, sign }: ReportContent): Table {
  const half = WIDTH / 2;
  const form = FORMS[by];
  const head =
    by === "party"
      ? textRun(REPORT.recipients, { underline: {} })
      : textRun(REPORT.recipients, { bold: true, italics: true, size: 24 });
  const lines = form.recipientLines(sign);
  const recipients = [
    new Paragraph({ alignment: AlignmentType.LEFT, children: [head] }),
    ...lines.map((line) => new Paragraph({ children: [textRun(line, { size: by === "party" ? 24 : 22 })] })),
  ];
  const signer = [
    centered(form.signFor, { bold: true }),
    centered(form.signer, { bold: by !== "party" }, 1400),
  ];
  return sideBySide([
    { width: half, children: recipients },
    { width: half, children: signer },
  ]);
}
