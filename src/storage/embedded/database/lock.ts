import Database from "better-sqlite3";
import { openSqlite } from "./sqlite.ts";

/** Held until released or until the process ends, however it ends: the operating system lets go. */
export interface Lock {
  release(): void;
}

/**
 * Takes the lock that a file stands for; null when another process (or another part of this one) holds it.
 * An exclusive SQLite transaction is the one advisory lock that Node has on every system without an addon of its own.
 */
export function takeLock(file: string, waitMs = 0): Lock | null {
  const holder = openSqlite(file, { timeout: waitMs });
  try {
    holder.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    holder.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      return null;
    }
    throw error;
  }
  return { release: () => holder.close() };
}
