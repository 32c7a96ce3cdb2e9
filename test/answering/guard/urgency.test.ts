import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answering } from "../../../src/answering/answer.ts";
import { parseSafety } from "../../../src/answering/guard/safety.ts";
import { openUrgency, STILL } from "../../../src/answering/guard/urgency/urgency.ts";
import { wholeEdition } from "../../support/whole-edition.ts";

const lines = <T>(name: string): T[] =>
  readFileSync(`test/golden/${name}.jsonl`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

describe("what sounds urgent", () => {
  const { spellings } = parseSafety(readFileSync("knowledge/safety.yaml", "utf8"));
  const urgency = openUrgency(spellings);

  it("is heard through short forms and dialect alike", () => {
    const short = urgency("tui mới ck cho nó xong");

    expect(short.emergency).toBeCloseTo(urgency("Tôi mới chuyển khoản cho nó xong").emergency, 10);
  });

  it("says the words that carried it, at least two that stand apart", () => {
    const { evidence } = urgency("nó gọi bảo đọc mã, tôi đọc rồi, giờ tiền trong thẻ bay hết");

    expect(evidence.length).toBeGreaterThanOrEqual(2);
  });

  it("abstains where no word was learned", () => {
    expect(urgency("")).toEqual(STILL);
    expect(urgency("qwerty zxcvb").evidence).toEqual([]);
  });

  it("refuses weights that were learned for other kinds", () => {
    const other = { kinds: ["none"], concepts: {}, calm: 6, fullMessage: 100, features: {} };

    expect(() => openUrgency(spellings, other)).toThrow(/train-urgency/u);
  });
});

describe("urgency of messages by another hand", () => {
  let answering: Answering;

  beforeAll(async () => {
    ({ answering } = await wholeEdition());
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
