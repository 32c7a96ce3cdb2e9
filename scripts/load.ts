// What the service bears, measured on loopback against the real store: npm run load -- [intake] [kills] [flood] [reloads]
import "../src/app/node-version.ts";
import { loadavg } from "node:os";
import { measureIntake, measureKills } from "./load/intake.ts";
import { measureFlood, measureReloads } from "./load/questions.ts";

const SECONDS = 10;
const KILLS = 10;
const SEED = 7;
const FLOOD = 5000;
const OTHERS = 100;
const RELOADS = 30;

const measures: Readonly<Record<string, () => Promise<object>>> = {
  intake: () => measureIntake(SECONDS),
  kills: () => measureKills(KILLS, SEED),
  flood: () => measureFlood(FLOOD, OTHERS),
  reloads: () => measureReloads(RELOADS),
};

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(measures);
for (const name of names) {
  const measure = measures[name];
  if (measure === undefined) {
    console.error(`Unknown: ${name}. Known: ${Object.keys(measures).join(", ")}`);
    process.exitCode = 1;
    continue;
  }
  const began = performance.now();
  const busy = (loadavg()[0] ?? 0).toFixed(1);
  const figures = await measure();
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(JSON.stringify({ measure: name, ...figures, seconds, loadBefore: Number(busy) }));
}
