import type { Moment, ReminderKind } from "../../domain/reminder.ts";
import type { Schedule } from "../../domain/task.ts";

/** When someone is nudged, counted from a deadline. */
export interface ReminderRule {
  readonly id: string;
  readonly kind: Extract<ReminderKind, "deadline" | "overdue" | "escalation">;
  /** The name under which an officer may switch it off; null for what may not be. */
  readonly moment: Moment | null;
  /** Days from the deadline. */
  readonly offset: number;
  readonly at: string;
  readonly to: "lead" | "support" | "head" | "leader";
  /** Repeats so many days after the first time, wider and wider, while the work is not done; then it only stands on lists. */
  readonly again: readonly number[] | null;
}

const lead = { kind: "deadline", at: "08:00", to: "lead", again: null } as const;

export const DEFAULT_RULES: readonly ReminderRule[] = [
  { ...lead, id: "d7", moment: "d7", offset: -7 },
  { ...lead, id: "d3", moment: "d3", offset: -3 },
  { ...lead, id: "d1", moment: "d1", offset: -1 },
  { ...lead, id: "d0", moment: "d0", offset: 0 },
  { ...lead, id: "overdue", kind: "overdue", moment: "overdue", offset: 1, again: [7, 14, 28, 56, 84] },
  { ...lead, id: "support7", moment: "d7", offset: -7, to: "support" },
  { ...lead, id: "head1", kind: "escalation", moment: null, offset: -1, to: "head" },
  { ...lead, id: "head0", kind: "escalation", moment: null, offset: 0, at: "17:00", to: "head" },
  { ...lead, id: "leader1", kind: "escalation", moment: null, offset: 1, to: "leader" },
];

/** A seven-day warning makes no sense for monthly work: short periods keep only their nearest moments, a week one. */
export function fitsPeriod(rule: ReminderRule, schedule: Schedule | null): boolean {
  if (schedule?.kind !== "recurring") {
    return true;
  }
  if (schedule.every === "week") {
    return rule.offset === 0 && rule.kind !== "escalation";
  }
  return schedule.every !== "month" || rule.offset >= -3;
}
