// The tasks read out of the plans: npm run --silent tasks -- [--json] [--locality SLUG] [--knowledge DIR --data DIR]
// Deciding about them; only what is approved reminds:
//   npm run tasks -- --review [--doc DOC] [--locality SLUG]            at a terminal one by one, else a list of what waits
//   npm run tasks -- --review --approve ID|all [--doc DOC] --by "Nguyễn Văn A"
//   npm run tasks -- --review --reject ID --by "Nguyễn Văn A"
//   npm run tasks -- --review --correct ID --set lead="Công an xã" [--set schedule=2025-10-30] --by "Nguyễn Văn A"
import "../src/node-version.ts";
import type { Task } from "../src/domain/task.ts";
import { taskLines } from "../src/vietnamese/wording/findings.ts";
import { loadEdition, parseCommandLine, refuseUnknownLocality, run } from "./command-line.ts";
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
  });
  const { approve, reject, correct, doc, by, locality } = values;
  const { storage, live } = await loadEdition({ knowledge, data });
  try {
    refuseUnknownLocality(locality, live.edition);
    const asked = [approve, reject, correct].some((one) => one !== undefined);
    if (values.review === true || asked) {
      const review = openReview(live.edition, storage);
      const json = values.json === true;
      const request = { approve, reject, correct, doc, by, locality, json, set: values.set ?? [] };
      if (decideNamed(review, request)) {
        return;
      }
      const byHand = process.stdin.isTTY && process.stdout.isTTY && !json;
      return byHand ? await reviewByHand(review, request) : listWaiting(review, request);
    }
    const wanted = (task: Task) => locality === undefined || task.locality === locality;
    const tasks = live.edition.documents.flatMap((document) => document.tasks).filter(wanted);
    console.log(values.json ? JSON.stringify(tasks, null, 2) : tasks.flatMap(taskLines).join("\n"));
  } finally {
    storage.close();
  }
});
