// Our retriever and its peers behind one shape, each with its own defaults.

import { MemoryVectorStore } from "@langchain/classic/vectorstores/memory";
import { BM25Retriever } from "@langchain/community/retrievers/bm25";
import MiniSearch from "minisearch";
import { openWordIndex } from "../../src/answering/search/ranking/word-index.ts";
import { openRetriever } from "../../src/answering/search/retriever.ts";
import type { Vocabulary } from "../../src/domain/knowledge.ts";
import { openLocalEmbedder } from "../../src/models/local-embedder.ts";
import type { Embedder } from "../../src/ports/models.ts";
import { exactIndex } from "../../src/storage/embedded/knowledge/exact.ts";
import type { Corpus } from "./sets.ts";

export interface Engine {
  readonly name: string;
  /** Ids of the best passages, best first. */
  search(query: string, k: number): Promise<readonly string[]> | readonly string[];
}

const titled = ({ text, title }: Corpus[number]): string => (title ? `${title}\n${text}` : text);

export async function ours(corpus: Corpus, vocabulary: Vocabulary): Promise<Engine> {
  const embedder = openLocalEmbedder(vocabulary);
  const documents = corpus.map(({ text, title }) => (title ? { text, title } : { text }));
  const vectors = exactIndex(await embedder.embed(corpus.map(titled)));
  const retriever = openRetriever(documents, vocabulary, embedder, vectors);
  return {
    name: "words + vectors (the service)",
    search: async (query, k) =>
      (await retriever.search(query, k)).map(({ label }) => corpus[label]?.id ?? ""),
  };
}

export function ourWords(corpus: Corpus, vocabulary: Vocabulary): Engine {
  const documents = corpus.map(({ text, title }) => (title ? { text, title } : { text }));
  const index = openWordIndex(documents, vocabulary);
  return {
    name: "words alone",
    search: (query, k) => index.search(query, k).map(({ label }) => corpus[label]?.id ?? ""),
  };
}

export function miniSearch(corpus: Corpus): Engine {
  const index = new MiniSearch<{ id: string; text: string }>({ fields: ["text"] });
  index.addAll(corpus.map((passage) => ({ id: passage.id, text: titled(passage) })));
  return {
    name: "MiniSearch",
    search: (query, k) =>
      index
        .search(query)
        .slice(0, k)
        .map(({ id }) => String(id)),
  };
}

const asDocuments = (corpus: Corpus) =>
  corpus.map((passage) => ({ pageContent: titled(passage), metadata: { id: passage.id } }));

const idsOf = (found: readonly { readonly metadata: Record<string, unknown> }[]): readonly string[] =>
  found.map(({ metadata }) => String(metadata["id"]));

export function langChainBm25(corpus: Corpus, k: number): Engine {
  const retriever = BM25Retriever.fromDocuments(asDocuments(corpus), { k });
  // It makes a regular expression of each word, so marks that mean something there are taken out.
  const plain = (query: string): string => query.replace(/[^\p{L}\p{M}\p{N}\s]+/gu, " ");
  return {
    name: "LangChain BM25Retriever",
    search: async (query) => idsOf(await retriever.invoke(plain(query))),
  };
}

export async function langChainMemory(corpus: Corpus, embedder: Embedder): Promise<Engine> {
  const numbers = async (texts: readonly string[]) =>
    (await embedder.embed(texts)).map((vector) => Array.from(vector));
  const store = await MemoryVectorStore.fromDocuments(asDocuments(corpus), {
    embedDocuments: numbers,
    embedQuery: async (text) => (await numbers([text]))[0] ?? [],
  });
  return {
    name: "LangChain MemoryVectorStore, local embedder",
    search: async (query, k) => idsOf(await store.similaritySearch(query, k)),
  };
}
