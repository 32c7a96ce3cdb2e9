// Our search beside MiniSearch and LangChain's BM25 and in-memory vector retrievers: same corpus, same questions, same run;
// then our speed on a large collection.
//   npx tsx scripts/bench-search.ts [--corpus C.jsonl --queries Q.jsonl ...] [--knowledge DIR] [--large 100000]
import "../src/app/node-version.ts";
import { parseArgs } from "node:util";
import { openWordIndex } from "../src/answering/search/ranking/word-index.ts";
import type { Vocabulary } from "../src/domain/knowledge.ts";
import { openLocalEmbedder } from "../src/models/local-embedder.ts";
import { fold } from "../src/vietnamese/text/normalise.ts";
import {
  type Engine,
  langChainBm25,
  langChainMemory,
  miniSearch,
  ours,
  ourWords,
} from "./retrieval/engines.ts";
import { measure } from "./retrieval/measures.ts";
import { planSet } from "./retrieval/plan-set.ts";
import { type Corpus, type Queries, readCorpus, readQueries, readVocabulary } from "./retrieval/sets.ts";
import { syntheticPassages, syntheticQuestions } from "./retrieval/synthetic.ts";

const DEPTH = 10;
const WARM_UP = 20;
const LARGE_QUESTIONS = 300;

async function row(engine: Engine, queries: Queries): Promise<string> {
  for (const { text } of queries.slice(0, WARM_UP)) {
    await engine.search(text, DEPTH);
  }
  const rankings: (readonly string[])[] = [];
  const begun = performance.now();
  for (const { text } of queries) {
    rankings.push(await engine.search(text, DEPTH));
  }
  const ms = (performance.now() - begun) / queries.length;
  const golds = queries.map(({ gold }) => gold);
  const { recall1, recall10, mrr10 } = measure(rankings, golds);
  const shares = [recall1, recall10, mrr10].map((share) => (100 * share).toFixed(1));
  return `| ${engine.name} | ${shares.join(" | ")} | ${ms.toFixed(2)} |`;
}

async function compare(
  name: string,
  corpus: Corpus,
  queries: Queries,
  vocabulary: Vocabulary,
): Promise<void> {
  const engines = [
    await ours(corpus, vocabulary),
    ourWords(corpus, vocabulary),
    miniSearch(corpus),
    langChainBm25(corpus, DEPTH),
    await langChainMemory(corpus, openLocalEmbedder(vocabulary)),
  ];
  console.log(`\n${name}: ${corpus.length} passages, ${queries.length} questions\n`);
  console.log("| engine | Recall@1 | Recall@10 | MRR@10 | ms a question |\n|---|---|---|---|---|");
  for (const engine of engines) {
    console.log(await row(engine, queries));
  }
}

function large(count: number, knowledge: string, vocabulary: Vocabulary): void {
  const passages = syntheticPassages(knowledge, count);
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  const index = openWordIndex(
    passages.map((text) => ({ text })),
    vocabulary,
  );
  const seconds = (performance.now() - begun) / 1000;
  const megabytes = (process.memoryUsage().rss - before) / 2 ** 20;
  const times = syntheticQuestions(passages, LARGE_QUESTIONS).map((question) => {
    const asked = performance.now();
    index.search(question, DEPTH);
    return performance.now() - asked;
  });
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  console.log(
    `\n${count} synthetic passages, words alone: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms a question; ` +
      `built in ${seconds.toFixed(1)} s; the process grew by ${megabytes.toFixed(0)} MB`,
  );
}

const { values } = parseArgs({
  options: {
    corpus: { type: "string" },
    queries: { type: "string", multiple: true, default: [] },
    knowledge: { type: "string", default: "knowledge" },
    large: { type: "string", default: "100000" },
  },
});
const vocabulary = await readVocabulary(values.knowledge);
if (values.corpus === undefined) {
  const { corpus, queries } = planSet(values.knowledge);
  const bare = queries.map((query) => ({ ...query, text: fold(query.text) }));
  await compare("a plan, in residents' words", corpus, queries, vocabulary);
  await compare("a plan, in residents' words, no accents", corpus, bare, vocabulary);
} else {
  const corpus = readCorpus(values.corpus);
  for (const file of values.queries) {
    await compare(file, corpus, readQueries(file), vocabulary);
  }
}
if (Number(values.large) > 0) {
  large(Number(values.large), values.knowledge, vocabulary);
}
