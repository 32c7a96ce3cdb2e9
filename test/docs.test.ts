import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const PAGES = ["README.md", "CONTRIBUTING.md", "docs/kien-truc.md", "docs/evidence.md"];
/** Paths of this repository as the pages write them: `src/…`, `test/…`, [words](docs/…). */
const NAMED = /`((?:src|test|scripts|knowledge|docs)\/[\w./-]+)`|\]\(([\w./-]+\.(?:md|png))\)/gu;

describe.each(PAGES)("%s", (page) => {
  it("names only files and folders that are there", () => {
    const named = [...readFileSync(page, "utf8").matchAll(NAMED)].map((found) => found[1] ?? found[2] ?? "");
    const base = page.startsWith("docs/") ? "docs/" : "";
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(path) && !existsSync(`${base}${path}`))).toEqual([]);
  });

  it("names only commands that package.json has", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = [...readFileSync(page, "utf8").matchAll(/npm run (?:--silent )?([a-z:-]+)/gu)].map(
      (found) => found[1] ?? "",
    );
    expect(named.filter((name) => !Object.keys(scripts).includes(name))).toEqual([]);
  });
});
