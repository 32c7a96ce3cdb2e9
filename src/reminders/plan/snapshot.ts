import type { Officer, TaskProgress } from "../../domain/people.ts";
import type { ApprovedTask, ReminderRow } from "../../domain/reminder.ts";
import type { Task } from "../../domain/task.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { type SameUnit, sameNames } from "../ledger/recipients.ts";
import { codesOf } from "../tasks/codes.ts";
import { type Planned, plan } from "./plan.ts";
import { DEFAULT_SETTINGS, type EngineDeps, type ReminderSettings } from "./settings.ts";

/** What the engine knew when it last looked: one coherent picture for planning and wording. */
export interface Facts {
  readonly tasks: ReadonlyMap<string, ApprovedTask>;
  readonly codes: ReadonlyMap<string, string>;
  readonly officers: readonly Officer[];
  readonly progress: readonly TaskProgress[];
  readonly calendar: Calendar;
  readonly planned: Planned;
  readonly owed: ReadonlySet<string>;
  readonly same: SameUnit;
}

/** The parts of the service with the engine's settings; passed to every step. */
export interface Engine extends EngineDeps {
  readonly set: ReminderSettings;
  facts(): Promise<Facts>;
}

export function settingsOf(parts: EngineDeps): ReminderSettings {
  return { ...DEFAULT_SETTINGS, ...parts.settings };
}

export function taskSource(parts: EngineDeps, task: Task): string {
  return parts.source?.(task) ?? `${task.doc}, mục ${task.section}`;
}

/** The key without a person's "gửi lại". */
export function plainKey(key: string): string {
  return key.replace(/\|again\d+$/u, "");
}

/** "task|occurrence", as the planner names what may not have reached its officer. */
export function occurrenceKey(row: ReminderRow): string | null {
  if (row.task === null) {
    return null;
  }
  const rest = row.key.slice(row.task.length + 1);
  return `${row.task}|${rest.split("|")[0] ?? ""}`;
}

async function unreached(parts: EngineDeps): Promise<ReadonlySet<string>> {
  const troubled = await parts.book.reminders({ states: ["failed", "uncertain"] });
  const rows = troubled.filter((row) => row.kind === "deadline" && row.acknowledgedAt === null);
  return new Set(rows.map(occurrenceKey).filter((key) => key !== null));
}

export async function lookAround(parts: EngineDeps): Promise<Facts> {
  const tasks = await parts.tasks();
  const officers = await parts.officers();
  const progress = await parts.progress();
  const calendar = parts.calendar();
  const same = parts.same ?? sameNames();
  const planned = plan({
    tasks,
    officers,
    progress,
    calendar,
    now: parts.clock.now(),
    preferences: await parts.book.preferences(),
    decisions: await parts.book.decisions(),
    unreached: await unreached(parts),
    same,
    ...(parts.rules === undefined ? {} : { rules: parts.rules }),
  });
  return {
    tasks: new Map(tasks.map((one) => [one.task.id, one])),
    codes: codesOf(tasks.map(({ task }) => task)),
    officers,
    progress,
    calendar,
    planned,
    owed: new Set(planned.owed.map((one) => one.key)),
    same,
  };
}
