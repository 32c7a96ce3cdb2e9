// Measures the service's own retriever on any corpus and questions: one JSON line on stdout, shares from 0 to 1.
//   npm run --silent evaluate-retrieval -- --corpus C.jsonl --queries Q.jsonl [--knowledge DIR] [--data DIR]
//   C: {id, text, title?}   Q: {id, text, gold: [ids]}
import "../src/app/node-version.ts";
import { parseArgs } from "node:util";
import { openRetriever } from "../src/answering/search/retriever.ts";
import { openLocalEmbedder } from "../src/models/local-embedder.ts";
import { exactIndex } from "../src/storage/embedded/knowledge/exact.ts";
import { measure } from "./retrieval/measures.ts";
import { type Corpus, type Queries, readCorpus, readQueries, readVocabulary } from "./retrieval/sets.ts";

const WARM_UP = 50;
const DEPTH = 10;

async function evaluate(corpus: Corpus, queries: Queries, knowledge: string): Promise<object> {
  const vocabulary = await readVocabulary(knowledge);
  const indexed = performance.now();
  const embedder = openLocalEmbedder(vocabulary);
  const vectors = await embedder.embed(corpus.map(({ text, title }) => (title ? `${title}\n${text}` : text)));
  const documents = corpus.map(({ text, title }) => (title ? { text, title } : { text }));
  const retriever = openRetriever(documents, vocabulary, embedder, exactIndex(vectors));
  const msPerPassage = (performance.now() - indexed) / corpus.length;
  for (const { text } of queries.slice(0, WARM_UP)) {
    await retriever.search(text, DEPTH);
  }
  const asked = performance.now();
  const rankings: string[][] = [];
  for (const { text } of queries) {
    rankings.push((await retriever.search(text, DEPTH)).map(({ label }) => corpus[label]?.id ?? ""));
  }
  const msPerQuery = (performance.now() - asked) / queries.length;
  const measures = measure(
    rankings,
    queries.map(({ gold }) => gold),
  );
  return { ...measures, msPerQuery, msPerPassage, passages: corpus.length, queries: queries.length };
}

const { values } = parseArgs({
  options: {
    corpus: { type: "string" },
    queries: { type: "string" },
    knowledge: { type: "string", default: "knowledge" },
    // Taken for the sake of one set of options for all commands: the index is made in memory and nothing is written.
    data: { type: "string" },
  },
});

try {
  if (values.corpus === undefined || values.queries === undefined) {
    throw new Error("Say which files: --corpus C.jsonl --queries Q.jsonl.");
  }
  const corpus = readCorpus(values.corpus);
  console.log(JSON.stringify(await evaluate(corpus, readQueries(values.queries), values.knowledge)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
