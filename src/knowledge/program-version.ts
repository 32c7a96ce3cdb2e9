import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Changes whenever the program might understand a paper differently: sha256 over the sources that understand. So what an
 * earlier version understood is never taken for this one's, and nobody has to remember to raise a number.
 */
export function programVersion(): string {
  const source = dirname(dirname(fileURLToPath(import.meta.url)));
  const hash = createHash("sha256");
  for (const folder of ["domain", "knowledge", "vietnamese"]) {
    const names = readdirSync(join(source, folder), { recursive: true, encoding: "utf8" });
    for (const name of names.filter((each) => /\.[jt]s$/u.test(each)).sort()) {
      hash.update(`${folder}/${name}\n`).update(readFileSync(join(source, folder, name)));
    }
  }
  // The packages that read papers are pinned here.
  return hash.update(readFileSync(join(source, "..", "package.json"))).digest("hex");
}
