import { describe, expect, it } from "vitest";
import type { TaskProgress } from "../../src/domain/people.ts";
import { parsePeriod, partsOf, periodBefore, periodOf } from "../../src/reminders/calendar/periods.ts";
import { workRecords } from "../../src/reminders/ledger/records.ts";
import { dutiesOf } from "../../src/reminders/plan/duties.ts";
import { plan } from "../../src/reminders/plan/plan.ts";
import { draftReport } from "../../src/reminders/report/report.ts";
import { instantOf } from "../../src/vietnamese/text/dates.ts";
import { approved, calendar, person, report } from "./make.ts";

const an = person("an");
const quarterly = approved("q", { kind: "recurring", every: "quarter" }, "2026-07-05");
const facts = (progress: readonly TaskProgress[], now: string) => ({
  tasks: [quarterly],
  progress,
  officers: [an],
  calendar,
  now: instantOf(now, "09:00"),
});
const of = (period: string | null, one: TaskProgress): TaskProgress => ({ ...one, period });
const third = of("2026-09-30", {
  ...report("q", "an", "done", "2026-09-30"),
  note: "320 người dự",
  evidence: "telegram:anh-1 telegram:anh-2",
});
const draft = (id: string, progress: readonly TaskProgress[], today: string, tasks = [quarterly]) =>
  draftReport({
    by: "committee",
    issuer: "Ủy ban nhân dân xã Thanh Thủy",
    speaker: "Ủy ban nhân dân xã Thanh Thủy",
    parent: null,
    sign: "UBND",
    place: "Thanh Thủy",
    papers: [],
    period: periodOf(id, "calendar")!,
    targets: [],
    figures: [],
    before: [],
    expected: [],
    records: workRecords({ ...facts(progress, today), tasks }, "2027-03-31", periodOf(id, "calendar")?.to),
    today,
  });

describe("one record for each task and period", () => {
  const doing = of("2026-12-31", report("q", "an", "doing", "2026-11-10", "2026-12-20"));

  it("keeps last quarter done when work on this one begins", () => {
    const [duty] = dutiesOf(an, facts([third, doing], "2026-11-11"));
    expect(duty?.due?.deadline).toBe("2026-12-31");
    expect(duty?.report?.state).toBe("doing");

    const { owed } = plan(facts([third, doing], "2026-11-12"));
    expect(owed.filter((one) => one.kind === "overdue")).toEqual([]);
  });

  it("does so as well for words of earlier versions, which name no period", () => {
    const progress = [third, doing].map((one) => of(null, one));
    const [duty] = dutiesOf(an, facts(progress, "2026-11-11"));
    expect(duty?.due?.deadline).toBe("2026-12-31");
    expect(plan(facts(progress, "2026-11-12")).owed.filter((one) => one.kind === "overdue")).toEqual([]);
  });

  it("lets a word say which period it is about while an earlier one is open", () => {
    const [duty] = dutiesOf(an, facts([], "2026-10-20"));
    expect(duty?.period).toBe("2026-09-30");
    const late = of("2026-09-30", report("q", "an", "done", "2026-11-20"));
    const [after] = dutiesOf(an, facts([late], "2026-11-21"));
    expect([after?.period, after?.due?.deadline]).toEqual(["2026-12-31", "2026-12-31"]);
  });

  it("never changes the report of a past period by what is said later, and counts both in the year's", () => {
    const fourth = of("2026-12-31", report("q", "an", "done", "2026-12-30"));
    const before = draft("2026-Q3", [third], "2026-10-01");
    expect(before.done).toHaveLength(1);
    expect(draft("2026-Q3", [third, doing, fourth], "2027-01-02")).toEqual(before);
    expect(before.next).toEqual([expect.stringMatching(/hạn 31\/12\/2026/u)]);
    expect(draft("2026-Q4", [third, doing, fourth], "2027-01-02").done).toHaveLength(1);
    expect(draft("2026", [third, doing, fourth], "2027-01-02").done).toHaveLength(2);
  });

  it.each([
    ["standing", { kind: "ongoing" } as const],
    ["dated", { kind: "by", date: "2026-09-30" } as const],
  ])("nor of %s work that was done in it and is spoken of again", (id, schedule) => {
    const tasks = [approved(id, schedule, "2026-07-05")];
    const done = { ...report(id, "an", "done", "2026-09-28"), note: "đã mở 3 lớp" };
    const again = report(id, "an", "doing", "2026-11-10");
    const onceMore = report(id, "an", "done", "2026-12-20");
    const before = draft("2026-Q3", [done], "2026-10-01", tasks);
    expect(before.done).toEqual([expect.stringMatching(/Kết quả: đã mở 3 lớp/u)]);
    expect(draft("2026-Q3", [done, again], "2026-11-11", tasks)).toEqual(before);
    expect(draft("2026-Q3", [done, again, onceMore], "2026-12-21", tasks)).toEqual(before);
  });

  it("carries the result and the evidence into the report, and what stood in the way of what is late", () => {
    const content = draft("2026-Q3", [third], "2026-10-01");
    expect(content.done[0]).toMatch(/hoàn thành ngày 30\/09\/2026\)\. Kết quả: 320 người dự\.$/u);
    expect(content.evidence[0]).toMatch(/2 ảnh, gửi ngày 30\/09\/2026/u);
    expect(content.done.join()).not.toContain("#");

    const blocked = of("2026-09-30", {
      ...report("q", "an", "doing", "2026-09-20"),
      obstacle: "chưa có kinh phí",
    });
    const late = draft("2026-Q3", [blocked], "2026-10-20");
    expect(late.late).toEqual([expect.stringMatching(/Nguyên nhân: chưa có kinh phí\.$/u)]);
    expect(late.difficulties).toEqual([expect.stringMatching(/^chưa có kinh phí \(/u)]);
  });
});

describe("periods within and before others", () => {
  it("are known by their days", () => {
    expect(partsOf(periodOf("2026-Q4", "calendar")!)).toEqual(["2026-10", "2026-11", "2026-12"]);
    expect(partsOf(periodOf("2026-H2", "calendar")!)).toContain("2026-Q3");
    expect(partsOf(periodOf("2026", "calendar")!)).toHaveLength(18);
    expect(
      ["2026-Q1", "2026-H2", "2026-01", "2026"].map((id) => periodBefore(periodOf(id, "calendar")!)?.id),
    ).toEqual(["2025-Q4", "2026-H1", "2025-12", "2025"]);
    expect(parsePeriod("", "2026-11-30", "calendar")?.id).toBe("2026-Q4");
  });
});
