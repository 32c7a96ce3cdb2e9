// The crash lab: reminders owed, faults on the wire, kills at any moment; then the book against the truth.
// npm run --silent lab:reminders -- --reminders 400 --kills 20 --seed 7 --json
import "../src/app/node-version.ts";
import { parseArgs } from "node:util";
import { parseRates } from "../test/support/faults.ts";
import { MUTATIONS, type Mutation } from "./lab/mutations.ts";
import { FAULTS, runLab } from "./lab/run.ts";

const { values } = parseArgs({
  options: {
    reminders: { type: "string", default: "400" },
    kills: { type: "string", default: "20" },
    seed: { type: "string", default: "7" },
    /** "none", or "f429=0.1,reset_after=0.05". */
    faults: { type: "string" },
    mutation: { type: "string", default: "none" },
    /** "after_send,before_send": die only there. */
    points: { type: "string", default: "" },
    json: { type: "boolean", default: false },
  },
});
if (!MUTATIONS.includes(values.mutation as Mutation)) {
  throw new Error(`Unknown mutation ${values.mutation}; known: ${MUTATIONS.join(", ")}`);
}
const began = Date.now();
const result = await runLab({
  reminders: Number(values.reminders),
  kills: Number(values.kills),
  seed: Number(values.seed),
  faults: values.faults === undefined ? FAULTS : parseRates(values.faults === "none" ? "" : values.faults),
  mutation: values.mutation as Mutation,
  points: values.points.split(",").filter((point) => point !== ""),
});
const { violations, ...figures } = result;
console.error(`seed ${values.seed}, ${Math.round((Date.now() - began) / 1000)} s`);
for (const violation of violations) {
  console.error(`VIOLATION: ${violation}`);
}
if (!values.json) {
  console.error(violations.length === 0 ? "The promise was kept." : "The promise was broken.");
}
const { reminders, kills, ...rest } = figures;
console.log(JSON.stringify({ reminders, kills, ...rest }));
process.exitCode = violations.length === 0 ? 0 : 1;
