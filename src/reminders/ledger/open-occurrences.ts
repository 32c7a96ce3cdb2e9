import type { Officer, TaskProgress } from "../../domain/people.ts";
import type { ApprovedTask } from "../../domain/reminder.ts";
import type { Task } from "../../domain/task.ts";
import { addDays, dayAt, daysBetween, instantOf } from "../../vietnamese/text/dates.ts";
import type { Calendar } from "../calendar/calendar.ts";
import {
  type Occurrence,
  occurrencesBetween,
  periodDays,
  singleOccurrence,
} from "../calendar/occurrences.ts";
import { isEvent } from "../tasks/sharpened.ts";
import { lastReports, type SameUnit, speaksFor } from "./recipients.ts";

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

export interface OpenOccurrence extends Occurrence {
  /** It happens on its day: when that is past, there is nothing left to do about it. */
  readonly event?: true;
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

/** Of words that name no period: whether they are late enough to be about this deadline. */
function reaches(report: TaskProgress, deadline: string, days: number): boolean {
  const day = dayAt(report.at);
  return day > deadline || daysBetween(day, deadline) < days * (1 - LATE_SHARE);
}

/** An occurrence with the day the office has set for it; its name, and the plan's day beside it, stay. */
export function byOffice(occurrence: Occurrence, approved: ApprovedTask, calendar: Calendar): Occurrence {
  const { planSchedule } = approved;
  if (planSchedule !== undefined) {
    return { ...occurrence, planned: singleOccurrence(planSchedule, calendar)?.deadline ?? null };
  }
  const day = approved.officeDates?.get(occurrence.name);
  return day === undefined
    ? occurrence
    : { ...occurrence, deadline: day, planned: occurrence.deadline, byDefault: false };
}

/** What names the occurrence in reminder keys: with the office's day, so that its reminders begin anew for that day. */
export function keyName({ name, deadline, planned }: Occurrence): string {
  return planned === undefined || name === deadline ? name : `${name}>${deadline}`;
}

/** Days in which a yearly event that is past still waits for a word. */
const EVENT_DAYS = 7;

/** The one end of a dated task; of recurring work its occurrences since approval, one ahead. Done or not. */
export function occurrencesOf(context: OpenContext): readonly OpenOccurrence[] {
  const { task, approvedAt, reporting } = context.approved;
  const { schedule } = task;
  const event = isEvent(task) ? ({ event: true } as const) : {};
  if (schedule?.kind !== "recurring") {
    const occurrence = singleOccurrence(schedule, context.calendar);
    return occurrence === null
      ? []
      : [
          {
            ...byOffice(occurrence, context.approved, context.calendar),
            ...event,
            until: Number.POSITIVE_INFINITY,
          },
        ];
  }
  const today = dayAt(context.now);
  // A month is one day longer than the shortest one: two periods ahead always hold the next occurrence.
  const until = addDays(today, 2 * periodDays(schedule));
  const all = occurrencesBetween(schedule, dayAt(approvedAt), until, context.calendar, reporting);
  const next = all.findIndex((occurrence) => occurrence.deadline >= today);
  return all.slice(0, next === -1 ? all.length : next + 1).map((occurrence, index) => {
    const set = byOffice(occurrence, context.approved, context.calendar);
    const over = event.event === true ? addDays(set.deadline, EVENT_DAYS) : all[index + 1]?.deadline;
    return { ...set, ...event, until: instantOf(over ?? "9999-12-31") };
  });
}

/** Those not yet done. */
export function openOccurrences(context: OpenContext): readonly OpenOccurrence[] {
  const { task } = context.approved;
  const who = speakers(context);
  const spoken = context.progress.filter((report) => who.has(report.officer));
  const { schedule } = task;
  if (schedule?.kind !== "recurring") {
    return lastReports(task.id, spoken).at(-1)?.state === "done" ? [] : occurrencesOf(context);
  }
  const done = spoken.filter((report) => report.state === "done");
  const days = periodDays(schedule);
  return occurrencesOf(context).filter(
    (occurrence) => !done.some((report) => closes(report, occurrence, days)),
  );
}

function closes(report: TaskProgress, { name, deadline }: Occurrence, days: number): boolean {
  const period = report.period ?? null;
  return period === null ? reaches(report, deadline, days) : period === name;
}

/**
 * What was said of one occurrence; of work that comes once, everything. A word of an earlier version names no period:
 * it belongs to the deadline that lies nearest ahead of it, or a little behind.
 */
export function saidOf(
  task: Task,
  { name, deadline }: Occurrence,
  progress: readonly TaskProgress[],
): readonly TaskProgress[] {
  const { schedule } = task;
  if (schedule?.kind !== "recurring") {
    return progress;
  }
  const days = periodDays(schedule);
  return progress.filter((report) => {
    const period = report.period ?? null;
    const over = daysBetween(deadline, dayAt(report.at)) > days * LATE_SHARE;
    return period === null ? !over && reaches(report, deadline, days) : period === name;
  });
}
