import type { TaskProgress, TaskReview } from "../../../domain/people.ts";
import type { TaskStore } from "../../../ports/people.ts";
import type { Db } from "../database/database.ts";

export function openTaskStore(db: Db): TaskStore {
  const reviews = db.prepare<[], TaskReview>(
    `SELECT task, quote_hash AS quoteHash, decision, correction, by_whom AS "by", at, quote
     FROM task_review ORDER BY at, task`,
  );
  const review = db.prepare(
    `INSERT INTO task_review (task, quote_hash, decision, correction, by_whom, at, quote)
     VALUES (@task, @quoteHash, @decision, @correction, @by, @at, @quote)
     ON CONFLICT (task, quote_hash) DO UPDATE SET decision = excluded.decision,
       correction = excluded.correction, by_whom = excluded.by_whom, at = excluded.at, quote = excluded.quote`,
  );
  const progress = db.prepare<[], TaskProgress>(
    `SELECT task, officer, state, note, own_date AS ownDate, evidence, at FROM task_progress
     WHERE number IN (SELECT max(number) FROM task_progress GROUP BY task, officer) ORDER BY number`,
  );
  const report = db.prepare(
    `INSERT INTO task_progress (task, officer, state, note, own_date, evidence, at)
     VALUES (@task, @officer, @state, @note, @ownDate, @evidence, @at)`,
  );
  return {
    reviews: async () => reviews.all(),
    review: async (decided) => void review.run({ ...decided, quote: decided.quote ?? null }),
    progress: async () => progress.all(),
    report: async (reported) => void report.run(reported),
  };
}
