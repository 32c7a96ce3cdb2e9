// npm run train-judge -- [--out FILE] [--leave SET,SET]: fits the judge's weights to the labelled questions of this repository.
// Before that it prints how each set is judged by weights that have not seen it: sets are left out whole, never single lines,
// for the lines of one hand are alike. --leave names the sets to leave out in turn; all by default, "" for none.
import "../src/app/node-version.ts";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { openEditionIndex } from "../src/answering/index/edition-index.ts";
import type { JudgeWeights } from "../src/answering/judge/judge.ts";
import type { Weights } from "../src/answering/judge/logistic.ts";
import { loadEdition, parseCommandLine, run } from "./command-line.ts";
import type { Labelled } from "./judge/labelled.ts";
import { readSets } from "./judge/sets.ts";
import { ENDS, type End, endOf, PENALTY, trainJudge } from "./judge/train.ts";

function report(name: string, labelled: readonly Labelled[], weights: JudgeWeights): void {
  const counts = new Map<End, number>();
  for (const one of labelled) {
    const { end } = endOf(one, weights);
    counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  const shares = ENDS.map(
    (end) => `${end} ${((100 * (counts.get(end) ?? 0)) / labelled.length).toFixed(1)}%`,
  );
  console.log(`${name} (${labelled.length}): ${shares.join(", ")}`);
}

const rounded = ({ bias, of }: Weights): Weights => {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    bias: round(bias),
    of: Object.fromEntries(Object.entries(of).map(([name, value]) => [name, round(value)])),
  };
};

await run(async () => {
  const { values, ...folders } = parseCommandLine({ out: { type: "string" }, leave: { type: "string" } });
  const { storage, live, embedder } = await loadEdition(folders);
  try {
    const labelled = await readSets(openEditionIndex(live, embedder));
    const sets = [...new Set(labelled.map(({ set }) => set))];
    for (const left of values.leave?.split(",").filter((set) => set !== "") ?? sets) {
      const weights = trainJudge(labelled.filter(({ set }) => set !== left));
      report(
        `without ${left}`,
        labelled.filter(({ set }) => set === left),
        weights,
      );
    }
    const { guide, shown, matter, plan } = trainJudge(labelled);
    const out = values.out ?? resolve(import.meta.dirname, "../src/answering/judge/weights.json");
    const learned = { from: { questions: labelled.length, sets, penalty: PENALTY } };
    const weights = {
      guide: rounded(guide),
      shown: rounded(shown),
      matter: rounded(matter),
      plan: rounded(plan),
    };
    writeFileSync(out, `${JSON.stringify({ ...learned, ...weights }, null, 1)}\n`);
    report("all, with weights that know them", labelled, weights);
  } finally {
    await storage.close();
  }
});
