import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** What only a module names that starts a process, a server or a browser. */
const STARTS =
  /"node:child_process"|"node:worker_threads"|"playwright-core"|"@hono\/node-server"|\bcreateServer\b/u;
/** The modules that run because this one does: whatever is imported for more than its types. */
const IMPORTED = /^(?:import|export)(?! type\b)(?:[^;"]*?\bfrom)? ?"(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gmu;

export interface TestKinds {
  /** Start nothing outside their own process: all of them together take well under a minute. */
  readonly quick: readonly string[];
  readonly slow: readonly string[];
}

/** The test files under a folder by what they start, with all that they import. A new file needs no line in any list. */
export function testKinds(folder: string): TestKinds {
  const known = new Map<string, readonly string[] | "starts">();
  /** What a module imports of ours, or that it starts something itself. */
  function look(file: string): readonly string[] | "starts" {
    const text = readFileSync(file, "utf8");
    return STARTS.test(text)
      ? "starts"
      : [...text.matchAll(IMPORTED)]
          .map((found) => normalize(join(dirname(file), found[1] ?? found[2] ?? "")))
          .filter((path) => path.endsWith(".ts") && existsSync(path));
  }
  function starts(file: string): boolean {
    const met = new Set([file]);
    for (const one of met) {
      const imported = known.get(one) ?? look(one);
      known.set(one, imported);
      if (imported === "starts") {
        return true;
      }
      imported.forEach((path) => void met.add(path));
    }
    return false;
  }
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith(".test.ts"))
    .sort();
  return { quick: files.filter((file) => !starts(file)), slow: files.filter(starts) };
}
