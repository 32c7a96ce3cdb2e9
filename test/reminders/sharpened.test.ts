import { describe, expect, it } from "vitest";
import type { Schedule } from "../../src/domain/task.ts";
import { cellSchedule } from "../../src/knowledge/entities/schedule.ts";
import { occurrencesBetween, singleOccurrence } from "../../src/reminders/calendar/occurrences.ts";
import { isEvent, sharpened, sharpenedTasks } from "../../src/reminders/tasks/sharpened.ts";
import { calendar, task } from "./make.ts";

/** A task whose time column says `cell`. */
const of = (cell: string, content = "Báo cáo kết quả thực hiện") =>
  sharpened(task("a", cellSchedule(cell)?.schedule ?? null, { content, scheduleText: cell }));

/** Last days in 2026 and the January after. */
function lastDays({ schedule }: { readonly schedule: Schedule | null }): readonly string[] {
  if (schedule?.kind === "recurring") {
    return occurrencesBetween(schedule, "2026-01-01", "2027-01-31", calendar).map((one) => one.deadline);
  }
  const once = singleOccurrence(schedule, calendar);
  return once === null ? [] : [once.deadline];
}

describe("the last day", () => {
  it.each([
    ["trước ngày 30/10/2026", ["2026-10-29"]],
    ["Hoàn thành trước 31/12/2026, duy trì hằng năm", ["2026-12-30"]],
    ["xong trước ngày 5 tháng 10 năm 2026", ["2026-10-04"]],
    ["30/10/2026", ["2026-10-30"]],
    ["chậm nhất ngày 30/10/2026", ["2026-10-30"]],
    ["trước 17 giờ 00 ngày 15/10/2026", ["2026-10-15"]],
    ["Trước ngày 25/11 hằng năm", ["2026-11-24"]],
    ["Định kỳ 6 tháng, 1 năm", ["2026-06-30", "2026-12-31"]],
  ])("of %j is %j", (cell, days) => {
    expect(lastDays(of(cell))).toEqual(days);
  });

  it("of a month said as 'trước ngày 15' is the 14th, and of 'trước ngày 01' the month's end before", () => {
    expect(lastDays(of("Trước ngày 15 hằng tháng")).slice(0, 3)).toEqual([
      "2026-01-14",
      "2026-02-14",
      "2026-03-14",
    ]);
    expect(lastDays(of("Trước ngày 01 hằng tháng")).slice(0, 2)).toEqual(["2025-12-31", "2026-01-31"]);
    expect(lastDays(of("Ngày 15 hằng tháng"))[0]).toBe("2026-01-15");
  });

  it.each([
    ["Trước ngày 25 tháng cuối quý", ["2026-03-24", "2026-06-24", "2026-09-24", "2026-12-24"]],
    ["ngày 20 của tháng cuối mỗi quý", ["2026-03-20", "2026-06-20", "2026-09-20", "2026-12-20"]],
  ])("of a quarter is the day its words name: %j", (cell, days) => {
    const quarterly = task("a", { kind: "recurring", every: "quarter" }, { scheduleText: cell });
    expect(lastDays(sharpened(quarterly))).toEqual(days);
  });

  it("of the first month of the next quarter lies in that month", () => {
    const scheduleText = "trước ngày 05 tháng đầu quý sau";
    const quarterly = task("a", { kind: "recurring", every: "quarter" }, { scheduleText });
    expect(lastDays(sharpened(quarterly))).toEqual([
      "2026-01-04",
      "2026-04-04",
      "2026-07-04",
      "2026-10-04",
      "2027-01-04",
    ]);
  });

  it("of a half-year said by two days is both", () => {
    const content = "Báo cáo trước ngày 15/6 (6 tháng) và trước ngày 15/12 (năm) về UBND xã.";
    const half: Schedule = { kind: "recurring", every: "half_year" };
    const said = sharpened(task("a", half, { content, scheduleText: "trước ngày 15/6 và 15/12" }));
    expect(lastDays(said)).toEqual(["2026-06-14", "2026-12-14"]);
  });

  it.each([
    ["Tối thứ 7 hằng tuần", 6],
    ["thứ Hai hằng tuần", 1],
    ["chủ nhật hằng tuần", 7],
    ["Hàng tuần", 5],
  ])("of a week is the day named, else Friday: %j", (cell, weekday) => {
    const days = lastDays(
      sharpened(task("a", { kind: "recurring", every: "week" }, { scheduleText: cell })),
    ).slice(1, 4);
    expect(days.map((day) => new Date(day).getUTCDay() || 7)).toEqual([weekday, weekday, weekday]);
  });
});

describe("a day that only the task's words name", () => {
  const festival = "Triển khai “Ngày hội toàn dân học tập số” vào Ngày 10/10 hằng năm";

  it.each([
    ["Tháng 10 hằng năm", { kind: "recurring", every: "year", month: "10" }],
    ["Hằng năm", { kind: "recurring", every: "year" }],
    ["thực hiện thường xuyên", { kind: "ongoing" }],
  ] as const)("counts beside %j", (scheduleText, schedule) => {
    const found = sharpened(task("a", schedule, { content: festival, scheduleText }));
    expect(lastDays(found)).toEqual(["2026-10-10"]);
    expect(isEvent(found)).toBe(true);
  });

  it("is not that of a task which only holds the one that names it", () => {
    const whole = task("a", null, { content: `Thực hiện các việc: ${festival}; mở lớp học.` });
    const part = task("b", null, { content: festival, partOf: "a" });
    expect(sharpenedTasks([whole, part]).map((one) => lastDays(one))).toEqual([[], ["2026-10-10"]]);
  });

  it.each([
    ["the column's own day", "5/9 hằng năm", festival],
    ["another month in the column", "Tháng 3 hằng năm", festival],
    ["a date of another paper", "Hằng năm", "Thực hiện Kế hoạch ngày 10/10/2025"],
  ])("leaves %s", (_, cell, content) => {
    const plain = task("a", cellSchedule(cell)?.schedule ?? null, { content, scheduleText: cell });
    expect(sharpened(plain).schedule).toEqual(plain.schedule);
  });
});

describe("what happens on a day", () => {
  it.each([
    ["vào ngày 10/10 hằng năm", "Triển khai ngày hội", true],
    ["20/11/2026", "Tổ chức lễ ra quân các Tổ công nghệ số cộng đồng", true],
    ["trước ngày 20/11/2026", "Tổ chức lễ ra quân", false],
    ["báo cáo chậm nhất ngày 10/10 hằng năm", "Báo cáo kết quả", false],
    ["20/11/2026", "Rà soát danh sách", false],
  ])("%j, %j: %j", (cell, content, event) => {
    expect(isEvent(of(cell, content))).toBe(event);
  });
});
