import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { loosePromises } from "../../scripts/types/loose-promises.ts";
import { temporaryFolder } from "../support/folder.ts";

const GIVEN = `
declare function keep(): Promise<boolean>;
declare function read(): Promise<readonly string[]>;
declare function later(work: () => void): void;
declare const rows: readonly string[];
declare const store: { readonly save: (row: string) => Promise<void> };
declare const maybe: Promise<boolean> | undefined;
`;

/** What is found in each of these bodies of functions that may wait. */
function foundIn(bodies: readonly string[]): readonly (readonly string[])[] {
  const file = join(temporaryFolder(), "bodies.ts");
  const functions = bodies.map(
    (body, n) => `export async function f${n}(): Promise<unknown> { ${body} return null; }`,
  );
  writeFileSync(file, [GIVEN.replaceAll("\n", " "), ...functions].join("\n"));
  const program = ts.createProgram([file], { target: ts.ScriptTarget.ES2023, strict: true, types: [] });
  const source = program.getSourceFile(file);
  const found = source === undefined ? [] : loosePromises(source, program.getTypeChecker());
  const lineOf = (node: ts.Node) => source?.getLineAndCharacterOfPosition(node.getStart()).line ?? -1;
  return bodies.map((_, n) => found.filter(({ node }) => lineOf(node) === n + 1).map(({ what }) => what));
}

const LOOSE: Readonly<Record<string, string>> = {
  "keep();": "nobody waits",
  "rows.length > 0 && keep();": "nobody waits",
  'rows.length > 0 ? store.save("a") : null;': "nobody waits",
  "keep().then(() => 1);": "nobody waits",
  "if (keep()) { return 1; }": "always true",
  "return !keep();": "always true",
  "return keep() ? 1 : 2;": "always true",
  "return keep() || rows.length > 0;": "always true",
  "return keep() === (true as unknown);": "compared",
  "return `${keep()}`;": "stands in a text",
  "return rows.filter(() => keep());": "does not wait",
  'return rows.some(async (row) => row !== "");': "does not wait",
  "later(async () => { await keep(); });": "does not wait",
  "return later(store.save as () => Promise<void>);": "does not wait",
};

const SEEN_TO = [
  "await keep();",
  "void keep();",
  "keep().catch(() => null);",
  "keep().then(() => 1, () => 2);",
  "return keep();",
  "return (await keep()) ? 1 : 2;",
  "return Promise.all(rows.map((row) => store.save(row)));",
  "return maybe === undefined;",
  "await read().finally(keep);",
  "const kept = keep(); return kept;",
  "return [...(await read())];",
];

describe("promises in the code", () => {
  it("are found where nobody waits for them, or where they are taken for their value", () => {
    const found = foundIn(Object.keys(LOOSE));
    Object.entries(LOOSE).forEach(([body, what], n) => {
      expect([body, found[n]]).toEqual([body, [expect.stringContaining(what)]]);
    });
  });

  it("are left alone where they are waited for, handed on, or said to be meant", () => {
    expect(foundIn(SEEN_TO)).toEqual(SEEN_TO.map(() => []));
  });
});
