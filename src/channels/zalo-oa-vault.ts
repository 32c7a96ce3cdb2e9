import { open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { TokenVault } from "../ports.ts";

const Pair = z.object({ access: z.string(), refresh: z.string(), issuedAt: z.number() });

/** The token pair in one file that only its owner can read, replaced as a whole and flushed before `save` settles. */
export function openFileVault(path: string): TokenVault {
  return {
    async load() {
      const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") {
          return null;
        }
        throw error;
      });
      return text === null ? null : Pair.parse(JSON.parse(text));
    },
    async save(tokens) {
      const beside = `${path}.new`;
      const file = await open(beside, "w", 0o600);
      try {
        await file.writeFile(JSON.stringify(tokens));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, path);
      const folder = await open(dirname(path), "r");
      await folder.sync().finally(() => folder.close());
    },
  };
}
