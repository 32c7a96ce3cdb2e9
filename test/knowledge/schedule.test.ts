import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Schedule } from "../../src/domain/task.ts";
import {
  bracketSchedule,
  cellSchedule,
  isSchedule,
  proseSchedule,
  stepsIn,
} from "../../src/knowledge/entities/schedule.ts";

const by = (date: string): Schedule => ({ kind: "by", date });
const period = (from: string, to: string): Schedule => ({ kind: "period", from, to });
const every = (cycle: "week" | "month" | "quarter" | "half_year" | "year", more: object = {}): Schedule =>
  ({ kind: "recurring", every: cycle, ...more }) as Schedule;

describe("words of time that name no end", () => {
  it.each([
    "Quý IV năm 2025 và các năm tiếp theo",
    "Năm 2026 và các năm tiếp theo",
    "Từ 01/7/2025",
    "Tuần 1 tháng 11/2025",
    "Quý IV",
    "06 tháng cuối năm",
    "Trước ngày 15/12",
    "Từ 20/12 đến 10/01/2026",
  ])("%s is shown to a person, never reckoned", (words) => {
    expect(cellSchedule(words)?.schedule.kind).toBe("unclear");
  });
});

describe("a cell of a time column", () => {
  it.each<readonly [string, Schedule]>([
    ["Hằng năm", every("year")],
    ["Tháng\n7/2025", { kind: "month", month: "2025-07" }],
    ["Tháng 11 năm 2025", { kind: "month", month: "2025-11" }],
    ["Năm 2025\n- 2026", period("2025", "2026")],
    ["Năm 2025\n-2030", period("2025", "2030")],
    ["2025 – 2026", period("2025", "2026")],
    ["Giai đoạn 2025-2030", period("2025", "2030")],
    ["Trong năm 2025", period("2025", "2025")],
    ["Quý IV/2025", period("2025-10", "2025-12")],
    ["Quý III, IV năm 2025", period("2025-07", "2025-12")],
    ["Quí IV-2025", period("2025-10", "2025-12")],
    ["Quý IV/2025- Quý II/2026", period("2025-10", "2026-06")],
    ["Từ quý III năm 2025 đến quý I năm 2026", period("2025-07", "2026-03")],
    ["Từ tháng 10/2025 đến hết năm 2026", period("2025-10", "2026-12")],
    ["Từ ngày 01/10 đến 31/12/2025", period("2025-10-01", "2025-12-31")],
    ["01-15/11/2025", period("2025-11-01", "2025-11-15")],
    ["từ nay đến 31/12/2025", by("2025-12-31")],
    ["Hoàn thành trước 31/12/2025, duy trì hằng năm", by("2025-12-31")],
    ["T11/2025", { kind: "month", month: "2025-11" }],
    ["02 lần/tuần", every("week")],
    ["Tối thứ 7 hằng tuần", every("week")],
    ["01 lần/tháng", every("month")],
    ["Hàng tháng, hàng quý, 6 tháng, năm", every("month")],
    ["Trước ngày 25 tháng cuối quý", every("quarter")],
    ["Thường xuyên, đột xuất theo yêu cầu", { kind: "ongoing" }],
    ["6 tháng cuối năm 2025", period("2025-07", "2025-12")],
    ["Tháng 9-12/2025", period("2025-09", "2025-12")],
    ["Từ tháng 11/2025 đến tháng 6/2026", period("2025-11", "2026-06")],
    ["Từ 01/10/2025 đến 10/10/2025", period("2025-10-01", "2025-10-10")],
    ["Tháng 10\nhằng năm", every("year", { month: "10" })],
    ["10/10 hằng năm", every("year", { month: "10", day: "10" })],
    ["Trước ngày 25 hằng tháng", every("month", { day: "25" })],
    ["Hàng tuần", every("week")],
    ["Hàng quý", every("quarter")],
    ["Định kỳ 6 tháng, 1 năm", every("half_year")],
    ["30/10/2025", by("2025-10-30")],
    ["Trước 15/11/2025", by("2025-11-15")],
    ["hoàn thành trước ngày 30/10/2025", by("2025-10-30")],
    ["xong trước ngày 5 tháng 10 năm 2025", by("2025-10-05")],
    ["Thường xuyên", { kind: "ongoing" }],
    ["thực hiện thường xuyên", { kind: "ongoing" }],
    ["theo hướng dẫn của Trung ương", { kind: "as_guided" }],
    ["thực hiện theo hướng dẫn của Trung ương", { kind: "as_guided" }],
    ["có Kế hoạch riêng", { kind: "separate_plan" }],
    ["khi có yêu cầu", { kind: "on_request" }],
  ])("reads %j", (cell, schedule) => {
    expect(cellSchedule(cell)?.schedule).toEqual(schedule);
  });

  it.each([
    "Theo tiến độ",
    "Từ năm 2025",
    "Trước 30/02/2025",
    "Tháng 13/2025",
    "Trước tháng 10/2025",
    "Năm 2026 - 2025",
  ])("leaves %j for a person and guesses nothing", (cell) => {
    expect(cellSchedule(cell)).toEqual({ schedule: { kind: "unclear", wording: cell }, words: cell });
  });

  it.each(["", " ", "-", "…"])("takes %j for an empty cell", (cell) => {
    expect(cellSchedule(cell)).toBeNull();
  });

  it("never names a day that its words do not hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (words) => {
        const schedule = cellSchedule(words)?.schedule;
        const date = schedule?.kind === "by" ? schedule.date : null;
        return date === null || words.includes(String(Number(date.slice(8))));
      }),
    );
  });
});

describe("a sentence", () => {
  it.each<readonly [string, Schedule]>([
    ["Các đơn vị báo cáo, xong trước 01/10/2021.", by("2021-10-01")],
    ["báo cáo chậm nhất vào ngày 31/12/2020", by("2020-12-31")],
    ["gửi về Phòng trước 17 giờ 00 ngày 15/10/2025", by("2025-10-15")],
    ["hoàn thành trong tháng 12/2025", { kind: "month", month: "2025-12" }],
    ["gửi báo cáo trước ngày 20 hằng tháng để tổng hợp", every("month", { day: "20" })],
    ["đơn vị định kỳ 6 tháng, 1 năm hoặc đột xuất (khi có yêu cầu) báo cáo kết quả", every("half_year")],
    ["định kỳ hàng quý hoặc đột xuất tổng hợp báo cáo", every("quarter")],
    ["Hàng tuần có bài tuyên truyền", every("week")],
    ["vào ngày 10/10 hàng năm (ngày chuyển đổi số quốc gia)", every("year", { month: "10", day: "10" })],
    ["Thường xuyên kiểm tra, giám sát", { kind: "ongoing" }],
    ["Mở lớp học cho người dân (hoàn thành trước ngày 30/10/2025).", by("2025-10-30")],
    ["báo cáo định kỳ hoặc đột xuất về tiến độ", { kind: "unclear", wording: "định kỳ hoặc đột xuất" }],
  ])("says when: %s", (words, schedule) => {
    expect(proseSchedule(words)?.schedule).toEqual(schedule);
  });

  it.each([
    "Thực hiện Kế hoạch số 16-KH/TU, ngày 29/8/2025 của Tỉnh ủy",
    "áp dụng trong cuộc sống hằng ngày",
    "phong trào “Học tập suốt đời giai đoạn 2023 - 2030”",
    "phóng sự, thường xuyên đăng tải tin, bài",
    "lồng ghép theo hướng dẫn của cấp trên",
    "ban hành theo Quyết định số 146/QĐ-TTg ngày 28/01/2022",
  ])("says nothing of when: %s", (words) => {
    expect(proseSchedule(words)).toBeNull();
  });

  it("takes the closing bracket for the whole item, before a date inside it", () => {
    const words =
      "Triển khai ngày hội vào ngày 10/10 hàng năm, tập huấn cho người dân (thực hiện thường xuyên).";
    expect(proseSchedule(words)).toEqual({ schedule: { kind: "ongoing" }, words: "thực hiện thường xuyên" });
  });

  it("does not take a bracket in the middle of a heading for its schedule", () => {
    expect(bracketSchedule("Giáo dục (thực hiện thường xuyên) cho học sinh")).toBeNull();
  });
});

it("knows a schedule from other words of a table", () => {
  expect(isSchedule("Năm 2025 - 2026")).toBe(true);
  expect(isSchedule("Năm 2025 có ít nhất 80%")).toBe(false);
});

describe("a cell that says more than a time", () => {
  it("gives the only day it names", () => {
    expect(
      cellSchedule("Ban hành kế hoạch chậm nhất là ngày 15/01/2026 và tổ chức thực hiện")?.schedule,
    ).toEqual({ kind: "by", date: "2026-01-15" });
  });

  it("stays unclear when it names a second", () => {
    expect(
      cellSchedule("Ban hành kế hoạch trước ngày 15/01/2026, sơ kết năm 2027 theo hướng dẫn")?.schedule.kind,
    ).toBe("unclear");
  });

  it.each([
    ["Trước ngày 05 của tháng liền kề", { kind: "recurring", every: "month", day: "05" }],
    ["Trước ngày 05 tháng sau", { kind: "recurring", every: "month", day: "05" }],
    ["Trước ngày 31/01 năm liền kề", { kind: "recurring", every: "year", month: "01", day: "31" }],
  ])("“%s” comes again", (cell, schedule) => {
    expect(cellSchedule(cell)?.schedule).toEqual(schedule);
  });

  it.each([
    ["ngày 08 tháng 5", { kind: "by", date: "2026-05-08" }],
    ["Trước 08/5", { kind: "by", date: "2026-05-08" }],
    ["Tháng 5", { kind: "month", month: "2026-05" }],
  ])("“%s” takes its year from the head of the column, and from nowhere else", (cell, schedule) => {
    expect(cellSchedule(cell, "2026")?.schedule).toEqual(schedule);
    expect(cellSchedule(cell)?.schedule.kind).toBe("unclear");
  });
});

describe("a cell with several dated steps", () => {
  it("gives each its own time", () => {
    const steps = stepsIn(
      "Ban hành kế hoạch trong tháng 01/2026, kiểm tra chậm nhất trong tháng 6/2026 và báo cáo chậm nhất trong tháng 8/2026",
    );
    expect(steps.map(({ found }) => found.schedule)).toEqual([
      { kind: "month", month: "2026-01" },
      { kind: "month", month: "2026-06" },
      { kind: "month", month: "2026-08" },
    ]);
  });

  it("is none when a step has no time", () => {
    expect(stepsIn("Ban hành kế hoạch trong tháng 01/2026 và tổ chức thực hiện")).toEqual([]);
  });
});
