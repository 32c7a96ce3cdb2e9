import type { Upload } from "../../../domain/console.ts";
import type { Uploads } from "../../../ports/console-storage.ts";
import type { Db } from "../database/database.ts";

const COLUMNS = `id, name, ending, sha256, size, doc, locality, by_whom AS "by", at, state`;

export function openUploads(db: Db): Uploads {
  const find = db.prepare<[string], Upload>(`SELECT ${COLUMNS} FROM upload WHERE id = ?`);
  const waiting = db.prepare<[], Upload>(
    `SELECT ${COLUMNS} FROM upload WHERE state = 'waiting' ORDER BY at DESC`,
  );
  const add = db.prepare(
    `INSERT INTO upload (id, name, ending, sha256, size, doc, locality, by_whom, at, state)
     VALUES (@id, @name, @ending, @sha256, @size, @doc, @locality, @by, @at, @state)`,
  );
  const end = db.prepare("UPDATE upload SET state = ? WHERE id = ? AND state = 'waiting'");
  return {
    add: async (upload) => void add.run(upload),
    find: async (id) => find.get(id) ?? null,
    waiting: async () => waiting.all(),
    end: async (id, state) => end.run(state, id).changes === 1,
  };
}
