// The one way to find passages: words, and vectors where there are any. The service and the measurements both use it.
import type { Vocabulary } from "../../domain/knowledge.ts";
import type { VectorIndex } from "../../ports/knowledge.ts";
import type { Embedder } from "../../ports/models.ts";
import { fuse, type Hit } from "./fusion.ts";
import type { SearchDocument } from "./ranking/collection.ts";
import { openWordIndex, type WordIndex } from "./ranking/word-index.ts";
import type { Repaired } from "./spelling/query-repair.ts";

export interface Retriever {
  readonly words: WordIndex;
  /** Best first, at most `k`. A string is repaired first. Throws what the embedder throws. */
  search(
    query: Repaired | string,
    k: number,
    allow?: (label: number) => boolean,
    signal?: AbortSignal,
  ): Promise<readonly Hit[]>;
}

/** Nearest passages asked of the vectors; those beyond count as not near. */
const NEAREST = 100;
/** Passages that words propose, so that vectors have something to order. */
const PROPOSED = 30;

/** `vectors` holds one vector of `embedder` for each document, by position; without them words search alone. */
export function openRetriever(
  documents: readonly SearchDocument[],
  vocabulary: Vocabulary,
  embedder: Embedder | null,
  vectors: VectorIndex | null,
): Retriever {
  const words = openWordIndex(documents, vocabulary);
  return {
    words,
    async search(query, k, allow, signal) {
      const repaired = typeof query === "string" ? words.repair(query) : query;
      const byWords = words.search(repaired, Math.max(k, PROPOSED), allow);
      if (embedder === null || vectors === null) {
        return fuse(byWords, []).slice(0, k);
      }
      const [vector] = await embedder.embed([repaired.text], signal);
      const near = vector === undefined ? [] : vectors.search(vector, NEAREST, allow);
      return fuse(byWords, near).slice(0, k);
    },
  };
}
