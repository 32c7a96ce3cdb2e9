import { describe, expect, it } from "vitest";
import { searchWords, tokenize } from "../../src/vietnamese/text/tokens.ts";

const texts = (text: string) => tokenize(text).map((token) => token.text);

describe("the words of a text", () => {
  it("are its syllables, numbers and shares", () => {
    expect(texts("Năm 2026, trên 70% người dân (từ 16 tuổi)")).toEqual(
      "Năm 2026 trên 70% người dân từ 16 tuổi".split(" "),
    );
  });

  it.each(["57-NQ/TW", "03-KH/BCĐ", "3909/UBND-KGVX8", "135/2025/NĐ-CP"])(
    "keep the document number %s in one piece",
    (number) => {
      expect(texts(`Theo Nghị quyết ${number} ngày 22/12/2024`)).toContain(number);
    },
  );

  it("keep item numbers and addresses in one piece", () => {
    expect(texts("mục 5.4.2 thuộc phần IV, tại https://binhdanhocvuso.gov.vn.")).toEqual([
      "mục",
      "5.4.2",
      "thuộc",
      "phần",
      "IV",
      "tại",
      "https://binhdanhocvuso.gov.vn",
    ]);
  });

  it("part a year from the word it is glued to, and leave VNI keys alone", () => {
    expect(texts("nam2026 d9uo7c5")).toEqual(["nam", "2026", "d9uo7c5"]);
  });

  it("stand at their places in the canonical text", () => {
    const text = "Hoà bình, 50%";
    for (const token of tokenize(text)) {
      expect(text.slice(token.start, token.end)).toBe(token.text);
    }
  });
});

describe("what words are searched by", () => {
  it("is the same for both ways of placing a tone mark, and differs by accents", () => {
    expect(searchWords("hoà Thuỷ")).toEqual(searchWords("hòa Thủy"));
    expect(searchWords("đường")).not.toEqual(searchWords("dương"));
  });

  it("holds a date and a document number whole and in parts", () => {
    expect(searchWords("30/10/2025")).toEqual(["30/10/2025", "30", "10", "2025"]);
    expect(searchWords("57-NQ/TW")).toEqual(["57-nq/tw", "57", "nq", "tw"]);
  });
});
