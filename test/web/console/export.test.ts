import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText } from "../../../src/domain/cell-text.ts";
import { csv } from "../../../src/web/console/questions/export.ts";
import { correctedSchedule } from "../../../src/web/console/work/correct-task.ts";

describe("an exported cell", () => {
  it.each(["=1+1", "+84 912", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00A0=1", "＝1", "%x"])(
    "is words, never a formula: %j",
    (text) => {
      expect(cellText(text)).toBe(`'${text}`);
    },
  );

  it("is otherwise left as it is, and its quotes cannot end it", () => {
    expect(cellText("Lớp học")).toBe("Lớp học");
    expect(csv([['a "b", c\nd']])).toBe('\uFEFF"a ""b"", c\nd"\r\n');
  });

  it("never begins with what a spreadsheet would compute", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(/^[=+\-@\t\r]/u.test(cellText(text))).toBe(false);
      }),
    );
  });
});

describe("a corrected schedule", () => {
  const read = (fields: Record<string, string>) => (name: string) => fields[name] ?? "";

  it.each([
    [
      { kieu: "by", ngay: "2026-10-30" },
      { kind: "by", date: "2026-10-30" },
    ],
    [
      { kieu: "month", thang: "2026-07" },
      { kind: "month", month: "2026-07" },
    ],
    [
      { kieu: "period", tu: "2025", den: "2026-06" },
      { kind: "period", from: "2025", to: "2026-06" },
    ],
    [
      { kieu: "recurring", "dinh-ky": "quarter", "ngay-ky": "15" },
      { kind: "recurring", every: "quarter", day: "15" },
    ],
    [{ kieu: "unclear" }, { kind: "unclear", wording: "khi cần" }],
    [{ kieu: "none" }, null],
  ])("is taken from %j", (fields, schedule) => {
    expect(correctedSchedule(read(fields as Record<string, string>), "khi cần")).toEqual({ schedule });
  });

  it.each([
    { kieu: "by", ngay: "2026-02-30" },
    { kieu: "by", ngay: "30/10/2026" },
    { kieu: "by", ngay: "" },
    { kieu: "month", thang: "2026-13" },
    { kieu: "period", tu: "2027", den: "2026" },
    { kieu: "period", tu: "2026-07", den: "2026-06" },
    { kieu: "period", tu: "", den: "2026" },
  ])("is refused for %j", (fields) => {
    expect(correctedSchedule(read(fields), "")).toHaveProperty("problem");
  });
});
