import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, blocksOf } from "../../src/web/chat/blocks.ts";

const none = () => false;
const all = () => true;
const wordsOf = (block: Block) => block.lines.map((line) => line.map(({ text }) => text).join(""));

describe("an answer's text on a page", () => {
  it("is paragraphs, numbered steps, bullets and sources", () => {
    const text =
      "Làm như sau:\n1. Mở máy\n\n2. Bấm nút\nCần có:\n- Thẻ\n- Máy\n\nNguồn: Kế hoạch, mục 1\nNguồn: Hướng dẫn";

    expect(blocksOf(text, none).map((block) => [block.kind, wordsOf(block)])).toEqual([
      ["text", ["Làm như sau:"]],
      ["steps", ["Mở máy", "Bấm nút"]],
      ["text", ["Cần có:"]],
      ["bullets", ["Thẻ", "Máy"]],
      ["source", ["Nguồn: Kế hoạch, mục 1", "Nguồn: Hướng dẫn"]],
    ]);
  });

  it("keeps the numbers that steps have, also when a list goes on or begins anew", () => {
    const starts = blocksOf("3. ba\n4. bốn\n1. một\n7) bảy", none).map((block) =>
      block.kind === "steps" ? [block.start, block.lines.length] : null,
    );

    expect(starts).toEqual([
      [3, 2],
      [1, 1],
      [7, 1],
    ]);
  });

  it("does not take a figure or a date for a step", () => {
    expect(
      blocksOf("70% người dân\n30.10.2025 là hạn\n2026 là năm", none).every(({ kind }) => kind === "text"),
    ).toBe(true);
  });

  it.each([
    ["(xem https://a.gov.vn/x).", "https://a.gov.vn/x"],
    ["https://a.gov.vn/?q=1&b=2, rồi", "https://a.gov.vn/?q=1&b=2"],
    ["“https://a.gov.vn”", "https://a.gov.vn"],
    ["http://a.gov.vn", undefined],
    ["javascript:alert(1)", undefined],
    ["https://", undefined],
  ])("finds the address in %s", (text, href) => {
    const spans = blocksOf(text, all)[0]?.lines[0] ?? [];

    expect(spans.find((span) => span.href !== undefined)?.href).toBe(href);
    expect(spans.map((span) => span.text).join("")).toBe(text);
  });

  it("loses no word, whatever is written", () => {
    const piece = fc.constantFrom(
      "1. ",
      "- ",
      "\n",
      "\n\n",
      "Nguồn: a",
      "https://a.vn/b.",
      "<b>",
      "chữ ",
      "12) ",
      "•  x",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const letters = (whole: string) =>
          whole.replace(/^[ \t]*(?:\d{1,3}[.)]|[-–•+])[ \t]+(?=\S)/gmu, "").replace(/\s+/gu, "");

        expect(letters(blocksOf(text, all).flatMap(wordsOf).join("\n"))).toBe(
          letters(
            text.replace(/^[ \t]+|[ \t]+$/gmu, "").replace(/^(?:\d{1,3}[.)]|[-–•+])[ \t]+(?=\S)/gmu, ""),
          ),
        );
      }),
    );
  });
});
