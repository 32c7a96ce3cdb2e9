import type { DaySaid } from "../../domain/reminder.ts";
import type { Reporting } from "../../domain/reporting.ts";
import type { Schedule } from "../../domain/task.ts";
import { addDays, isoDay, lastDayOfMonth, weekday } from "../../vietnamese/text/dates.ts";
import type { Calendar } from "./calendar.ts";
import { cutOff } from "./periods.ts";

/** One moment at which a task is due, exactly as far as its schedule carries. */
export interface Occurrence {
  /** What names it in reminder keys: the calendar end of its period, untouched by the holiday table. */
  readonly name: string;
  /** The day reminders count to. */
  readonly deadline: string;
  readonly said: DaySaid;
  /** The plan's own day, where the office has set the day; null where the plan has none, absent where the day is the plan's. */
  readonly planned?: string | null;
  /** True when the paper names no day and a working day of the period stands in: its last, or a report's own. */
  readonly byDefault: boolean;
}

type Recurring = Extract<Schedule, { kind: "recurring" }>;

/** The last day of "2026", "2026-06" or "2026-06-30". */
function lastDayOf(span: string): string {
  if (span.length === 4) {
    return `${span}-12-31`;
  }
  return span.length === 7 ? lastDayOfMonth(span) : span;
}

/** A schedule with one end; null for what recurs or never has a date. */
export function singleOccurrence(schedule: Schedule | null, calendar: Calendar): Occurrence | null {
  switch (schedule?.kind) {
    case "by": {
      const { date } = schedule;
      return { name: date, deadline: lastDay(date, schedule), said: "date", byDefault: false };
    }
    case "month": {
      const end = lastDayOf(schedule.month);
      return { name: end, deadline: calendar.onOrBefore(end), said: "month", byDefault: true };
    }
    case "period": {
      const end = lastDayOf(schedule.to);
      const exact = schedule.to.length === 10;
      return {
        name: end,
        deadline: exact ? end : calendar.onOrBefore(end),
        said: "period",
        byDefault: !exact,
      };
    }
    default:
      return null;
  }
}

const MONTHS_BETWEEN = { month: 1, quarter: 3, half_year: 6, year: 12 } as const;

/** "Trước ngày 30/10" leaves until the 29th. */
const lastDay = (date: string, { before }: { readonly before?: true }) =>
  before === true ? addDays(date, -1) : date;

function inMonth(
  month: string,
  schedule: Recurring,
  calendar: Calendar,
  reporting: Reporting | undefined,
): Occurrence {
  const { day } = schedule;
  const end = lastDayOfMonth(month);
  const [year, number] = month.split("-").map(Number);
  if (day === undefined && reporting !== undefined) {
    return { name: end, ...reportDay(month, calendar, reporting), byDefault: true };
  }
  if (day === undefined) {
    return { name: end, deadline: calendar.onOrBefore(end), said: "recurring", byDefault: true };
  }
  const exact = isoDay(year ?? 0, number ?? 0, Number(day)) ?? end;
  return { name: exact, deadline: lastDay(exact, schedule), said: "recurring", byDefault: false };
}

/** A report is due on the day set for its place; where none is set, on the day its figures are closed. */
function reportDay(
  month: string,
  calendar: Calendar,
  { days, sendBy }: Reporting,
): Pick<Occurrence, "deadline" | "said"> {
  if (sendBy !== null) {
    const set = `${month}-${String(sendBy).padStart(2, "0")}`;
    const end = lastDayOfMonth(month);
    return { deadline: calendar.onOrBefore(set < end ? set : end), said: "send_by" };
  }
  return {
    deadline: calendar.onOrBefore(cutOff(month, days)),
    said: days === "law" ? "cut_off" : "recurring",
  };
}

function weekly(schedule: Recurring, from: string, until: string, calendar: Calendar): Occurrence[] {
  const named = Number(schedule.day);
  // A weekday as a number, 1 Monday to 7 Sunday; the paper's default is the last working day of the week.
  const target = named >= 1 && named <= 7 ? named : 5;
  const found: Occurrence[] = [];
  for (let day = addDays(from, (target - weekday(from) + 7) % 7); day <= until; day = addDays(day, 7)) {
    const fixed = target === named;
    found.push({
      name: day,
      deadline: fixed ? day : calendar.onOrBefore(day),
      said: "recurring",
      byDefault: !fixed,
    });
  }
  return found;
}

/** Months in which a recurring schedule falls due: the paper's month, or the last month of each period. */
function monthFits(schedule: Recurring, month: number): boolean {
  if (schedule.every === "week") {
    return false;
  }
  const step = MONTHS_BETWEEN[schedule.every];
  const named = Number(schedule.month);
  const anchor = named >= 1 && named <= 12 ? named : step;
  return (month - anchor) % step === 0;
}

/** Occurrences whose name lies in a span of days, both ends included, oldest first; of a report those whose day does. */
export function occurrencesBetween(
  schedule: Recurring,
  from: string,
  until: string,
  calendar: Calendar,
  reporting?: Reporting,
): readonly Occurrence[] {
  if (schedule.every === "week") {
    return weekly(schedule, from, until, calendar);
  }
  const found: Occurrence[] = [];
  for (let month = from.slice(0, 7); month <= until.slice(0, 7); month = nextMonth(month)) {
    if (monthFits(schedule, Number(month.slice(5)))) {
      const occurrence = inMonth(month, schedule, calendar, reporting);
      const day = reporting === undefined ? occurrence.name : occurrence.deadline;
      if (day >= from && day <= until) {
        found.push(occurrence);
      }
    }
  }
  return found;
}

function nextMonth(month: string): string {
  return addDays(lastDayOfMonth(month), 1).slice(0, 7);
}

/** Days in one period, an upper bound. */
export function periodDays(schedule: Recurring): number {
  return schedule.every === "week" ? 7 : MONTHS_BETWEEN[schedule.every] * 31;
}
