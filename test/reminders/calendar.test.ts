import { describe, expect, it } from "vitest";
import type { Holiday } from "../../src/domain/knowledge.ts";
import {
  afterQuiet,
  inOfficeHours,
  isQuiet,
  isSendingTime,
  nextSlot,
  openCalendar,
} from "../../src/reminders/calendar/calendar.ts";
import { occurrencesBetween, singleOccurrence } from "../../src/reminders/calendar/occurrences.ts";
import { dayAt, instantOf, timeAt } from "../../src/vietnamese/text/dates.ts";

const off = (date: string): Holiday => ({ date, name: "nghỉ", kind: "off", source: "thử" });
const calendar = openCalendar([
  off("2025-05-01"),
  off("2025-05-02"),
  { date: "2025-04-26", name: "làm bù", kind: "work", source: "thử" },
  off("2027-02-05"),
  off("2027-02-08"),
]);
const local = (instant: number) => `${dayAt(instant)} ${timeAt(instant)}`;

describe("working days", () => {
  it("are weekdays that the table does not free, and weekend days that it makes worked", () => {
    expect(calendar.isWorking("2025-05-01")).toBe(false);
    expect(calendar.isWorking("2025-04-26")).toBe(true);
    expect(calendar.isWorking("2025-04-27")).toBe(false);
    expect(calendar.isWorking("2025-05-05")).toBe(true);
  });

  it("shift over a holiday and the weekend behind it", () => {
    expect(calendar.onOrBefore("2025-05-04")).toBe("2025-04-30");
    expect(calendar.onOrAfter("2025-05-01")).toBe("2025-05-05");
    expect(calendar.onOrBefore("2027-02-08")).toBe("2027-02-04");
  });

  it("says of which years it knows the holidays", () => {
    expect(calendar.knows("2025")).toBe(true);
    expect(calendar.knows("2031")).toBe(false);
  });
});

describe("hours of the day", () => {
  it.each([
    ["06:59", true],
    ["07:00", false],
    ["20:59", false],
    ["21:00", true],
  ])("quiet at %s: %s", (time, quiet) => {
    expect(isQuiet(instantOf("2025-05-05", time))).toBe(quiet);
  });

  it.each([
    ["08:00", true],
    ["20:59", true],
    ["21:00", false],
    ["06:30", false],
    ["8:00", false],
    ["25:00", false],
  ])("an officer may choose %s: %s", (time, allowed) => {
    expect(isSendingTime(time)).toBe(allowed);
  });

  it("end with the quiet hours", () => {
    expect(local(afterQuiet(instantOf("2025-05-05", "22:10")))).toBe("2025-05-06 07:00");
    expect(local(afterQuiet(instantOf("2025-05-05", "03:00")))).toBe("2025-05-05 07:00");
    expect(local(afterQuiet(instantOf("2025-05-05", "12:00")))).toBe("2025-05-05 12:00");
  });

  it("offer the next slot on a working day", () => {
    expect(local(nextSlot(calendar, instantOf("2025-05-05", "08:00")))).toBe("2025-05-05 08:00");
    expect(local(nextSlot(calendar, instantOf("2025-05-05", "08:01")))).toBe("2025-05-05 14:00");
    expect(local(nextSlot(calendar, instantOf("2025-04-30", "15:00")))).toBe("2025-05-05 08:00");
  });

  it("hold summaries for office hours", () => {
    expect(local(inOfficeHours(calendar, instantOf("2025-05-04", "10:00")))).toBe("2025-05-05 08:00");
    expect(local(inOfficeHours(calendar, instantOf("2025-05-05", "06:00")))).toBe("2025-05-05 08:00");
    expect(local(inOfficeHours(calendar, instantOf("2025-05-05", "17:30")))).toBe("2025-05-06 08:00");
    expect(local(inOfficeHours(calendar, instantOf("2025-05-05", "10:30")))).toBe("2025-05-05 10:30");
  });
});

describe("occurrences", () => {
  it("give a month and a period their last working day, and say which they are", () => {
    expect(singleOccurrence({ kind: "month", month: "2025-08" }, calendar)).toEqual({
      name: "2025-08-31",
      deadline: "2025-08-29",
      said: "month",
      byDefault: true,
    });
    expect(singleOccurrence({ kind: "period", from: "2025", to: "2026" }, calendar)?.deadline).toBe(
      "2026-12-31",
    );
    expect(singleOccurrence({ kind: "by", date: "2025-08-31" }, calendar)?.deadline).toBe("2025-08-31");
  });

  it.each([
    { kind: "ongoing" },
    { kind: "as_guided" },
    { kind: "separate_plan" },
    { kind: "on_request" },
    { kind: "unclear", wording: "sớm" },
  ] as const)("never date $kind", (schedule) => {
    expect(singleOccurrence(schedule, calendar)).toBeNull();
  });

  it.each([
    [{ kind: "recurring", every: "quarter" }, ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]],
    [{ kind: "recurring", every: "half_year" }, ["2025-06-30", "2025-12-31"]],
    [{ kind: "recurring", every: "year", month: "10", day: "10" }, ["2025-10-10"]],
    [{ kind: "recurring", every: "year" }, ["2025-12-31"]],
  ] as const)("of %j in 2025 are %j", (schedule, expected) => {
    const found = occurrencesBetween(schedule, "2025-01-01", "2025-12-31", calendar);
    expect(found.map((one) => one.name)).toEqual(expected);
    expect(found.every((one) => one.byDefault === !("day" in schedule))).toBe(true);
  });

  it("of monthly work on the 31st fall on the month's end, leap day included", () => {
    const found = occurrencesBetween(
      { kind: "recurring", every: "month", day: "31" },
      "2028-01-01",
      "2028-04-30",
      calendar,
    );
    expect(found.map((one) => one.name)).toEqual(["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]);
  });

  it("of weekly work fall on Fridays, moved before a holiday", () => {
    const found = occurrencesBetween(
      { kind: "recurring", every: "week" },
      "2025-04-28",
      "2025-05-10",
      calendar,
    );
    expect(found.map((one) => one.deadline)).toEqual(["2025-04-30", "2025-05-09"]);
  });
});
