import { createHash } from "node:crypto";
import type { TaskReview } from "../domain/people.ts";
import type { ApprovedTask } from "../domain/reminder.ts";
import type { Task } from "../domain/task.ts";

/** The hash under which a person's decision about a task is kept: it holds only while the paper's words are these. */
export function quoteHash(task: Task): string {
  return createHash("sha256").update(task.quote).digest("hex");
}

/** The tasks that people approved, with their corrections; a rejected, changed or unseen task is left out. */
export function approvedTasks(
  tasks: readonly Task[],
  reviews: readonly TaskReview[],
): readonly ApprovedTask[] {
  const byKey = new Map(reviews.map((review) => [`${review.task} ${review.quoteHash}`, review]));
  return tasks.flatMap((task) => {
    const review = byKey.get(`${task.id} ${quoteHash(task)}`);
    if (review?.decision !== "approved") {
      return [];
    }
    const correction = review.correction === null ? {} : (JSON.parse(review.correction) as Partial<Task>);
    const { id, doc, quote } = task;
    return [{ task: { ...task, ...correction, id, doc, quote }, approvedAt: review.at }];
  });
}
