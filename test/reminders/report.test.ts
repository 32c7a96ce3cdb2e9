import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import yauzl from "yauzl";
import type { FigureEntry } from "../../src/domain/figure.ts";
import type { Target } from "../../src/domain/task.ts";
import { nextDays, parsePeriod, periodOf } from "../../src/reminders/calendar/periods.ts";
import { workRecords } from "../../src/reminders/ledger/records.ts";
import { dutiesOf } from "../../src/reminders/plan/duties.ts";
import { reportDocx } from "../../src/reminders/report/docx.ts";
import { calendarFile, calendarToken, officerOfToken } from "../../src/reminders/report/ics.ts";
import { draftReport, type ReportInput } from "../../src/reminders/report/report.ts";
import { workbook } from "../../src/reminders/report/workbook.ts";
import { targetCodes } from "../../src/reminders/tasks/codes.ts";
import { sumFor } from "../../src/reminders/tasks/reported-figures.ts";
import { instantOf } from "../../src/vietnamese/text/dates.ts";
import { approved, calendar, person, report } from "./make.ts";

const target = (section: string, percent: number, year: string | null = "2026"): Target => ({
  doc: "ke-hoach",
  locality: "thanh-thuy",
  section,
  group: "người dân",
  year,
  comparison: "aim",
  percent,
  statement: `Phấn đấu ${percent}% người dân`,
  quote: `Phấn đấu ${percent}% người dân`,
});
const targets = [target("III.1", 70), target("III.2", 50), target("III.3", 30, "2025")];
const [code = ""] = targetCodes(targets);
const figure = (place: string, done: number, of: number | null, at = 1): FigureEntry => ({
  locality: "thanh-thuy",
  target: code,
  period: "2026-Q4",
  place,
  done,
  of,
  by: "an",
  at,
});
const chu = person("chu", { role: "leader", unit: null });
const progress = [
  report("xong", "an", "done", "2026-11-05"),
  { ...report("tre", "an", "doing", "2026-11-06"), note: "Chưa có máy chiếu." },
];
const facts = {
  tasks: [
    approved("xong", { kind: "by", date: "2026-11-20" }),
    approved("tre", { kind: "by", date: "2026-11-10" }, "2026-11-01", { content: "=cmd|' /C calc'!A0" }),
    approved("tới", { kind: "month", month: "2027-02" }),
    approved("luôn", { kind: "ongoing" }),
  ],
  progress,
  officers: [person("an"), chu],
  calendar,
  now: instantOf("2026-12-31", "09:00"),
};
const duties = dutiesOf(chu, facts);
const records = workRecords(facts, "2027-03-31");
const input: ReportInput = {
  by: "committee",
  issuer: "Ủy ban nhân dân xã Thanh Thủy",
  speaker: "Ủy ban nhân dân xã Thanh Thủy",
  parent: null,
  sign: "UBND",
  place: "Thanh Thủy",
  papers: [],
  period: periodOf("2026-Q4", "calendar")!,
  targets,
  figures: [figure("Thôn Đông", 120, 200), figure("Thôn Đoài", 80, 150)],
  expected: ["Thôn Đông", "thôn Đoài", "Thôn Nam"],
  before: [{ ...figure("Thôn Đông", 20, 200), period: "2026-Q3" }],
  records,
  today: "2026-12-31",
};

function entriesOf(file: Uint8Array): Promise<ReadonlyMap<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(file), { lazyEntries: true }, (failed, zip) => {
      if (failed !== null) {
        reject(failed);
        return;
      }
      const entries = new Map<string, string>();
      zip.on("entry", (entry: yauzl.Entry) =>
        zip.openReadStream(entry, (problem, stream) => {
          if (problem !== null) {
            reject(problem);
            return;
          }
          const chunks: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => chunks.push(chunk));
          stream.on("end", () => {
            entries.set(entry.fileName, Buffer.concat(chunks).toString());
            zip.readEntry();
          });
        }),
      );
      zip.on("end", () => resolve(entries));
      zip.readEntry();
    });
  });
}

it("gives two figures set by one sentence a code each", () => {
  const [site, page] = ["chuyên mục", "fanpage"].map((of) => ({
    ...target("III.4", 0),
    percent: null,
    count: { value: 1, of },
    quote: "Có 01 chuyên mục, ít nhất 01 fanpage",
  }));
  expect(new Set(targetCodes([site, page].flatMap((one) => one ?? []))).size).toBe(2);
});

describe("periods", () => {
  it.each([
    ["quý 3 2026", "2026-Q3"],
    ["quý III/2026", "2026-Q3"],
    ["quy iv", "2026-Q4"],
    ["tháng 10/2026", "2026-10"],
    ["6 tháng đầu năm 2026", "2026-H1"],
    ["năm 2025", "2025"],
    ["", "2026-Q4"],
  ])("%j is %s", (words, id) => {
    expect(parsePeriod(words, "2026-11-21", "calendar")?.id).toBe(id);
  });

  it.each(["hôm qua", "quý 5 2026", "tháng 13"])("%j is none", (words) => {
    expect(parsePeriod(words, "2026-11-21", "calendar")).toBeNull();
  });

  it("know their days and those that follow", () => {
    expect(periodOf("2026-Q4", "calendar")).toMatchObject({
      from: "2026-10-01",
      to: "2026-12-31",
      label: "quý IV năm 2026",
    });
    expect(nextDays(periodOf("2026-Q4", "calendar")!)).toEqual({ from: "2027-01-01", to: "2027-03-31" });
    expect(nextDays(periodOf("2026-10", "calendar")!)).toEqual({ from: "2026-11-01", to: "2026-11-30" });
  });
});

describe("figures sent by hamlets and units", () => {
  it("add up over places, the latest of each counting, and name who is missing", () => {
    const entries = [
      figure("Thôn Đông", 1, 200),
      figure("thôn Đông", 120, 200, 2),
      figure("Thôn Đoài", 80, 150),
    ];

    expect(sumFor(code, entries, ["Thôn Đông", "Thôn Nam"])).toMatchObject({
      done: 200,
      of: 350,
      missing: ["Thôn Nam"],
    });
    expect(sumFor(code, [...entries, figure("Thôn Bắc", 9, null)], [])?.of).toBeNull();
    expect(sumFor("#CT-0000", entries, [])).toBeNull();
  });
});

describe("the drafted report", () => {
  it("says only what was entered, and leaves the rest open", () => {
    const content = draftReport(input);

    expect(content.targets).toEqual([
      {
        statement: "Phấn đấu 70% người dân",
        planned: "Phấn đấu 70%",
        done: "200/350",
        rate: "57,1%",
        before: "10%",
        source: "Thôn Đông, Thôn Đoài gửi; chưa gửi: Thôn Nam",
      },
      {
        statement: "Phấn đấu 50% người dân",
        planned: "Phấn đấu 50%",
        done: "…",
        rate: "…",
        before: "…",
        source: "Chưa có đơn vị gửi số liệu",
      },
    ]);
    expect(content.done).toHaveLength(1);
    expect(content.late).toHaveLength(1);
    expect(content.running).toHaveLength(1);
    expect(content.next[0]).toContain("hạn 26/02/2027");
    expect(content.difficulties[0]).toMatch(/^Chưa có máy chiếu \(/u);
  });

  it("is a Word file in the form of the decree, a draft without number, date or signer", async () => {
    const file = await reportDocx(draftReport(input));
    const document = (await entriesOf(file)).get("word/document.xml") ?? "";
    const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(file) });

    expect(/<w:pgSz [^>]*>/u.exec(document)?.[0]).toContain('w:w="11906" w:h="16838"');
    const margins = /<w:pgMar [^>]*>/u.exec(document)?.[0];
    expect(margins).toContain('w:top="1134" w:right="851" w:bottom="1134" w:left="1701"');
    expect(
      [...document.matchAll(/w:ascii="([^"]+)"/gu)].every((match) => match[1] === "Times New Roman"),
    ).toBe(true);
    const sizes = [...document.matchAll(/<w:sz w:val="(\d+)"/gu)].map((match) => Number(match[1]) / 2);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(14);
    expect(text).toContain("DỰ THẢO");
    expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(text).toMatch(/Số: +\/BC-UBND/u);
    expect(text).toMatch(/ngày +tháng +năm 2026/u);
    expect(text.normalize("NFC")).toBe(text);
  });
});

describe("the workbook", () => {
  const book = { duties, targets, figures: input.figures, records, officers: facts.officers };
  it.each(["=1+1", "+84", "-1", "@x", "＝1+1", "＠SUM(A1)"])("makes words of %j", async (words) => {
    const file = await workbook({ ...book, source: () => words });

    expect([...(await entriesOf(file)).values()].join("")).toContain(`'${words}`);
  });

  it("leaves ordinary words alone and holds no formula", async () => {
    const file = await workbook({ ...book, source: () => "Kế hoạch, mục 1" });
    const all = [...(await entriesOf(file)).values()].join("");

    expect(/(?:'|&apos;|&#39;|&#x27;)=cmd\|/u.test(all)).toBe(true);
    expect(/<f[ >]/u.test(all)).toBe(false);
  });
});

describe("an officer's calendar", () => {
  it("has the deadlines as all-day events on the right day, whatever the host's zone", () => {
    const file = calendarFile("Văn phòng", duties, () => "Kế hoạch, mục 1", 0);

    expect(file).toContain("DTSTART;VALUE=DATE:20261110");
    expect(file).toContain("DTSTART;VALUE=DATE:20270226");
    expect(file.match(/BEGIN:VEVENT/gu)).toHaveLength(2);
    expect(file.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it("has an address nobody can guess or change", () => {
    const token = calendarToken("an", "secret");

    expect(officerOfToken(token, "secret")).toBe("an");
    expect(officerOfToken(token, "other")).toBeNull();
    expect(
      officerOfToken(`${Buffer.from("ba").toString("base64url")}.${token.split(".")[1]}`, "secret"),
    ).toBeNull();
    expect(officerOfToken("", "secret")).toBeNull();
  });
});
