// The process that parses one file nobody has vouched for. It knows nothing but its orders, and its parent stops it.
import { readFile } from "node:fs/promises";
import type { ReadingJob } from "../common/job.ts";
import { type ReadPaper, Unreadable } from "../common/outcome.ts";
import { programsIn } from "../common/programs.ts";
import { readPhoto } from "../pdf/ocr.ts";
import { readPdf } from "../pdf/pdf.ts";
import { readDocx } from "../word/docx.ts";
import { readOldWord } from "../word/legacy-doc.ts";
import type { ReadingOrders, ReadingReport } from "./sandbox.ts";

function report(message: ReadingReport, then: () => void = () => undefined): void {
  process.send?.(message, then);
}

async function read(kind: ReadingOrders["kind"], job: ReadingJob): Promise<ReadPaper> {
  switch (kind) {
    case "pdf":
      return readPdf(job);
    case "docx":
      return { outcome: "read", origin: "docx", ...(await readDocx(job.bytes)) };
    case "doc":
    case "rtf":
    case "odt":
    case "html":
      return readOldWord(job, kind);
    case "photo":
      return readPhoto(job);
  }
}

async function obey(orders: ReadingOrders): Promise<void> {
  const job: ReadingJob = {
    bytes: await readFile(orders.file),
    file: orders.file,
    folder: orders.folder,
    limits: orders.limits,
    programs: programsIn(orders.programFolders),
    askTime: (ms) => report({ kind: "more_time", ms }),
  };
  const paper = await read(orders.kind, job).catch((error: unknown): ReadPaper => {
    if (error instanceof Unreadable) {
      return { outcome: "unread", reason: error.message };
    }
    throw error;
  });
  report({ kind: "done", paper }, () => process.exit(0));
}

process.on("disconnect", () => process.exit(1));
await obey(JSON.parse(process.argv[2] ?? "{}") as ReadingOrders);
