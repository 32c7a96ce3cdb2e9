import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Task } from "../../src/domain/task.ts";
import { squeeze } from "../../src/vietnamese/text/normalise.ts";
import { gold, read } from "./seeds.ts";

// Invented papers in other styles than the seeds: party numbering, tables, decisions, labelled lines, no numbers at all.
type GoldTask = Pick<Task, "section" | "lead" | "coordinators" | "schedule"> & Partial<Pick<Task, "result">>;
const papers = gold<Record<string, GoldTask[]>>("tasks-unseen");

describe.each(Object.keys(papers))("a paper of another style, %s", (file) => {
  const document = read(readFileSync(`test/knowledge/unseen/${file}`, "utf8"));
  const bySection = (a: GoldTask, b: GoldTask) => (a.section < b.section ? -1 : 1);

  it("gives every task with who, with whom, when and what for", () => {
    const found = document.tasks.map(({ section, lead, coordinators, schedule, result }) => ({
      section,
      lead,
      coordinators,
      schedule,
      ...(result === undefined ? {} : { result }),
    }));
    expect(found.sort(bySection)).toEqual(papers[file]?.toSorted(bySection));
  });

  it("is quoted word for word", () => {
    const paper = squeeze(document.sourceText);
    const cited = [...document.passages, ...document.tasks].flatMap(({ quote, quoteMore = [] }) => [
      quote,
      ...quoteMore,
    ]);
    expect(cited.filter((quote) => !paper.includes(squeeze(quote)))).toEqual([]);
  });

  it("keeps recipients and signature out of what is searched", () => {
    expect(document.passages.map(({ text }) => text).join("\n")).not.toMatch(/Nơi nhận|Lưu: VT|TM\. /u);
  });

  it("has its number, full date and signer on its card", () => {
    const { number, date, signer } = document.card;
    expect([number?.value, date?.value, signer?.value]).toEqual([
      expect.stringMatching(/^\d+[-/]/u),
      expect.stringMatching(/^2025-\d{2}-\d{2}$/u),
      expect.stringMatching(/^\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}*)+$/u),
    ]);
  });
});
