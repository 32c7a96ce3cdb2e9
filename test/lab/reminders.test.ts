import { describe, expect, it } from "vitest";
import { FAULTS, type LabSettings, runLab } from "../../scripts/lab/run.ts";

const lab = (settings: Partial<LabSettings>) =>
  runLab({ reminders: 60, kills: 0, seed: 7, faults: {}, mutation: "none", points: [], ...settings });

describe("the reminder service, killed and started again", () => {
  it("sends exactly one of each when nothing goes wrong", async () => {
    const result = await lab({});

    expect(result).toEqual({
      reminders: 60,
      kills: 0,
      silentLoss: 0,
      sentNotDelivered: 0,
      unmarkedDuplicates: 0,
      markedCopies: 0,
      undeliveredShown: 0,
      secondsKillToNext: 0,
      violations: [],
    });
  });

  it("loses nothing in silence and doubles nothing unmarked under faults and kills", async () => {
    const { f429, hang_after, ...quick } = FAULTS;
    const result = await lab({ reminders: 100, kills: 5, faults: { ...quick, f429: f429 ?? 0 } });

    expect(hang_after).toBeGreaterThan(0);
    expect(result.violations).toEqual([]);
  });

  it("would be seen without the second commit: a death after sending doubles messages", async () => {
    const result = await lab({ kills: 3, mutation: "no-second-commit", points: ["after_send"] });

    expect(result.unmarkedDuplicates).toBeGreaterThan(0);
  });
});
