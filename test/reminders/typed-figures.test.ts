import { describe, expect, it } from "vitest";
import type { Target } from "../../src/domain/task.ts";
import { targetCodes } from "../../src/reminders/tasks/codes.ts";
import { readFigures } from "../../src/reminders/tasks/typed-figures.ts";

const target: Target = {
  doc: "ke-hoach",
  locality: "thanh-thuy",
  section: "II.1",
  group: "người dân",
  year: "2026",
  comparison: "aim",
  percent: 80,
  statement: "Phấn đấu 80% người dân",
  quote: "Phấn đấu 80% người dân",
};
const targets = [target, { ...target, section: "II.2" }];
const [code = "", other = ""] = targetCodes(targets);
const ground = { targets, places: ["Khu 2", "Thôn Đông", "Thôn Đông Hạ", "Tổ dân phố 5"], own: null };
const read = (words: string, own: string | null = null) => readFigures(words, { ...ground, own });

describe("figures as they are typed", () => {
  it.each([
    ["khu 2 900/2000", "Khu 2", 900, 2000],
    ["900/2000 khu 2", "Khu 2", 900, 2000],
    ["khu 2: 900 người trên tổng số 2.000", "Khu 2", 900, 2000],
    ["khu 2 900", "Khu 2", 900, null],
    ["khu 2 3 lớp", "Khu 2", 3, null],
    ["khu 2 được 0/200", "Khu 2", 0, 200],
    ["tổ dân phố số 5: 120/300", "Tổ dân phố 5", 120, 300],
    ["TDP 05 12/30", "Tổ dân phố 5", 12, 30],
    ["thon dong 45/60", "Thôn Đông", 45, 60],
    ["45/60 hộ Thôn Đông Hạ", "Thôn Đông Hạ", 45, 60],
    ["thôn đông 1.250 trên 2.000", "Thôn Đông", 1250, 2000],
  ])("%j is what the office's place sent", (words, place, done, of) => {
    const figure = { code, place, done, of, placeKnown: true, unsure: false };
    expect(read(`${code} ${words}`)).toMatchObject({ kind: "figures", figures: [figure] });
  });

  it.each([
    ["thôn 3 45/60", { place: "thôn 3", done: 45, of: 60, placeKnown: false }],
    ["thôn 12A, 45/60", { place: "thôn 12A", done: 45, of: 60, placeKnown: false }],
    ["khu II 900/2000", { place: "khu II", done: 900, of: 2000, placeKnown: false }],
    ["k2 900/2000", { done: 900, of: 2000, placeKnown: false, unsure: true }],
    ["tổ 5/45", { placeKnown: false }],
    ["khu 2: 1,250/2,000", { place: "Khu 2", unsure: true }],
    ["khu 2 60/100 (60%)", { place: "Khu 2", done: 60, of: 100, unsure: true }],
    ["khu 2 900/2000 đã kiểm tra", { place: "Khu 2", done: 900, unsure: true }],
  ])("%j leaves a doubt", (words, figure) => {
    expect(read(`${code} ${words}`)).toMatchObject({ kind: "figures", figures: [figure] });
  });

  it.each([
    ["45/60 thôn Đông", "no_code"],
    ["#CT-ZZZZ 45/60 thôn Đông", "unknown_code"],
    [`${code} khu 2`, "no_number"],
    [`${code} 45/60`, "no_place"],
    [`${code} khu 2 75/60`, "too_many"],
    [`${code} khu 2 5/0`, "too_many"],
    [`${code} 60% khu 1`, "share"],
    [`${code} khu 2 900 2000`, "which_number"],
    [`${code} ngày 15/10 khu 2 9/20`, "which_number"],
    [`${code} khu 2 và khu 3 900/2000`, "two_places"],
    [`${code} khu 2 900/2000; khu 3 chưa có`, "no_number"],
  ])("of %j nothing counts: %s", (words, problem) => {
    expect(read(words)).toMatchObject({ kind: "problem", problem });
  });

  it("takes a line for each place, under one code or with a code on each line", () => {
    expect(read(`${code}\nkhu 2 900/2000\nThôn Đông: 45/60`)).toMatchObject({
      figures: [
        { code, place: "Khu 2", done: 900 },
        { code, place: "Thôn Đông", done: 45 },
      ],
    });
    expect(read(`${code} khu 2 900/2000\n${other} khu 2 3`)).toMatchObject({
      figures: [
        { code, done: 900 },
        { code: other, done: 3 },
      ],
    });
  });

  it("takes the officer's own unit where no place is named, and takes back what a place sent", () => {
    expect(read(`${code} 45/60`, "Thôn Đông")).toMatchObject({ figures: [{ place: "Thôn Đông", done: 45 }] });
    expect(read(`${code} xóa khu 2`)).toMatchObject({ kind: "remove", code, place: "Khu 2" });
    expect(read(`xóa ${code} thôn 3`)).toMatchObject({ kind: "remove", code, place: "thôn 3" });
  });
});
