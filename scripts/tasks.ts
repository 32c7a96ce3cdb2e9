// The tasks read out of the plans: npm run --silent tasks -- [--json] [--locality SLUG] [--knowledge DIR --data DIR]
// Deciding about them; only what is approved reminds:
//   npm run tasks -- --review [--doc DOC] [--locality SLUG]            at a terminal one by one, else a list of what waits
//   npm run tasks -- --review --approve ID|all [--doc DOC] --by "Nguyễn Văn A"
//   npm run tasks -- --review --reject ID --by "Nguyễn Văn A"
//   npm run tasks -- --review --correct ID --set lead="Công an xã" [--set schedule=2025-10-30] --by "Nguyễn Văn A"
// A decision that was made earlier, on paper, is entered with its day: --on 2026-11-27
import "../src/app/node-version.ts";
import type { Task } from "../src/domain/task.ts";
import { dayAt, instantOf } from "../src/vietnamese/text/dates.ts";
import { taskLines } from "../src/vietnamese/wording/knowledge/findings.ts";
import {
  CommandError,
  loadEdition,
  parseCommandLine,
  refuseUnknownLocality,
  run,
  systemClock,
} from "./command-line.ts";
import { decideNamed, listWaiting, openReview, reviewByHand } from "./review.ts";

await run(async () => {
  const { values, knowledge, data } = parseCommandLine({
    json: { type: "boolean", default: false },
    locality: { type: "string" },
    review: { type: "boolean", default: false },
    approve: { type: "string" },
    reject: { type: "string" },
    correct: { type: "string" },
    set: { type: "string", multiple: true, default: [] },
    doc: { type: "string" },
    by: { type: "string" },
    on: { type: "string" },
  });
  const { approve, reject, correct, doc, by, locality } = values;
  const { storage, live } = await loadEdition({ knowledge, data });
  try {
    refuseUnknownLocality(locality, live.edition);
    const asked = [approve, reject, correct].some((one) => one !== undefined);
    if (values.review === true || asked) {
      const review = await openReview(live.edition, storage, decidedAt(values.on));
      const json = values.json === true;
      const request = { approve, reject, correct, doc, by, locality, json, set: values.set ?? [] };
      if (await decideNamed(review, request)) {
        return;
      }
      const byHand = process.stdin.isTTY && process.stdout.isTTY && !json;
      return byHand ? await reviewByHand(review, request) : listWaiting(review, request);
    }
    const wanted = (task: Task) => locality === undefined || task.locality === locality;
    const tasks = live.edition.documents.flatMap((document) => document.tasks).filter(wanted);
    console.log(values.json ? JSON.stringify(tasks, null, 2) : tasks.flatMap(taskLines).join("\n"));
  } finally {
    await storage.close();
  }
});

/** The instant a decision counts from, in ms: now, or noon of the named day, which is not in the future. */
function decidedAt(on: string | undefined): number {
  const now = systemClock.now();
  if (on === undefined || on === dayAt(now)) {
    return now;
  }
  const noon = instantOf(on, "12:00");
  if (Number.isNaN(noon) || dayAt(noon) !== on || noon > now) {
    throw new CommandError(`--on "${on}" must be a day that is not in the future, as 2026-11-27.`);
  }
  return noon;
}
