import type { Target } from "../../domain/task.ts";
import { fold } from "../../vietnamese/text/normalise.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { inLocality, leaders, type Match, matchRows } from "../index/rows.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import { namesOnlyKinds, withoutGroups } from "../understand/asking-words.ts";
import { groupOfTarget } from "../understand/groups.ts";
import type { Understanding } from "../understand/understanding.ts";

export type TargetFinding =
  | { readonly kind: "found"; readonly targets: readonly Target[]; readonly coverage: number }
  /** The papers set this target, but not for the year asked. */
  | { readonly kind: "other_years"; readonly targets: readonly Target[]; readonly years: readonly string[] }
  | { readonly kind: "none" };

/** Share of what is said about the figure (group and year aside) a target must hold. */
const PREDICATE_COVERAGE = 0.34;
/** The same when neither group nor year says which one is meant. */
const COVERAGE_ALONE = 0.5;

function yearOk(target: Target, years: readonly string[]): boolean {
  return years.length === 0 || (target.year !== null && years.includes(target.year));
}

/** Years inside a target without a year of its own ("Năm 2025 - 2026" of its task) do not date it. */
function undated(target: Target): boolean {
  return target.year === null;
}

function candidates(base: EditionIndex, u: Understanding, subject: Repaired): readonly Match<Target>[] {
  const local = inLocality(u.locality);
  const ofGroup = (t: Target) => {
    const group = groupOfTarget(` ${fold(t.group)} `) ?? groupOfTarget(` ${fold(t.statement)} `);
    return u.groups.length === 0 || (group !== null && u.groups.includes(group));
  };
  const grouped = matchRows(base.targets, subject, (t) => local(t) && ofGroup(t), 30);
  if (grouped.length > 0 || u.groups.length > 0) {
    const all = base.targets.all.filter((t) => local(t) && ofGroup(t));
    const matched = new Set(grouped.map((m) => m.row));
    const rest = all.filter((t) => !matched.has(t)).map((row) => ({ row, score: 0, coverage: 0 }));
    return [...grouped, ...rest];
  }
  return matchRows(base.targets, subject, local, 30);
}

const distinctYears = (targets: readonly Target[]) =>
  [...new Set(targets.flatMap((t) => (t.year === null ? [] : [t.year])))].sort();

/** Words that no target holds may be frame ("tăng", "cạnh nhau"); more of them ask for something else. */
const STRANGE_WORDS = 2;

/** Rows whose statement holds enough of what is said about the figure; all, when nothing more is said. */
function speaking(
  base: EditionIndex,
  u: Understanding,
  rows: readonly Target[],
  matched: readonly Match<Target>[],
): readonly Match<Target>[] {
  const said = namesOnlyKinds(u.subject) ? "" : u.subject;
  const predicate = base.retriever.words.repair(withoutGroups(said));
  const keys = predicate.keys.filter((key) => base.targetWords.has(key));
  const known = u.groups.length > 0 || u.years.length > 0;
  if (keys.length === 0) {
    const coverage = new Map(matched.map((m) => [m.row, m.coverage]));
    const framed = predicate.keys.length === 0 || (known && predicate.keys.length <= STRANGE_WORDS);
    return framed ? rows.map((row) => ({ row, score: 1, coverage: coverage.get(row) ?? 0 })) : [];
  }
  const allowed = new Set(rows);
  const asked =
    predicate.keys.length - keys.length <= STRANGE_WORDS
      ? { ...predicate, keys, alternatives: [] }
      : predicate;
  const found = matchRows(base.targets, asked, (row) => allowed.has(row), 60);
  return found.filter((m) => m.coverage >= (known ? PREDICATE_COVERAGE : COVERAGE_ALONE));
}

/**
 * Targets a question asks for. Group and year single out rows; what is said about the figure ("xác nhận … trên VNeID"
 * against "có kiến thức cơ bản") decides between them. A year that is asked must be the target's own.
 */
export function lookupTargets(base: EditionIndex, u: Understanding, subject: Repaired): TargetFinding {
  // "mục tiêu của phong trào": the movement's name tells no target from another.
  const matched = namesOnlyKinds(u.subject) && u.groups.length === 0 ? [] : candidates(base, u, subject);
  const local = base.targets.all.filter(inLocality(u.locality));
  const rows = matched.length > 0 || u.groups.length > 0 ? matched.map((m) => m.row) : local;
  const good = speaking(base, u, rows, matched);
  const dated = good.filter((m) => yearOk(m.row, u.years));
  const open = good.filter((m) => undated(m.row) && u.years.length > 0 && m.coverage >= COVERAGE_ALONE);
  const hasYears = good.some((m) => m.row.year !== null);
  const best = dated.length > 0 || hasYears ? dated : open;
  if (best.length > 0) {
    const chosen = best.every((m) => m.score === 1) ? best : leaders(best, 0.12);
    return {
      kind: "found",
      targets: chosen.map((m) => m.row),
      coverage: Math.max(...chosen.map((m) => m.coverage), PREDICATE_COVERAGE),
    };
  }
  const others = leaders(good, 0.12).map((m) => m.row);
  return others.length > 0 && u.years.length > 0
    ? { kind: "other_years", targets: others, years: distinctYears(others) }
    : { kind: "none" };
}
