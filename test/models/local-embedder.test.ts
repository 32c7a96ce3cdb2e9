import { describe, expect, it } from "vitest";
import type { Vocabulary } from "../../src/domain/knowledge.ts";
import { openLocalEmbedder } from "../../src/models/local-embedder.ts";

const vocabulary: Vocabulary = {
  abbreviations: { cccd: "căn cước công dân" },
  teencode: {},
  dialect: {},
  names: {},
  synonyms: [
    ["người già", "người cao tuổi"],
    ["mất tiền", "miễn phí"],
  ],
};
const embedder = openLocalEmbedder(vocabulary);
const cosine = async (a: string, b: string) => {
  const [one, other] = await embedder.embed([a, b]);
  return one?.reduce((sum, value, at) => sum + value * (other?.[at] ?? 0), 0) ?? 0;
};

describe("the local embedder", () => {
  it("gives unit vectors of its dimension, the same every time", async () => {
    const [vector, again] = await embedder.embed(["Người dân", "Người dân"]);
    expect(vector).toHaveLength(embedder.dimensions);
    expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 5);
    expect(vector).toEqual(again);
  });

  it("brings synonyms and abbreviations together", async () => {
    expect(await cosine("người già", "người cao tuổi")).toBeGreaterThan(0.5);
    expect(await cosine("cccd", "căn cước công dân")).toBeGreaterThan(0.5);
    expect(await cosine("học có mất tiền không", "khóa học miễn phí")).toBeGreaterThan(
      await cosine("học có mất tiền không", "khóa học chuyển đổi số"),
    );
  });

  it("keeps unlike texts apart and variants of a name together", async () => {
    expect(Math.abs(await cosine("ngân sách nhà nước", "trâu bò gặm cỏ"))).toBeLessThan(0.3);
    expect(await cosine("Facebook", "facebooks")).toBeGreaterThan(0.4);
  });

  it("does not depend on how the tone is placed or on Unicode form", async () => {
    expect(await cosine("hoà bình Thuỷ", "hòa bình Thủy".normalize("NFD"))).toBeCloseTo(1, 5);
  });

  it("gives zeros for a text without words", async () => {
    expect((await embedder.embed(["…"]))[0]?.every((value) => value === 0)).toBe(true);
  });

  it("has another fingerprint for another vocabulary", () => {
    const other = openLocalEmbedder({ ...vocabulary, synonyms: [] });
    expect(other.fingerprint).not.toBe(embedder.fingerprint);
    expect(openLocalEmbedder({ ...vocabulary, teencode: { ko: "không" } }).fingerprint).toBe(
      embedder.fingerprint,
    );
  });
});
