// The repository's own retrieval set: a plan's paragraphs, and questions that say it in other words.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { squeeze } from "../../src/vietnamese/text/normalise.ts";
import type { Corpus, Queries } from "./sets.ts";

const PLAN = "tuyen-quang";
const QUESTIONS = "test/answering/search/paraphrases.jsonl";

export function planSet(knowledge: string): { readonly corpus: Corpus; readonly queries: Queries } {
  const paragraphs = readFileSync(join(knowledge, "plans", `${PLAN}.txt`), "utf8").split(/\n\s*\n/u);
  const corpus = paragraphs
    .map((text) => text.replace(/\s+/gu, " ").trim())
    .filter((text) => text !== "")
    .map((text, at) => ({ id: `${PLAN}-${at}`, text }));
  const lines = readFileSync(QUESTIONS, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const queries = lines.map((line, at) => {
    const { text, evidence } = JSON.parse(line) as { text: string; evidence: string };
    const gold = corpus.filter((passage) => squeeze(passage.text).includes(squeeze(evidence)));
    return { id: `p${at}`, text, gold: gold.map(({ id }) => id) };
  });
  return { corpus, queries };
}
