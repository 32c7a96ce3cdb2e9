// npm run train-urgency: learns what sounds urgent from knowledge/urgency and writes the weights that the guard reads.
import "../src/app/node-version.ts";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseSafety } from "../src/answering/guard/safety.ts";
import { featuresOf, openConcepts } from "../src/answering/guard/urgency/features.ts";
import { KINDS } from "../src/answering/guard/urgency/kinds.ts";
import { parseCommandLine, run } from "./command-line.ts";
import { readConcepts, readTold } from "./urgency/examples.ts";
import { learn } from "./urgency/learn.ts";

/** Log-odds of "none" before a word is read, and the features below which a message is short; chosen as docs/evidence.md says. */
const CALM = 6.3;
const FULL_MESSAGE = 60;
const WEIGHTS = resolve("src/answering/guard/urgency/weights.json");

await run(async () => {
  const { knowledge } = parseCommandLine({});
  const told = readTold(knowledge);
  const concepts = readConcepts(knowledge);
  const { spellings } = parseSafety(readFileSync(resolve(knowledge, "safety.yaml"), "utf8"));
  const opened = openConcepts(concepts);
  const fit = learn(
    told.map(({ text, kind, weight }) => ({
      features: featuresOf(text, spellings, opened).features.map(({ name }) => name),
      kind,
      weight,
    })),
    CALM,
    FULL_MESSAGE,
  );
  const counts = KINDS.map((kind) => [kind, told.filter((one) => one.kind === kind).length]);
  const provenance = {
    madeBy: "npm run train-urgency",
    from: "knowledge/urgency, knowledge/asked, spellings of knowledge/safety.yaml",
    examples: Object.fromEntries(counts),
    sha256: createHash("sha256")
      .update(JSON.stringify([told, concepts]))
      .digest("hex"),
  };
  const head = { provenance, kinds: KINDS, concepts, calm: CALM, fullMessage: FULL_MESSAGE };
  const rows = Object.entries(fit.features).map(
    ([name, row]) => `${JSON.stringify(name)}:${JSON.stringify(row)}`,
  );
  writeFileSync(WEIGHTS, `${JSON.stringify(head).slice(0, -1)},"features":{\n${rows.join(",\n")}\n}}\n`);
  console.log(`${told.length} examples, ${fit.count} features, ${rows.length} kept: ${WEIGHTS}`);
});
