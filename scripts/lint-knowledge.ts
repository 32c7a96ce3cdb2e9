// npm run lint:knowledge -- [folder]: what a writer must repair in the guides. Exit code 1 when something must be.

import "../src/app/node-version.ts";
import { readGuideFolder } from "../src/knowledge/guides/folder.ts";
import { lintGuides } from "../src/knowledge/guides/lint.ts";
import { stepLength } from "../src/knowledge/guides/steps.ts";
import { dayAt } from "../src/vietnamese/text/dates.ts";
import { lintReport } from "../src/vietnamese/wording/knowledge/guide-lint.ts";

const folder = await readGuideFolder(process.argv[2] ?? "knowledge");
const findings = lintGuides({ ...folder, today: dayAt(Date.now()) });
for (const message of folder.unread) {
  console.log(lintReport.unread(message));
}
for (const { guide, level, message } of findings) {
  console.log(lintReport.finding(guide, level, message));
}

const lengths = folder.guides.flatMap((guide) => guide.steps.map(stepLength));
const errors = folder.unread.length + findings.filter((finding) => finding.level === "error").length;
console.log(lintReport.steps(lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)));
console.log(lintReport.total(folder.guides.length, errors, findings.length + folder.unread.length - errors));
process.exitCode = errors > 0 ? 1 : 0;
