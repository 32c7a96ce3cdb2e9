import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openStorage } from "../../src/storage/open.ts";
import { fixedClock } from "../support/clock.ts";
import { vectorOf } from "../support/embedder.ts";
import { temporaryFolder, writeFiles } from "../support/folder.ts";
import { loadLines } from "../support/load-lines.ts";

const child = fileURLToPath(new URL("../support/dying-load.ts", import.meta.url));

async function loadAndDie(knowledge: string, data: string, point: string) {
  const running = spawn(process.execPath, ["--import", "tsx", child, knowledge, data, point], {
    stdio: "inherit",
  });
  const [code, signal] = await once(running, "exit");
  return (signal ?? code) as string | number;
}

async function serving(dir: string) {
  const storage = await openStorage({ dir }, fixedClock(), () => {});
  try {
    const live = await storage.knowledge.current();
    const hit = live?.vectors?.search(vectorOf("hai"), 1)[0];
    const texts =
      live?.edition.documents.flatMap((document) => document.passages.map((each) => each.text)) ?? [];
    return { texts, found: texts[hit?.label ?? -1], kind: live?.vectors?.kind };
  } finally {
    await storage.close();
  }
}

describe("a load killed in the middle", () => {
  it.each([
    ["read 1", false],
    ["embed 0", false],
    ["texts_kept", false],
    ["index_written", false],
    ["index_verified", false],
    ["index_moved", false],
    ["pointer_moved", true],
  ])(
    "at %s leaves one whole edition serving, and the next load finishes the work",
    async (point, flipped) => {
      const [knowledge, data] = [temporaryFolder(), temporaryFolder()];
      const localities = "- { slug: a, name: xã A, level: commune }\n";
      writeFiles(knowledge, {
        "localities.yaml": localities,
        "plans/a.txt": "một\nhai",
        "plans/b.txt": "ba",
      });
      expect((await loadLines(knowledge, data)).outcome).toBe("published");
      writeFiles(knowledge, { "plans/a.txt": "một mới\nhai", "plans/b.txt": "ba mới" });

      expect(await loadAndDie(knowledge, data, point)).toBe("SIGKILL");

      const texts = flipped ? ["một mới", "hai", "ba mới"] : ["một", "hai", "ba"];
      expect(await serving(data)).toEqual({ texts, found: "hai", kind: "hnsw" });
      const folders = readdirSync(join(data, "editions"));
      expect(folders.every((name) => /^[0-9a-f]{12}$/u.test(name))).toBe(true);

      expect((await loadLines(knowledge, data)).outcome).toBe(flipped ? "unchanged" : "published");
      expect((await serving(data)).texts).toEqual(["một mới", "hai", "ba mới"]);
    },
  );
});
