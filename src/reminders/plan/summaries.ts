import type { Officer } from "../../domain/people.ts";
import type { ApprovedTask, Reminder, ReminderKind } from "../../domain/reminder.ts";
import { addDays, dayAt, instantOf, lastDayOfMonth, weekday } from "../../vietnamese/text/dates.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { isOfLocality } from "../ledger/recipients.ts";

const DAY_MS = 86_400_000;
/** A summary that could not go out for two days joins a digest. */
const USEFUL_DAYS = 2;

/** Half an hour apart, so that two of them never come in one minute. */
const HOURS: Partial<Readonly<Record<ReminderKind, string>>> = { look: "08:30" };

function summary(kind: ReminderKind, day: string, officer: Officer, calendar: Calendar): Reminder {
  const dueAt = instantOf(calendar.onOrAfter(day), HOURS[kind] ?? "08:00");
  return {
    key: `${kind}|${day}|${officer.id}`,
    kind,
    task: null,
    officer: officer.id,
    rule: kind,
    deadline: day,
    dueAt,
    usefulUntil: dueAt + USEFUL_DAYS * DAY_MS,
  };
}

/** Mondays of the window up to the next one; over Tết, where the whole week is off, the next one speaks for it. */
function mondays(from: string, today: string, calendar: Calendar): readonly string[] {
  const first = addDays(from, (8 - weekday(from)) % 7);
  const days: string[] = [];
  for (let day = first; day <= addDays(today, 7); day = addDays(day, 7)) {
    if (calendar.onOrAfter(day) < addDays(day, 7)) {
      days.push(day);
    }
  }
  return days;
}

/** First days of the months of the window up to the next one. */
function monthStarts(from: string, today: string): readonly string[] {
  const days: string[] = [];
  for (let day = `${from.slice(0, 7)}-01`; day <= addDays(lastDayOfMonth(today.slice(0, 7)), 1); ) {
    days.push(day);
    day = addDays(lastDayOfMonth(day.slice(0, 7)), 1);
  }
  return days;
}

function earliest(tasks: readonly ApprovedTask[]): number {
  return tasks.reduce((least, one) => Math.min(least, one.approvedAt), Number.POSITIVE_INFINITY);
}

/** Weekly digests for heads and leaders, a weekly sign of life for admins. */
export function weeklySummaries(
  tasks: readonly ApprovedTask[],
  officers: readonly Officer[],
  window: { readonly from: string; readonly now: number },
  calendar: Calendar,
): readonly Reminder[] {
  const days = mondays(window.from, dayAt(window.now), calendar);
  return officers.flatMap((officer) => {
    if (officer.role === "admin") {
      return days.map((day) => summary("alive", day, officer, calendar));
    }
    const since = earliest(tasks.filter(({ task }) => isOfLocality(task, officer)));
    return officer.role === "officer"
      ? []
      : days.map((day) => summary("weekly", day, officer, calendar)).filter((one) => one.dueAt >= since);
  });
}

/** A monthly look at work without a date, for those who have some. */
export function monthlyLooks(
  undated: ReadonlyMap<Officer, readonly ApprovedTask[]>,
  window: { readonly from: string; readonly now: number },
  calendar: Calendar,
): readonly Reminder[] {
  const days = monthStarts(window.from, dayAt(window.now));
  return [...undated].flatMap(([officer, tasks]) => {
    const since = earliest(tasks);
    return days.map((day) => summary("look", day, officer, calendar)).filter((one) => one.dueAt >= since);
  });
}
