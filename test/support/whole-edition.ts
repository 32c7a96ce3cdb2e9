import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadEdition } from "../../scripts/command-line.ts";
import { type Answering, openAnswering } from "../../src/answering/answer.ts";
import type { LiveEdition } from "../../src/ports/knowledge.ts";
import type { Embedder } from "../../src/ports/models.ts";

export interface WholeEdition {
  readonly live: LiveEdition;
  readonly embedder: Embedder | null;
  /** Answers from it as a new service does: an answer leaves nothing behind. */
  readonly answering: Answering;
}

async function load(): Promise<WholeEdition> {
  const data = await mkdtemp(join(tmpdir(), "whole-edition-"));
  try {
    const { storage, live, embedder } = await loadEdition({ knowledge: resolve("knowledge"), data });
    await storage.close();
    return { live, embedder, answering: openAnswering(live, embedder) };
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

let loaded: Promise<WholeEdition> | undefined;

/** All of knowledge/ as it stands, loaded from nothing, once for all the test files of a process. */
export function wholeEdition(): Promise<WholeEdition> {
  loaded ??= load();
  return loaded;
}
