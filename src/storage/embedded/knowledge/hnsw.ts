import type { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import type { Passage } from "../../../domain/document.ts";
import type { VectorIndex } from "../../../ports/knowledge.ts";
import { dot, exactIndex } from "./exact.ts";

type Store = HNSWLib;

const EF = 128; // hnswlib's default of 10 misses one neighbour in ten, and the value is not saved with the index
const CHUNK = 64; // vectors added between two turns of the event loop, so that questions go on being answered

/** LangChain's HNSWLib, or null where its native addon is not installed. Imported at first need: it costs 0.2 s. */
export async function hnswLibrary(): Promise<typeof HNSWLib | null> {
  try {
    const { HNSWLib } = await import("@langchain/community/vectorstores/hnswlib");
    await HNSWLib.imports();
    return HNSWLib;
  } catch {
    return null;
  }
}

// Passages are embedded before they come here, so LangChain is never asked to embed anything.
const noEmbeddings = {
  embedDocuments: () => Promise.reject(new Error("vectors are given, not made here")),
  embedQuery: () => Promise.reject(new Error("vectors are given, not made here")),
};

export async function buildStore(
  library: typeof HNSWLib,
  passages: readonly Passage[],
  vectors: readonly Float32Array[],
): Promise<Store> {
  const store = new library(noEmbeddings as never, {
    space: "cosine",
    numDimensions: vectors[0]?.length ?? 0,
  });
  for (let start = 0; start < vectors.length; start += CHUNK) {
    const chunk = vectors.slice(start, start + CHUNK).map((vector) => Array.from(vector));
    const documents = passages.slice(start, start + CHUNK).map((passage, offset) => ({
      pageContent: passage.text,
      metadata: { label: start + offset, id: passage.id, locality: passage.locality },
    }));
    await store.addVectors(chunk, documents);
    await new Promise((resolve) => setImmediate(resolve));
  }
  store.index.setEf(EF);
  return store;
}

/** Only for a folder whose manifest has been checked: hnswlib may crash the process on damaged bytes. */
export async function loadStore(library: typeof HNSWLib, folder: string): Promise<Store> {
  const store = await library.load(folder, noEmbeddings as never);
  store.index.setEf(EF);
  return store;
}

/** Known passages must find themselves; what fails this is never searched. */
export async function findsItself(store: Store, vectors: readonly Float32Array[]): Promise<boolean> {
  if (store.index.getCurrentCount() !== vectors.length) {
    return false;
  }
  const samples = new Set([0, Math.floor(vectors.length / 2), vectors.length - 1]);
  for (const label of samples) {
    const vector = vectors[label];
    if (vector === undefined) {
      return false;
    }
    const [hit] = await store.similaritySearchVectorWithScore(Array.from(vector), 1);
    const found = hit === undefined ? undefined : vectors[Number(hit[0].metadata.label)];
    // Passages with the same words share one vector, so any of them may come first.
    if (found === undefined || !(dot(found, vector) >= 0.9999 * dot(vector, vector))) {
      return false;
    }
  }
  return true;
}

/** HNSW finds; the exact scan stands in where a filter leaves HNSW with too few. */
export function hnswIndex(store: Store, vectors: readonly Float32Array[]): VectorIndex {
  const exact = exactIndex(vectors);
  return {
    kind: "hnsw",
    size: vectors.length,
    search(vector, k, allow) {
      const wanted = Math.min(k, vectors.length);
      if (wanted <= 0) {
        return [];
      }
      const { neighbors, distances } = store.index.searchKnn(Array.from(vector), wanted, allow);
      if (neighbors.length < wanted) {
        return exact.search(vector, k, allow);
      }
      return neighbors
        .map((label, position) => ({ label, score: 1 - (distances[position] ?? 1) }))
        .sort((a, b) => b.score - a.score || a.label - b.label);
    },
  };
}
