import type { Officer, TaskProgress } from "../../src/domain/people.ts";
import type { ApprovedTask } from "../../src/domain/reminder.ts";
import type { Schedule, Task } from "../../src/domain/task.ts";
import { openCalendar } from "../../src/reminders/calendar/calendar.ts";
import { instantOf } from "../../src/vietnamese/text/dates.ts";

export const UNIT = "Phòng Văn hóa - Xã hội";
export const calendar = openCalendar([
  { date: "2026-01-01", name: "Tết Dương lịch", kind: "off", source: "thử" },
  { date: "2027-01-01", name: "Tết Dương lịch", kind: "off", source: "thử" },
]);

export function task(id: string, schedule: Schedule | null, more: Partial<Task> = {}): Task {
  return {
    id,
    doc: "ke-hoach",
    locality: "thanh-thuy",
    section: "IV.1",
    content: `Việc ${id}`,
    lead: [UNIT],
    coordinators: [],
    schedule,
    quote: `Việc ${id}`,
    ...more,
  };
}

export function approved(
  id: string,
  schedule: Schedule | null,
  at = "2026-11-01",
  more: Partial<Task> = {},
): ApprovedTask {
  return { task: task(id, schedule, more), approvedAt: instantOf(at, "09:00") };
}

export function person(id: string, more: Partial<Officer> = {}): Officer {
  return { id, name: id, role: "officer", locality: "thanh-thuy", unit: UNIT, active: true, ...more };
}

export function report(
  taskId: string,
  officer: string,
  state: TaskProgress["state"],
  day: string,
  ownDate: string | null = null,
): TaskProgress {
  return { task: taskId, officer, state, note: null, ownDate, evidence: null, at: instantOf(day, "10:00") };
}
