import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { damageOf, openSqlite, readPragma, setPragma } from "../../src/storage/embedded/database/sqlite.ts";
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

  it("finds nothing wrong with a whole file", () => {
    expect(damageOf(open(), "integrity_check")).toBeNull();
  });

  it("is opened in one way by all of the program, its command lines and its tests", () => {
    const root = fileURLToPath(new URL("../../", import.meta.url));
    const files = ["src", "scripts", "test"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => join(folder, name)),
    );
    const opening = /\bnew Database\(|\.pragma\(|\.(?:pluck|iterate)\(/u;
    const others = files.filter((file) => opening.test(readFileSync(join(root, file), "utf8")));

    expect(others).toEqual([join("src", "storage", "embedded", "database", "sqlite.ts")]);
  });
});
