import { pageList, unread, warning } from "../../../vietnamese/wording/knowledge/reading.ts";
import type { ReadingJob } from "../common/job.ts";
import { decodeLegacy } from "../common/legacy-encoding.ts";
import { type ReadPaper, Unreadable } from "../common/outcome.ts";
import { judgeText, type TextQuality } from "../common/text-quality.ts";
import { joinPages } from "./join-pages.ts";
import { findOcrTools, recognisePages } from "./ocr.ts";
import { drawingCodes, openPdf, type PdfDocument } from "./open.ts";
import { type PageBlock, type ReadPage, readPage } from "./page.ts";

/** A page with fewer letters than this is taken for a picture of a page. */
const THIN = 50;
/** Drawn lines and areas from which a page without letters may hold letters turned into outlines. */
const MANY_PATHS = 200;

async function readPages(document: PdfDocument): Promise<readonly ReadPage[]> {
  const codes = await drawingCodes();
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await readPage(page, codes));
    page.cleanup();
  }
  return pages;
}

const isBare = (page: ReadPage): boolean => page.layer.trim() === "";

const isThin = (page: ReadPage): boolean => (page.layer.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < THIN;

/** The quality of a page's own letters; old fonts that can be put into Unicode are no junk. */
function judgeLayer(page: ReadPage): TextQuality {
  return judgeText(decodeLegacy(page.layer) ?? page.layer);
}

/** Of pages without letters, those that show something: the others are blank. */
async function shownPages(bytes: Buffer, pages: readonly ReadPage[]): Promise<readonly ReadPage[]> {
  const codes = await drawingCodes();
  const document = await openPdf(bytes, "decode");
  const pictures = ["paintImageXObject", "paintInlineImageXObject", "paintImageMaskXObject"].map(
    (name) => codes[name],
  );
  const shown: ReadPage[] = [];
  for (const page of pages) {
    const { fnArray } = await (await document.getPage(page.number)).getOperatorList();
    const paths = fnArray.filter((code) => code === codes.constructPath).length;
    if (paths > MANY_PATHS || fnArray.some((code) => pictures.includes(code))) {
      shown.push(page);
    }
  }
  return shown;
}

interface Recognised {
  readonly blocks: readonly PageBlock[];
  readonly warnings: readonly string[];
}

/** The better of a page's two readings; a junk layer is never taken, a blank recognition neither. */
function chooseReading(page: ReadPage, text: string | undefined): Recognised | null {
  if (text === undefined || text.trim() === "") {
    return null;
  }
  const layer = judgeLayer(page);
  const read = judgeText(text);
  if (!isThin(page) && read.share <= layer.share) {
    return null;
  }
  const why = isThin(page) ? warning.ocrNoLayer(page.number) : warning.ocrJunkLayer(page.number, layer.why);
  const poor = read.verdict === "junk" || read.verdict === "mixed";
  return {
    blocks: [{ kind: "text", text }],
    warnings: [why, ...(poor ? [warning.ocrPoor(page.number, read.why)] : [])],
  };
}

/** A page with a few letters is a scan only when it shows a picture; looking costs less than recognising it. */
async function scansAmong(job: ReadingJob, pages: readonly ReadPage[], sure: (page: ReadPage) => boolean) {
  const doubtful = pages.filter((page) => isThin(page) && !sure(page));
  const shown = doubtful.length === 0 ? [] : await shownPages(job.bytes, doubtful);
  return pages.filter((page) => !doubtful.includes(page) || shown.includes(page));
}

async function recognise(job: ReadingJob, pages: readonly ReadPage[]): Promise<ReadonlyMap<number, string>> {
  const tools = await findOcrTools(job.programs);
  const scans = await scansAmong(job, pages, isBare);
  if (scans.length === 0) {
    return new Map();
  }
  if (!("tesseract" in tools)) {
    const needed = await scansAmong(job, scans, () => false);
    if (needed.length > 0) {
      throw new Unreadable(unread.needsOcr(pageList(needed.map(({ number }) => number)), tools));
    }
    return new Map();
  }
  if (scans.length > job.limits.ocrPages) {
    throw new Unreadable(unread.tooManyScans(scans.length, job.limits.ocrPages));
  }
  job.askTime(scans.length * job.limits.ocrPageMs);
  return recognisePages(tools, job.file, job.folder, scans);
}

function originOf(
  pages: readonly ReadPage[],
  recognised: ReadonlySet<number>,
): "pdf_text" | "pdf_ocr" | "pdf_mixed" {
  if (recognised.size === 0) {
    return "pdf_text";
  }
  const byLayer = pages.some((page) => !recognised.has(page.number) && !isThin(page));
  return byLayer ? "pdf_mixed" : "pdf_ocr";
}

/** A PDF page by page: its text layer where that is good, else what OCR reads from its picture. Throws Unreadable. */
export async function readPdf(job: ReadingJob): Promise<ReadPaper> {
  const document = await openPdf(job.bytes, "skip");
  if (document.numPages > job.limits.pages) {
    throw new Unreadable(unread.tooManyPages(document.numPages, job.limits.pages));
  }
  const pages = await readPages(document).catch((cause: unknown) => {
    throw new Unreadable(unread.brokenPdf, { cause });
  });
  await document.destroy();
  const scans = pages.filter((page) => isThin(page) || judgeLayer(page).verdict === "junk");
  const texts = scans.length === 0 ? new Map<number, string>() : await recognise(job, scans);
  const chosen = new Map(
    pages.flatMap((page): [number, Recognised][] => {
      const reading = chooseReading(page, texts.get(page.number));
      return reading === null ? [] : [[page.number, reading]];
    }),
  );
  return {
    outcome: "read",
    text: joinPages(pages.map((page) => chosen.get(page.number)?.blocks ?? page.blocks)),
    origin: originOf(pages, new Set(chosen.keys())),
    warnings: pages.flatMap((page) => chosen.get(page.number)?.warnings ?? page.warnings),
    pages: pages.length,
  };
}
