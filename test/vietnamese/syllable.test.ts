import { describe, expect, it } from "vitest";
import {
  isPlainSyllable,
  isVietnameseSyllable,
  isWholeSyllable,
  lacksMarks,
  plausibleShare,
} from "../../src/vietnamese/text/syllable.ts";

describe("a Vietnamese syllable", () => {
  it.each("nghiêng đường hoà hòa quốc gì giếng giết khuỷu ưỡn yêu ý thuở quyết kỹ Ủy".split(" "))(
    "can be %s",
    (word) => {
      expect(isVietnameseSyllable(word)).toBe(true);
    },
  );

  it.each("strong ngieng kà cê ghà nghiễp zật fải jữ cóa nghyên tbua 4G đđ qwe vneid".split(" "))(
    "cannot be %s",
    (word) => {
      expect(isVietnameseSyllable(word)).toBe(false);
    },
  );

  it("is the same for both ways of placing the tone and for decomposed Unicode", () => {
    expect(isVietnameseSyllable("thuỷ".normalize("NFD"))).toBe(true);
    expect(isVietnameseSyllable("thủy")).toBe(true);
  });

  it("is whole with its tone before c, ch, p and t", () => {
    expect(["lực", "lớp", "dan", "của"].filter(isWholeSyllable)).toEqual(["lực", "lớp", "dan", "của"]);
    expect(["lưc", "lơp", "hoc"].filter(isWholeSyllable)).toEqual([]);
  });

  it("shows that it lost its accents where it cannot stand without them", () => {
    expect(["hoc", "duoc", "nguoi", "viet"].every(lacksMarks)).toBe(true);
    expect(["dan", "nam", "học", "internet", "vneid"].some(lacksMarks)).toBe(false);
  });

  it("may have lost its accents", () => {
    expect(isPlainSyllable("duong")).toBe(true);
    expect(isPlainSyllable("nghiep")).toBe(true);
    expect(isPlainSyllable("superbowl")).toBe(false);
  });
});

describe("the plausible share of a text", () => {
  it("is high for good Vietnamese, abbreviations in capitals left aside", () => {
    expect(plausibleShare("UBND xã Thanh Thủy xây dựng Kế hoạch triển khai Phong trào")).toBe(1);
  });

  it("is low for Vietnamese read through a wrong font", () => {
    expect(plausibleShare("Uû ban nh©n d©n x· Thanh Thuû x©y dùng KÕ ho¹ch triÓn khai")).toBeLessThan(0.7);
  });

  it("is 0 when there are no words", () => {
    expect(plausibleShare("2025 - 30/10")).toBe(0);
  });
});
