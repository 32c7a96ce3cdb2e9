import type { KeptRequest } from "../../domain/people.ts";
import type { ApprovedTask } from "../../domain/reminder.ts";
import type { Schedule, Task } from "../../domain/task.ts";
import { nfc } from "../../vietnamese/text/normalise.ts";

/** Tasks as the office's decisions have them: with its own days beside the plan's, and the body it gave them to. */
export function decided(
  tasks: readonly ApprovedTask[],
  requests: readonly KeptRequest[],
): readonly ApprovedTask[] {
  const granted = requests.filter((request) => request.decision === "granted");
  if (granted.length === 0) {
    return tasks;
  }
  return tasks.map((approved) => {
    const own = granted.filter((request) => request.task === approved.task.id);
    const to = own.findLast((request) => request.kind === "handover")?.to ?? null;
    const dates = new Map(
      own.flatMap(({ period, until }) => (until === null ? [] : [[period ?? "", until] as const])),
    );
    const given = to === null ? approved.task : { ...approved.task, lead: [to] };
    return own.length === 0 ? approved : dated({ ...approved, task: given }, dates);
  });
}

/** Recurring work keeps its rhythm, with the office's day for one occurrence; other work has the office's day. */
function dated(approved: ApprovedTask, dates: ReadonlyMap<string, string>): ApprovedTask {
  const { task } = approved;
  const date = dates.get("");
  if (dates.size === 0) {
    return approved;
  }
  return task.schedule?.kind === "recurring" || date === undefined
    ? { ...approved, officeDates: dates }
    : bySchedule(approved, { kind: "by", date }, task.schedule);
}

function bySchedule(approved: ApprovedTask, schedule: Schedule, plan: Schedule | null): ApprovedTask {
  const planSchedule = approved.planSchedule === undefined ? plan : approved.planSchedule;
  return { ...approved, task: { ...approved.task, schedule }, planSchedule };
}

/** "2026-11-03", "2026-11", "2026"; "" for what has no end. */
function lastDayOf(schedule: Schedule): string {
  switch (schedule.kind) {
    case "by":
      return schedule.date;
    case "month":
      return schedule.month;
    case "period":
      return schedule.to;
    default:
      return "";
  }
}

/** Whether the paper's own words name this time: then whoever corrected it mended the reading and set nothing. */
function isSaid(schedule: Schedule, task: Task): boolean {
  const words = nfc(
    [task.scheduleText ?? "", task.quote, ...(task.quoteMore ?? []), task.assignedQuote ?? ""].join("\n"),
  );
  const named = (year: string, month?: string, day?: string) => {
    const parts = [day, month].filter((part) => part !== undefined).map((part) => `0?${Number(part)}`);
    return new RegExp(
      `(?<!\\d)${[...parts, year].join("(?:\\s*[/.-]\\s*|\\s*tháng\\s*|\\s*năm\\s*)")}(?!\\d)`,
      "u",
    );
  };
  const [year = "", month, day] = lastDayOf(schedule).split("-");
  return year === "" || named(year, month, day).test(words);
}

/** Marks days that a person set where the paper names none or another: they are the office's, never under the plan's source. */
export function withOfficeSchedules(
  approved: readonly ApprovedTask[],
  read: readonly Task[],
): readonly ApprovedTask[] {
  const asRead = new Map(read.map((task) => [task.id, task]));
  return approved.map((one) => {
    const { schedule } = one.task;
    const paper = asRead.get(one.task.id);
    const same = paper === undefined || JSON.stringify(paper.schedule) === JSON.stringify(schedule);
    return same || schedule === null || isSaid(schedule, paper)
      ? one
      : { ...one, planSchedule: paper.schedule };
  });
}
