import { describe, expect, it } from "vitest";
import type { Holiday } from "../../src/domain/knowledge.ts";
import type { Officer } from "../../src/domain/people.ts";
import type { ApprovedTask } from "../../src/domain/reminder.ts";
import { type Calendar, openCalendar } from "../../src/reminders/calendar/calendar.ts";
import { plan } from "../../src/reminders/plan/plan.ts";
import { sharpened } from "../../src/reminders/tasks/sharpened.ts";
import { addDays, dayAt, daysBetween, instantOf, timeAt } from "../../src/vietnamese/text/dates.ts";
import { approved, calendar, person, report } from "./make.ts";
import { live, openOffice } from "./office.ts";

const an = person("an");
const chu = person("chu", { role: "leader", unit: null });

/** Everything that would be sent between two days, by looking at the plan every morning: "2026-12-03 08:00 d7". */
function overTime(
  tasks: readonly ApprovedTask[],
  from: string,
  to: string,
  more: { readonly officers?: readonly Officer[]; readonly days?: Calendar } = {},
): readonly string[] {
  const { officers = [an], days = calendar } = more;
  const sent = new Map<string, string>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const [start, end] = [instantOf(day), instantOf(addDays(day, 1))];
    const { owed } = plan({ tasks, officers, progress: [], calendar: days, now: instantOf(day, "07:00") });
    for (const one of owed.filter(({ dueAt }) => dueAt >= start && dueAt < end)) {
      sent.set(one.key, `${day} ${timeAt(one.dueAt)} ${one.task === null ? one.kind : one.rule}`);
    }
  }
  return [...sent.values()];
}

describe("over a year, an officer who reports nothing", () => {
  it("of late work is reminded wider and wider, and then no more", () => {
    const late = overTime(
      [approved("a", { kind: "by", date: "2026-12-10" })],
      "2026-11-02",
      "2027-10-30",
    ).filter((one) => one.includes("overdue"));
    expect(late.map((one) => daysBetween("2026-12-10", one.slice(0, 10)))).toEqual([1, 8, 15, 29, 57, 85]);
  });

  it("of a festival is reminded before it, asked once after it, and left alone until the next", () => {
    const content = "Triển khai “Ngày hội toàn dân học tập số” vào Ngày 10/10 hằng năm";
    const read = approved("a", { kind: "recurring", every: "year", month: "10" }, "2026-09-01", {
      content,
      scheduleText: "Tháng 10 hằng năm",
    });
    const festival = { ...read, task: sharpened(read.task) };
    expect(overTime([festival], "2026-09-01", "2027-09-30")).toEqual([
      "2026-10-02 08:00 d7",
      "2026-10-07 08:00 d3",
      // A Saturday: the day before and the day itself are one message on Friday.
      "2026-10-09 08:00 d0",
      "2026-10-12 08:00 overdue+1",
    ]);
  });

  it("of weekly work gets one message a week, on the day its words name", () => {
    const weekly = approved("a", { kind: "recurring", every: "week" }, "2026-11-01", {
      scheduleText: "thứ Tư hằng tuần",
    });
    const got = overTime([{ ...weekly, task: sharpened(weekly.task) }], "2026-11-02", "2026-12-06");
    expect(got).toEqual(
      ["2026-11-04", "2026-11-11", "2026-11-18", "2026-11-25", "2026-12-02"].map((day) => `${day} 08:00 d0`),
    );
  });

  it.each([
    ["trước ngày 15 hằng tháng", { kind: "recurring", every: "month", day: "15" }, "2026-12-14"],
    ["trước ngày 20 tháng cuối quý", { kind: "recurring", every: "quarter" }, "2026-12-19"],
    ["Định kỳ 6 tháng, 1 năm", { kind: "recurring", every: "half_year" }, "2026-12-31"],
    ["hằng năm", { kind: "recurring", every: "year" }, "2026-12-31"],
  ] as const)("of %j hears of the last day", (scheduleText, schedule, deadline) => {
    const one = approved("a", schedule, "2026-11-20", { scheduleText });
    const { owed } = plan({
      tasks: [{ ...one, task: sharpened(one.task) }],
      officers: [an],
      progress: [],
      calendar,
      now: instantOf("2026-12-01", "07:00"),
    });
    expect(new Set(owed.map((row) => row.deadline))).toEqual(new Set([deadline]));
    const last = owed.find((row) => row.rule === "d0");
    expect(dayAt(last?.dueAt ?? 0)).toBe(calendar.onOrBefore(deadline));
  });

  it("of work over years looks at it every month, and is reminded at its end", () => {
    const long = approved("a", { kind: "period", from: "2025", to: "2026" }, "2026-08-15");
    const got = overTime([long], "2026-08-15", "2026-12-31");
    expect(got.filter((one) => one.endsWith("look"))).toEqual([
      "2026-09-01 08:30 look",
      "2026-10-01 08:30 look",
      "2026-11-02 08:30 look",
    ]);
    expect(got.filter((one) => one.startsWith("2026-12")).map((one) => one.slice(17))).toEqual([
      "d7",
      "d3",
      "d1",
      "d0",
    ]);
  });
});

describe("summaries", () => {
  it("come once after Tết, for the week that is", () => {
    const tet = Array.from(
      { length: 7 },
      (_, at): Holiday => ({
        date: addDays("2026-02-16", at),
        name: "Tết Nguyên đán",
        kind: "off",
        source: "thử",
      }),
    );
    const days = openCalendar(tet);
    const tasks = [approved("a", { kind: "by", date: "2026-06-10" }, "2026-02-01")];
    const weeks = overTime(tasks, "2026-02-08", "2026-03-03", { officers: [chu], days });
    expect(weeks).toEqual(["2026-02-09", "2026-02-23", "2026-03-02"].map((day) => `${day} 08:00 weekly`));
  });

  const due = (id: string, date: string) => approved(id, { kind: "by", date }, "2026-11-20");
  const undated = approved("nen", { kind: "ongoing" }, "2026-11-20");

  it("of a month are not swallowed by a morning with many reminders", async () => {
    const tasks = [...["a", "b", "c", "d"].map((id) => due(id, "2026-12-01")), undated];
    const office = await openOffice("2026-11-30", "20:00", { tasks, officers: [an] });
    const reminders = await office.begin();
    await live(office, reminders, { day: "2026-12-01", time: "12:00" });
    expect(office.texts().filter((text) => text.startsWith("Rà soát tháng"))).toHaveLength(1);
    expect(office.texts().some((text) => /^Tổng hợp 4 việc/u.test(text))).toBe(true);
  });

  it("of several missed months come as one, with its list", async () => {
    const office = await openOffice("2026-11-30", "20:00", { tasks: [undated], officers: [an] });
    await office.begin();
    await office.die();
    office.clock.passTo("2026-12-09", "09:00");
    const reminders = await office.begin();
    await live(office, reminders, { day: "2026-12-10", time: "12:00" });
    expect(office.texts()).toEqual([expect.stringMatching(/^Rà soát tháng[\s\S]*thường xuyên/u)]);
  });

  it("reach a head on the last day itself when much is due at five", async () => {
    const lan = person("lan", { role: "head" });
    const tasks = ["a", "b", "c", "d"].map((id) => due(id, "2026-12-10"));
    const office = await openOffice("2026-12-09", "20:00", { tasks, officers: [an, lan] });
    const reminders = await office.begin();
    await live(office, reminders, { day: "2026-12-11", time: "07:30" });
    const warned = office.sent.filter((one) => one.chat === "lan" && dayAt(one.at) === "2026-12-10");
    expect(warned).toHaveLength(1);
    expect(warned[0]?.text).toMatch(/hôm nay là ngày cuối/u);
  });
});

it("says which day was promised when that day is free, and whose work a leader reads of", async () => {
  const tasks = ["a", "b", "c", "d"].map((id) =>
    approved(id, { kind: "by", date: "2026-12-10" }, "2026-11-20"),
  );
  const office = await openOffice("2026-12-02", "20:00", {
    tasks,
    officers: [an, chu],
    // A Sunday.
    progress: [report("a", "an", "doing", "2026-12-02", "2026-12-06")],
  });
  const reminders = await office.begin();
  await live(office, reminders, { day: "2026-12-11", time: "12:00" }, 3_600_000);
  const told = office.sent.filter((one) => one.chat === "an").map((one) => one.text);
  expect(told.find((text) => text.includes("đã hẹn"))).toMatch(/đồng chí đã hẹn xong Chủ nhật 06\/12\/2026/u);
  const digest = office.sent.find((one) => one.chat === "chu" && one.text.startsWith("Tổng hợp 4 việc"));
  expect(digest?.text).toMatch(
    /- #TT-\S+ Việc b \[Phòng Văn hóa - Xã hội\] \(hạn 10\/12\/2026, quá hạn 1 ngày\)/u,
  );
});

it("asks of a festival that is past whether it was held, and does not call it late", async () => {
  const festival = approved("a", { kind: "recurring", every: "year", month: "12", day: "02" }, "2026-11-20", {
    scheduleText: "vào ngày 02/12 hằng năm",
  });
  const office = await openOffice("2026-12-01", "20:00", { tasks: [festival], officers: [an] });
  const reminders = await office.begin();
  await live(office, reminders, { day: "2026-12-31", time: "12:00" }, 3_600_000);
  expect(office.texts()).toHaveLength(2);
  expect(office.texts()[0]).toMatch(/hôm nay \(ngày thứ Tư 02\/12\/2026\)/u);
  expect(office.texts()[1]).toMatch(/đã qua\. Đã tổ chức chưa/u);
  expect(office.texts().join()).not.toContain("quá hạn");
});
