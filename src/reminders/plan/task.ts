import type { Officer } from "../../domain/people.ts";
import type { Moment, Reminder, ReminderKind } from "../../domain/reminder.ts";
import { addDays, dayAt, daysBetween, instantOf } from "../../vietnamese/text/dates.ts";
import { afterQuiet, type Calendar, nextSlot } from "../calendar/calendar.ts";
import type { Occurrence } from "../calendar/occurrences.ts";
import {
  keyName,
  type OpenOccurrence,
  openOccurrences,
  saidOf,
  speakers,
} from "../ledger/open-occurrences.ts";
import { lastReports, type Recipients, recipientsOf } from "../ledger/recipients.ts";
import type { TaskContext } from "./context.ts";
import { fitsPeriod, type ReminderRule } from "./rules.ts";

export const DAY_MS = 86_400_000;
/** Overdue work is laid out this many days ahead; the next run adds the rest. */
const OVERDUE_AHEAD_DAYS = 14;
/** Instant from which on reminders of this task are owed. */
function startOf(context: TaskContext, occurrence: Occurrence): number {
  const decided = context.decision(keyName(occurrence));
  return decided?.choice === "remind" ? decided.at : context.approved.approvedAt;
}

function offsetDays(context: TaskContext, rule: ReminderRule, occurrence: OpenOccurrence): readonly number[] {
  const early =
    rule.kind === "escalation" && rule.offset <= 0 && context.unreached(keyName(occurrence)) ? 1 : 0;
  const { again, offset } = rule;
  if (again === null) {
    return [offset - early];
  }
  // What has happened is asked about once.
  if (occurrence.event === true) {
    return [offset];
  }
  const { deadline } = occurrence;
  const week = again[0] ?? 1;
  // Work that was late when somebody decided to remind of it begins with the week of that decision.
  const since = daysBetween(deadline, dayAt(startOf(context, occurrence)));
  const first = offset + Math.ceil(Math.max(0, since - offset) / week) * week;
  const last = daysBetween(deadline, dayAt(context.now)) + OVERDUE_AHEAD_DAYS;
  return [0, ...again].map((days) => first + days).filter((one) => one <= last);
}

/** Before a deadline a free day moves to the working day before it; after it, to the one behind. */
function dueDay(deadline: string, offset: number, calendar: Calendar): string {
  const day = addDays(deadline, offset);
  return offset > 0 ? calendar.onOrAfter(day) : calendar.onOrBefore(day);
}

function isSwitchedOff(context: TaskContext, rule: ReminderRule, officer: Officer): boolean {
  const moments: readonly Moment[] | null = context.preferences.get(officer.id)?.moments ?? null;
  return rule.moment !== null && moments !== null && !moments.includes(rule.moment);
}

/** An officer's own later date silences what comes before it, except the last day and the day itself. */
function isSilenced(
  context: TaskContext,
  occurrence: OpenOccurrence,
  rule: ReminderRule,
  officer: Officer,
  day: string,
): boolean {
  const { task } = context.approved;
  const reports = lastReports(task.id, saidOf(task, occurrence, context.progress));
  const own = reports.find((report) => report.officer === officer.id);
  if (rule.to === "support") {
    return own?.state === "done" || own?.state === "transferred";
  }
  if (rule.kind === "escalation") {
    const who = speakers(context);
    return reports.some(
      (report) =>
        who.has(report.officer) &&
        report.state === "doing" &&
        report.ownDate !== null &&
        day <= report.ownDate,
    );
  }
  const isLast = rule.offset === 0 || rule.offset === -1;
  return !isLast && own?.state === "postponed" && own.ownDate !== null && day < own.ownDate;
}

function reminder(
  context: TaskContext,
  occurrence: Occurrence,
  officer: Officer,
  made: { readonly rule: string; readonly kind: ReminderKind; readonly dueAt: number },
): Reminder {
  const task = context.approved.task.id;
  return {
    key: `${task}|${keyName(occurrence)}|${made.rule}|${officer.id}`,
    kind: made.kind,
    task,
    officer: officer.id,
    rule: made.rule,
    deadline: occurrence.deadline,
    dueAt: made.dueAt,
    usefulUntil: made.dueAt + DAY_MS,
  };
}

function byRule(
  context: TaskContext,
  occurrence: OpenOccurrence,
  rule: ReminderRule,
  officer: Officer,
): readonly Reminder[] {
  if (isSwitchedOff(context, rule, officer)) {
    return [];
  }
  const at = rule.to === "lead" ? (context.preferences.get(officer.id)?.at ?? rule.at) : rule.at;
  return offsetDays(context, rule, occurrence).flatMap((offset) => {
    const day = dueDay(occurrence.deadline, offset, context.calendar);
    const dueAt = instantOf(day, at);
    const over = rule.again !== null && dueAt >= occurrence.until;
    if (over || isSilenced(context, occurrence, rule, officer, day)) {
      return [];
    }
    const name = rule.again === null ? rule.id : `${rule.id}+${offset}`;
    return [reminder(context, occurrence, officer, { rule: name, kind: rule.kind, dueAt })];
  });
}

/** Of several nudges to one person at one moment about one deadline, the most urgent stays. */
function collapse(reminders: readonly Reminder[]): readonly Reminder[] {
  const last = new Map(reminders.map((one) => [`${one.officer}|${one.dueAt}`, one]));
  return [...last.values()];
}

/** The day an officer promised is remembered too, without touching the official one. */
function promised(context: TaskContext, occurrence: OpenOccurrence, officer: Officer): readonly Reminder[] {
  const { task } = context.approved;
  const said = saidOf(task, occurrence, context.progress);
  const own = lastReports(task.id, said).find((report) => report.officer === officer.id);
  if (own === undefined || own.ownDate === null || own.ownDate <= dayAt(own.at) || own.state === "done") {
    return [];
  }
  const dueAt = instantOf(context.calendar.onOrBefore(own.ownDate), "08:00");
  const rule = `own ${own.ownDate}`;
  return dueAt <= own.at ? [] : [reminder(context, occurrence, officer, { rule, kind: "deadline", dueAt })];
}

/** When a task is approved after all its moments but before its deadline is over, one nudge goes out soon. */
function soonest(context: TaskContext, occurrence: Occurrence): number {
  const { approvedAt } = context.approved;
  const options = [nextSlot(context.calendar, approvedAt), afterQuiet(approvedAt)];
  return options.find((at) => dayAt(at) <= occurrence.deadline) ?? approvedAt;
}

function ofOccurrence(
  context: TaskContext,
  occurrence: OpenOccurrence,
  recipients: Recipients,
): readonly Reminder[] {
  const { approvedAt, task } = context.approved;
  const start = startOf(context, occurrence);
  const rules = context.rules
    .filter((rule) => fitsPeriod(rule, task.schedule))
    .toSorted((a, b) => a.offset - b.offset || (a.id < b.id ? -1 : 1));
  const all = rules.flatMap((rule) =>
    recipients[rule.to].flatMap((officer) => byRule(context, occurrence, rule, officer)),
  );
  const own = recipients.standIn
    ? []
    : recipients.lead.flatMap((officer) => promised(context, occurrence, officer));
  const owed = collapse([...own, ...all].filter((one) => one.dueAt >= start));
  const late = recipients.lead.flatMap((officer) => {
    const before = owed.some((one) => one.officer === officer.id && one.kind === "deadline");
    const rule = rules.find((one) => one.id === "d0");
    if (before || rule === undefined || isSwitchedOff(context, rule, officer)) {
      return [];
    }
    const made = { rule: "d0", kind: "deadline", dueAt: soonest(context, occurrence) } as const;
    return dayAt(approvedAt) > occurrence.deadline ? [] : [reminder(context, occurrence, officer, made)];
  });
  return [...owed, ...late];
}

function asksAdmin(
  context: TaskContext,
  occurrence: Occurrence,
  recipients: Recipients,
): readonly Reminder[] {
  const dueAt = nextSlot(context.calendar, context.approved.approvedAt);
  return recipients.admin.map((officer) => ({
    ...reminder(context, occurrence, officer, { rule: "past", kind: "decision", dueAt }),
    usefulUntil: dueAt + 7 * DAY_MS,
  }));
}

/** Everything owed for one task, whenever it falls due. */
export function owedForTask(context: TaskContext): {
  readonly owed: readonly Reminder[];
  readonly deadlines: readonly string[];
  readonly recipients: Recipients;
  /** True while an admin has not said what to do about a deadline that was past at approval. */
  readonly undecided: boolean;
} {
  const { task, approvedAt } = context.approved;
  const recipients = recipientsOf(
    task,
    context.officers,
    lastReports(task.id, context.progress),
    context.same,
  );
  const occurrences = openOccurrences(context);
  const isPast = (occurrence: Occurrence) =>
    occurrence.said !== "recurring" && occurrence.deadline < dayAt(approvedAt);
  const decided = (occurrence: Occurrence) => context.decision(keyName(occurrence))?.choice ?? null;
  const owed = occurrences.flatMap((occurrence) => {
    if (isPast(occurrence) && decided(occurrence) !== "remind") {
      return decided(occurrence) === null ? asksAdmin(context, occurrence, recipients) : [];
    }
    return ofOccurrence(context, occurrence, recipients);
  });
  return {
    owed,
    deadlines: occurrences.map((occurrence) => occurrence.deadline),
    recipients,
    undecided: occurrences.some((occurrence) => isPast(occurrence) && decided(occurrence) === null),
  };
}
