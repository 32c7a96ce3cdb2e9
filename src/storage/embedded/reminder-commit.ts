import type { Db } from "./database.ts";

/** One transaction that takes the write lock at once: a tool writing beside the service makes it wait, not fail. */
export function immediate<A extends unknown[], R>(db: Db, work: (...given: A) => R): (...given: A) => R {
  const transaction = db.transaction(work);
  return (...given) => transaction.immediate(...given) as R;
}
