// npm run train-judge -- [--out FILE]: fits the judge's weights to the labelled questions of this repository, and prints how
// well each set is judged by weights that have not seen it (whole sets left out, never single lines).
import "../src/app/node-version.ts";
import { openSync, writeFileSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { openEditionIndex } from "../src/answering/index/edition-index.ts";
import type { JudgeWeights } from "../src/answering/judge/judge.ts";
import { judge } from "../src/answering/judge/judge.ts";
import { type Example, fit, logOdds, type Weights } from "../src/answering/judge/logistic.ts";
import { planFeatures } from "../src/answering/judge/plan-features.ts";
import { loadEdition, parseCommandLine, run } from "./command-line.ts";
import type { Labelled } from "./judge/labelled.ts";
import { readSets } from "./judge/sets.ts";

const PENALTY = 3;
const round = (value: number) => Math.round(value * 1000) / 1000;
const NOTHING = -6;
/** Of candidates that share nothing with the question, one in so many is looked at, and weighs as many. */
const FEW = 6;

/** Every set speaks with one voice: a question of a large set weighs less. */
function weightOf(set: string, sizes: ReadonlyMap<string, number>): number {
  return Math.min(1, 250 / (sizes.get(set) ?? 1));
}

function train(labelled: readonly Labelled[]): JudgeWeights {
  const sizes = new Map<string, number>();
  for (const { set } of labelled) {
    sizes.set(set, (sizes.get(set) ?? 0) + 1);
  }
  const examples: Example[] = labelled.flatMap(({ set, guides }) =>
    guides.flatMap(({ candidate, worth }, at) => {
      const { asked = 0, line = 0 } = candidate.features;
      const near = worth === true || asked > 0 || line > 0;
      if (worth === null || !(near || at % FEW === 0)) {
        return [];
      }
      return [
        { features: candidate.features, answers: worth, weight: weightOf(set, sizes) * (near ? 1 : FEW) },
      ];
    }),
  );
  const guide = fit(examples, PENALTY);
  const beside = labelled.map((one) => besideOf(one, guide));
  const matter = fit(
    labelled.flatMap(({ set, matters }, at) =>
      matters.flatMap(({ candidate, worth }) =>
        worth === null
          ? []
          : [
              {
                features: { ...candidate.features, guide: beside[at]?.guide ?? NOTHING },
                answers: worth,
                weight: weightOf(set, sizes),
              },
            ],
      ),
    ),
    PENALTY,
  );
  const plan = fit(
    labelled.flatMap(({ set, u, plans, plansWorth }, at) =>
      plansWorth === null
        ? []
        : [
            {
              features: planFeatures(u, plans, beside[at] ?? { guide: NOTHING, matter: 0 }),
              answers: plansWorth,
              weight: weightOf(set, sizes),
            },
          ],
    ),
    PENALTY,
  );
  return { guide, matter, plan };
}

function besideOf({ guides, matters }: Labelled, weights: Weights) {
  const best = guides.reduce(
    (most, { candidate }) => Math.max(most, logOdds(weights, candidate.features)),
    NOTHING,
  );
  return { guide: best, matter: matters[0]?.candidate.features.matterAsked ?? 0 };
}

type End = "right" | "wrong" | "askedBack" | "refused" | "rightlyRefused";

function endOf(one: Labelled, weights: JudgeWeights): End {
  const { judgement } = judge(
    one.u,
    one.plans,
    one.guides.map((g) => g.candidate),
    one.matters.map((m) => m.candidate),
    weights,
  );
  const worthOf = (part: { part: string; index: number }, guide: string) =>
    one.guides.find(
      ({ candidate: c }) => c.guide.id === guide && c.part === part.part && c.index === part.index,
    )?.worth;
  const held =
    one.guides.some(({ worth }) => worth === true) || (one.plansWorth === true && one.plans.kind === "draft");
  switch (judgement.kind) {
    case "plans":
      return one.plansWorth === true
        ? one.plans.kind === "draft"
          ? "right"
          : "rightlyRefused"
        : one.plans.kind === "nothing" || one.plans.kind === "own_case"
          ? held
            ? "refused"
            : "rightlyRefused"
          : "wrong";
    case "guide":
      return judgement.parts.some((part) => worthOf(part, judgement.guide.id) !== false) ? "right" : "wrong";
    case "door": {
      const worth = one.matters.find(({ candidate }) => candidate.matter === judgement.matter)?.worth;
      return worth === false ? (held ? "wrong" : "rightlyRefused") : held ? "refused" : "rightlyRefused";
    }
    case "which_guide":
      return held ? "askedBack" : "wrong";
    case "none":
      return held ? "refused" : "rightlyRefused";
  }
}

function report(name: string, labelled: readonly Labelled[], weights: JudgeWeights): void {
  const counts: Record<End, number> = { right: 0, wrong: 0, askedBack: 0, refused: 0, rightlyRefused: 0 };
  for (const one of labelled) {
    const end = endOf(one, weights);
    counts[end]++;
    if (process.env.SHOW === name && (end === "wrong" || end === "refused")) {
      const { judgement, why } = judge(
        one.u,
        one.plans,
        one.guides.map((g) => g.candidate),
        one.matters.map((m) => m.candidate),
        weights,
      );
      const j =
        judgement.kind === "guide"
          ? `${judgement.guide.id} ${judgement.parts.map((p) => p.part + p.index)}`
          : judgement.kind === "door"
            ? judgement.matter.slug
            : judgement.kind;
      console.log(
        `  ${end}: [${one.u.locality}] ${one.question} -> ${j}\n      ${why.slice(0, 3).join("\n      ")}`,
      );
    }
  }
  console.log(
    `${name}: ${Object.entries(counts)
      .map(([end, n]) => `${end} ${((100 * n) / labelled.length).toFixed(1)}%`)
      .join(", ")} of ${labelled.length}`,
  );
}

await run(async () => {
  const { values, ...folders } = parseCommandLine({ out: { type: "string" }, leave: { type: "string" } });
  const { storage, live, embedder } = await loadEdition(folders);
  try {
    const labelled = await readSets(openEditionIndex(live, embedder));
    if (process.env.DUMP !== undefined) {
      const out = openSync(process.env.DUMP, "w");
      for (const one of labelled) {
        const near = one.guides.filter(
          ({ candidate: c, worth }) =>
            worth === true || (c.features.asked ?? 0) > 0 || (c.features.line ?? 0) > 0 || c.part === "whole",
        );
        writeSync(
          out,
          `${JSON.stringify({ ...one, guides: near.map(({ candidate: { guide, ...c }, worth }) => ({ candidate: { ...c, guide: { id: guide.id } }, worth })), matters: one.matters.map(({ candidate: { matter, ...c }, worth }) => ({ candidate: { ...c, matter: { slug: matter.slug, guides: matter.guides } }, worth })), plans: { kind: one.plans.kind, strength: (one.plans as { strength?: number }).strength, by: (one.plans as { by?: string }).by } })}\n`,
        );
      }
      return;
    }
    const sets = [...new Set(labelled.map(({ set }) => set))];
    const tried = values.leave === undefined ? sets : values.leave.split(",");
    console.error(`${labelled.length} questions in ${sets.length} sets`);
    for (const left of tried.filter((one) => one !== "")) {
      report(
        left,
        labelled.filter(({ set }) => set === left),
        train(labelled.filter(({ set }) => set !== left)),
      );
    }
    const weights = train(labelled);
    report("all", labelled, weights);
    const rounded = (w: Weights) => ({
      bias: round(w.bias),
      of: Object.fromEntries(Object.entries(w.of).map(([name, value]) => [name, round(value)])),
    });
    writeFileSync(
      values.out ?? resolve(import.meta.dirname, "../src/answering/judge/weights.json"),
      `${JSON.stringify({ from: { questions: labelled.length, sets, penalty: PENALTY }, guide: rounded(weights.guide), matter: rounded(weights.matter), plan: rounded(weights.plan) }, null, 1)}\n`,
    );
  } finally {
    storage.close();
  }
});
