import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { wholeEdition } from "../support/whole-edition.ts";

// Claims that were once wrong, old or missing, asked as residents ask: what is read first must hold the right value.

interface Claim {
  readonly id: string;
  readonly question: string;
  /** One of each group stands at the head of the answer. */
  readonly holds: readonly (readonly string[])[];
  /** What was said wrongly before. */
  readonly lacks: readonly string[];
}

/** As much as is read on a small screen before scrolling, in characters. */
const HEAD = 320;

const claims: readonly Claim[] = readFileSync(resolve(import.meta.dirname, "../golden/claims.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

function faultsOf({ id, question, holds, lacks }: Claim, text: string): readonly string[] {
  const head = text.replace(/\s+/gu, " ").slice(0, HEAD);
  const missing = holds.filter((group) => !group.some((words) => head.includes(words)));
  const wrong = lacks.filter((words) => head.includes(words));
  return [
    ...missing.map((group) => `lacks ${group.join(" or ")}`),
    ...wrong.map((words) => `says ${words}`),
  ].map((fault) => `${id} ${question} ${fault}: ${head}`);
}

describe("claims that were once wrong", () => {
  it("are said rightly at the head of the answer, or hardly ever not at all", async () => {
    const { answering } = await wholeEdition();
    const faults: string[] = [];
    const unsaid: string[] = [];
    for (const claim of claims) {
      const { answer: made } = await answering.answer(
        { text: claim.question, locality: null, today: "2026-12-01" },
        null,
      );
      if (made.status === "answered") {
        faults.push(...faultsOf(claim, made.text));
      } else {
        unsaid.push(`${claim.id} ${claim.question}`);
      }
    }

    expect(claims.length).toBeGreaterThanOrEqual(40);
    expect(faults).toEqual([]);
    expect(unsaid.length, unsaid.join("; ")).toBeLessThanOrEqual(1);
  });
});
