// What is understood of a paper, for an office to check: npm run papers -- FILE... [--html OUT] [--knowledge DIR]
// Without --html the page is written for the terminal; "--html -" writes the web page to stdout.
import "../src/app/node-version.ts";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, parse } from "node:path";
import { parseArgs } from "node:util";
import { readLocalities, readOverrides, readUnitHints } from "../src/knowledge/files/metadata-overrides.ts";
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

async function report(file: string): Promise<PaperReport> {
  const name = basename(file);
  const read = await readPaper(file);
  if (read.outcome === "unread") {
    return { name, read, understood: null };
  }
  const known = (yaml: string) => readFileSync(join(values.knowledge, yaml), "utf8");
  const side = join(dirname(file), `${parse(file).name}.yaml`);
  const understood = understandDocument({
    id: parse(file).name,
    text: read.text,
    ...(existsSync(side) ? { side: readOverrides(readFileSync(side, "utf8"), basename(side)) } : {}),
    localities: readLocalities(known("localities.yaml")),
    unitHints: readUnitHints(known("units.yaml")),
    today: dayAt(Date.now()),
  });
  return { name, read, understood };
}

if (positionals.length === 0) {
  console.error(paperPage.usage);
  process.exitCode = 1;
} else {
  const views = [];
  for (const file of positionals) {
    const view = viewPaper(await report(file));
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
  process.exitCode = views.some((view) => view.unread !== null) ? 1 : 0;
}
