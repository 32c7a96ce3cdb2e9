import { describe, expect, it } from "vitest";
import { type JudgeWeights, judge } from "../../../src/answering/judge/judge.ts";
import type { GuideCandidate, MatterCandidate } from "../../../src/answering/retrieve/guides.ts";
import { understandQuestion } from "../../../src/answering/understand/understand.ts";
import type { Guide, PartRef } from "../../../src/domain/document.ts";
import type { Matter } from "../../../src/domain/matter.ts";

const u = understandQuestion("đổi thẻ thế nào", "đổi thẻ thế nào", null, null, {
  localities: [],
  units: [],
  paperNames: { name: () => false, words: () => false, short: () => false },
  names: [],
  today: "2026-12-01",
});

/** What carries a candidate is one number, so that its chance is chosen by the test: log-odds of 2 are 0.88. */
const weights: JudgeWeights = {
  guide: { bias: 0, of: { said: 1 } },
  shown: { bias: 0, of: { odds: 1 } },
  matter: { bias: 0, of: { said: 1 } },
  plan: { bias: -4, of: { draft: 8 } },
};
const guide = (id: string) => ({ id }) as Guide;
const part = (of: Guide, ref: PartRef, said: number): GuideCandidate => ({
  kind: "guide",
  guide: of,
  ...ref,
  features: { said },
});
const door = (slug: string, said: number): MatterCandidate => ({
  kind: "matter",
  matter: { slug } as Matter,
  features: { said },
});
const one = guide("one");
const other = guide("other");
const whole: PartRef = { part: "whole", index: 0 };
const nothing = { kind: "nothing" };
const decide = (
  guides: readonly GuideCandidate[],
  matters: readonly MatterCandidate[] = [],
  plans = nothing,
) => judge(u, plans, guides, matters, weights).judgement;

describe("judge", () => {
  it("answers with the likeliest part, and with others of its guide that are nearly as likely", () => {
    const trouble = (index: number) => ({ part: "trouble", index }) as const;
    const judged = decide([
      part(one, trouble(0), 2),
      part(one, trouble(1), 3),
      part(one, trouble(2), -3),
      part(other, whole, -3),
    ]);

    expect(judged).toMatchObject({ kind: "guide", guide: one, parts: [trouble(1), trouble(0)] });
  });

  it("asks back between guides that are each too unlikely to be said", () => {
    expect(decide([part(one, whole, 0.5), part(other, whole, 0.4)])).toEqual({
      kind: "which_guide",
      guides: [one, other],
    });
  });

  it("says no where a wrong answer would cost more", () => {
    expect(decide([part(one, whole, -1)])).toMatchObject({ kind: "none", unknown: false });
    expect(decide([part(one, whole, -5)])).toMatchObject({ kind: "none", unknown: true });
  });

  it("shows the door of a matter that no guide treats", () => {
    expect(decide([part(one, whole, -3)], [door("ho-chieu", 3)])).toMatchObject({
      kind: "door",
      matter: { slug: "ho-chieu" },
    });
  });

  it("lets the plans answer where they are surer than any guide", () => {
    expect(decide([part(one, whole, 1)], [], { kind: "draft" })).toEqual({ kind: "plans" });
  });

  it("says what carried each candidate", () => {
    expect(judge(u, nothing, [part(one, whole, 2)], [], weights).why.join("\n")).toContain("said +2.0");
  });
});
