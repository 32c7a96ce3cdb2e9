import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { loadEdition } from "../../scripts/command-line.ts";
import type { Locality } from "../../src/domain/document.ts";
import type { Reporting } from "../../src/domain/reporting.ts";
import { readOfficeFiles } from "../../src/knowledge/files/office-data.ts";
import { reportingIn } from "../../src/office/reporting.ts";
import { openCalendar } from "../../src/reminders/calendar/calendar.ts";
import { occurrencesBetween } from "../../src/reminders/calendar/occurrences.ts";
import {
  nextDays,
  parsePeriod,
  partsOf,
  periodBefore,
  periodOf,
} from "../../src/reminders/calendar/periods.ts";
import { reportingOf, withReporting } from "../../src/reminders/calendar/reporting.ts";
import { workRecords } from "../../src/reminders/ledger/records.ts";
import { reportDocx } from "../../src/reminders/report/docx.ts";
import { draftReport, type ReportContent } from "../../src/reminders/report/report.ts";
import { issuerWords } from "../../src/vietnamese/wording/officers/issuers.ts";
import { deadlineText } from "../../src/vietnamese/wording/officers/reminders.ts";
import { temporaryFolder } from "../support/folder.ts";
import { approved, calendar, person, report } from "./make.ts";

const law: Reporting = { days: "law", sendBy: null, by: "committee" };
const commune: Locality = {
  slug: "thanh-thuy",
  name: "xã Thanh Thủy",
  shortName: "Thanh Thủy",
  level: "commune",
  province: "Phú Thọ",
  otherNames: [],
  contacts: [],
};
const province: Locality = { ...commune, name: "tỉnh Phú Thọ", shortName: "Phú Thọ", level: "province" };

describe("reporting periods by the law", () => {
  it.each([
    ["2026-10", "2026-09-15", "2026-10-14"],
    ["2026-01", "2025-12-15", "2026-01-14"],
    ["2026-Q3", "2026-06-15", "2026-09-14"],
    ["2026-Q1", "2025-12-15", "2026-03-14"],
    ["2026-H1", "2025-12-15", "2026-06-14"],
    ["2026-H2", "2026-06-15", "2026-12-14"],
    ["2026", "2025-12-15", "2026-12-14"],
  ])("%s runs from %s to %s", (id, from, to) => {
    expect(periodOf(id, "law")).toMatchObject({ from, to });
  });

  it("leave no day out between one and the next", () => {
    expect(nextDays(periodOf("2026-Q4", "law")!)).toEqual({ from: "2026-12-15", to: "2027-03-14" });
    expect(periodBefore(periodOf("2026-01", "law")!)).toMatchObject({ id: "2025-12", to: "2025-12-14" });
    expect(partsOf(periodOf("2026-Q3", "law")!)).toEqual(["2026-07", "2026-08", "2026-09"]);
  });

  it.each([
    ["quý 3 2026", "2026-06-15"],
    ["quý 3 2026 theo lịch", "2026-07-01"],
    ["quy 3 2026, theo lich", "2026-07-01"],
    ["theo lịch", "2026-10-01"],
  ])("are the usual ones, the calendar's when asked for: %j begins on %s", (words, from) => {
    expect(parsePeriod(words, "2026-12-01", "law")?.from).toBe(from);
  });

  it("can be asked for where the calendar's are usual", () => {
    expect(parsePeriod("quý 3 theo nghị định 09", "2026-12-01", "calendar")?.to).toBe("2026-09-14");
  });
});

async function readPlaces(line: string) {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, "localities.yaml"),
    `- slug: thanh-thuy\n  name: xã Thanh Thủy\n  level: commune\n  ${line}\n`,
  );
  return readOfficeFiles(folder, null, () => undefined);
}

describe("how a place reports", () => {
  it("follows from who issued its plans: the decree binds the state's offices, not the Party's", () => {
    expect(reportingOf(commune, ["UBND xã Thanh Thuỷ"])).toEqual(law);
    expect(reportingOf(commune, ["Ban Thường vụ Đảng ủy", null])).toEqual({
      days: "calendar",
      sendBy: null,
      by: "party",
    });
    expect(reportingOf(province, ["Ban Thường vụ Tỉnh uỷ"]).by).toBe("party");
    expect(reportingOf(commune, ["UBND xã Thanh Thuỷ", "Đảng ủy xã Thanh Thủy"]).by).toBe("committee");
    expect(reportingOf(commune, [])).toEqual(law);
  });

  it("is told apart in the five plans: two are the Party's", async () => {
    const { storage, live } = await loadEdition({
      knowledge: resolve(import.meta.dirname, "../../knowledge"),
      data: temporaryFolder(),
    });
    await storage.close();
    const by = (slug: string) => reportingIn(live.edition, slug).by;

    expect(["thanh-thuy", "dien-khanh", "ninh-giang"].map(by)).toEqual([
      "committee",
      "committee",
      "committee",
    ]);
    expect(["phuong-03-kh-du", "tuyen-quang"].map(by)).toEqual(["party", "party"]);
  });

  it("is as its office has set it", () => {
    const set = { ...commune, reporting: { days: "calendar", sendBy: 18, by: "party" } as const };

    expect(reportingOf(set, ["UBND xã Thanh Thuỷ"])).toEqual(set.reporting);
  });

  it.each([
    ["{ days: calendar, sendBy: 18, by: party }", { days: "calendar", sendBy: 18, by: "party" }],
    ["{ sendBy: 17 }", { sendBy: 17 }],
  ])("is read from localities.yaml: %s", async (written, reporting) => {
    const { data, unread } = await readPlaces(`reporting: ${written}`);

    expect(unread).toEqual([]);
    expect(data.localities[0]).toMatchObject({ slug: "thanh-thuy", reporting });
  });

  it.each(["{ sendBy: 32 }", "{ days: tuần }", "{ ngày: 3 }"])(
    "is refused when it says %s",
    async (written) => {
      expect((await readPlaces(`reporting: ${written}`)).unread[0]?.file).toBe("localities.yaml");
    },
  );

  it("has the law's own day for a province", () => {
    expect(reportingOf(province, ["UBND tỉnh Phú Thọ"]).sendBy).toBe(25);
  });
});

describe("the day of a report that the paper gives no day", () => {
  const quarterly = { kind: "recurring", every: "quarter" } as const;
  const days = (reporting?: Reporting) =>
    occurrencesBetween(quarterly, "2026-01-01", "2026-12-31", openCalendar([]), reporting).map(
      ({ deadline, said }) => `${deadline} ${said}`,
    );

  it("is the day its figures are closed, where no day for sending is known", () => {
    expect(days(law)).toEqual([
      "2026-03-13 cut_off",
      "2026-06-12 cut_off",
      "2026-09-14 cut_off",
      "2026-12-14 cut_off",
    ]);
  });

  it("is the day set for the place, or the working day before", () => {
    expect(days({ ...law, sendBy: 20 }).slice(0, 2)).toEqual(["2026-03-20 send_by", "2026-06-19 send_by"]);
    expect(days({ ...law, sendBy: 31 })[1]).toBe("2026-06-30 send_by");
  });

  it("stays the last working day by the calendar, and of work that is no report", () => {
    const usual = [
      "2026-03-31 recurring",
      "2026-06-30 recurring",
      "2026-09-30 recurring",
      "2026-12-31 recurring",
    ];

    expect(days({ ...law, days: "calendar" })).toEqual(usual);
    expect(days()).toEqual(usual);
  });

  it("gives way to a day that the paper names", () => {
    const named = { ...quarterly, day: "20" };

    expect(
      occurrencesBetween(named, "2026-09-01", "2026-09-30", openCalendar([]), law).map((one) => one.deadline),
    ).toEqual(["2026-09-20"]);
  });

  it.each([
    ["Định kỳ hằng quý tổng hợp báo cáo Ban Thường vụ", true],
    ["Hằng quý bồi dưỡng đội ngũ báo cáo viên", false],
    ["Hằng quý tổ chức lớp học", false],
  ])("is looked for in %j: %s", (content, found) => {
    const [one] = withReporting([approved("q", quarterly, "2026-01-01", { content })], () => law);

    expect(one?.reporting !== undefined).toBe(found);
  });

  it("is told with where it comes from", () => {
    const words = {
      code: "#TT-6F2K",
      content: "Báo cáo quý",
      lead: ["Văn phòng"],
      support: [],
      scheduleText: "hằng quý",
      deadline: "2026-09-14",
      byDefault: true,
      source: "Kế hoạch",
    };

    expect(deadlineText({ ...words, said: "cut_off" }, "2026-09-07", "lead")).toMatch(
      /14\/09\/2026 là ngày chốt số liệu.*Nghị định 09\/2019/u,
    );
    expect(deadlineText({ ...words, said: "send_by" }, "2026-09-07", "lead")).toMatch(
      /14\/09\/2026 là hạn gửi báo cáo đã đặt/u,
    );
  });
});

describe("the draft", () => {
  const facts = {
    tasks: withReporting(
      [
        approved("trong", { kind: "by", date: "2026-09-10" }),
        approved("sau", { kind: "by", date: "2026-09-25" }),
        approved("bc", { kind: "recurring", every: "quarter" }, "2026-01-01", {
          content: "Báo cáo hằng quý",
        }),
      ],
      () => law,
    ),
    progress: [report("trong", "an", "done", "2026-09-10"), report("sau", "an", "done", "2026-09-20")],
    officers: [person("an")],
    calendar,
  };
  const drafted = (by: "committee" | "party", place: Locality = commune): ReportContent => {
    const period = periodOf("2026-Q3", by === "party" ? "calendar" : "law")!;
    return draftReport({
      ...issuerWords(place, by),
      papers: [],
      period,
      targets: [],
      figures: [],
      expected: [],
      before: [],
      records: workRecords(facts, nextDays(period).to),
      today: "2026-10-01",
    });
  };
  const textOf = async (content: ReportContent) =>
    (await mammoth.extractRawText({ buffer: Buffer.from(await reportDocx(content)) })).value;

  it("counts what was done by the same days as the figures and the reminders", () => {
    const content = drafted("committee");

    expect(content.done).toHaveLength(1);
    expect(content.opening).toContain("quý III năm 2026 (số liệu từ 15/06/2026 đến 14/09/2026)");
    expect(content.next.join("\n")).toMatch(/Báo cáo hằng quý.*hạn 14\/12\/2026/u);
    expect(drafted("party").done).toHaveLength(2);
  });

  it("of a people's committee takes the form of Nghị định 30/2020", async () => {
    const text = await textOf(drafted("committee"));

    expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(text).toMatch(/ỦY BAN NHÂN DÂN\s+XÃ THANH THỦY/u);
    expect(text).toMatch(/Số:\s+\/BC-UBND/u);
    expect(text).toContain("TM. ỦY BAN NHÂN DÂN");
    expect(text).toContain("I. KẾT QUẢ");
  });

  it("of a Party committee takes the form of Hướng dẫn 36-HD/VPTW, and nothing of the state's", async () => {
    const text = await textOf(drafted("party"));

    expect(text).toContain("ĐẢNG CỘNG SẢN VIỆT NAM");
    expect(text).toMatch(/ĐẢNG BỘ TỈNH PHÚ THỌ\s+ĐẢNG ỦY XÃ THANH THỦY\s+\*\s+Số\s+-BC\/ĐU/u);
    expect(text).toMatch(/BÁO CÁO\s+kết quả thực hiện.*\s+-----/u);
    expect(text).toContain("Ban Thường vụ Đảng ủy xã Thanh Thủy báo cáo");
    expect(text).toContain("I- KẾT QUẢ");
    expect(text).toMatch(/T\/M BAN THƯỜNG VỤ\s+BÍ THƯ/u);
    expect(text).toContain("- Lưu Văn phòng Đảng ủy.");
    expect(text).not.toMatch(/ỦY BAN NHÂN DÂN|CỘNG HÒA|Lưu: VT|\.\/\./u);
  });

  it("of a province's Party committee bears its own name and sign", async () => {
    const text = await textOf(drafted("party", province));

    expect(text).toMatch(/TỈNH ỦY PHÚ THỌ\s+\*\s+Số\s+-BC\/TU/u);
    expect(text).not.toContain("ĐẢNG BỘ");
    expect(text).toContain("- Lưu Văn phòng Tỉnh ủy.");
  });

  it("leaves open what the papers do not say of the place", () => {
    const nameless = { ...commune, name: "phường (Kế hoạch số 03-KH/ĐU)", province: null };

    expect(issuerWords(nameless, "party")).toMatchObject({
      parent: "Đảng bộ …",
      issuer: "Đảng ủy phường …",
      place: "…",
    });
    expect(issuerWords({ ...commune, province: "Hải Phòng" }, "party").parent).toBe(
      "Đảng bộ thành phố Hải Phòng",
    );
  });
});
