import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openSqlite, readPragma, setPragma } from "../../src/storage/embedded/sqlite.ts";
import { temporaryFolder } from "../support/folder.ts";

const open = () => {
  const db = openSqlite(join(temporaryFolder(), "any.db"));
  onTestFinished(() => void db.close());
  return db;
};

describe("an SQLite file", () => {
  it("gives one statement for each text of SQL, so that none is left to the collector", () => {
    const db = open();
    const first = db.prepare("SELECT 1 AS one");

    expect(db.prepare("SELECT 1 AS one")).toBe(first);
    expect(db.prepare("SELECT 2 AS two")).not.toBe(first);
    expect(db.prepare("SELECT 1 AS one").get()).toEqual({ one: 1 });
  });

  it("reads a setting as it is now, not as it was when first asked", () => {
    const db = open();
    for (const [setting, value] of [
      ["synchronous", 1],
      ["synchronous", 2],
      ["user_version", 7],
      ["user_version", 8],
    ] as const) {
      setPragma(db, `${setting} = ${value}`);
      expect(readPragma(db, setting)).toBe(value);
    }
  });

  it("reads the first line of a check", () => {
    expect(readPragma(open(), "integrity_check")).toBe("ok");
  });
});
