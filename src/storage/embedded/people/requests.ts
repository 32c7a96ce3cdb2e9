import type { KeptRequest } from "../../../domain/people.ts";
import type { RequestStore } from "../../../ports/people.ts";
import type { Db } from "../database/database.ts";

const COLUMNS = `number, kind, task, period, by_whom AS "by", locality, until, to_unit AS "to", note, at,
  decision, decided_by AS decidedBy, decided_at AS decidedAt`;

export function openRequestStore(db: Db): RequestStore {
  const ask = db.prepare(
    `INSERT INTO work_request (kind, task, period, by_whom, locality, until, to_unit, note, at)
     VALUES (@kind, @task, @period, @by, @locality, @until, @to, @note, @at)`,
  );
  const all = db.prepare<[], KeptRequest>(`SELECT ${COLUMNS} FROM work_request ORDER BY number`);
  const find = db.prepare<[number], KeptRequest>(`SELECT ${COLUMNS} FROM work_request WHERE number = ?`);
  const decide = db.prepare(
    `UPDATE work_request SET decision = ?, decided_by = ?, decided_at = ?
     WHERE number = ? AND decision IS NULL`,
  );
  return {
    ask: async (request) => Number(ask.run(request).lastInsertRowid),
    all: async () => all.all(),
    find: async (number) => find.get(number) ?? null,
    decide: async (number, decision, by, at) => decide.run(decision, by, at, number).changes === 1,
  };
}
