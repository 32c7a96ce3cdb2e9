import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LogEvent } from "../../src/domain/event.ts";
import { passagesOf } from "../../src/domain/knowledge.ts";
import { exactIndex } from "../../src/storage/embedded/knowledge/exact.ts";
import { openIndexFolder, writeIndexFolder } from "../../src/storage/embedded/knowledge/index-folder.ts";
import { openStorage } from "../../src/storage/open.ts";
import { fixedClock } from "../support/clock.ts";
import { vectorOf } from "../support/embedder.ts";
import { temporaryFolder } from "../support/folder.ts";
import { edition, openTestStorage } from "../support/storage.ts";

const FILES = ["args.json", "docstore.json", "hnswlib.index", "manifest.json"];
const lines = Array.from({ length: 120 }, (_, n) => `đoạn ${n} về việc ${n * n}`);

function content(dimensions = 32, fingerprint = "words-1") {
  const request = edition("e1", { a: lines.join("\n") });
  const passages = passagesOf(request.edition);
  return { fingerprint, passages, vectors: passages.map((passage) => vectorOf(passage.text, dimensions)) };
}

async function written() {
  const folder = join(temporaryFolder(), "e1");
  const steps: string[] = [];
  const index = await writeIndexFolder(folder, content(), (step) => steps.push(step));
  return { folder, steps, index };
}

describe("the folder of an edition's index", () => {
  it("is written beside, verified, and only then given its name", async () => {
    const { folder, steps, index } = await written();
    expect(steps).toEqual(["index_written", "index_verified", "index_moved"]);
    expect(readdirSync(folder).sort()).toEqual(FILES);
    expect(readdirSync(join(folder, ".."))).toEqual(["e1"]);
    expect(index).toMatchObject({ kind: "hnsw", size: 120 });
  });

  it("finds what the exact scan finds", async () => {
    const { folder } = await written();
    const opened = await openIndexFolder(folder, content());
    if (typeof opened === "string") {
      throw new Error(opened);
    }
    const exact = exactIndex(content().vectors);
    for (const words of ["việc 49", "đoạn 7", "về việc 100 đoạn"]) {
      const scores = opened.search(vectorOf(words), 10).map((hit) => hit.score.toFixed(4));
      expect(scores).toEqual(exact.search(vectorOf(words), 10).map((hit) => hit.score.toFixed(4)));
    }
  });

  it.each([
    ["another dimension", content(16)],
    ["another embedder", content(32, "words-2")],
    [
      "another number of passages",
      { ...content(), vectors: content().vectors.slice(1), passages: content().passages.slice(1) },
    ],
  ])("is refused for %s", async (_, wanted) => {
    const { folder } = await written();
    expect(await openIndexFolder(folder, wanted)).toBe("damaged");
  });

  it("is refused when the vectors it was built of are others: the canary does not find itself", async () => {
    const { folder } = await written();
    const turned = { ...content(), vectors: content().vectors.toReversed() };
    expect(await openIndexFolder(folder, turned)).toBe("not_verified");
  });

  it("is refused after any single byte is turned or any end is cut off, and never crashes", async () => {
    const { folder } = await written();
    const damage = fc.record({
      name: fc.constantFrom(...FILES),
      place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      bits: fc.integer({ min: 1, max: 255 }),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ name, place, bits, cut }) => {
        const file = join(folder, name);
        const whole = readFileSync(file);
        const at = Math.floor(place * whole.length);
        if (cut) {
          truncateSync(file, at);
        } else {
          const bytes = Buffer.from(whole);
          bytes[at] = (bytes[at] ?? 0) ^ bits;
          writeFileSync(file, bytes);
        }
        const opened = await openIndexFolder(folder, content());
        writeFileSync(file, whole);
        // White space in the manifest may change without changing what it says.
        return opened === "damaged" || (name === "manifest.json" && typeof opened !== "string");
      }),
      { numRuns: 200 },
    );
    expect(typeof (await openIndexFolder(folder, content()))).toBe("object");
  });

  it("is built again from the kept vectors when it is damaged or gone, and says so", async () => {
    const { dir, storage } = await openTestStorage();
    await storage.knowledge.publish(edition("e1", { a: lines.join("\n") }));
    await storage.close();
    for (const harm of [
      () => truncateSync(join(dir, "editions/e1/hnswlib.index"), 100),
      () => rmSync(join(dir, "editions/e1"), { recursive: true }),
    ]) {
      harm();
      const events: LogEvent[] = [];
      const again = await openStorage({ dir }, fixedClock(), (event) => events.push(event));
      const live = await again.knowledge.current();
      expect(live?.vectors?.kind).toBe("hnsw");
      expect(live?.vectors?.search(vectorOf("đoạn 7 về việc 49"), 1)[0]?.label).toBe(7);
      expect(events).toEqual([{ kind: "vector_search", mode: "rebuilt", reason: "damaged" }]);
      await again.close();
      expect(existsSync(join(dir, "editions/e1/manifest.json"))).toBe(true);
    }
  });

  it("is swept away when nothing owns it, but not those of kept editions", async () => {
    const { dir, storage, openAgain } = await openTestStorage();
    await storage.knowledge.publish(edition("e1", { a: "một" }));
    mkdirSync(join(dir, "editions/e2.writing-77"));
    mkdirSync(join(dir, "editions/e9"));
    await openAgain();
    expect(readdirSync(join(dir, "editions"))).toEqual(["e1"]);
  });
});
