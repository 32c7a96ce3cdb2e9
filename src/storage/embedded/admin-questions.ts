import type { AskedQuestion } from "../../domain/console.ts";
import type { AskedQuestions } from "../../ports.ts";
import type { Db } from "./database.ts";

type Row = Omit<AskedQuestion, "good"> & { readonly good: number | null };

const MOST = 20_000; // rows of one look; a commune asks some hundreds a day

export function openAskedQuestions(db: Db): AskedQuestions {
  const since = db.prepare<[number, number], Row>(
    `SELECT number AS id, at, channel, locality, text, status, intent, ms, good, reason
     FROM question WHERE at >= ? ORDER BY at DESC, number DESC LIMIT ?`,
  );
  return {
    since: (at) =>
      since.all(at, MOST).map((row) => ({ ...row, good: row.good === null ? null : row.good === 1 })),
  };
}
