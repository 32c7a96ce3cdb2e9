import type { Target } from "../../domain/task.ts";
import { fold } from "../../vietnamese/fold.ts";
import type { Base } from "../base.ts";
import type { Repaired } from "../search/repair.ts";
import { groupOfTarget } from "../understand/groups.ts";
import type { Understanding } from "../understand/understanding.ts";
import { inLocality, leaders, type Match, matchRows } from "./rows.ts";

export type TargetFinding =
  | { readonly kind: "found"; readonly targets: readonly Target[]; readonly coverage: number }
  /** The papers set this target, but not for the year asked. */
  | { readonly kind: "other_years"; readonly targets: readonly Target[]; readonly years: readonly string[] }
  | { readonly kind: "none" };

/** Share of a question's content a target must hold when no group tells which one is meant. */
const COVERAGE_WITHOUT_GROUP = 0.55;
/** The same when group (and year) match: the rest of the question may be frame ("được trang bị", "ở mức nào"). */
const COVERAGE_WITH_GROUP = 0.3;

function yearOk(target: Target, years: readonly string[]): boolean {
  return years.length === 0 || (target.year !== null && years.includes(target.year));
}

/** Years inside a target without a year of its own ("Năm 2025 - 2026" of its task) do not date it. */
function undated(target: Target): boolean {
  return target.year === null;
}

function candidates(base: Base, u: Understanding, subject: Repaired): readonly Match<Target>[] {
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

/**
 * Targets a question asks for. A year that is asked must be the target's own; the subject decides between targets of
 * one group ("xác nhận … trên VNeID" against "có kiến thức cơ bản").
 */
export function lookupTargets(base: Base, u: Understanding, subject: Repaired): TargetFinding {
  const found = candidates(base, u, subject);
  const bar = u.groups.length > 0 ? COVERAGE_WITH_GROUP : COVERAGE_WITHOUT_GROUP;
  const good = found.filter(
    (m) => m.coverage >= bar || (u.groups.length > 0 && u.subject.split(" ").length <= 4),
  );
  const dated = good.filter((m) => yearOk(m.row, u.years));
  if (dated.length > 0) {
    const best = leaders(dated, 0.12);
    return { kind: "found", targets: best.map((m) => m.row), coverage: best[0]?.coverage ?? 0 };
  }
  const open = good.filter((m) => undated(m.row) && m.coverage >= COVERAGE_WITHOUT_GROUP);
  if (open.length > 0 && u.years.length > 0) {
    return {
      kind: "found",
      targets: leaders(open, 0.12).map((m) => m.row),
      coverage: open[0]?.coverage ?? 0,
    };
  }
  const others = leaders(good, 0.12).map((m) => m.row);
  return others.length > 0 && u.years.length > 0
    ? { kind: "other_years", targets: others, years: distinctYears(others) }
    : { kind: "none" };
}
