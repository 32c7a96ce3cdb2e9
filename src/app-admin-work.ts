import { nameOf, placeOf } from "./answering/compose/draft.ts";
import type { Knowledge } from "./app-knowledge.ts";
import type { ReminderDesk as RunningReminders } from "./app-reminders.ts";
import type { TaskReview } from "./domain/people.ts";
import type { Task } from "./domain/task.ts";
import type { Storage } from "./ports.ts";
import { quoteHash } from "./reminders/approved.ts";
import { codesOf } from "./reminders/codes.ts";
import { occurrenceKey } from "./reminders/facts.ts";
import { gapWords } from "./vietnamese/wording/console-work.ts";
import type { ReminderDesk, TaskDesk, TaskView } from "./web/admin/parts.ts";

function corrected(task: Task, review: TaskReview | null): Task {
  const correction = review?.correction == null ? {} : (JSON.parse(review.correction) as Partial<Task>);
  const { id, doc, quote } = task;
  return { ...task, ...correction, id, doc, quote };
}

/** Tasks of the live edition with what people decided about them. */
export function openTaskDesk(knowledge: Knowledge, storage: Storage, desk: RunningReminders): TaskDesk {
  let kept: { readonly edition: string; readonly all: readonly TaskView[] } | null = null;
  let byId = new Map<string, TaskView>();

  function all(): readonly TaskView[] {
    const now = knowledge.current();
    if (now === null) {
      return [];
    }
    if (kept?.edition !== now.live.edition.id) {
      const tasks = now.live.edition.documents.flatMap((document) => document.tasks);
      const codes = codesOf(tasks);
      const reviews = new Map(
        storage.tasks.reviews().map((review) => [`${review.task} ${review.quoteHash}`, review]),
      );
      const views = tasks.map((task): TaskView => {
        const review = reviews.get(`${task.id} ${quoteHash(task)}`) ?? null;
        const source = `${nameOf(task.doc, now.answering.base)}, ${placeOf(task.section)}`;
        return { task, corrected: corrected(task, review), code: codes.get(task.id) ?? "", source, review };
      });
      kept = { edition: now.live.edition.id, all: views };
      byId = new Map(views.map((view) => [view.task.id, view]));
    }
    return kept.all;
  }

  return {
    all,
    find(id) {
      all();
      return byId.get(id) ?? null;
    },
    decide(task, decision, correction, by, at) {
      kept = null;
      const review = {
        task: task.id,
        quoteHash: quoteHash(task),
        decision,
        correction: correction === null ? null : JSON.stringify(correction),
        by,
        at,
      };
      storage.tasks.review(review);
    },
    duties: (officer) => desk.duties(officer),
  };
}

export function openReminderView(storage: Storage, desk: RunningReminders): ReminderDesk {
  const { reminders } = desk;
  const book = storage.reminders;
  return {
    undelivered: () => reminders.undelivered(),
    reminder: (key) => book.reminder(key),
    counts(since) {
      const counts: Record<string, number> = {};
      for (const row of book.reminders({ dueFrom: since })) {
        counts[row.state] = (counts[row.state] ?? 0) + 1;
      }
      return counts;
    },
    settle: (key, by) => reminders.settle(key, by),
    resend: (key, by) => reminders.resend(key, by) !== null,
    pastDeadlines() {
      const decided = new Set(book.decisions().map((one) => `${one.task}|${one.deadline}`));
      const asked = book.reminders().filter((row) => row.kind === "decision" && row.state !== "superseded");
      const open = asked.flatMap((row) => {
        const key = occurrenceKey(row);
        return key === null || row.task === null || decided.has(key)
          ? []
          : [{ task: row.task, deadline: row.deadline ?? key.slice(row.task.length + 1) }];
      });
      return [...new Map(open.map((one) => [one.task, one])).values()];
    },
    decide: (task, choice, by) => reminders.decide({ task, choice, by }),
    gaps: () =>
      reminders
        .gaps()
        .map((gap) =>
          gap.kind === "holidays_unknown"
            ? { what: gapWords.holidays_unknown(gap.year), task: null }
            : { what: gapWords[gap.kind], task: gap.task },
        ),
    hold() {
      const preview = reminders.preview();
      return preview === null
        ? null
        : {
            why: preview.hold.why,
            waiting: preview.officers.reduce((sum, officer) => sum + officer.rows.length, 0),
          };
    },
    release: (choice) => reminders.release(choice),
  };
}
