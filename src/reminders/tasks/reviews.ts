import { createHash } from "node:crypto";
import type { TaskReview } from "../../domain/people.ts";
import type { ApprovedTask } from "../../domain/reminder.ts";
import type { Task } from "../../domain/task.ts";
import { fold } from "../../vietnamese/text/normalise.ts";

/** Share of words in common from which a passage counts as the one that was changed. */
const ALIKE = 0.5;
/** From which it does so though it stands elsewhere and has been decided on. */
const SURELY_ALIKE = 0.8;

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
    snapshot: JSON.stringify(task),
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
  const others = lapsedTasks(tasks, reviews).filter(({ after }) => after !== null && after.id !== task.id);
  const [best] = gone
    .filter((one) => one.likeness >= ALIKE && !others.some((other) => other.task.id === one.task))
    .sort((a, b) => b.likeness - a.likeness);
  return best ?? null;
}

/**
 * The tasks that people approved, with their corrections; a rejected or unseen task is left out. One whose words changed in a
 * newer text goes on as it was approved until somebody decides about the new words.
 */
export function approvedTasks(
  tasks: readonly Task[],
  reviews: readonly TaskReview[],
): readonly ApprovedTask[] {
  const reviewed = reviewsByTask(reviews);
  const standing = tasks.flatMap((task) => {
    const review = reviewed(task);
    return review?.decision === "approved" ? [{ task: corrected(task, review), approvedAt: review.at }] : [];
  });
  const going = lapsedTasks(tasks, reviews).flatMap(({ task, approvedAt, after }) =>
    after === null ? [] : [{ task, approvedAt, amended: after }],
  );
  return going.length === 0 ? standing : [...standing, ...going];
}

/** An approved task whose words no longer stand in its paper. */
export interface LapsedTask {
  /** As it was approved. */
  readonly task: Task;
  readonly approvedAt: number;
  /** What its words are now, undecided; null when the paper no longer holds it. */
  readonly after: Task | null;
}

/** "doc#IV.2.3" of "doc#IV.2.3~1a2b". */
const placeOfId = (id: string) => id.replace(/~[^~]*$/u, "");

/** Of decisions on words that are gone, the newest of each place: the earlier ones were gone before. */
function goneReviews(tasks: readonly Task[], reviews: readonly TaskReview[]) {
  const standing = new Set(tasks.map((task) => keyOf(task.id, quoteHash(task))));
  const gone = new Map<string, TaskReview & { readonly snapshot: string }>();
  for (const review of reviews.toSorted((a, b) => a.at - b.at)) {
    const { snapshot } = review;
    const place = placeOfId(review.task);
    if (standing.has(keyOf(review.task, review.quoteHash)) || snapshot === undefined) {
      continue;
    }
    gone.set(place, { ...review, snapshot });
  }
  return [...gone.values()].filter((review) => review.decision === "approved");
}

/** Approved tasks that a newer text of their paper changed or dropped, each with what its words are now. */
export function lapsedTasks(tasks: readonly Task[], reviews: readonly TaskReview[]): readonly LapsedTask[] {
  const gone = goneReviews(tasks, reviews);
  if (gone.length === 0) {
    return [];
  }
  const reviewed = reviewsByTask(reviews);
  const docs = new Set(gone.map((review) => review.task.split("#")[0]));
  const here = tasks.filter((task) => docs.has(task.doc)).map((task) => ({ task, review: reviewed(task) }));
  const pairs = gone
    .flatMap((review) =>
      here
        .filter(({ task }) => isOf(review, task.doc))
        .map(({ task, review: now }) => {
          const same = placeOfId(task.id) === placeOfId(review.task) ? 1 : 0;
          return { review, task, now, same, likeness: alike(review.quote ?? "", task.quote) };
        }),
    )
    .filter(({ now, same, likeness }) => likeness >= (now === null || same === 1 ? ALIKE : SURELY_ALIKE))
    .sort((a, b) => b.same - a.same || b.likeness - a.likeness);
  const taken = new Set<string>();
  const found = new Map<TaskReview, { readonly task: Task; readonly now: TaskReview | null }>();
  for (const { review, task, now, same } of pairs) {
    // Words elsewhere that were decided on before these were gone are another task's.
    const isOther = now !== null && same === 0 && now.at <= review.at;
    if (!isOther && !found.has(review) && !taken.has(task.id)) {
      taken.add(task.id);
      found.set(review, { task, now });
    }
  }
  return gone.flatMap((review): readonly LapsedTask[] => {
    const pair = found.get(review);
    const task = corrected(JSON.parse(review.snapshot) as Task, review);
    return pair !== undefined && pair.now !== null
      ? []
      : [{ task, approvedAt: review.at, after: pair?.task ?? null }];
  });
}
