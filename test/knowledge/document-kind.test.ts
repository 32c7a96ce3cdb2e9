// What kind of paper it is, its number and its issuer, by the grammar of Nghị định 30/2020 and of Party papers.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kindOf } from "../../src/knowledge/extract/document-kind.ts";
import { numberIn } from "../../src/knowledge/extract/paper-number.ts";
import { read } from "./seeds.ts";

const shape = (name: string) => read(readFileSync(`test/knowledge/shapes/${name}`, "utf8"), name);

describe("the kind of a paper", () => {
  it.each([
    ["letter-unit-heads.txt", "letter", "V/v đẩy mạnh thanh toán trực tuyến"],
    ["notice-handed-down.txt", "notice", "THÔNG BÁO"],
    ["report.txt", "report", "BÁO CÁO"],
    ["number-apart.txt", "proposal", "TỜ TRÌNH"],
    ["decision-board.txt", "decision", "QUYẾT ĐỊNH"],
    ["year-of-title.txt", "plan", "KẾ HOẠCH"],
  ])("%s is %s, and says by which words", (name, kind, words) => {
    expect(shape(name).card).toMatchObject({ kind, kindWords: words });
  });

  it("is told by the code of the number where no line names it", () => {
    expect(kindOf(undefined, "18-KH/TU", [])).toEqual({ kind: "plan", words: "18-KH/TU" });
    expect(kindOf(undefined, "104-CTr/TU", [])).toEqual({ kind: "program", words: "104-CTr/TU" });
    expect(kindOf(undefined, "7/CĐ-TTg", [])).toEqual({ kind: "telegram", words: "7/CĐ-TTg" });
  });

  it("is left open where nothing tells it", () => {
    expect(kindOf(undefined, null, ["ỦY BAN NHÂN DÂN"])).toEqual({ kind: "other", words: "" });
  });
});

describe("the number of a paper", () => {
  it.each([
    ["Số: 21/UBND-VX", "21/UBND-VX"],
    ["Số: 176 /TTr-SNV", "176/TTr-SNV"],
    ["Số 03-KH/ĐU", "03-KH/ĐU"],
    ["Số: 104-CTr/TU", "104-CTr/TU"],
    ["Số: 133-12/PT-VP", "133-12/PT-VP"],
    ["Số: 09/2010/QĐ-UBND", "09/2010/QĐ-UBND"],
    ["Số: 66.18/2026/NQ-CP", "66.18/2026/NQ-CP"],
    ["Số: 217/CĐ-TTg", "217/CĐ-TTg"],
    ["Số: 2449-CV/ĐU", "2449-CV/ĐU"],
    ["(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2026)", "12/QĐ-UBND"],
    ["Số: /TTr-SNV 176", "176/TTr-SNV"],
    ["Số: /BC 228 -SNV", "228/BC-SNV"],
  ])("in “%s” is %s", (line, number) => {
    expect(numberIn([line])?.value).toBe(number);
  });

  it.each(["Số:      /2025/TT-BTC", "Số:  /UBND-KT", "Số: ……/KH-UBND", "Số:"])(
    "is left blank in “%s”",
    (line) => {
      expect(numberIn([line])).toBeNull();
    },
  );

  it("stands on the next line when the page breaks behind “Số:”", () => {
    expect(numberIn(["Số:", "45/KH-UBND"])?.value).toBe("45/KH-UBND");
  });
});

describe("the issuer of a paper", () => {
  it("is the last body of the letterhead, as the paper writes it", () => {
    expect(shape("number-apart.txt").card.issuer?.value).toBe("Sở Nội vụ");
    expect(shape("letter-unit-heads.txt").card.issuer?.value).toBe("Ủy ban nhân dân xã Bình Minh");
    expect(shape("number-with-series.txt").card.issuer?.value).toBe("Văn phòng");
  });

  it("takes its place from the letterhead where the text says only “UBND tỉnh”", () => {
    const plan = read(`ỦY BAN NHÂN DÂN
TỈNH AN BÌNH
Số: 5/KH-UBND
An Bình, ngày 02 tháng 12 năm 2025
KẾ HOẠCH
Cải cách hành chính năm 2026
Thực hiện chỉ đạo của Chính phủ, UBND tỉnh ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
1. Nâng cao chất lượng.`);
    expect(plan.card.issuer?.value).toBe("Ủy ban nhân dân tỉnh An Bình");
  });
});

describe("the date of a paper", () => {
  it("is left blank where the month cannot be", () => {
    expect(
      read("Số: 1/QĐ-UBND\nLào Cai, ngày15 tháng 54 năm 2026\nQUYẾT ĐỊNH\nVề việc ủy quyền").card.date?.value,
    ).toBe("2026");
  });
});
