import type { Officer, TaskProgress } from "../../domain/people.ts";
import type { ApprovedTask, PastDecision, Reminder, ReminderPreference } from "../../domain/reminder.ts";
import { addDays, dayAt, daysBetween, instantOf } from "../../vietnamese/text/dates.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { singleOccurrence } from "../calendar/occurrences.ts";
import { lastReports, type SameUnit, sameNames } from "../ledger/recipients.ts";
import type { TaskContext } from "./context.ts";
import { DEFAULT_RULES, type ReminderRule } from "./rules.ts";
import { monthlyLooks, weeklySummaries } from "./summaries.ts";
import { DAY_MS, owedForTask } from "./task.ts";

/** The window in which the book and the plan are compared. */
const BACK_DAYS = 30;
const AHEAD_DAYS = 400;

export interface PlanInput {
  readonly tasks: readonly ApprovedTask[];
  readonly officers: readonly Officer[];
  readonly progress: readonly TaskProgress[];
  readonly calendar: Calendar;
  /** UTC ms. */
  readonly now: number;
  readonly rules?: readonly ReminderRule[];
  readonly preferences?: readonly ReminderPreference[];
  readonly decisions?: readonly PastDecision[];
  /** "task|occurrence" whose officers may not have been reached. */
  readonly unreached?: ReadonlySet<string>;
  readonly same?: SameUnit;
}

/** What a person should look at, because no sound plan can be made of it. */
export type PlanGap =
  | {
      readonly kind: "nobody_to_remind" | "admins_stand_in" | "unclear_schedule" | "past_undecided";
      readonly task: string;
    }
  | { readonly kind: "holidays_unknown"; readonly year: string };

export interface Planned {
  /** Sorted by key. */
  readonly owed: readonly Reminder[];
  readonly gaps: readonly PlanGap[];
}

const DATED: readonly string[] = ["by", "month", "period", "recurring"];

/** Days before its end in which the ladder speaks for work over a long time. */
const NEAR_END_DAYS = 31;

/**
 * Work for the monthly look: what never gets a dated reminder (ongoing, as guided, with a plan of its own, on request,
 * unclear), and what runs over years or quarters and is not near its end.
 */
export function isLookedAt({ task }: ApprovedTask, day: string, calendar: Calendar): boolean {
  const { schedule } = task;
  if (schedule?.kind === "period") {
    const end = singleOccurrence(schedule, calendar)?.deadline ?? day;
    return daysBetween(day, end) > NEAR_END_DAYS;
  }
  return !DATED.includes(schedule?.kind ?? "");
}

export function byTask(progress: readonly TaskProgress[]): ReadonlyMap<string, readonly TaskProgress[]> {
  const groups = new Map<string, TaskProgress[]>();
  for (const report of progress) {
    const group = groups.get(report.task) ?? [];
    group.push(report);
    groups.set(report.task, group);
  }
  return groups;
}

function contexts(input: PlanInput): readonly TaskContext[] {
  const preferences = new Map((input.preferences ?? []).map((one) => [one.officer, one]));
  const decisions = new Map((input.decisions ?? []).map((one) => [`${one.task}|${one.deadline}`, one]));
  const progress = byTask(input.progress);
  const same = input.same ?? sameNames();
  return input.tasks.map((approved) => ({
    approved,
    rules: input.rules ?? DEFAULT_RULES,
    officers: input.officers,
    progress: progress.get(approved.task.id) ?? [],
    preferences,
    decision: (name) => decisions.get(`${approved.task.id}|${name}`) ?? null,
    unreached: (name) => input.unreached?.has(`${approved.task.id}|${name}`) ?? false,
    calendar: input.calendar,
    same,
    now: input.now,
  }));
}

/** Everything owed, and when: the same for the same facts, in whatever order they come. */
export function plan(input: PlanInput): Planned {
  const owed: Reminder[] = [];
  const gaps: PlanGap[] = [];
  const years = new Set<string>();
  const undated = new Map<Officer, ApprovedTask[]>();
  for (const context of contexts(input)) {
    const { approved } = context;
    const task = approved.task.id;
    const found = owedForTask(context);
    owed.push(...found.owed);
    for (const deadline of found.deadlines) {
      years.add(deadline.slice(0, 4));
    }
    if (found.recipients.lead.length === 0) {
      gaps.push({ kind: "nobody_to_remind", task });
    } else if (found.recipients.standIn) {
      gaps.push({ kind: "admins_stand_in", task });
    }
    if (approved.task.schedule?.kind === "unclear") {
      gaps.push({ kind: "unclear_schedule", task });
    }
    if (found.undecided) {
      gaps.push({ kind: "past_undecided", task });
    }
    const done = lastReports(task, context.progress).some((report) => report.state === "done");
    if (isLookedAt(approved, dayAt(input.now), input.calendar) && !done) {
      for (const officer of found.recipients.lead) {
        undated.set(officer, [...(undated.get(officer) ?? []), approved]);
      }
    }
  }
  const active = input.officers.filter((officer) => officer.active);
  const window = { from: addDays(dayAt(input.now), -BACK_DAYS), now: input.now };
  owed.push(...weeklySummaries(input.tasks, active, window, input.calendar));
  owed.push(...monthlyLooks(undated, window, input.calendar));
  const earliest = instantOf(window.from);
  const latest = input.now + AHEAD_DAYS * DAY_MS;
  return {
    owed: owed
      .filter((one) => one.dueAt >= earliest && one.dueAt <= latest)
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    gaps: [
      ...gaps.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      ...[...years]
        .filter((year) => !input.calendar.knows(year))
        .sort()
        .map((year) => ({ kind: "holidays_unknown", year }) as const),
    ],
  };
}
