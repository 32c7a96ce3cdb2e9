import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { StorageError } from "../../../ports/storage.ts";
import { migrations } from "./schema.ts";
import { type Db, damageOf, openSqlite, readPragma, setPragma } from "./sqlite.ts";

export type { Db } from "./sqlite.ts";

export const DATABASE_FILE = "assistant.db";
const QUICK_CHECK_LIMIT = 256 * 1024 * 1024; // bytes; above it the check would hold up the start
const WAIT_MS = 5000;
const LOG_WAIT_MS = 250;
const WAY_OUT =
  "Restore a backup (npm run restore -- FILE) or move the file away and load the knowledge again.";

/** Opens the database file of a data folder, verified; creates both when missing. Migrations are run by `migrate`. */
export function openDatabase(dir: string): Db {
  const file = join(dir, DATABASE_FILE);
  makeFolder(resolve(dir));
  const check = existsSync(file) && statSync(file).size <= QUICK_CHECK_LIMIT;
  let db: Db | null = null;
  try {
    db = openSqlite(file, { timeout: WAIT_MS });
    setUp(db);
    const problem = check ? damageOf(db, "quick_check") : null;
    if (problem !== null) {
      throw new StorageError(`The database ${file} is damaged (${problem}). ${WAY_OUT}`);
    }
    return db;
  } catch (error) {
    db?.close();
    throw explainedFault(error, file);
  }
}

function makeFolder(dir: string): void {
  try {
    makeWithParents(dir);
    // SQLite opens a file it may not write and fails only at the first change.
    for (const path of [dir, join(dir, DATABASE_FILE)].filter(existsSync)) {
      accessSync(path, constants.W_OK);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown";
    throw new StorageError(
      `The data folder ${dir} cannot be made or written (${code}). Choose another with --data DIR, or correct its rights.`,
      { cause: error },
    );
  }
}

// Node's own recursive mkdir never returns where the system says ENOENT for a child of a folder that exists (/proc).
function makeWithParents(dir: string): void {
  if (!existsSync(dir)) {
    makeWithParents(dirname(dir));
    mkdirOnce(dir);
  } else if (!statSync(dir).isDirectory()) {
    throw Object.assign(new Error(`${dir} is a file`), { code: "ENOTDIR" });
  }
}

/** Another process may make it at the same moment. */
function mkdirOnce(dir: string): void {
  try {
    mkdirSync(dir, { mode: 0o700 }); // questions and tokens: for the service's account alone
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
      throw error;
    }
  }
}

function setUp(db: Db): void {
  setPragma(db, "journal_mode = WAL");
  setPragma(db, "synchronous = FULL");
  setPragma(db, "foreign_keys = ON");
  setPragma(db, "secure_delete = ON");
  setPragma(db, `busy_timeout = ${WAIT_MS}`);
  setPragma(db, "journal_size_limit = 67108864"); // bytes; a log swollen by a long reader shrinks again
  const synchronous = readPragma(db, "synchronous");
  const journal = readPragma(db, "journal_mode");
  if (synchronous !== 2 || journal !== "wal") {
    throw new StorageError(
      `The database cannot be made crash-safe here (${journal}, ${synchronous}): use a local disk.`,
    );
  }
}

/**
 * Empties the log of earlier states of pages, so that what was deleted stands in no file (secure_delete has emptied the
 * pages themselves). A reader elsewhere can hold the log open: nobody waits long for it, and the next call does it.
 */
export function emptyLog(db: Db): void {
  setPragma(db, `busy_timeout = ${LOG_WAIT_MS}`);
  setPragma(db, "wal_checkpoint(TRUNCATE)");
  setPragma(db, `busy_timeout = ${WAIT_MS}`);
}

/**
 * A commit that outlives the process but perhaps not a power cut: for what would only be done once more. The next full
 * commit takes it to the disk as well.
 */
export function lightly<T>(db: Db, commit: () => T): T {
  setPragma(db, "synchronous = NORMAL");
  try {
    return commit();
  } finally {
    setPragma(db, "synchronous = FULL");
  }
}

export function schemaVersion(db: Db): number {
  return Number(readPragma(db, "user_version"));
}

export function refuseNewer(db: Db): void {
  if (schemaVersion(db) > migrations.length) {
    throw new StorageError(
      `The database was written by a newer version of this program (schema ${schemaVersion(db)}, ` +
        `known here up to ${migrations.length}). Use that version or a backup made before it.`,
    );
  }
}

/** Brings the schema up to date, one transaction for each step; safe when two processes start at once. */
export function migrate(db: Db, at: number): void {
  db.exec(
    "CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL)",
  );
  migrations.forEach((migration, index) => {
    const version = index + 1;
    const step = db.transaction(() => {
      if (schemaVersion(db) >= version) {
        return;
      }
      db.exec(migration.sql);
      db.prepare("INSERT INTO migration (version, name, at) VALUES (?, ?, ?)").run(
        version,
        migration.name,
        at,
      );
      setPragma(db, `user_version = ${version}`);
    });
    step.immediate();
  });
}

export function needsMigration(db: Db): boolean {
  return schemaVersion(db) < migrations.length;
}

/** A SQLite error as a sentence with the way out; anything else as it is. */
export function explainedFault(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) {
    return error;
  }
  const cause = { cause: error };
  if (error.code.startsWith("SQLITE_BUSY")) {
    return new StorageError(
      `The database ${file} is held by another program for over 5 s. Try again when it is done.`,
      cause,
    );
  }
  if (error.code === "SQLITE_FULL") {
    return new StorageError(
      `The disk that holds ${file} is full. Free some space; nothing already kept is lost.`,
      cause,
    );
  }
  if (error.code.startsWith("SQLITE_CANTOPEN") || error.code.startsWith("SQLITE_READONLY")) {
    return new StorageError(
      `The database ${file} cannot be written (${error.code}). Correct the folder's rights.`,
      cause,
    );
  }
  return new StorageError(
    `The database ${file} is damaged or not a database (${error.code}). ${WAY_OUT}`,
    cause,
  );
}
