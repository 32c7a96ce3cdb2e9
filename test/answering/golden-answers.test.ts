import { describe, expect, it } from "vitest";
import { figuresOf, type Share } from "../../scripts/evaluate/figures.ts";
import { GOLD_FILES, judgeAll, readGold } from "../../scripts/evaluate/gold.ts";
import { wholeEdition } from "../support/whole-edition.ts";

// Floors stand a little under what was measured (docs/evidence.md): a change that makes answers worse is seen, a wording is not.

const share = ({ count, of }: Share) => count / of;

describe("answers to the gold questions", () => {
  it("stay as right, as honest and as well cited as measured", async () => {
    const { answering } = await wholeEdition();
    const gold = (await Promise.all(GOLD_FILES.map(readGold))).flat();

    const judged = await judgeAll(gold, answering, "2025-11-21");

    const figures = figuresOf(judged);
    expect(judged.length).toBe(gold.length);
    expect(share(figures.right)).toBeGreaterThanOrEqual(0.91);
    expect(share(figures.accuracy)).toBeGreaterThanOrEqual(0.95);
    expect(share(figures.rightRefusals)).toBeGreaterThanOrEqual(0.92);
    expect(share(figures.citedDocument)).toBeGreaterThanOrEqual(0.97);
    expect(share(figures.falseRefusals)).toBeLessThanOrEqual(0.04);
    expect(figures.wrongPlaceOrYear.count).toBe(0);
    expect(judged.flatMap((j) => j.faults.filter((f) => f.startsWith("quote not in")))).toEqual([]);
  });

  it("are asked of 180 and more questions in four forms, 120 confusable ones and 150 that no paper answers", async () => {
    const [questions = [], confusable = [], unanswerable = [], second = []] = await Promise.all(
      GOLD_FILES.map(readGold),
    );
    const forms = new Map<string, number>();
    for (const { id } of [...questions, ...second]) {
      const base = id.replace(/-\w+$/u, "");
      forms.set(base, (forms.get(base) ?? 0) + 1);
    }

    expect(forms.size).toBeGreaterThanOrEqual(180);
    expect([...forms.values()].every((count) => count === 4)).toBe(true);
    expect(confusable.length).toBeGreaterThanOrEqual(120);
    expect(unanswerable.length).toBeGreaterThanOrEqual(150);
    const ids = [...questions, ...confusable, ...unanswerable, ...second].map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
