import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reminder } from "../../src/domain/reminder.ts";
import type { Schedule } from "../../src/domain/task.ts";
import { type PlanInput, plan } from "../../src/reminders/plan/plan.ts";
import { dayAt, instantOf, timeAt } from "../../src/vietnamese/text/dates.ts";
import { approved, calendar, person, report, UNIT } from "./make.ts";

const an = person("an");
const base = {
  officers: [an],
  progress: [],
  calendar,
  now: instantOf("2026-11-02", "09:00"),
} satisfies Omit<PlanInput, "tasks">;
const told = (owed: readonly Reminder[], taskId = "a") =>
  owed
    .filter((one) => one.task === taskId)
    .sort((a, b) => a.dueAt - b.dueAt || (a.officer < b.officer ? -1 : 1))
    .map((one) => `${one.rule} ${one.officer} ${dayAt(one.dueAt)} ${timeAt(one.dueAt)}`);

describe("a fixed date", () => {
  it("reminds seven, three and one day before, on the day, then the day after and weekly", () => {
    const tasks = [approved("a", { kind: "by", date: "2026-12-10" })];

    expect(told(plan({ ...base, tasks }).owed)).toEqual([
      "d7 an 2026-12-03 08:00",
      "d3 an 2026-12-07 08:00",
      "d1 an 2026-12-09 08:00",
      "d0 an 2026-12-10 08:00",
    ]);
    expect(told(plan({ ...base, tasks, now: instantOf("2026-12-11", "09:00") }).owed).slice(4)).toEqual([
      "overdue+1 an 2026-12-11 08:00",
      "overdue+8 an 2026-12-18 08:00",
      "overdue+15 an 2026-12-25 08:00",
    ]);
  });

  it("moves to the working day before, and says nothing twice on one morning", () => {
    const tasks = [approved("a", { kind: "by", date: "2026-12-14" })];

    expect(told(plan({ ...base, tasks }).owed)).toEqual([
      "d7 an 2026-12-07 08:00",
      "d1 an 2026-12-11 08:00",
      "d0 an 2026-12-14 08:00",
    ]);
  });

  it("is not owed before the approval, but never approved into silence", () => {
    const tasks = [approved("a", { kind: "by", date: "2026-11-03" }, "2026-11-03")];

    expect(told(plan({ ...base, now: instantOf("2026-11-03", "10:00"), tasks }).owed)).toEqual([
      "d0 an 2026-11-03 14:00",
      "overdue+1 an 2026-11-04 08:00",
      "overdue+8 an 2026-11-11 08:00",
    ]);
  });

  it("already past at approval asks the admin only, until the admin decides", () => {
    const tasks = [approved("a", { kind: "by", date: "2025-10-30" })];
    const officers = [an, person("quan", { role: "admin", unit: null })];
    const decided = (choice: "remind" | "leave") =>
      plan({
        ...base,
        tasks,
        officers,
        decisions: [
          { task: "a", deadline: "2025-10-30", choice, by: "quan", at: instantOf("2026-11-02", "09:00") },
        ],
      });

    expect(told(plan({ ...base, tasks, officers }).owed)).toEqual(["past quan 2026-11-02 08:00"]);
    expect(plan({ ...base, tasks }).gaps).toContainEqual({ kind: "past_undecided", task: "a" });
    expect(decided("leave").gaps).not.toContainEqual({ kind: "past_undecided", task: "a" });
    expect(told(decided("leave").owed)).toEqual([]);
    expect(told(decided("remind").owed)).toEqual([
      "overdue+372 an 2026-11-06 08:00",
      "overdue+379 an 2026-11-13 08:00",
    ]);
  });
});

describe("who is told", () => {
  const lan = person("lan", { role: "head" });
  const chu = person("chu", { role: "leader", unit: null });
  const cong = person("cong", { unit: "Công an xã" });
  const tasks = [
    approved("a", { kind: "by", date: "2026-12-10" }, "2026-11-01", { coordinators: ["Công an xã"] }),
  ];
  const all = { ...base, tasks, officers: [an, lan, chu, cong] };

  it("adds the head on the last days, the leader when it is late, the supporting unit once", () => {
    const owed = plan({ ...all, now: instantOf("2026-12-11", "09:00") }).owed;

    expect(told(owed).filter((line) => !line.includes(" an "))).toEqual([
      "support7 cong 2026-12-03 08:00",
      "head1 lan 2026-12-09 08:00",
      "head0 lan 2026-12-10 17:00",
      "leader1 chu 2026-12-11 08:00",
    ]);
  });

  it("leaves out other localities, people who left, and who handed the task on", () => {
    const officers = [an, person("xa", { locality: "khac" }), person("cu", { active: false }), person("ba")];
    const progress = [report("a", "ba", "transferred", "2026-11-02")];

    const owed = plan({ ...all, officers, progress }).owed;

    expect(new Set(owed.map((one) => one.officer))).toEqual(new Set(["an"]));
  });

  it("lets admins stand in for a unit nobody is known of, and reports the gap", () => {
    const quan = person("quan", { role: "admin", unit: null });

    expect(plan({ ...all, officers: [quan] }).gaps).toEqual([{ kind: "admins_stand_in", task: "a" }]);
    expect(told(plan({ ...all, officers: [quan] }).owed)).toHaveLength(4);
    expect(plan({ ...all, officers: [] }).gaps).toEqual([{ kind: "nobody_to_remind", task: "a" }]);
  });

  it("raises the head's step by a day when the officer may not know", () => {
    const owed = plan({ ...all, unreached: new Set(["a|2026-12-10"]) }).owed;

    expect(told(owed).filter((line) => line.includes("lan"))).toEqual([
      "head1 lan 2026-12-08 08:00",
      "head0 lan 2026-12-09 17:00",
    ]);
  });

  it("follows each officer's choice of moments and hour", () => {
    const preferences = [{ officer: "an", moments: ["d3", "d0"] as const, at: "14:00", channel: null }];

    expect(told(plan({ ...base, tasks, preferences }).owed)).toEqual([
      "d3 an 2026-12-07 14:00",
      "d0 an 2026-12-10 14:00",
    ]);
  });
});

describe("what an officer reported", () => {
  const tasks = [approved("a", { kind: "by", date: "2026-12-10" })];
  const lan = person("lan", { role: "head" });
  const with_ = (...progress: ReturnType<typeof report>[]) =>
    told(plan({ ...base, officers: [an, lan], tasks, progress }).owed);

  it("ends the reminders when it is done, and brings them back when it is not", () => {
    const done = report("a", "an", "done", "2026-11-05");

    expect(with_(done)).toEqual([]);
    expect(with_(done, report("a", "an", "doing", "2026-11-06"))).not.toEqual([]);
  });

  it("keeps the official date when the officer names another one", () => {
    const lines = with_(report("a", "an", "postponed", "2026-11-05", "2026-12-08"));

    expect(lines).toEqual([
      "own 2026-12-08 an 2026-12-08 08:00",
      "d1 an 2026-12-09 08:00",
      "head1 lan 2026-12-09 08:00",
      "d0 an 2026-12-10 08:00",
      "head0 lan 2026-12-10 17:00",
    ]);
  });

  it("spares the head while the officer is at it until a date", () => {
    const lines = with_(report("a", "an", "doing", "2026-11-05", "2026-12-15"));

    expect(lines.filter((line) => line.includes("lan"))).toEqual([]);
  });
});

describe("other schedules", () => {
  it("plans one period ahead for recurring work and stops nagging when the next one is due", () => {
    const tasks = [approved("a", { kind: "recurring", every: "quarter" }, "2026-05-01")];
    const days = (now: string) =>
      plan({ ...base, tasks, now: instantOf(now, "09:00") }).owed.map((one) => one.key.split("|")[1]);

    expect(new Set(days("2026-05-02"))).toEqual(new Set(["2026-06-30"]));
    expect(new Set(days("2026-07-20"))).toEqual(new Set(["2026-06-30", "2026-09-30"]));
  });

  it("closes the occurrence a report is about, also when it comes a little late", () => {
    const tasks = [approved("a", { kind: "recurring", every: "quarter" }, "2026-05-01")];
    const open = (day: string, now: string) =>
      new Set(
        plan({
          ...base,
          tasks,
          now: instantOf(now, "09:00"),
          progress: [report("a", "an", "done", day)],
        }).owed.map((one) => one.key.split("|")[1]),
      );

    expect(open("2026-06-20", "2026-06-21")).toEqual(new Set());
    expect(open("2026-07-05", "2026-07-06")).toEqual(new Set(["2026-09-30"]));
  });

  it("never dates undated work, and lists it once a month", () => {
    const tasks = [
      approved("a", { kind: "ongoing" }, "2026-11-03"),
      approved("b", { kind: "as_guided" }, "2026-11-03"),
      approved("c", null, "2026-11-03"),
    ];

    const { owed } = plan({ ...base, tasks });

    expect(owed.map((one) => one.key)).toEqual(["look|2026-12-01|an"]);
  });

  it("sends leaders a digest and admins a sign of life on Mondays at 08:00", () => {
    const tasks = [approved("a", { kind: "ongoing" }, "2026-10-01")];
    const officers = [
      person("chu", { role: "leader", unit: null }),
      person("quan", { role: "admin", unit: null }),
    ];

    const { owed } = plan({ ...base, tasks, officers, now: instantOf("2026-11-05", "09:00") });

    const next = owed.filter((one) => one.dueAt > instantOf("2026-11-05"));
    expect(next.map((one) => `${one.kind} ${dayAt(one.dueAt)} ${timeAt(one.dueAt)}`)).toContain(
      "weekly 2026-11-09 08:00",
    );
    expect(next.map((one) => one.kind)).toContain("alive");
  });

  it("warns of a year without a holiday table instead of guessing", () => {
    const tasks = [approved("a", { kind: "by", date: "2033-03-10" })];

    expect(plan({ ...base, tasks }).gaps).toEqual([{ kind: "holidays_unknown", year: "2033" }]);
  });
});

const day = fc
  .integer({ min: 0, max: 700 })
  .map((offset) => new Date(Date.UTC(2026, 5, 1 + offset)).toISOString().slice(0, 10));
const schedule: fc.Arbitrary<Schedule> = fc.oneof(
  day.map((date) => ({ kind: "by", date }) as const),
  day.map((date) => ({ kind: "month", month: date.slice(0, 7) }) as const),
  fc
    .constantFrom("week", "month", "quarter", "half_year", "year")
    .map((every) => ({ kind: "recurring", every }) as const),
  fc.constant({ kind: "ongoing" } as const),
);
const units = [UNIT, "Công an xã", "Văn phòng"];
const tasks = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 12 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .tuple(schedule, fc.constantFrom(...units), fc.subarray(units), day)
          .map(([when, lead, coordinators, at]) =>
            approved(`t${id}`, when, at, { lead: [lead], coordinators }),
          ),
      ),
    ),
  );
const people = units.flatMap((unit, index) => [
  person(`o${index}`, { unit }),
  person(`h${index}`, { unit, role: "head" }),
]);
const everyone = [
  ...people,
  person("chu", { role: "leader", unit: null }),
  person("quan", { role: "admin", unit: null }),
];

describe("the plan as a function", () => {
  it("does not depend on the order of what goes in", () => {
    fc.assert(
      fc.property(tasks, day, fc.integer(), (list, now, seed) => {
        const mix = <T>(items: readonly T[]) =>
          items
            .map((item, index) => ({ item, at: Math.sin(seed + index) }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const input = { ...base, now: instantOf(now, "10:00"), officers: everyone };
        const progress = list
          .slice(0, 3)
          .map((one, index) => report(one.task.id, `o${index % 3}`, "doing", now, now));

        const one = plan({ ...input, tasks: list, progress });
        const other = plan({ ...input, tasks: mix(list), officers: mix(everyone), progress: mix(progress) });

        expect(other).toEqual(one);
        expect(new Set(one.owed.map((row) => row.key)).size).toBe(one.owed.length);
      }),
      { numRuns: 150 },
    );
  });

  it("changes only the keys of the task that changed", () => {
    fc.assert(
      fc.property(tasks, day, schedule, (list, now, changed) => {
        const input = { ...base, now: instantOf(now, "10:00"), officers: everyone };
        const first = list[0]!;
        const other = [{ ...first, task: { ...first.task, schedule: changed } }, ...list.slice(1)];
        const keys = (from: typeof list) =>
          plan({ ...input, tasks: from })
            .owed.filter((one) => one.task !== first.task.id && one.task !== null)
            .map((one) => `${one.key} ${one.dueAt}`);

        expect(keys(other as typeof list)).toEqual(keys(list));
      }),
      { numRuns: 150 },
    );
  });

  it("owes nothing from before the approval, on a free day before a deadline, or in quiet hours", () => {
    fc.assert(
      fc.property(tasks, day, (list, now) => {
        const at = new Map(list.map((one) => [one.task.id, one.approvedAt]));
        for (const one of plan({ ...base, now: instantOf(now, "10:00"), tasks: list, officers: everyone })
          .owed) {
          const time = timeAt(one.dueAt);
          expect(time >= "07:00" && time < "21:00").toBe(true);
          if (one.task !== null) {
            expect(one.dueAt).toBeGreaterThanOrEqual(at.get(one.task)!);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
