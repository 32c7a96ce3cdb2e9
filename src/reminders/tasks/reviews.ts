import { createHash } from "node:crypto";
import type { TaskReview } from "../../domain/people.ts";
import type { ApprovedTask } from "../../domain/reminder.ts";
import type { Task } from "../../domain/task.ts";
import { fold } from "../../vietnamese/text/normalise.ts";

/** Share of words in common from which a passage counts as the one that was changed. */
const ALIKE = 0.5;

/** The hash under which a person's decision about a task is kept: it holds only while the paper's words are these. */
export function quoteHash(task: Task): string {
  return createHash("sha256").update(task.quote).digest("hex");
}

/** A person's decision, with the words it was made on. */
export function reviewOf(
  task: Task,
  decision: TaskReview["decision"],
  correction: Partial<Task> | null,
  by: string,
  at: number,
): TaskReview {
  const corrected = correction === null ? null : JSON.stringify(correction);
  return {
    task: task.id,
    quoteHash: quoteHash(task),
    decision,
    correction: corrected,
    by,
    at,
    quote: task.quote,
  };
}

const keyOf = (task: string, hash: string) => `${task} ${hash}`;
const isOf = (review: TaskReview, doc: string) => review.task.startsWith(`${doc}#`);

export function reviewsByTask(reviews: readonly TaskReview[]): (task: Task) => TaskReview | null {
  const byKey = new Map(reviews.map((review) => [keyOf(review.task, review.quoteHash), review]));
  return (task) => byKey.get(keyOf(task.id, quoteHash(task))) ?? null;
}

/** A task as a person corrected it; what ties it to the paper stays. */
export function corrected(task: Task, review: TaskReview | null): Task {
  const correction = review?.correction == null ? {} : (JSON.parse(review.correction) as Partial<Task>);
  const { id, doc, quote } = task;
  return { ...task, ...correction, id, doc, quote };
}

/**
 * Tasks under the ids that decisions, reports and reminders know them by. Where an item only moved (a paragraph put in
 * above gives it another number), its words stand under a new id; it keeps the old one.
 */
export function knownTasks(tasks: readonly Task[], reviews: readonly TaskReview[]): readonly Task[] {
  const here = new Set(tasks.map((task) => task.id));
  const moved = reviews.filter((review) => !here.has(review.task));
  if (moved.length === 0) {
    return tasks;
  }
  const reviewed = reviewsByTask(reviews);
  const count = new Map<string, number>();
  const place = (task: Task) => `${task.doc} ${quoteHash(task)}`;
  for (const task of tasks) {
    count.set(place(task), (count.get(place(task)) ?? 0) + 1);
  }
  const ids = new Map<string, string>();
  for (const task of tasks) {
    const hash = quoteHash(task);
    const [known, other] = [
      ...new Set(moved.filter((r) => r.quoteHash === hash && isOf(r, task.doc)).map((r) => r.task)),
    ];
    const sure = known !== undefined && other === undefined && count.get(place(task)) === 1;
    if (sure && reviewed(task) === null) {
      ids.set(task.id, known);
    }
  }
  const idOf = (id: string) => ids.get(id) ?? id;
  return tasks.map((task) =>
    ids.has(task.id) || ids.has(task.partOf ?? "")
      ? {
          ...task,
          id: idOf(task.id),
          ...(task.partOf === undefined ? {} : { partOf: idOf(task.partOf) }),
        }
      : task,
  );
}

const wordsOf = (text: string) => new Set(fold(text).match(/[a-z0-9]+/gu) ?? []);

function alike(one: string, other: string): number {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  const common = [...left].filter((word) => right.has(word)).length;
  return common / Math.max(1, Math.min(left.size, right.size));
}

/** For a task nobody has decided on: the decision on what its words were before they changed; null when it is new. */
export function reviewBefore(
  task: Task,
  tasks: readonly Task[],
  reviews: readonly TaskReview[],
): (TaskReview & { readonly quote: string }) | null {
  const standing = new Set(tasks.filter((one) => one.doc === task.doc).map(quoteHash));
  const gone = reviews.flatMap((review) => {
    const quote = review.quote ?? null;
    return quote === null || !isOf(review, task.doc) || standing.has(review.quoteHash)
      ? []
      : [{ ...review, quote, likeness: alike(quote, task.quote) }];
  });
  const [best] = gone.filter((one) => one.likeness >= ALIKE).sort((a, b) => b.likeness - a.likeness);
  return best ?? null;
}

/** The tasks that people approved, with their corrections; a rejected, changed or unseen task is left out. */
export function approvedTasks(
  tasks: readonly Task[],
  reviews: readonly TaskReview[],
): readonly ApprovedTask[] {
  const reviewed = reviewsByTask(reviews);
  return tasks.flatMap((task) => {
    const review = reviewed(task);
    return review?.decision === "approved" ? [{ task: corrected(task, review), approvedAt: review.at }] : [];
  });
}
