import type { Officer, TaskProgress } from "../../domain/people.ts";
import type { ApprovedTask } from "../../domain/reminder.ts";
import type { Task } from "../../domain/task.ts";
import { dayAt } from "../../vietnamese/text/dates.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { type Occurrence, occurrencesBetween, singleOccurrence } from "../calendar/occurrences.ts";
import { byOffice, saidOf } from "./open-occurrences.ts";
import { lastReports, type SameUnit, sameNames, speaksFor } from "./recipients.ts";

/** One task in one period: what was asked, and what people said of it. */
export interface WorkRecord {
  readonly task: Task;
  /** Null for work that has no date. */
  readonly occurrence: Occurrence | null;
  /** By the newest word of those whose word counts; "open" while nobody has said anything. */
  readonly state: "open" | TaskProgress["state"];
  /** The day it was reported done; null while it is not. */
  readonly doneOn: string | null;
  /** What came of it, in the words of the report that ended it. */
  readonly result: string | null;
  readonly percent: number | null;
  /** Everything said, oldest first, also by those who only support. */
  readonly words: readonly TaskProgress[];
}

/** Where every photo sent with these words is ("telegram:…"), the oldest first. */
export function photoPlaces(words: readonly TaskProgress[]): readonly string[] {
  return words.flatMap(({ evidence }) => evidence?.split(" ") ?? []);
}

export interface LedgerFacts {
  readonly tasks: readonly ApprovedTask[];
  readonly progress: readonly TaskProgress[];
  readonly officers: readonly Officer[];
  readonly calendar: Calendar;
  readonly same?: SameUnit;
}

/** Done by the end of that day: what was said later is about what came after, and does not open it again. */
function settled(
  task: Task,
  spoken: readonly TaskProgress[],
  by: string | undefined,
): readonly TaskProgress[] {
  const then = by === undefined ? [] : spoken.filter((word) => dayAt(word.at) <= by);
  return lastReports(task.id, then).at(-1)?.state === "done" ? then : spoken;
}

function recordOf(
  task: Task,
  occurrence: Occurrence | null,
  words: readonly TaskProgress[],
  counts: ReadonlySet<string>,
  asOf?: string,
): WorkRecord {
  const spoken = settled(
    task,
    words.filter((word) => counts.has(word.officer)),
    asOf,
  );
  const last = lastReports(task.id, spoken).at(-1);
  const ended = last?.state === "done" ? last : undefined;
  const percent = spoken.findLast((word) => (word.percent ?? null) !== null)?.percent ?? null;
  return {
    task,
    occurrence,
    state: last?.state ?? "open",
    doneOn: ended === undefined ? null : dayAt(ended.at),
    result: ended?.note ?? null,
    percent: ended === undefined ? percent : 100,
    words,
  };
}

/**
 * Every task × period since its approval up to a day, dated ones by that day. Later words never touch another period; with
 * `asOf`, the last day of a reporting period, neither do they open again what was done by then.
 */
export function workRecords(facts: LedgerFacts, until: string, asOf?: string): readonly WorkRecord[] {
  const same = facts.same ?? sameNames();
  return facts.tasks.flatMap((approved) => {
    const { task, approvedAt, reporting } = approved;
    const words = facts.progress.filter((word) => word.task === task.id);
    const counts = new Set(
      facts.officers.filter((officer) => speaksFor(task, officer, same)).map((officer) => officer.id),
    );
    const { schedule } = task;
    if (schedule?.kind !== "recurring") {
      const once = singleOccurrence(schedule, facts.calendar);
      return [
        recordOf(task, once === null ? null : byOffice(once, approved, facts.calendar), words, counts, asOf),
      ];
    }
    return occurrencesBetween(schedule, dayAt(approvedAt), until, facts.calendar, reporting).map(
      (occurrence) =>
        recordOf(
          task,
          byOffice(occurrence, approved, facts.calendar),
          saidOf(task, occurrence, words),
          counts,
          asOf,
        ),
    );
  });
}
