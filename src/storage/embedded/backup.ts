import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { StorageError } from "../../ports/storage.ts";
import { DATABASE_FILE, explainedFault, schemaVersion } from "./database/database.ts";
import { takeLock } from "./database/lock.ts";
import { migrations } from "./database/schema.ts";
import { damageOf, openSqlite, setPragma } from "./database/sqlite.ts";

/** What a backup was found to hold when it was opened again. */
export interface BackupContents {
  readonly file: string;
  readonly editions: number;
  readonly officers: number;
  readonly questions: number;
}

/** Copies the database of a data folder, also while its service runs, and opens the copy to see that it is whole. */
export function backUp(dir: string, file: string): BackupContents {
  const source = join(dir, DATABASE_FILE);
  if (!existsSync(source)) {
    throw new StorageError(`There is no database in ${dir}. Say which data folder with --data DIR.`);
  }
  if (existsSync(file)) {
    throw new StorageError(`${file} exists already. Choose another name; a backup never replaces one.`);
  }
  const beside = `${file}.writing-${process.pid}`;
  try {
    const db = openSqlite(source, { timeout: 5000, fileMustExist: true });
    try {
      db.prepare("VACUUM INTO ?").run(beside);
    } finally {
      db.close();
    }
    const contents = inspected(beside);
    flush(beside);
    renameSync(beside, file);
    flush(dirname(resolve(file)));
    return { ...contents, file };
  } catch (error) {
    throw explainedFault(error, source);
  } finally {
    removeDatabase(beside);
  }
}

/**
 * Puts a verified backup in the place of the database; what stood there is kept beside. The restored database says when,
 * so that reminders which may have been sent since the backup are not sent again without a person's word.
 */
export async function restore(
  file: string,
  dir: string,
  at: number,
): Promise<BackupContents & { readonly kept: string | null }> {
  const contents = inspected(file);
  await mkdir(dir, { recursive: true });
  const lock = takeLock(join(dir, "service.lock"));
  if (lock === null) {
    throw new StorageError(`The service runs on ${dir}. Stop it first, then restore.`);
  }
  try {
    const target = join(dir, DATABASE_FILE);
    const beside = `${target}.writing-${process.pid}`;
    await copyFile(file, beside);
    markRestored(beside, at);
    flush(beside);
    const kept = setAside(target, at);
    renameSync(beside, target);
    flush(dir);
    return { ...contents, file, kept };
  } finally {
    lock.release();
  }
}

/** Opens a backup read-only and checks every page of it. */
function inspected(file: string): Omit<BackupContents, "file"> {
  if (!existsSync(file)) {
    throw new StorageError(`There is no backup ${file}. Check the name.`);
  }
  try {
    const db = openSqlite(file, { readonly: true, fileMustExist: true });
    try {
      const problem = damageOf(db, "integrity_check");
      if (problem !== null) {
        throw new StorageError(`The backup ${file} is damaged (${problem}). Use another one.`);
      }
      if (schemaVersion(db) === 0 || schemaVersion(db) > migrations.length) {
        throw new StorageError(`${file} is not a backup that this version of the program can use.`);
      }
      const count = (table: string) =>
        db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
      return { editions: count("edition"), officers: count("officer"), questions: count("question") };
    } finally {
      db.close();
    }
  } catch (error) {
    throw error instanceof Database.SqliteError
      ? new StorageError(
          `The backup ${file} is damaged or not a database (${error.code}). Use another one.`,
          { cause: error },
        )
      : error;
  }
}

function markRestored(file: string, at: number): void {
  const db = openSqlite(file);
  try {
    setPragma(db, "journal_mode = DELETE");
    db.prepare("INSERT OR REPLACE INTO fact (name, value) VALUES ('restored_at', ?)").run(String(at));
  } finally {
    db.close();
  }
}

/** Moves the present database and its log out of the way; returns the new name. */
function setAside(target: string, at: number): string | null {
  if (!existsSync(target)) {
    return null;
  }
  const kept = `${target}.before-restore-${new Date(at).toISOString().replace(/[:.]/gu, "-")}`;
  for (const suffix of ["-wal", "-shm", ""]) {
    if (existsSync(target + suffix)) {
      renameSync(target + suffix, kept + suffix);
    }
  }
  return kept;
}

function removeDatabase(file: string): void {
  for (const suffix of ["", "-journal", "-wal", "-shm"]) {
    rmSync(file + suffix, { force: true });
  }
}

function flush(path: string): void {
  const descriptor = openSync(path, process.platform === "win32" ? "r+" : "r");
  try {
    fsyncSync(descriptor);
  } catch (error) {
    // Windows cannot flush folders.
    if (process.platform !== "win32") {
      throw error;
    }
  } finally {
    closeSync(descriptor);
  }
}
