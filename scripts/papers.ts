// What is understood of a paper, for an office to check: npm run papers -- FILE... [--html OUT] [--knowledge DIR]
// Without --html the page is written for the terminal; "--html -" writes the web page to stdout.
import "../src/app/node-version.ts";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, parse } from "node:path";
import { parseArgs } from "node:util";
import { readOverrides } from "../src/knowledge/files/metadata-overrides.ts";
import { type OfficeData, readOfficeFiles } from "../src/knowledge/files/office-data.ts";
import { readPaper } from "../src/knowledge/read/read.ts";
import { paperHtml } from "../src/knowledge/report/html.ts";
import { type PaperReport, viewPaper } from "../src/knowledge/report/report.ts";
import { paperText } from "../src/knowledge/report/text.ts";
import { understandDocument } from "../src/knowledge/understand.ts";
import { dayAt } from "../src/vietnamese/text/dates.ts";
import { paperPage } from "../src/vietnamese/wording/knowledge/reading.ts";

const { values, positionals } = parseArgs({
  options: { html: { type: "string" }, knowledge: { type: "string", default: "knowledge" } },
  allowPositionals: true,
});

async function report(file: string, office: OfficeData): Promise<PaperReport> {
  const name = basename(file);
  const read = await readPaper(file);
  if (read.outcome === "unread") {
    return { name, read, understood: null };
  }
  const side = join(dirname(file), `${parse(file).name}.yaml`);
  const understood = understandDocument({
    id: parse(file).name,
    text: read.text,
    ...(existsSync(side) ? { side: readOverrides(readFileSync(side, "utf8"), basename(side)) } : {}),
    localities: office.localities,
    unitHints: { heads: office.unitHeads, units: office.units },
    today: dayAt(Date.now()),
  });
  return { name, read, understood };
}

async function show(office: OfficeData): Promise<boolean> {
  const views = [];
  for (const file of positionals) {
    const view = viewPaper(await report(file, office));
    views.push(view);
    if (values.html === undefined) {
      console.log(paperText(view));
    }
  }
  if (values.html === "-") {
    process.stdout.write(paperHtml(views));
  } else if (values.html !== undefined) {
    writeFileSync(values.html, paperHtml(views));
  }
  return views.every((view) => view.unread === null);
}

if (positionals.length === 0) {
  console.error(paperPage.usage);
  process.exitCode = 1;
} else {
  const { data, unread, refusal } = await readOfficeFiles(values.knowledge, null, () => undefined);
  const faults = refusal === null ? unread.map(({ file, reason }) => `${file}: ${reason}`) : [refusal];
  for (const fault of faults) {
    console.error(fault);
  }
  process.exitCode = refusal === null && (await show(data)) ? 0 : 1;
}
