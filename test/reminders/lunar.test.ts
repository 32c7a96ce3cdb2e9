import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Holiday } from "../../src/domain/knowledge.ts";
import { addDays, daysBetween, isoDay, weekday } from "../../src/vietnamese/text/dates.ts";
import { lunarDay, tetOf } from "../support/lunar.ts";

// Published Tết days. 2030: the new moon of 2 February is at 16:07 UTC, 23:07 in Viet Nam, so Tết is on the 2nd;
// tables that print 3 February follow Beijing time.
const TET = [
  "2020-01-25",
  "2021-02-12",
  "2022-02-01",
  "2023-01-22",
  "2024-02-10",
  "2025-01-29",
  "2026-02-17",
  "2027-02-06",
  "2028-01-26",
  "2029-02-13",
  "2030-02-02",
  "2031-01-23",
  "2032-02-11",
  "2033-01-31",
  "2034-02-19",
  "2035-02-08",
];

describe("the lunar calendar", () => {
  it.each(TET)("finds Tết on %s", (day) => {
    expect(tetOf(Number(day.slice(0, 4)))).toBe(day);
  });

  it.each([
    [1968, "1968-01-29"],
    [1985, "1985-01-21"],
    [2007, "2007-02-17"],
  ])("keeps Viet Nam's own Tết in %d, when Beijing's was another day", (year, day) => {
    expect(tetOf(year)).toBe(day);
  });

  it("has years of 353 to 355 or 383 to 385 days, beginning between 20 January and 21 February", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2080 }), (year) => {
        const days = daysBetween(tetOf(year), tetOf(year + 1));
        expect([353, 354, 355, 383, 384, 385]).toContain(days);
        expect(tetOf(year) >= `${year}-01-20` && tetOf(year) <= `${year}-02-21`).toBe(true);
      }),
    );
  });

  it("has months of 29 or 30 days", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2080 }), fc.integer({ min: 1, max: 9 }), (year, month) => {
        const days = daysBetween(lunarDay(year, month, 1), lunarDay(year, month + 1, 1));
        expect(days === 29 || days === 30 || days === 59 || days === 58 || days === 60).toBe(true);
      }),
    );
  });
});

describe("the holiday table", () => {
  const holidays = parse(readFileSync("knowledge/holidays.yaml", "utf8")) as Holiday[];
  const named = (year: number, part: string) =>
    holidays
      .filter((holiday) => holiday.date.startsWith(String(year)) && holiday.name.includes(part))
      .map((holiday) => holiday.date);

  it.each([2025, 2026, 2027, 2028, 2029, 2030])("puts Tết and Giỗ Tổ of %d on the lunar days", (year) => {
    expect(named(year, "(mùng 1)")).toEqual([tetOf(year)]);
    expect(named(year, "mùng 2")).toEqual([addDays(tetOf(year), 1)]);
    expect(named(year, "Hùng Vương (")).toEqual([lunarDay(year, 3, 10)]);
    for (const fixed of ["01-01", "04-30", "05-01", "09-02"]) {
      expect(holidays.some((holiday) => holiday.date === `${year}-${fixed}` && holiday.kind === "off")).toBe(
        true,
      );
    }
  });

  it("names only days that exist, once each, with a source, and works only on weekends", () => {
    expect(new Set(holidays.map((holiday) => holiday.date)).size).toBe(holidays.length);
    for (const { date, source, kind, name } of holidays) {
      const [year, month, day] = date.split("-").map(Number);
      expect(isoDay(year ?? 0, month ?? 0, day ?? 0)).toBe(date);
      expect(source.length).toBeGreaterThan(10);
      expect(name.normalize("NFC")).toBe(name);
      expect(kind === "off" || weekday(date) > 5).toBe(true);
    }
  });
});
