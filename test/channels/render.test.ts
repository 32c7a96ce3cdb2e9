import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { render } from "../../src/channels/render.ts";
import { splitText } from "../../src/channels/split.ts";
import type { ChannelCapabilities } from "../../src/ports.ts";

const can = (more: Partial<ChannelCapabilities>): ChannelCapabilities => ({
  maxText: 2000,
  buttons: "none",
  canEdit: false,
  canSendFile: false,
  replyWindowHours: null,
  ...more,
});
const without = (text: string) => text.replace(/\s+/gu, "");
const words = fc.array(
  fc.constantFrom("thủ tục", "hồ sơ.", "\n", "\n\n", "👨‍👩‍👧", "e\u0302\u0301", "🇻🇳", " ", "dài".repeat(9)),
  {
    maxLength: 200,
  },
);

describe("splitting a text", () => {
  it("loses only white space and keeps within the limit", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 600 }),
          words.map((list) => list.join(" ")),
        ),
        fc.integer({ min: 20, max: 300 }),
        (text, max) => {
          const parts = splitText(text, max);

          expect(without(parts.join(""))).toBe(without(text));
          expect(parts.every((part) => part.length <= max && part.trim() === part && part !== "")).toBe(true);
        },
      ),
    );
  });

  it("never cuts inside a grapheme that fits", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 60 }), (list, max) => {
        const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });
        const count = (text: string) => [...graphemes.segment(without(text))].length;
        const text = list.join("");

        expect(splitText(text, max).reduce((sum, part) => sum + count(part), 0)).toBe(count(text));
      }),
    );
  });

  it("prefers the end of a paragraph, then of a line, a sentence, a word", () => {
    const paragraph = "Một câu ngắn. Một câu nữa ở đây.";
    expect(splitText(`${paragraph}\n\n${paragraph}`, 50)).toEqual([paragraph, paragraph]);
    expect(splitText("dòng một dài\ndòng hai dài", 15)).toEqual(["dòng một dài", "dòng hai dài"]);
    expect(splitText("Câu một dài. Câu hai dài.", 18)).toEqual(["Câu một dài.", "Câu hai dài."]);
    expect(splitText("chữ chữ chữ", 8)).toEqual(["chữ chữ", "chữ"]);
  });

  it("gives one part for a text that fits, and none for an empty one", () => {
    expect(splitText("a".repeat(4096), 4096)).toHaveLength(1);
    expect(splitText("a".repeat(4097), 4096)).toHaveLength(2);
    expect(splitText(" \n ", 10)).toEqual([]);
  });

  it("goes on at the limit of one long grapheme", () => {
    const pile = `a${"\u0301".repeat(1000)}`;
    expect(splitText(pile, 100).join("")).toBe(pile);
  });
});

describe("rendering for a channel", () => {
  const buttons = Array.from({ length: 6 }, (_, index) => ({ label: `Xã ${index + 1}`, value: `x${index}` }));

  it("puts buttons and file on the last part, and the edit on the first", () => {
    const file = { name: "a.ics", mediaType: "text/calendar", bytes: new Uint8Array(1) };
    const message = { text: "câu dài. ".repeat(500), buttons, file, editOf: "5" };

    const parts = render(message, can({ buttons: "callback", canEdit: true, canSendFile: true }));

    expect(parts).toHaveLength(3);
    expect(parts.map((part) => part.buttons?.length ?? 0)).toEqual([0, 0, 6]);
    expect(parts.map((part) => part.file?.name)).toEqual([undefined, undefined, "a.ics"]);
    expect(parts.map((part) => part.editOf)).toEqual(["5", undefined, undefined]);
  });

  it("numbers the choices where there are no buttons, or too many", () => {
    expect(render({ text: "Xã nào?", buttons }, can({ buttons: "text" }))[0]).toEqual({
      text: expect.stringMatching(/^Xã nào\?\n\n1\. Xã 1\n(.+\n){4}6\. Xã 6\n/u),
    });
    expect(
      render({ text: "Xã nào?", buttons: buttons.slice(0, 5) }, can({ buttons: "text" }))[0]?.buttons,
    ).toHaveLength(5);
  });

  it("changes nothing when it is done twice", () => {
    for (const capabilities of [can({}), can({ buttons: "text" }), can({ buttons: "callback" })]) {
      const once = render({ text: "câu dài. ".repeat(300), buttons }, capabilities);
      expect(once.flatMap((part) => render(part, capabilities))).toEqual(once);
    }
  });

  it("leaves out what the channel cannot carry, and never an empty message", () => {
    const file = { name: "a.ics", mediaType: "text/calendar", bytes: new Uint8Array(1) };
    expect(render({ text: "", file }, can({}))).toEqual([]);
    expect(render({ text: "a", file, editOf: "5" }, can({}))).toEqual([{ text: "a" }]);
  });

  it("composes decomposed Vietnamese, which counts fewer units", () => {
    expect(render({ text: "ê\u0301".normalize("NFD") }, can({}))[0]?.text).toBe("ế");
  });
});
