import type { CuratedAnswer } from "../../../domain/console.ts";
import type { CuratedStore } from "../../../ports/console-storage.ts";
import type { Db } from "../database/database.ts";

type Row = Omit<CuratedAnswer, "questions"> & { readonly questions: string };

export function openCuratedStore(db: Db): CuratedStore {
  const all = db.prepare<[], Row>(
    `SELECT id, questions, locality, text, source, until, by_whom AS "by", at FROM curated ORDER BY id DESC`,
  );
  const add = db.prepare(
    `INSERT INTO curated (questions, locality, text, source, until, by_whom, at)
     VALUES (@questions, @locality, @text, @source, @until, @by, @at)`,
  );
  const change = db.prepare(
    `UPDATE curated SET questions = @questions, locality = @locality, text = @text, source = @source,
       until = @until, by_whom = @by, at = @at WHERE id = @id`,
  );
  const remove = db.prepare("DELETE FROM curated WHERE id = ?");
  // Asked for with every question, changed seldom.
  let kept: readonly CuratedAnswer[] | null = null;
  return {
    async all() {
      kept ??= all.all().map((row) => ({ ...row, questions: JSON.parse(row.questions) as string[] }));
      return kept;
    },
    async save(answer, id) {
      kept = null;
      const row = { ...answer, questions: JSON.stringify(answer.questions) };
      if (id === null) {
        return Number(add.run(row).lastInsertRowid);
      }
      change.run({ ...row, id });
      return id;
    },
    async remove(id) {
      kept = null;
      remove.run(id);
    },
  };
}
