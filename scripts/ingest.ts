// Loads the knowledge folder: npm run ingest [-- --knowledge DIR --data DIR --json]
import "../src/app/node-version.ts";
import { showProgress } from "../src/app/progress.ts";
import { openStorage } from "../src/storage/open.ts";
import { reportLines } from "../src/vietnamese/wording/knowledge/command-line.ts";
import { commandLog, loadKnowledge, parseCommandLine, run, systemClock } from "./command-line.ts";

await run(async () => {
  const { values, knowledge, data } = parseCommandLine({ json: { type: "boolean", default: false } });
  const storage = await openStorage({ dir: data, use: "tool" }, systemClock, commandLog);
  try {
    const progress = showProgress(process.stderr);
    const report = await loadKnowledge({ knowledge, data }, storage, progress.show).finally(progress.stop);
    console.log(values.json ? JSON.stringify(report) : reportLines(report).join("\n"));
    // A paper that cannot be read is part of the report; an office file with a mistake is a mistake of whoever called.
    const broken = report.unread.some(({ file }) => file.endsWith(".yaml"));
    process.exitCode = report.outcome === "refused" || broken ? 1 : 0;
  } finally {
    await storage.close();
  }
});
