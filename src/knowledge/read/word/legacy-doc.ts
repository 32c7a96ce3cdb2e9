import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unread, warning } from "../../../vietnamese/wording/knowledge/reading.ts";
import type { ReadingJob } from "../common/job.ts";
import { type ReadPaper, Unreadable } from "../common/outcome.ts";
import { runProgram } from "../common/programs.ts";
import { readDocx } from "./docx.ts";

const CONVERT_MS = 60_000;

// LibreOffice must neither run macros nor fetch linked pictures of a file that nobody has vouched for.
const SAFE_SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
`;

type Converted = "doc" | "rtf" | "odt" | "html";

async function throughLibreOffice(soffice: string, job: ReadingJob, kind: Converted): Promise<Buffer> {
  const profile = join(job.folder, "profile");
  await mkdir(join(profile, "user"), { recursive: true });
  await writeFile(join(profile, "user", "registrymodifications.xcu"), SAFE_SETTINGS);
  await runProgram(
    soffice,
    [
      "--headless",
      "--norestore",
      "--nolockcheck",
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      // A web page opens in a kind of Writer that cannot save as Word, unless it is told to open as a text.
      ...(kind === "html" ? ["--infilter=HTML (StarWriter)"] : []),
      "--convert-to",
      "docx",
      "--outdir",
      join(job.folder, "converted"),
      job.file,
    ],
    CONVERT_MS,
  );
  // LibreOffice says success even when it wrote nothing: only the file counts.
  return readFile(join(job.folder, "converted", "paper.docx")).catch((cause: unknown) => {
    throw new Unreadable(unread.brokenWord, { cause });
  });
}

/** An old Word file, an OpenDocument text or a web page, converted to .docx by LibreOffice, or read by catdoc where only that is installed. Throws Unreadable. */
export async function readOldWord(job: ReadingJob, kind: Converted): Promise<ReadPaper> {
  const soffice = (await job.programs.find("soffice")) ?? (await job.programs.find("libreoffice"));
  if (soffice !== null) {
    job.askTime(CONVERT_MS);
    return {
      outcome: "read",
      origin: "doc",
      ...(await readDocx(await throughLibreOffice(soffice, job, kind))),
    };
  }
  const catdoc = kind === "doc" ? await job.programs.find("catdoc") : null;
  if (catdoc === null) {
    throw new Unreadable(unread.needsWriter);
  }
  const text = await runProgram(catdoc, ["-w", "-d", "utf-8", job.file], CONVERT_MS);
  if (text === null) {
    throw new Unreadable(unread.brokenWord);
  }
  return { outcome: "read", origin: "doc", text, warnings: [warning.noTables] };
}
