import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitMessage } from "../../src/vietnamese/messages/split-message.ts";

const squeezed = (text: string) => text.replace(/\s+/gu, "");
const alphabet = fc.constantFrom(
  ...[
    "a",
    "ế",
    "đ",
    " ",
    " ",
    "\n",
    "\n\n",
    ". ",
    "; ",
    "👍🏽",
    "👨‍👩‍👧",
    "🇻🇳",
    "ữ".normalize("NFD"),
    "1",
    "%",
  ],
);
const messages = fc.oneof(
  fc.array(alphabet, { maxLength: 300 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 600 }),
);

describe("splitting a message", () => {
  it("keeps a short message whole and gives nothing for an empty one", () => {
    expect(splitMessage("Xin chào", 2000)).toEqual(["Xin chào"]);
    expect(splitMessage("  \n ", 2000)).toEqual([]);
    expect(splitMessage("a".repeat(4096), 4096)).toHaveLength(1);
    expect(splitMessage("a".repeat(4097), 4096)).toHaveLength(2);
  });

  it("never exceeds the limit and loses nothing but white space", () => {
    fc.assert(
      fc.property(messages, fc.integer({ min: 20, max: 120 }), (text, max) => {
        const parts = splitMessage(text, max);
        expect(parts.every((part) => part.length <= max && part.trim() === part && part !== "")).toBe(true);
        expect(squeezed(parts.join(""))).toBe(squeezed(text));
      }),
    );
  });

  it("cuts no grapheme that fits, and never a surrogate pair", () => {
    fc.assert(
      fc.property(messages, fc.integer({ min: 20, max: 60 }), (text, max) => {
        const whole = [...new Intl.Segmenter("vi").segment(squeezed(text))].length;
        const parts = splitMessage(text, max).map(
          (part) => [...new Intl.Segmenter("vi").segment(squeezed(part))].length,
        );
        expect(parts.reduce((sum, count) => sum + count, 0)).toBe(whole);
      }),
    );
  });

  it("cuts between words wherever there are blanks", () => {
    const text = Array.from({ length: 200 }, (_, at) => `từ${at}`).join(" ");
    for (const part of splitMessage(text, 50)) {
      expect(part).toMatch(/^từ\d+( từ\d+)*$/u);
    }
    expect(splitMessage(text, 50).join(" ")).toBe(text);
  });

  it("prefers the end of a paragraph, then of a line, then of a sentence", () => {
    const one = "Câu một khá dài để lấp đầy nửa phần đầu.";
    expect(splitMessage(`${one}\n\nCâu hai cũng dài như thế.`, 60)[0]).toBe(one);
    expect(splitMessage(`${one}\nCâu hai cũng dài như thế.`, 60)[0]).toBe(one);
    expect(splitMessage(`${one} Câu hai cũng dài như thế.`, 60)[0]).toBe(one);
    expect(splitMessage("dòng một dài\ndòng hai dài", 15)).toEqual(["dòng một dài", "dòng hai dài"]);
    expect(splitMessage("Câu một dài. Câu hai dài.", 18)).toEqual(["Câu một dài.", "Câu hai dài."]);
  });

  it("goes on at the limit of one long grapheme", () => {
    const pile = `a${"\u0301".repeat(1000)}`;
    expect(splitMessage(pile, 100).join("")).toBe(pile);
  });
});
