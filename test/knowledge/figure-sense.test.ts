// What a figure in a paper is: a target, a result, or neither.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { senseOf } from "../../src/knowledge/entities/figure-sense.ts";
import { read } from "./seeds.ts";

const shape = (name: string) => read(readFileSync(`test/knowledge/shapes/${name}`, "utf8"), name);

describe("a report", () => {
  it("tells results and sets no target", () => {
    const { targets, results } = shape("report.txt");
    expect(targets).toEqual([]);
    expect(results?.map(({ percent, group }) => [percent, group])).toEqual([
      [92.5, "hồ sơ trực tuyến"],
      [3, "hồ sơ trực tuyến"],
      [85, "người dân trong độ tuổi"],
      [40, "hộ kinh doanh"],
    ]);
  });

  it("may set targets for what comes", () => {
    const { targets } = read(`BÁO CÁO
Kết quả chuyển đổi số năm 2025
I. KẾT QUẢ ĐẠT ĐƯỢC
- Đã có 60% hộ gia đình dùng ứng dụng.
II. CHỈ TIÊU NĂM 2026
- Phấn đấu 80% hộ gia đình dùng ứng dụng.`);
    expect(targets.map(({ percent, year }) => [percent, year])).toEqual([[80, "2026"]]);
  });
});

describe("a table of marks", () => {
  it("holds neither targets nor results", () => {
    const { targets, results } = shape("marks.md");
    expect([targets, results]).toEqual([[], []]);
  });
});

describe("the year of a target", () => {
  it("is the title's where the paper names no other, and said to be", () => {
    expect(
      shape("year-of-title.txt").targets.map(({ percent, year, yearOfTitle }) => [
        percent,
        year,
        yearOfTitle,
      ]),
    ).toEqual([
      [98, "2026", true],
      [80, "2026", true],
      [70, "2026", true],
    ]);
  });

  it("is each figure's own in one sentence, with its own group", () => {
    expect(
      shape("years-in-sentence.txt").targets.map(({ percent, year, group }) => [percent, year, group]),
    ).toEqual([
      [50, "2030", "thôn không rác thải"],
      [20, "2025", "thôn không rác thải"],
    ]);
  });

  it("is not the year of another paper that the title names", () => {
    const { card, targets } = read(`KẾ HOẠCH
Thực hiện Chỉ thị số 27/CT-TTg ngày 15 tháng 8 năm 2024 của Thủ tướng Chính phủ
I. CHỈ TIÊU
- 90% trẻ em được tiêm chủng.`);
    expect(card.period).toBeNull();
    expect(targets.map(({ year }) => year)).toEqual([null]);
  });
});

describe("a figure inside a task", () => {
  it("is a target where the task sets it", () => {
    expect(shape("figure-in-task.txt").targets.map(({ percent, year }) => [percent, year])).toEqual([
      [40, "2026"],
      [100, "2026"],
    ]);
  });
});

describe("a sentence", () => {
  it.each([
    ["Phấn đấu 80% hộ gia đình có tài khoản.", "target"],
    ["Đến nay đã có 80% hộ gia đình có tài khoản.", "result"],
    ["Giải ngân ước đạt 72,4% kế hoạch.", "result"],
    ["Đạt từ 80% đến dưới 90%: 2 điểm.", "neither"],
    ["Thuế suất 10% áp dụng cho dịch vụ.", "neither"],
  ] as const)("“%s” holds a %s", (sentence, sense) => {
    expect(senseOf(sentence, "open", false)).toBe(sense);
  });

  it("that only names a share sets nothing outside plans", () => {
    expect(senseOf("Tỷ lệ 30% thuộc thẩm quyền của xã.", "open", true)).toBe("neither");
  });
});
