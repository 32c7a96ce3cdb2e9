import type { Officer, TaskProgress } from "../../domain/people.ts";
import type { ApprovedTask } from "../../domain/reminder.ts";
import type { Task } from "../../domain/task.ts";
import { dayAt, daysBetween } from "../../vietnamese/text/dates.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { Occurrence } from "../calendar/occurrences.ts";
import {
  type OpenContext,
  type OpenOccurrence,
  occurrencesOf,
  openOccurrences,
  saidOf,
} from "../ledger/open-occurrences.ts";
import { isOfLocality, lastReports, type SameUnit, sameNames, speaksFor } from "../ledger/recipients.ts";
import { codesOf } from "../tasks/codes.ts";
import { byTask } from "./plan.ts";

/** Days ahead that count as "sắp đến hạn". */
const SOON_DAYS = 14;

export type DutyGroup =
  | "overdue"
  | "soon"
  | "later"
  | "ongoing"
  | "as_guided"
  | "separate_plan"
  | "on_request"
  | "unclear"
  | "done";

/** One task from where an officer stands. */
export interface Duty {
  readonly task: Task;
  /** "#TT-6F2K". */
  readonly code: string;
  /** False while nobody has approved it: it does not remind. */
  readonly approved: boolean;
  /** The plan has newer words for it, on which nobody has decided. */
  readonly amended: boolean;
  /** UTC ms. */
  readonly approvedAt: number;
  readonly part: "lead" | "support" | "oversight";
  readonly group: DutyGroup;
  /** The open occurrence nearest in time; null for undated or finished work. */
  readonly due: (Occurrence & { readonly daysLeft: number }) | null;
  /** Of recurring work, the occurrence that what is said now is about; null for other work. */
  readonly period: string | null;
  /** The latest report on it that counts for the whole task, for support the officer's own. */
  readonly report: TaskProgress | null;
  /** All that was said of this occurrence, oldest first. */
  readonly said: readonly TaskProgress[];
}

export interface DutyFacts {
  readonly tasks: readonly ApprovedTask[];
  readonly progress: readonly TaskProgress[];
  readonly officers: readonly Officer[];
  readonly calendar: Calendar;
  /** UTC ms. */
  readonly now: number;
  readonly same?: SameUnit;
}

function groupOf(task: Task, daysLeft: number | null, done: boolean): DutyGroup {
  if (daysLeft !== null) {
    if (daysLeft < 0) {
      return "overdue";
    }
    return daysLeft <= SOON_DAYS ? "soon" : "later";
  }
  const kind = task.schedule?.kind;
  if (done) {
    return "done";
  }
  return kind === "ongoing" || kind === "as_guided" || kind === "separate_plan" || kind === "on_request"
    ? kind
    : "unclear";
}

function dutyOf(context: OpenContext, part: Duty["part"], officer: Officer | null, code: string): Duty {
  const { task } = context.approved;
  // A missed occurrence gives way to the next one once that is due itself.
  const counts = (one: OpenOccurrence) => one.until > context.now;
  const occurrence = openOccurrences(context).find(counts) ?? null;
  const said = occurrence === null ? context.progress : saidOf(task, occurrence, context.progress);
  const reports = lastReports(task.id, said);
  const counting = reports.filter((report) => {
    const who = context.officers.find((one) => one.id === report.officer);
    return part === "support"
      ? report.officer === officer?.id
      : who !== undefined && speaksFor(task, who, context.same);
  });
  const report = counting.at(-1) ?? null;
  const ownDone = part === "support" && report?.state === "done" && task.schedule?.kind !== "recurring";
  const due = occurrence === null || ownDone ? null : withDays(occurrence, context.now);
  const recurring = task.schedule?.kind === "recurring";
  const done = report?.state === "done" || (occurrence === null && recurring);
  const spokenOf = occurrence ?? occurrencesOf(context).find(counts);
  const period = recurring ? (spokenOf?.name ?? null) : null;
  const approved = context.approved.unapproved !== true;
  return {
    task,
    code,
    approved,
    approvedAt: context.approved.approvedAt,
    amended: context.approved.amended !== undefined,
    part,
    group: groupOf(task, due?.daysLeft ?? null, done),
    due,
    period,
    report,
    said: spokenOf === undefined ? context.progress : saidOf(task, spokenOf, context.progress),
  };
}

function withDays(occurrence: OpenOccurrence, now: number): Occurrence & { readonly daysLeft: number } {
  const { until: _, ...rest } = occurrence;
  const { deadline } = occurrence;
  return { ...rest, daysLeft: daysBetween(dayAt(now), deadline) };
}

function partOf(task: Task, officer: Officer, same: SameUnit): Duty["part"] | null {
  if (!isOfLocality(task, officer)) {
    return null;
  }
  const unit = officer.unit;
  if (unit === null) {
    return officer.role === "leader" || officer.role === "admin" ? "oversight" : null;
  }
  if (task.lead.some((name) => same(name, unit))) {
    return "lead";
  }
  return task.coordinators.some((name) => same(name, unit)) ? "support" : null;
}

function byUrgency(a: Duty, b: Duty): number {
  const left = a.due?.deadline ?? "9999";
  const right = b.due?.deadline ?? "9999";
  if (left !== right) {
    return left < right ? -1 : 1;
  }
  return a.code < b.code ? -1 : 1;
}

/** What an officer's unit leads or supports; for a leader or admin everything of the locality. Most urgent first. */
export function dutiesOf(officer: Officer, facts: DutyFacts): readonly Duty[] {
  const same = facts.same ?? sameNames();
  const codes = codesOf(facts.tasks.map(({ task }) => task));
  const progress = byTask(facts.progress);
  return facts.tasks
    .flatMap((approved) => {
      const { task } = approved;
      const part = partOf(task, officer, same);
      const context = { ...facts, approved, same, progress: progress.get(task.id) ?? [] };
      return part === null ? [] : [dutyOf(context, part, officer, codes.get(task.id) ?? "")];
    })
    .sort(byUrgency);
}

/** Duties of one unit, for its head or for a leader who asks about it. */
export function dutiesOfUnit(unit: string, officer: Officer, facts: DutyFacts): readonly Duty[] {
  return dutiesOf({ ...officer, unit, role: "officer" }, facts);
}

export function inGroup(duties: readonly Duty[], group: DutyGroup): readonly Duty[] {
  return duties.filter((duty) => duty.group === group);
}
