import { describe, expect, it } from "vitest";
import { markerOf } from "../../src/knowledge/outline/markers.ts";
import { read, seedText } from "./seeds.ts";

const places = (text: string) => read(`KẾ HOẠCH\nThử\n\n${text}`).passages.map(({ section }) => section);

describe("the marker of a paragraph", () => {
  it.each([
    ["1. 100% cán bộ được bồi dưỡng", "number", "1"],
    ["I- MỤC ĐÍCH", "roman", "I"],
    ["IV. Nhiệm vụ", "roman", "IV"],
    ["1- Mục đích", "number", "1"],
    ["3.Thời gian", "number", "3"],
    ["5.4.2. Tổ chức", "number", "5.4.2"],
    ["1.1 Công tác", "number", "1.1"],
    ["a) Các cơ quan", "letter", "a"],
    ["đ) Kinh phí", "letter", "đ"],
    ["(1) Cán bộ", "paren", "1"],
    ["Điều 3. Trách nhiệm", "article", "Điều 3"],
    ["PHẦN II", "part", "Phần II"],
    ["A. MỤC TIÊU", "capital", "A"],
    ["- Tổ chức", "dash", ""],
    ["+ Tuyên truyền", "plus", ""],
  ])("%j is %s %s", (text, style, label) => {
    expect(markerOf(text)).toMatchObject({ style, label });
  });

  it.each([
    "10/10 hằng năm",
    "2.000 người",
    "5.4.2, mục 5.5.1",
    "V/v triệu tập",
    "2025. Tổ chức",
    "4.0”",
    "Công an xã",
    "80% người dân",
  ])("%j has none", (text) => {
    expect(markerOf(text)).toBeNull();
  });
});

describe("places", () => {
  it("say part, item, letter and dash", () => {
    expect(
      places(
        "I. CHUNG\n1. Mục đích\na) Một ý dài.\n- Ý nhỏ thứ nhất.\n- Ý nhỏ thứ hai.\nII. RIÊNG\nMột đoạn.",
      ),
    ).toEqual(["I.1.a", "I.1.a gạch 1", "I.1.a gạch 2", "II"]);
  });

  it("hold when numerals stand out of order", () => {
    const { sections } = read(seedText("dien-khanh"), "dien-khanh");
    expect(sections.filter(({ parent }) => parent === null).map(({ path }) => path)).toEqual([
      "I",
      "II",
      "III",
      "VI",
      "V",
    ]);
  });

  it("of sub-items carry their lead-in, and their dash says them too", () => {
    const { passages } = read(seedText("thanh-thuy"), "thanh-thuy");
    const dash = passages.find(({ section }) => section === "VI.1 gạch 4");
    const first = passages.find(({ section }) => section === "VI.1 gạch 4 ý 1");
    expect(first?.leadIn).toMatch(/^Phối hợp với các cơ quan liên quan thực hiện các nhiệm vụ, giải pháp:$/u);
    expect(first?.heading).toBe("TỔ CHỨC THỰC HIỆN › Phòng Văn hóa - Xã hội");
    expect(dash?.quote).toContain("trợ lý ảo");
  });

  it("are told apart when a number comes twice", () => {
    expect(new Set(places("I. CHUNG\n1. Việc thứ nhất.\n1. Việc thứ hai.")).size).toBe(2);
  });
});

describe("lines broken by a page or a column", () => {
  it("go on in the same paragraph", () => {
    const texts = read(seedText("tuyen-quang"), "tuyen-quang").passages.map(({ text }) => text);
    expect(texts.find((text) => text.includes("Đại sứ số"))).toContain("Mỗi “mentor” hướng dẫn");
  });

  it("do not take “chính trị - xã hội” for a dash", () => {
    const { sections } = read(seedText("thanh-thuy"), "thanh-thuy");
    expect(sections.find(({ path }) => path === "VI.8")?.title).toMatch(/các tổ chức chính trị - xã hội$/u);
  });

  it("do not join a paragraph that ends in “số” to the next", () => {
    expect(places("I. NỘI DUNG\n\nĐẩy mạnh chuyển đổi số\n\nPhòng Kinh tế bố trí kinh phí.")).toEqual([
      "I đoạn 1",
      "I đoạn 2",
    ]);
  });
});

it("gives every passage an id of its own", () => {
  const { passages } = read(seedText("ninh-giang"), "ninh-giang");
  expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
});
