// What is understood of a paper, for an office to check: npm run papers -- FILE... [--html OUT] [--json] [--knowledge DIR]
// Without --html the page is written for the terminal; "--html -" writes the web page to stdout, "--json" one value for each
// file: {file, unread} or {file, card, kind, tasks, targets, results, findings}, findings most harmful first.
import "../src/app/node-version.ts";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, parse } from "node:path";
import { parseArgs } from "node:util";
import { byHarm } from "../src/domain/finding-harm.ts";
import { readOverrides } from "../src/knowledge/files/metadata-overrides.ts";
import { type OfficeData, readOfficeFiles } from "../src/knowledge/files/office-data.ts";
import { listedContacts } from "../src/knowledge/lint/contacts.ts";
import { readPaper } from "../src/knowledge/read/read.ts";
import { paperHtml } from "../src/knowledge/report/html.ts";
import { type PaperReport, viewPaper } from "../src/knowledge/report/report.ts";
import { paperText } from "../src/knowledge/report/text.ts";
import { understandDocument } from "../src/knowledge/understand.ts";
import { dayAt } from "../src/vietnamese/text/dates.ts";
import { paperPage } from "../src/vietnamese/wording/knowledge/reading.ts";

const { values, positionals } = parseArgs({
  options: {
    html: { type: "string" },
    json: { type: "boolean", default: false },
    knowledge: { type: "string", default: "knowledge" },
  },
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
    listed: listedContacts(office),
    today: dayAt(Date.now()),
  });
  return { name, read, understood };
}

async function show(office: OfficeData): Promise<boolean> {
  const views = [];
  for (const file of positionals) {
    const found = await report(file, office);
    const view = viewPaper(found);
    if (values.json) {
      console.log(JSON.stringify(asJson(found), null, 2));
    }
    views.push(view);
    if (values.html === undefined && !values.json) {
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

function asJson({ name, read, understood }: PaperReport): object {
  if (understood === null) {
    return { file: name, unread: read.outcome === "unread" ? read.reason : "" };
  }
  const { card, tasks, targets, results, findings } = understood;
  return { file: name, card, kind: card.kind, tasks, targets, results, findings: byHarm(findings) };
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
