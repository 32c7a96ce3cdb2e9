import "../src/app/node-version.ts";
import { openAnswering } from "../src/answering/answer.ts";
import { dayAt } from "../src/vietnamese/text/dates.ts";
import { CommandError, loadEdition, parseCommandLine, run } from "./command-line.ts";
import { curveOf } from "./evaluate/curve.ts";
import { figuresOf, type Judged } from "./evaluate/figures.ts";
import { GOLD_FILES, judgeAll, readGold } from "./evaluate/gold.ts";
import { classTable, curveTable, figureLines, percent } from "./evaluate/report.ts";

// npm run --silent evaluate                                          all gold sets of this repository
// npm run --silent evaluate -- --gold FILE.jsonl [--gold …] [--min 0.85] [--verbose]
// npm run --silent evaluate -- --curve                               right against false refusals as the evidence bar moves

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}

function faultLines({ item, answer, faults }: Judged): string {
  return [
    `- ${item.id} [${item.locality ?? "-"}] ${item.question}`,
    `    ${faults.join("; ")}`,
    `    → ${answer.text.replace(/\s+/gu, " ").slice(0, 200)}`,
  ].join("\n");
}

function speedLine(judged: readonly Judged[]): string {
  const times = judged.map((j) => j.answer.elapsedMs).sort((a, b) => a - b);
  return `answer time p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms`;
}

/** The share of right answers. */
function report(judged: readonly Judged[]): number {
  const { right } = figuresOf(judged);
  const quotes = judged.reduce((sum, j) => sum + j.answer.citations.length, 0);
  const untrue = judged.flatMap((j) => j.faults.filter((f) => f.startsWith("quote not in"))).length;
  console.log(classTable(judged));
  console.log(figureLines(judged));
  console.log(`quotes true to source ${quotes - untrue}/${quotes}`);
  console.log(speedLine(judged));
  console.log(`${right.count}/${right.of} = ${percent(right)}`);
  return right.of === 0 ? 0 : right.count / right.of;
}

await run(async () => {
  const { values, ...folders } = parseCommandLine({
    gold: { type: "string", multiple: true },
    min: { type: "string" },
    verbose: { type: "boolean", default: false },
    curve: { type: "boolean", default: false },
  });
  const least = Number(values.min ?? 0);
  if (!(least >= 0 && least <= 1)) {
    throw new CommandError("--min is a share from 0 to 1, for example --min 0.85.");
  }
  const files = values.gold ?? GOLD_FILES;
  const gold = await Promise.all(files.map(readGold));
  const { storage, live, embedder } = await loadEdition(folders);
  try {
    const answering = openAnswering(live, embedder);
    const judge = () => judgeAll(gold.flat(), answering, dayAt(Date.now()));
    if (values.curve) {
      console.log(curveTable(await curveOf(judge)));
      return;
    }
    const judged = await judge();
    if (values.verbose) {
      for (const one of judged.filter((j) => j.faults.length > 0)) {
        console.log(faultLines(one));
      }
    }
    const share = report(judged);
    if (share < least) {
      process.exitCode = 1;
    }
  } finally {
    await storage.close();
  }
});
