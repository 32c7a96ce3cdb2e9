import { describe, expect, it } from "vitest";
import type { KeptRequest } from "../../src/domain/people.ts";
import type { ApprovedTask } from "../../src/domain/reminder.ts";
import { plan } from "../../src/reminders/plan/plan.ts";
import { decided, withOfficeSchedules } from "../../src/reminders/tasks/decided.ts";
import { dayAt, instantOf } from "../../src/vietnamese/text/dates.ts";
import { approved, calendar, person } from "./make.ts";
import { live, openOffice } from "./office.ts";

const an = person("an");
const granted = (more: Partial<KeptRequest>): KeptRequest => ({
  number: 1,
  kind: "extension",
  task: "a",
  period: null,
  by: "an",
  locality: "thanh-thuy",
  until: null,
  to: null,
  note: "",
  at: 0,
  decision: "granted",
  decidedBy: "chu",
  decidedAt: 0,
  ...more,
});
const owed = (tasks: readonly ApprovedTask[], now: string) =>
  plan({ tasks, officers: [an], progress: [], calendar, now: instantOf(now, "07:00") }).owed;

describe("a day that the office sets", () => {
  const dated = approved("a", { kind: "by", date: "2026-12-10" });

  it("begins its reminders anew, though those of the old day have been sent", async () => {
    const office = await openOffice("2026-12-02", "20:00", { tasks: [dated], officers: [an] });
    const reminders = await office.begin();
    await live(office, reminders, { day: "2026-12-07", time: "12:00" }, 3_600_000);
    expect(office.sent).toHaveLength(2);

    office.facts.tasks = decided([dated], [granted({ until: "2026-12-24" })]);
    await reminders.changed();
    await live(office, reminders, { day: "2026-12-24", time: "12:00" }, 3_600_000);
    const days = office.sent.slice(2).map((one) => dayAt(one.at));
    expect(days).toEqual(["2026-12-17", "2026-12-21", "2026-12-23", "2026-12-24"]);
    expect(office.texts()[2]).toMatch(/hạn cơ quan đặt thứ Năm 24\/12\/2026; trong văn bản 10\/12\/2026/u);
  });

  it("reminds of work that the plan gives no day, and says that the plan gives none", async () => {
    const undated = approved("a", null, "2026-11-01", { scheduleText: "" });
    const tasks = decided([undated], [granted({ until: "2026-12-10" })]);
    expect(owed(tasks, "2026-12-01").map((one) => one.rule)).toEqual(
      expect.arrayContaining(["d7", "d3", "d1", "d0"]),
    );
    const office = await openOffice("2026-12-02", "20:00", { tasks, officers: [an] });
    const reminders = await office.begin();
    await live(office, reminders, { day: "2026-12-03", time: "12:00" });
    expect(office.texts()[0]).toMatch(/hạn cơ quan đặt thứ Năm 10\/12\/2026; văn bản không ghi hạn/u);
  });

  it("is for one occurrence of recurring work, and the others keep theirs", () => {
    const monthly = approved("a", { kind: "recurring", every: "month", day: "20" }, "2026-11-21");
    const tasks = decided([monthly], [granted({ period: "2026-12-20", until: "2026-12-28" })]);
    const deadlines = (now: string) => new Set(owed(tasks, now).map((one) => one.deadline));
    expect(deadlines("2026-12-01")).toEqual(new Set(["2026-12-28"]));
    expect(deadlines("2027-01-02")).toEqual(new Set(["2026-12-28", "2027-01-20"]));
  });
});

describe("a date that a person corrected", () => {
  const paper = approved("a", { kind: "by", date: "2026-10-30" }, "2026-11-01", {
    quote: "Mở lớp, xong trước ngày 3 tháng 11 năm 2026; tổng kết tháng 12/2026.",
  }).task;
  const corrected = (date: string): ApprovedTask => ({
    task: { ...paper, schedule: { kind: "by", date } },
    approvedAt: 7,
  });

  it.each([
    ["2026-11-03", undefined],
    ["2026-12-15", paper.schedule],
  ])("%s is the plan's only where the plan's words name it", (date, planSchedule) => {
    expect(withOfficeSchedules([corrected(date)], [paper])[0]?.planSchedule).toEqual(planSchedule);
  });
});
