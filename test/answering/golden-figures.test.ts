import { describe, expect, it } from "vitest";
import { curveOf } from "../../scripts/evaluate/curve.ts";
import {
  byClass,
  classAndForm,
  figuresOf,
  type Judged,
  robustnessGaps,
} from "../../scripts/evaluate/figures.ts";
import { type BatchAnswer, faultsOf, type GoldItem } from "../../scripts/evaluate/score.ts";
import { THRESHOLD } from "../../src/answering/lookup/relevance.ts";

const source = () => null;

function judged(item: Partial<GoldItem>, answer: Partial<BatchAnswer>): Judged {
  const gold: GoldItem = {
    id: "t01-accented",
    question: "?",
    locality: null,
    kind: "target-accented",
    expect: { status: ["answered"], include: [["50%"]] },
    ...item,
  };
  const given: BatchAnswer = {
    id: gold.id,
    status: "answered",
    intent: "target",
    text: "50%",
    citations: [],
    elapsedMs: 1,
    ...answer,
  };
  return { item: gold, answer: given, faults: faultsOf(gold, given, source) };
}

const refused: Partial<BatchAnswer> = { status: "not_found", text: "Chưa có trong tài liệu." };

describe("the figures of an evaluation", () => {
  it("reads class and form from a kind, and takes a kind without a form as it is", () => {
    expect(classAndForm("confusable-name-teencode")).toEqual({ name: "confusable-name", form: "teencode" });
    expect(classAndForm("off_topic")).toEqual({ name: "off_topic", form: null });
  });

  it("counts a refusal of what the papers answer as false, unless the gold allows it", () => {
    const allowed = { expect: { status: ["answered"], include: ["50%"], alt: { status: ["not_found"] } } };

    const figures = figuresOf([judged({}, {}), judged({}, refused), judged(allowed, refused)]);

    expect(figures.answered).toEqual({ count: 1, of: 3 });
    expect(figures.falseRefusals).toEqual({ count: 1, of: 3 });
    expect(figures.accuracy).toEqual({ count: 1, of: 1 });
    expect(figures.right).toEqual({ count: 2, of: 3 });
  });

  it("counts an answer to what no paper answers as no right refusal, unless it says what is missing", () => {
    const absent = {
      expect: { status: ["not_found"], alt: { status: ["answered"], include: ["không nêu"] } },
    };

    const figures = figuresOf([
      judged(absent, refused),
      judged(absent, { text: "Kế hoạch không nêu số tiền." }),
      judged(absent, { text: "50 triệu" }),
    ]);

    expect(figures.rightRefusals).toEqual({ count: 2, of: 3 });
    expect(figures.answered.of).toBe(0);
  });

  it("looks for paper and evidence in the first citation, where the gold names them", () => {
    const item = {
      expect: { status: ["answered"], doc: "thanh-thuy", evidence: ["50% người dân"] },
    };
    const cite = (doc: string, quote: string) => ({ doc, section: "III.1", title: "", quote });

    const figures = figuresOf([
      judged(item, { citations: [cite("thanh-thuy", "- 50% người  dân")] }),
      judged(item, { citations: [cite("thanh-thuy", "80%"), cite("thanh-thuy", "50% người dân")] }),
      judged(item, { citations: [cite("ninh-giang", "40%")] }),
      judged({}, {}),
    ]);

    expect(figures.citedDocument).toEqual({ count: 2, of: 3 });
    expect(figures.citedEvidence).toEqual({ count: 1, of: 3 });
  });

  it("counts answers that hold a phrase of another place or year, not refusals that do", () => {
    const item = { expect: { status: ["answered"], include: ["50%"], exclude: ["70%"] } };

    const figures = figuresOf([
      judged(item, { text: "50% rồi 70%" }),
      judged(item, { ...refused, text: "Chưa có; 70%" }),
    ]);

    expect(figures.wrongPlaceOrYear.count).toBe(1);
  });

  it("measures a form's loss only over questions that were asked with accents too", () => {
    const form = (id: string, kind: string, answer: Partial<BatchAnswer>) => judged({ id, kind }, answer);
    const all = [
      form("a-accented", "fact-accented", {}),
      form("a-teencode", "fact-teencode", refused),
      form("b-accented", "fact-accented", {}),
      form("b-teencode", "fact-teencode", {}),
      form("c-teencode", "fact-teencode", refused),
    ];

    expect(robustnessGaps(all)).toEqual([
      { form: "unaccented", gap: null },
      { form: "teencode", gap: 50 },
      { form: "dialect", gap: null },
    ]);
    expect(byClass(all)[0]).toMatchObject({ name: "fact", all: { count: 3, of: 5 } });
  });
});

describe("the curve of the evidence bar", () => {
  it("judges with lower and higher bars and leaves the bar where it stood", async () => {
    const stood = { ...THRESHOLD };
    const bars: number[] = [];

    const points = await curveOf(async () => {
      bars.push(THRESHOLD.coverage);
      return [judged({}, {})];
    });

    expect(points.map((p) => p.bar)).toEqual(bars);
    expect(Math.min(...bars)).toBeLessThan(stood.coverage);
    expect(Math.max(...bars)).toBeGreaterThan(stood.coverage);
    expect(THRESHOLD).toEqual(stood);
  });

  it("leaves the bar where it stood when an answer fails", async () => {
    const stood = { ...THRESHOLD };

    await expect(curveOf(() => Promise.reject(new Error("no answer")))).rejects.toThrow("no answer");

    expect(THRESHOLD).toEqual(stood);
  });
});
