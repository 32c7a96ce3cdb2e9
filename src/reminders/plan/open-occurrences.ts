import type { Officer, TaskProgress } from "../../domain/people.ts";
import type { ApprovedTask, PastDecision, ReminderPreference } from "../../domain/reminder.ts";
import { addDays, dayAt, daysBetween, instantOf } from "../../vietnamese/text/dates.ts";
import type { Calendar } from "../calendar/calendar.ts";
import {
  type Occurrence,
  occurrencesBetween,
  periodDays,
  singleOccurrence,
} from "../calendar/occurrences.ts";
import { lastReports, type SameUnit, speaksFor } from "./recipients.ts";
import type { ReminderRule } from "./rules.ts";

/** A report in the first quarter of a period is about the period before. */
const LATE_SHARE = 0.25;

/** What tells which occurrences of a task are still open. */
export interface OpenContext {
  readonly approved: ApprovedTask;
  readonly officers: readonly Officer[];
  /** Reports on this task only. */
  readonly progress: readonly TaskProgress[];
  readonly calendar: Calendar;
  readonly same: SameUnit;
  /** UTC ms. */
  readonly now: number;
}

/** All that one task's reminders depend on. */
export interface TaskContext extends OpenContext {
  readonly rules: readonly ReminderRule[];
  readonly preferences: ReadonlyMap<string, ReminderPreference>;
  readonly decision: (occurrence: string) => PastDecision | null;
  /** Whether the officers' own reminders about this occurrence may not have reached them. */
  readonly unreached: (occurrence: string) => boolean;
}

export interface OpenOccurrence extends Occurrence {
  /** Instant after which this occurrence's overdue nudges stop: the next one carries on. */
  readonly until: number;
}

/** Officers whose word on the task counts for all of it. */
export function speakers(context: OpenContext): ReadonlySet<string> {
  const { task } = context.approved;
  return new Set(
    context.officers.filter((officer) => speaksFor(task, officer, context.same)).map((officer) => officer.id),
  );
}

function closes(report: TaskProgress, deadline: string, days: number): boolean {
  const day = dayAt(report.at);
  return day > deadline || daysBetween(day, deadline) < days * (1 - LATE_SHARE);
}

/** Occurrences not yet done: the one end of a dated task; for recurring work those since approval, one ahead. */
export function openOccurrences(context: OpenContext): readonly OpenOccurrence[] {
  const { task, approvedAt } = context.approved;
  const who = speakers(context);
  const spoken = context.progress.filter((report) => who.has(report.officer));
  const schedule = task.schedule;
  if (schedule?.kind !== "recurring") {
    const occurrence = singleOccurrence(schedule, context.calendar);
    const done = lastReports(task.id, spoken).at(-1)?.state === "done";
    return occurrence === null || done ? [] : [{ ...occurrence, until: Number.POSITIVE_INFINITY }];
  }
  const today = dayAt(context.now);
  const days = periodDays(schedule);
  const from = dayAt(approvedAt);
  // A month is one day longer than the shortest one: two periods ahead always hold the next occurrence.
  const all = occurrencesBetween(schedule, from, addDays(today, 2 * days), context.calendar);
  const next = all.findIndex((occurrence) => occurrence.deadline >= today);
  const reports = spoken.filter((report) => report.state === "done");
  return all
    .slice(0, next === -1 ? all.length : next + 1)
    .map((occurrence, index) => ({
      ...occurrence,
      until: instantOf(all[index + 1]?.deadline ?? "9999-12-31"),
    }))
    .filter((occurrence) => !reports.some((report) => closes(report, occurrence.deadline, days)));
}
