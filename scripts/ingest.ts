// Loads the knowledge folder: npm run ingest [-- --knowledge DIR --data DIR --json]
// A place that a paper names and localities.yaml does not have is added first: --add-locality "xã Bình Minh"
import "../src/app/node-version.ts";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { showProgress } from "../src/app/progress.ts";
import { addLocality } from "../src/knowledge/files/add-locality.ts";
import { openStorage } from "../src/storage/open.ts";
import { localityAdding, reportLines } from "../src/vietnamese/wording/knowledge/command-line.ts";
import {
  CommandError,
  commandLog,
  loadKnowledge,
  parseCommandLine,
  run,
  systemClock,
} from "./command-line.ts";

await run(async () => {
  const { values, knowledge, data } = parseCommandLine({
    json: { type: "boolean", default: false },
    "add-locality": { type: "string" },
  });
  const place = values["add-locality"];
  if (place !== undefined) {
    placeLocality(join(knowledge, "localities.yaml"), place);
  }
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

function placeLocality(file: string, name: string): void {
  const added = addLocality(readFileSync(file, "utf8"), name);
  switch (added.outcome) {
    case "added":
      writeFileSync(`${file}.moi`, added.yaml);
      renameSync(`${file}.moi`, file);
      console.error(localityAdding.added(name, added.slug));
      return;
    case "known":
      console.error(localityAdding.known(name));
      return;
    case "no_level":
      throw new CommandError(localityAdding.noLevel(name));
  }
}
