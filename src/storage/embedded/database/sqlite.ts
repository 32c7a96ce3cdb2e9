import Database from "better-sqlite3";

export type Db = Database.Database;

// Node 24.19 and newer end the whole process when the collector meets an object of better-sqlite3 12 (its base class
// removes a cleanup hook where no context is entered); better-sqlite3 13 is free of it but does not run on Node 20.
// So nothing that SQLite made is ever left to the collector: databases and statements stay reachable, closed or not.
const kept: unknown[] = [];

/**
 * Opens a SQLite file. `prepare` gives one statement for each text of SQL, so texts must be few (no values in them) and
 * statements are never switched with pluck, raw or expand. Use `readPragma` and `setPragma`, not `pragma`.
 */
export function openSqlite(file: string, options?: Database.Options): Db {
  const db = new Database(file, options);
  const statements = new Map<string, Database.Statement>();
  kept.push(db, statements);
  const prepare = db.prepare.bind(db);
  const once = (sql: string) => {
    const statement = statements.get(sql) ?? prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return Object.assign(db, { prepare: once as Db["prepare"] });
}

/** A setting: `readPragma(db, "user_version")`. */
export function readPragma(db: Db, name: string): unknown {
  const row = db.prepare<[], Record<string, unknown>>(`SELECT * FROM pragma_${name}`).get();
  return Object.values(row ?? {})[0];
}

/** `setPragma(db, "foreign_keys = ON")`. Compiled anew each time: some settings take effect while they are compiled. */
export function setPragma(db: Db, setting: string): void {
  db.exec(`PRAGMA ${setting}`);
}

/** What a check of the file found wrong first, on one line; null when it found nothing. */
export function damageOf(db: Db, check: "quick_check" | "integrity_check"): string | null {
  const found = String(readPragma(db, check)).split("\n");
  const first = found.find((line) => !line.startsWith("***")) ?? "unknown";
  return first === "ok" ? null : first;
}
