import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadEdition } from "../../../scripts/command-line.ts";
import { type Answering, openAnswering } from "../../../src/answering/answer.ts";
import { parseSafety } from "../../../src/answering/guard/safety.ts";
import { learnUrgency } from "../../../src/answering/guard/urgency.ts";

const lines = <T>(name: string): T[] =>
  readFileSync(`test/golden/${name}.jsonl`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

describe("what sounds urgent", () => {
  const safety = parseSafety(readFileSync("knowledge/safety.yaml", "utf8"));

  it("is learned alike from the same examples", () => {
    const ordinary = ["Cài VNeID thế nào", "Năm 2025 chỉ tiêu là bao nhiêu"];
    const message = "nó bảo tôi đọc sáu số, đọc xong thì ví còn không đồng";

    expect(learnUrgency(safety, ordinary)(message)).toBe(learnUrgency(safety, ordinary)(message));
  });

  it("is heard through short forms, dialect and lost accents alike", () => {
    const urgency = learnUrgency(safety, []);

    expect(urgency("tui mới ck cho nó xong")).toBeCloseTo(urgency("Tôi mới chuyển khoản cho nó xong"), 10);
    expect(urgency("")).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe("urgency of messages that no rule was written for", () => {
  let opened: Awaited<ReturnType<typeof loadEdition>>;
  let answering: Answering;
  let data: string;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), "urgency-"));
    opened = await loadEdition({ knowledge: resolve("knowledge"), data });
    answering = openAnswering(opened.live, opened.embedder);
  });

  afterAll(async () => {
    await opened.storage.close();
    await rm(data, { recursive: true, force: true });
  });

  async function isUrgent(text: string): Promise<boolean> {
    const { answer } = await answering.answer({ text, locality: null, today: "2026-11-21" }, null);
    return answer.intent === "urgent" || answer.intent === "danger";
  }

  it("is heard nine times in ten, and seldom in what only sounds like it", async () => {
    const set = lines<{ text: string; urgent: boolean }>("urgent-blind");
    const heard = new Set<string>();
    for (const { text } of set) {
      if (await isUrgent(text)) {
        heard.add(text);
      }
    }

    const urgent = set.filter((line) => line.urgent);
    const right = urgent.filter((line) => heard.has(line.text));
    expect(right.length / urgent.length).toBeGreaterThanOrEqual(0.88);
    expect(right.length / heard.size).toBeGreaterThanOrEqual(0.82);
  });

  it("is heard in hardly any ordinary question", async () => {
    const questions = ["guides", "guides-second", "questions", "confusable"].flatMap((name) =>
      lines<{ question: string; expect: { doc?: string | string[] } }>(name),
    );
    const emergencies = ["lam-gi-khi-bi-lua", "vneid-doi-thiet-bi", "tre-em-tren-mang"];
    const ordinary = questions.filter(
      ({ expect: { doc } }) => ![doc].flat().some((id) => id !== undefined && emergencies.includes(id)),
    );
    let heard = 0;
    for (const { question } of ordinary) {
      heard += Number(await isUrgent(question));
    }

    expect(ordinary.length).toBeGreaterThan(1_000);
    expect(heard / ordinary.length).toBeLessThanOrEqual(0.01);
  });
});
