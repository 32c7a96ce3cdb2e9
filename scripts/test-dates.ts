import "../src/app/node-version.ts";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

// npm run test:dates -- [--only NAME] [TEST FILES]: the tests with this machine's date moved, in all they start.
// Needs Debian's faketime. Only the wall clock is moved; timers run as ever.

const VITEST = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));
const DAY_S = 86_400;

/** Seconds ahead of now, or the instant to be at. */
const DATES: Readonly<Record<string, number | string>> = {
  day: DAY_S,
  month: 31 * DAY_S,
  year: 365 * DAY_S,
  "five-years": 5 * 365 * DAY_S + DAY_S,
  // A Tuesday that comes every fourth year.
  "leap-day": "2028-02-29T09:00:00+07:00",
  // The first day of Tết Đinh Mùi.
  tet: "2027-02-06T09:00:00+07:00",
};

const secondsAhead = (to: number | string): number =>
  typeof to === "number" ? to : Math.round((Date.parse(to) - Date.now()) / 1000);

async function passes(name: string, files: readonly string[]): Promise<boolean> {
  const ahead = secondsAhead(DATES[name] ?? 0);
  console.log(`${name}: ${new Date(Date.now() + ahead * 1000).toISOString()}`);
  const moved = ["--exclude-monotonic", "-f", `${ahead < 0 ? "" : "+"}${ahead}`];
  const run = spawn("faketime", [...moved, process.execPath, VITEST, "run", ...files], { stdio: "inherit" });
  const [code] = (await once(run, "exit")) as [number | null];
  return code === 0;
}

const { values, positionals } = parseArgs({ options: { only: { type: "string" } }, allowPositionals: true });
const failed: string[] = [];
for (const name of values.only === undefined ? Object.keys(DATES) : [values.only]) {
  if (!(await passes(name, positionals))) {
    failed.push(name);
  }
}
console.log(failed.length === 0 ? "passes on every date" : `fails on: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
