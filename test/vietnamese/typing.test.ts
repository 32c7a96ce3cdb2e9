import { describe, expect, it } from "vitest";
import { syllableKey } from "../../src/vietnamese/text/normalise.ts";
import { keystrokeReadings, teencodeReadings } from "../../src/vietnamese/text/typing.ts";

describe("keys left undecoded", () => {
  it.each([
    ["dduocwj", "được"],
    ["truwowcs", "trước"],
    ["nghieepj", "nghiệp"],
    ["theer", "thể"],
    ["ddoongf", "đồng"],
    ["luwowcj", "lược"],
    ["naof", "nào"],
  ])("in Telex read %s as %s", (typed, meant) => {
    expect(keystrokeReadings(typed)).toContain(syllableKey(meant));
  });

  it.each([
    ["d9uo75c", "được"],
    ["the61", "thế"],
    ["na8ng", "năng"],
    ["d9o6i5", "đội"],
    ["lu7o7ng5", "lượng"],
  ])("in VNI read %s as %s", (typed, meant) => {
    expect(keystrokeReadings(typed)).toContain(syllableKey(meant));
  });

  it("say nothing about a plain syllable", () => {
    expect(keystrokeReadings("hoang")).toEqual([]);
  });
});

describe("teencode letters", () => {
  it.each([
    ["fải", "phải"],
    ["jữ", "giữ"],
    ["zật", "vật"],
    ["wốc", "quốc"],
    ["kách", "cách"],
    ["cko", "cho"],
    ["trog", "trong"],
  ])("may read %s as %s", (typed, meant) => {
    expect(teencodeReadings(typed)).toContain(syllableKey(meant));
  });
});
