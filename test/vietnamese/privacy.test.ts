import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPersonalData, mask } from "../../src/vietnamese/privacy/privacy.ts";

interface Line {
  readonly text: string;
  readonly kinds: readonly string[];
}
const lines: Line[] = readFileSync("test/golden/privacy.jsonl", "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));

const digits = (text: string) => text.normalize("NFKC").replace(/\D/gu, "");

describe("findPersonalData", () => {
  it("finds at least 98% of 300 personal lines and spares at least 95% of what it marks", () => {
    const marked = lines.filter((line) => findPersonalData(line.text).length > 0);
    const personal = lines.filter((line) => line.kinds.length > 0);
    const right = marked.filter((line) => line.kinds.length > 0);

    expect(lines.length).toBeGreaterThanOrEqual(600);
    expect(personal.length).toBe(lines.length / 2);
    expect(right.length / personal.length).toBeGreaterThanOrEqual(0.98);
    expect(right.length / marked.length).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    ["Kế hoạch 15/KH-UBND ngày 30/10/2025"],
    ["mục 5.4.2, Nghị quyết 57-NQ/TW, 95,5%"],
    ["gọi 1900.0368, 113 hoặc 1022"],
    ["kinh phí 1.250.000.000 đồng"],
  ])("leaves %j alone", (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  it("tells where the data stand in the original, invisible characters and all", () => {
    const text = "gọi 0912\u200b345\u2060678 nhé";
    const [found] = findPersonalData(text);

    expect(found?.kind).toBe("phone");
    expect(text.slice(found?.start, found?.end)).toBe("0912\u200b345\u2060678");
  });

  it("finds a mobile number however its figures are set apart", () => {
    const gap = fc.constantFrom("", " ", ".", "-", "\u200b", "\u{E0020}", " . ", "\u00a0");
    const shape = fc.constantFrom(
      (figure: string) => figure,
      (figure: string) => String.fromCodePoint(Number(figure) + 0xff10),
      (figure: string) => String.fromCodePoint(Number(figure) + 0x0660),
      (figure: string) => String.fromCodePoint(Number(figure) + 0x1d7ce),
    );

    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 99_999_999 }), gap, shape, (tail, between, drawn) => {
        const number = [...`09${tail}`].map(drawn).join(between);

        return findPersonalData(`số của tôi là ${number} nhé`).length === 1;
      }),
    );
  });
});

describe("mask", () => {
  it("leaves none of the figures of the labelled lines and changes nothing the second time", () => {
    for (const { text } of lines.filter(
      (line) => line.kinds.length > 0 && findPersonalData(line.text).length > 0,
    )) {
      const masked = mask(text);

      expect(mask(masked)).toBe(masked);
      expect(digits(masked).length, text).toBeLessThan(Math.max(digits(text).length, 1));
    }
  });

  it("keeps its marks recognisable, so that a masked message is still refused", () => {
    expect(mask("cccd 001085012345")).toBe("cccd CCCD:***");
    expect(findPersonalData("cccd CCCD:***").map(({ kind }) => kind)).toEqual(["cccd"]);
  });
});
