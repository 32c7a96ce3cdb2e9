// The tasks read out of the plans: npm run --silent tasks -- [--json] [--locality SLUG] [--knowledge DIR --data DIR]
import type { Task } from "../src/domain/task.ts";
import { taskLines } from "../src/vietnamese/wording/findings.ts";
import { loadEdition, parseCommandLine, run } from "./command-line.ts";

await run(async () => {
  const { values, knowledge, data } = parseCommandLine({
    json: { type: "boolean", default: false },
    locality: { type: "string" },
  });
  const { storage, live } = await loadEdition({ knowledge, data });
  storage.close();
  const wanted = (task: Task) => values.locality === undefined || task.locality === values.locality;
  const tasks = live.edition.documents.flatMap((document) => document.tasks).filter(wanted);
  console.log(values.json ? JSON.stringify(tasks, null, 2) : tasks.flatMap(taskLines).join("\n"));
});
