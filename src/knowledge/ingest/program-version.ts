import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** All that reading a paper depends on; a changed word on a page of the console must not have every scan read again. */
const UNDERSTANDING = [
  "domain",
  "knowledge",
  "vietnamese/text",
  "vietnamese/lexicon",
  "vietnamese/wording/knowledge",
];

/**
 * Changes whenever the program might understand a paper differently: sha256 over the sources that understand. So what an
 * earlier version understood is never taken for this one's, and nobody has to remember to raise a number.
 */
export function programVersion(): string {
  const source = resolve(fileURLToPath(import.meta.url), "../../..");
  const hash = createHash("sha256");
  for (const folder of UNDERSTANDING) {
    const names = readdirSync(join(source, folder), { recursive: true, encoding: "utf8" });
    for (const name of names.filter((each) => /\.[jt]s$/u.test(each)).sort()) {
      hash.update(`${folder}/${name}\n`).update(readFileSync(join(source, folder, name)));
    }
  }
  // The packages that read papers are pinned here.
  return hash.update(readFileSync(join(source, "..", "package.json"))).digest("hex");
}
