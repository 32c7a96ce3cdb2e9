import type { Officer, TaskProgress } from "../../domain/people.ts";
import type { Task } from "../../domain/task.ts";
import { squeeze } from "../../vietnamese/text/normalise.ts";

export type SameUnit = (one: string, other: string) => boolean;

/** Equal but for case, tone placement and punctuation; each name is looked at once. */
export function sameNames(): SameUnit {
  const keys = new Map<string, string>();
  const keyOf = (name: string): string => {
    const known = keys.get(name) ?? squeeze(name);
    keys.set(name, known);
    return known;
  };
  return (one, other) => keyOf(one) === keyOf(other);
}

/** Who is to be told about a task, by the part they have in it. */
export interface Recipients {
  readonly lead: readonly Officer[];
  readonly support: readonly Officer[];
  readonly head: readonly Officer[];
  readonly leader: readonly Officer[];
  readonly admin: readonly Officer[];
  /** True when nobody of the lead unit is known and admins stand in. */
  readonly standIn: boolean;
}

/** A paper reaches its own locality only; one whose locality nobody has placed reaches nobody, for units are called alike everywhere. */
export function isOfLocality(task: Task, officer: Officer): boolean {
  return task.locality !== null && task.locality === officer.locality;
}

function ofUnits(officers: readonly Officer[], units: readonly string[], same: SameUnit): readonly Officer[] {
  return officers.filter((officer) => {
    const unit = officer.unit;
    return unit !== null && units.some((name) => same(name, unit));
  });
}

/** Officers of a unit; its heads when it has no other officer. */
function workersOf(people: readonly Officer[]): readonly Officer[] {
  const workers = people.filter((person) => person.role === "officer");
  return workers.length > 0 ? workers : people.filter((person) => person.role === "head");
}

export function recipientsOf(
  task: Task,
  officers: readonly Officer[],
  reports: readonly TaskProgress[],
  same: SameUnit,
): Recipients {
  const here = officers.filter((officer) => officer.active && isOfLocality(task, officer));
  const admin = here.filter((officer) => officer.role === "admin");
  const leadPeople = ofUnits(here, task.lead, same);
  const handedOn = new Set(
    reports.filter((report) => report.state === "transferred").map((report) => report.officer),
  );
  const leadWorkers = workersOf(leadPeople).filter((officer) => !handedOn.has(officer.id));
  const lead = leadWorkers.length > 0 ? leadWorkers : admin;
  const leadIds = new Set(lead.map((officer) => officer.id));
  return {
    lead,
    support: workersOf(ofUnits(here, task.coordinators, same)).filter((officer) => !leadIds.has(officer.id)),
    head: leadPeople.filter((officer) => officer.role === "head" && !leadIds.has(officer.id)),
    leader: here.filter((officer) => officer.role === "leader"),
    admin,
    standIn: leadWorkers.length === 0,
  };
}

/** Each officer's last word on a task, oldest first. */
export function lastReports(task: string, progress: readonly TaskProgress[]): readonly TaskProgress[] {
  const last = new Map<string, TaskProgress>();
  for (const report of progress) {
    const known = last.get(report.officer);
    if (report.task === task && (known === undefined || report.at >= known.at)) {
      last.set(report.officer, report);
    }
  }
  return [...last.values()].sort((a, b) => a.at - b.at || (a.officer < b.officer ? -1 : 1));
}

/** Whether this person may speak for the whole task: the lead unit's people, leaders and admins. */
export function speaksFor(task: Task, officer: Officer, same: SameUnit): boolean {
  if (!isOfLocality(task, officer)) {
    return false;
  }
  const unit = officer.unit;
  return (
    officer.role === "leader" ||
    officer.role === "admin" ||
    (unit !== null && task.lead.some((name) => same(name, unit)))
  );
}
