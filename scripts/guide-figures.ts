// tsx scripts/guide-figures.ts [folder]: every figure in the guides with the source that states it, tab-separated.
// Exit code 1 when a figure has none.

import "../src/app/node-version.ts";
import { figuresOf } from "../src/knowledge/guides/figures.ts";
import { readGuideFolder } from "../src/knowledge/guides/folder.ts";
import { lintReport } from "../src/vietnamese/wording/knowledge/guide-lint.ts";

const { guides, contacts } = await readGuideFolder(process.argv[2] ?? "knowledge");
for (const guide of guides) {
  for (const { place, figure, source } of figuresOf(guide, contacts)) {
    console.log([guide.id, place, figure, source ?? lintReport.noSource].join("\t"));
    if (source === null) {
      process.exitCode = 1;
    }
  }
}
