import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openRetriever } from "../../src/answering/search/retriever.ts";
import { openQuestionEmbedder, openRemoteEmbedder } from "../../src/models/remote-embedder.ts";
import type { VectorIndex } from "../../src/ports/knowledge.ts";
import { type Embedder, ModelError } from "../../src/ports/models.ts";
import { fixedClock } from "../support/clock.ts";
import { type ModelMode, type ModelServer, openModelServer } from "../support/model-server.ts";
import { openLogbook } from "../support/receiver.ts";

let server: ModelServer;
beforeAll(async () => {
  server = await openModelServer();
});
afterAll(() => server.close());
beforeEach(() => server.behave("ok"));

const FINGERPRINT = "openai:test-model:64";
const vocabulary = { abbreviations: {}, teencode: {}, dialect: {}, names: {}, synonyms: [] };

function openForQuestions() {
  const clock = fixedClock();
  const book = openLogbook();
  const embedder = openQuestionEmbedder(server.settings, FINGERPRINT, clock, book.log);
  if (embedder === null) {
    throw new Error("no embedder");
  }
  const outcomes = () => book.events.flatMap((e) => (e.kind === "model" ? [e.outcome] : []));
  return { clock, embedder, outcomes };
}

describe("embeddings of another server, for papers", () => {
  it("gives unit vectors of the server's dimension", async () => {
    const embedder = await openRemoteEmbedder(server.settings);
    const vectors = await embedder.embed(["học\nkỹ năng số", "gia đình số"]);

    expect(embedder.fingerprint).toBe(FINGERPRINT);
    expect(vectors.map((v) => v.length)).toEqual([64, 64]);
    expect(Math.hypot(...(vectors[0] ?? []))).toBeCloseTo(1, 5);
    expect(server.refused).toEqual([]);
  });

  it("refuses a server that answers base64 whatever it is asked", async () => {
    server.behave("base64_only");
    await expect(openRemoteEmbedder(server.settings)).rejects.toMatchObject({ reason: "bad_answer" });
  });

  it("refuses vectors of another length in the middle of the work", async () => {
    const embedder = await openRemoteEmbedder(server.settings);
    server.behave("other_dimension");
    await expect(embedder.embed(["học"])).rejects.toThrow(ModelError);
  });
});

describe("embeddings of another server, for questions", () => {
  it("are not used for another model's vectors", () => {
    const { log } = openLogbook();
    expect(openQuestionEmbedder(server.settings, "local-1-256-abc", fixedClock(), log)).toBeNull();
    expect(openQuestionEmbedder(server.settings, "openai:other:64", fixedClock(), log)).toBeNull();
  });

  it.each<[ModelMode, string]>([
    ["other_dimension", "embeddings: bad_answer"],
    ["base64_only", "embeddings: bad_answer"],
    ["wrong_json", "embeddings: bad_answer"],
    ["internal_error", "embeddings: unreachable"],
    ["unauthorized", "embeddings: refused"],
    ["huge", "embeddings: too_large"],
  ])("give way to words when the server is %s, and say %s", async (mode, outcome) => {
    const { embedder, outcomes } = openForQuestions();
    await embedder.embed(["học"]);
    server.behave(mode);

    expect(await embedder.embed(["học"])).toEqual([]);
    expect(outcomes().at(-1)).toBe(outcome);
  });

  it("leave search to words alone, and come back by themselves", async () => {
    const { embedder, clock, outcomes } = openForQuestions();
    const texts = ["gia đình số trong khu dân cư", "chợ 4T không dùng tiền mặt"];
    const retriever = openRetriever(
      texts.map((text) => ({ text, heading: "" })),
      vocabulary,
      embedder,
      await exactIndex(embedder, texts),
    );
    const best = async () => (await retriever.search("chợ không tiền mặt", 1))[0]?.label;
    expect(await best()).toBe(1);

    server.behave("other_dimension");
    for (let i = 0; i < 8; i++) {
      expect(await best()).toBe(1);
    }
    expect(outcomes().filter((o) => o === "embeddings: bad_answer")).toHaveLength(5);

    server.behave("ok");
    clock.advance(30_001);
    expect(await best()).toBe(1);
    expect(outcomes().at(-1)).toBe("embeddings: answered");
  });

  it("never send personal data", async () => {
    const { embedder } = openForQuestions();
    const before = server.received.length;
    expect(await embedder.embed(["số căn cước của tôi là 001203004567"])).toEqual([]);
    expect(server.received.length).toBe(before);
  });
});

async function exactIndex(embedder: Embedder, texts: readonly string[]): Promise<VectorIndex> {
  const kept = await embedder.embed(texts);
  const near = (a: Float32Array, b: Float32Array) =>
    a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  return {
    kind: "exact",
    size: kept.length,
    search: (vector, k) =>
      kept
        .map((other, label) => ({ label, score: near(vector, other) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, k),
  };
}
