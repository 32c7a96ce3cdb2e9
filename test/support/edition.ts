import { parseSafety } from "../../src/answering/guard/safety.ts";
import { readOfficeFiles } from "../../src/knowledge/files/office-data.ts";
import type { LiveEdition } from "../../src/ports/knowledge.ts";
import { read, SEEDS, seedText } from "../knowledge/seeds.ts";

/** The seed plans and the office's own lists, without vectors: read in under a second. */
export async function seedEdition(): Promise<LiveEdition> {
  const office = await readOfficeFiles("knowledge", null, parseSafety);
  if (office.refusal !== null) {
    throw new Error(office.refusal);
  }
  const documents = SEEDS.map((name) => read(seedText(name), name));
  return {
    edition: { id: "seeds", createdAt: "2025-10-01T00:00:00Z", documents, ...office.data },
    vectors: null,
    embedder: null,
  };
}
