import type { LocalitySlug } from "../../domain/document.ts";
import type { Target } from "../../domain/task.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import type { Understanding } from "../understand/understanding.ts";
import { citeTarget, type Draft, localityName, sentence, sourceLines } from "./draft.ts";

function line(target: Target, base: EditionIndex): string {
  const where = localityName(target.locality, base);
  return target.year === null
    ? ANSWERS.noYear(where, sentence(target.statement))
    : ANSWERS.inYear(target.year, where, sentence(target.statement));
}

/** A figure the asker took for given is confirmed or corrected before anything else. */
function premise(targets: readonly Target[], u: Understanding): string[] {
  const assumed = u.assumedPercents[0];
  if (assumed === undefined) {
    return [];
  }
  const right = targets.some((t) => t.percent === assumed);
  return [right ? ANSWERS.premiseRight(`${assumed}%`) : ANSWERS.premiseWrong(`${assumed}%`)];
}

const byYear = (a: Target, b: Target) => (a.year ?? "9999").localeCompare(b.year ?? "9999");

/** One figure, or the figures of several years or aspects, each on its own line with its locality and year. */
export function composeTargets(found: readonly Target[], u: Understanding, base: EditionIndex): Draft {
  const order = (t: Target) => base.targets.all.indexOf(t);
  const inOrder = [...found].sort((a, b) => order(a) - order(b));
  const targets = u.years.length === 0 ? inOrder.sort(byYear) : inOrder;
  const citations = targets.map((t) => citeTarget(t, base));
  const lines = targets.map((t) => line(t, base));
  const list = lines.length > 1 ? lines.map((l) => `- ${l}`) : lines;
  return {
    intent: "target",
    text: [...premise(targets, u), ...list, sourceLines(citations, base)].join("\n"),
    citations,
    counts: [],
    section: targets[0]?.section ?? null,
  };
}

/** Localities or years side by side, one block each, so that figures of two papers never share a statement. */
export function composeComparison(
  groups: ReadonlyMap<LocalitySlug, readonly Target[]>,
  u: Understanding,
  base: EditionIndex,
): Draft {
  const citations = [...groups.values()].flat().map((t) => citeTarget(t, base));
  const blocks = [...groups].map(([slug, targets]) => {
    const sorted = [...targets].sort(byYear);
    const lines = sorted.map((t) => `- ${ANSWERS.yearHead(t.year)}${sentence(t.statement)}`);
    return [`${localityName(slug, base)}:`, ...lines].join("\n");
  });
  return {
    intent: "comparison",
    text: [ANSWERS.compareHead(ANSWERS.targetsOf(u.years)), ...blocks, sourceLines(citations, base)].join(
      "\n",
    ),
    citations,
    counts: [],
    section: null,
  };
}
