import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dutiesOf, dutiesOfUnit } from "../../src/reminders/plan/duties.ts";
import { codesOf, tasksByCode } from "../../src/reminders/tasks/codes.ts";
import { approvedTasks, quoteHash } from "../../src/reminders/tasks/reviews.ts";
import { instantOf } from "../../src/vietnamese/text/dates.ts";
import { approved, calendar, person, report, task, UNIT } from "./make.ts";

const an = person("an");
const cong = person("cong", { unit: "Công an xã" });
const chu = person("chu", { role: "leader", unit: null });
const tasks = [
  approved("late", { kind: "by", date: "2026-11-10" }),
  approved("soon", { kind: "by", date: "2026-11-30" }),
  approved("far", { kind: "month", month: "2027-03" }, "2026-11-01", { coordinators: ["Công an xã"] }),
  approved("always", { kind: "ongoing" }),
  approved("vague", { kind: "unclear", wording: "sớm" }),
  approved("other", { kind: "by", date: "2026-12-10" }, "2026-11-01", { lead: ["Văn phòng"] }),
];
const facts = {
  tasks,
  progress: [],
  officers: [an, cong, chu],
  calendar,
  now: instantOf("2026-11-21", "09:00"),
};
const brief = (list: ReturnType<typeof dutiesOf>) =>
  list.map((duty) => `${duty.task.id} ${duty.part} ${duty.group}`);

describe("what an officer has to do", () => {
  it("holds nothing of a paper whose place nobody has said, though it names the officer's unit", () => {
    const [late] = tasks;
    const placeless = late === undefined ? [] : [{ ...late, task: { ...late.task, locality: null } }];
    expect(dutiesOf(an, { ...facts, tasks: placeless })).toEqual([]);
  });

  it("is grouped by urgency, most urgent first, lead and support told apart", () => {
    expect(brief(dutiesOf(an, facts)).slice(0, 3)).toEqual([
      "late lead overdue",
      "soon lead soon",
      "far lead later",
    ]);
    expect(brief(dutiesOf(an, facts)).slice(3).toSorted()).toEqual([
      "always lead ongoing",
      "vague lead unclear",
    ]);
    expect(brief(dutiesOf(cong, facts))).toEqual(["far support later"]);
    expect(dutiesOf(an, facts)[2]?.due).toMatchObject({
      deadline: "2027-03-31",
      said: "month",
      byDefault: true,
    });
  });

  it("is everything for a leader, and one unit's share when asked", () => {
    expect(dutiesOf(chu, facts)).toHaveLength(6);
    expect(dutiesOf(chu, facts).every((duty) => duty.part === "oversight")).toBe(true);
    expect(brief(dutiesOfUnit("Văn phòng", chu, facts))).toEqual(["other lead later"]);
  });

  it("ends for a supporting officer with the own report, for the lead with the lead's", () => {
    const own = dutiesOf(cong, { ...facts, progress: [report("far", "cong", "done", "2026-11-20")] });
    const lead = dutiesOf(an, { ...facts, progress: [report("far", "cong", "done", "2026-11-20")] });

    expect(brief(own)).toEqual(["far support done"]);
    expect(brief(lead)).toContain("far lead later");
  });

  it("shows of recurring work the occurrence that counts now", () => {
    const quarterly = approved("q", { kind: "recurring", every: "quarter" }, "2026-01-05");
    const due = (day: string) =>
      dutiesOf(an, { ...facts, tasks: [quarterly], now: instantOf(day) })[0]?.due?.deadline;

    expect(due("2026-04-10")).toBe("2026-03-31");
    expect(due("2026-07-10")).toBe("2026-06-30");
  });

  it("leaves out another locality's papers", () => {
    expect(dutiesOf(person("xa", { locality: "khac", unit: UNIT }), facts)).toEqual([]);
  });
});

describe("task codes", () => {
  const many = Array.from({ length: 3000 }, (_, index) => task(`ke-hoach#IV.${index}`, null));

  it("are stable, different, and found however they are typed", () => {
    const codes = codesOf(many);
    expect(new Set(codes.values()).size).toBe(many.length);
    fc.assert(
      fc.property(fc.constantFrom(...many.slice(0, 500)), (one) => {
        const code = codes.get(one.id)!;
        for (const typed of [
          code,
          code.toLowerCase(),
          code.replace(/[#-]/gu, ""),
          code.replaceAll("0", "o"),
        ]) {
          expect(tasksByCode(typed, many).map((found) => found.id)).toContain(one.id);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("do not depend on which other tasks there are", () => {
    const few = codesOf(many.slice(0, 20));
    const none = codesOf(many.slice(0, 1));

    expect(few.get(many[0]!.id)).toBe(none.get(many[0]!.id));
    expect(few.get(many[0]!.id)).toMatch(/^#TT-[0-9A-Z]{4}$/u);
    expect(tasksByCode("#TT", many)).toEqual([]);
  });
});

describe("approved tasks", () => {
  const one = task("a", { kind: "ongoing" });
  const review = { task: "a", quoteHash: quoteHash(one), by: "quan", at: 7 } as const;

  it("carry the person's corrections and hold only while the paper says the same", () => {
    const correction = JSON.stringify({ schedule: { kind: "by", date: "2026-12-10" }, id: "b" });
    const reviews = [{ ...review, decision: "approved", correction } as const];

    expect(approvedTasks([one], reviews)).toEqual([
      { task: { ...one, schedule: { kind: "by", date: "2026-12-10" } }, approvedAt: 7 },
    ]);
    expect(approvedTasks([{ ...one, quote: "khác" }], reviews)).toEqual([]);
    expect(approvedTasks([one], [{ ...review, decision: "rejected", correction: null }])).toEqual([]);
    expect(approvedTasks([one], [])).toEqual([]);
  });
});
