import type { KeptProgress, TaskReview } from "../../../domain/people.ts";
import type { TaskStore } from "../../../ports/people.ts";
import type { Db } from "../database/database.ts";

export function openTaskStore(db: Db): TaskStore {
  const reviews = db.prepare<[], Omit<TaskReview, "snapshot"> & { readonly snapshot: string | null }>(
    `SELECT task, quote_hash AS quoteHash, decision, correction, by_whom AS "by", at, quote, snapshot
     FROM task_review ORDER BY at, task`,
  );
  const review = db.prepare(
    `INSERT INTO task_review (task, quote_hash, decision, correction, by_whom, at, quote, snapshot)
     VALUES (@task, @quoteHash, @decision, @correction, @by, @at, @quote, @snapshot)
     ON CONFLICT (task, quote_hash) DO UPDATE SET decision = excluded.decision,
       correction = excluded.correction, by_whom = excluded.by_whom, at = excluded.at, quote = excluded.quote,
       snapshot = excluded.snapshot`,
  );
  const progress = db.prepare<[], KeptProgress>(
    `SELECT number, task, officer, period, state, note, own_date AS ownDate, percent, obstacle, evidence, at
     FROM task_progress WHERE taken_back_at IS NULL ORDER BY number`,
  );
  const report = db.prepare(
    `INSERT INTO task_progress (task, officer, period, state, note, own_date, percent, obstacle, evidence, at)
     VALUES (@task, @officer, @period, @state, @note, @ownDate, @percent, @obstacle, @evidence, @at)`,
  );
  const attach = db.prepare(
    "UPDATE task_progress SET evidence = trim(coalesce(evidence, '') || ' ' || ?) WHERE number = ?",
  );
  const takeBack = db.prepare(
    "UPDATE task_progress SET taken_back_at = ? WHERE number = ? AND taken_back_at IS NULL",
  );
  return {
    reviews: async () =>
      reviews.all().map(({ snapshot, ...one }) => (snapshot === null ? one : { ...one, snapshot })),
    review: async ({ quote = null, snapshot = null, ...decided }) =>
      void review.run({ ...decided, quote, snapshot }),
    progress: async () => progress.all(),
    async report(reported) {
      const { period = null, percent = null, obstacle = null } = reported;
      return Number(report.run({ ...reported, period, percent, obstacle }).lastInsertRowid);
    },
    attach: async (number, evidence) => void attach.run(evidence, number),
    takeBack: async (number, at) => takeBack.run(at, number).changes === 1,
  };
}
