import { describe, expect, it } from "vitest";
import { fuse } from "../../../src/answering/search/fusion.ts";
import { openRetriever } from "../../../src/answering/search/retriever.ts";
import type { VectorIndex } from "../../../src/ports/knowledge.ts";
import type { Embedder } from "../../../src/ports/models.ts";
import { passages, vocabulary } from "./small-world.ts";

const embedder: Embedder = {
  fingerprint: "fixed",
  dimensions: 2,
  embed: async (texts) => texts.map(() => Float32Array.from([1, 0])),
};
const favouring = (label: number): VectorIndex => ({
  kind: "exact",
  size: passages.length,
  search: (_, k, allow) =>
    passages
      .map((_passage, at) => ({ label: at, score: at === label ? 0.9 : 0.1 }))
      .filter((hit) => allow === undefined || allow(hit.label))
      .sort((a, b) => b.score - a.score)
      .slice(0, k),
});

describe("words and vectors together", () => {
  it("lets a vector order what words leave undecided", async () => {
    const ask = (label: number) =>
      openRetriever(passages, vocabulary, embedder, favouring(label)).search("người dân được xác nhận", 2);
    expect((await ask(0))[0]?.label).toBe(0);
    expect((await ask(1))[0]?.label).toBe(1);
  });

  it("never lets a vector alone carry a passage: its coverage and word score stay 0", async () => {
    const hits = await openRetriever(passages, vocabulary, embedder, favouring(5)).search(
      "căn cước công dân",
      8,
    );
    const alone = hits.find(({ label }) => label === 5);
    expect(hits[0]?.label).toBe(4);
    expect(alone).toMatchObject({ words: 0, coverage: 0, cosine: 0.9 });
  });

  it("works by words alone when there are no vectors", async () => {
    const [hit] = await openRetriever(passages, vocabulary, null, null).search("nguoi cao tuoi", 1);
    expect(hit).toMatchObject({ label: 2, cosine: 0 });
  });

  it("keeps to the passages allowed in both halves", async () => {
    const hits = await openRetriever(passages, vocabulary, embedder, favouring(5)).search(
      "người dân",
      8,
      (label) => label < 2,
    );
    expect(hits.every(({ label }) => label < 2)).toBe(true);
  });

  it("counts a negative cosine as nothing", () => {
    const word = { label: 1, score: 0.5, coverage: 1 };
    expect(fuse([word], [{ label: 1, score: -0.4 }])[0]?.score).toBe(0.5);
  });
});
