import { readFile } from "node:fs/promises";
import { openAnswering } from "../src/answering/answer.ts";
import { dayAt } from "../src/vietnamese/dates.ts";
import { squeeze } from "../src/vietnamese/fold.ts";
import { answerBatch, parseLines } from "./batch.ts";
import { CommandError, loadEdition, parseCommandLine, run } from "./command-line.ts";
import { type BatchAnswer, faultsOf, type GoldItem } from "./evaluate/score.ts";

// npm run --silent evaluate -- --gold FILE.jsonl [--min 0.85] [--verbose]

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}

interface Tally {
  passed: number;
  all: number;
}

function table(tallies: ReadonlyMap<string, Tally>): string {
  return [...tallies]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([kind, { passed, all }]) => `${kind.padEnd(16)} ${passed}/${all} ${percent(passed / all)}`)
    .join("\n");
}

/** Shares that say more than one number: how often it answers, refuses rightly, and refuses what it should answer. */
function behaviour(gold: readonly GoldItem[], answers: ReadonlyMap<string, BatchAnswer>): string {
  const answered = (g: GoldItem) => answers.get(g.id)?.status === "answered";
  const answerable = gold.filter((g) => g.expect.status.includes("answered"));
  const unanswerable = gold.filter(
    (g) => !g.expect.status.includes("answered") && g.expect.alt === undefined,
  );
  const share = (items: readonly GoldItem[], test: (g: GoldItem) => boolean) =>
    items.length === 0 ? "-" : percent(items.filter(test).length / items.length);
  return [
    `answer rate ${share(answerable, answered)} of ${answerable.length} answerable`,
    `false refusals ${share(answerable, (g) => !answered(g))}`,
    `right refusals ${share(unanswerable, (g) => !answered(g))} of ${unanswerable.length} unanswerable`,
  ].join(", ");
}

await run(async () => {
  const { values, ...folders } = parseCommandLine({
    gold: { type: "string" },
    min: { type: "string" },
    verbose: { type: "boolean", default: false },
  });
  const file = values.gold;
  if (file === undefined) {
    throw new CommandError("Give the questions: npm run evaluate -- --gold test/golden/questions.jsonl");
  }
  const text = await readFile(file, "utf8").catch((error) => {
    throw new CommandError(`The file ${file} cannot be read.`, { cause: error });
  });
  const gold = parseLines<GoldItem>(text, file);
  const { storage, live, embedder } = await loadEdition(folders);
  try {
    const { answer, base } = openAnswering(live, embedder);
    const answers = new Map<string, BatchAnswer>();
    await answerBatch(gold, answer, dayAt(Date.now()), (line) => answers.set(line.id, line));
    const sources = new Map([...base.documents.values()].map((d) => [d.id, squeeze(d.sourceText)]));
    const tallies = new Map<string, Tally>();
    let passed = 0;
    for (const item of gold) {
      const made = answers.get(item.id);
      const faults = faultsOf(item, made, (doc) => sources.get(doc) ?? null);
      const tally = tallies.get(item.kind) ?? { passed: 0, all: 0 };
      tallies.set(item.kind, { passed: tally.passed + Number(faults.length === 0), all: tally.all + 1 });
      passed += Number(faults.length === 0);
      if (values.verbose && faults.length > 0) {
        console.log(
          `- ${item.id} [${item.locality ?? "-"}] ${item.question}\n    ${faults.join("; ")}\n    → ${made?.text.replace(/\s+/gu, " ").slice(0, 200)}`,
        );
      }
    }
    const quotes = [...answers.values()].flatMap((a) => a.citations);
    const true_ = quotes.filter((c) => sources.get(c.doc)?.includes(squeeze(c.quote)));
    const times = [...answers.values()].map((a) => a.elapsedMs).sort((a, b) => a - b);
    console.log(table(tallies));
    console.log(behaviour(gold, answers));
    console.log(`quotes true to source ${true_.length}/${quotes.length}`);
    console.log(`answer time p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms`);
    console.log(`${passed}/${gold.length} = ${percent(passed / gold.length)}`);
    if (values.min !== undefined && passed / gold.length < Number(values.min)) {
      process.exitCode = 1;
    }
  } finally {
    storage.close();
  }
});
