import { describe, expect, it } from "vitest";
import { sentences } from "../../src/vietnamese/text/sentences.ts";

describe("sentences", () => {
  it("end at full stops before a capital, and at paragraphs", () => {
    expect(sentences("Xã tổ chức tập huấn. Ai cũng được học!\n\nKinh phí từ ngân sách")).toEqual([
      "Xã tổ chức tập huấn.",
      "Ai cũng được học!",
      "Kinh phí từ ngân sách",
    ]);
  });

  it("do not end inside numbers, item numbers and abbreviations", () => {
    expect(sentences("Trụ sở tại TP. Hồ Chí Minh có 1.500 người. 5. Kinh phí")).toEqual([
      "Trụ sở tại TP. Hồ Chí Minh có 1.500 người.",
      "5. Kinh phí",
    ]);
  });

  it("lose no word", () => {
    const text = "Một. Hai! Ba? (Bốn.) Năm; sáu…";
    expect(sentences(text).join(" ")).toBe(text);
  });
});
