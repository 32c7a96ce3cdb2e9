import { rm } from "node:fs/promises";
import { join } from "node:path";
import { unread, warning } from "../../../vietnamese/wording/knowledge/reading.ts";
import type { ReadingJob } from "../common/job.ts";
import { type ReadPaper, Unreadable } from "../common/outcome.ts";
import { type Programs, runProgram } from "../common/programs.ts";
import { judgeText } from "../common/text-quality.ts";

// Syllables right on six pages of the plans, clean and as a poor scan (turned by 0.7 degrees, blurred, noisy): at 150 dots
// an inch 95.8 and 93.5 %, at 200 99.4 and 95.2 %, at 300 99.6 and 99.8 %, for 1.2, 1.5 and 1.8 s a page.
const DOTS_PER_INCH = 300;
/** Pixels: an A3 page. A page said to be metres wide is drawn no larger than this. */
const MOST_PIXELS = 5000;
const RENDER_MS = 20_000;
const RECOGNISE_MS = 40_000;
/** Two pages at a time, one thread each: tesseract's own threads make it five times slower. */
const AT_ONCE = 2;

export interface ScannedPage {
  readonly number: number;
  /** Longer side, in points. */
  readonly longest: number;
}

export interface OcrTools {
  readonly pdftoppm: string;
  readonly tesseract: string;
}

/** The programs OCR needs, or the names of the packages that lack. */
export async function findOcrTools(programs: Programs): Promise<OcrTools | readonly string[]> {
  const pdftoppm = await programs.find("pdftoppm");
  const tesseract = await programs.find("tesseract");
  const languages = tesseract === null ? null : await runProgram(tesseract, ["--list-langs"], RENDER_MS);
  const vietnamese = languages?.split(/\s+/u).includes("vie") === true;
  if (pdftoppm !== null && tesseract !== null && vietnamese) {
    return { pdftoppm, tesseract };
  }
  return [
    ...(tesseract === null ? ["tesseract-ocr"] : []),
    ...(vietnamese ? [] : ["tesseract-ocr-vie"]),
    ...(pdftoppm === null ? ["poppler-utils"] : []),
  ];
}

async function recognise(tools: OcrTools, image: string, dots: number, mode: "3" | "1"): Promise<string> {
  const text = await runProgram(
    tools.tesseract,
    [image, "stdout", "-l", "vie", "--psm", mode, "--dpi", String(dots)],
    RECOGNISE_MS,
  );
  if (text === null) {
    throw new Unreadable(unread.ocrFailed("tesseract"));
  }
  // The model doubts between Đ and the Icelandic Ð and sometimes writes both.
  return text
    .replaceAll("\f", "")
    .replace(/Đ?Ð+Đ?/gu, "Đ")
    .replace(/ð/gu, "đ")
    .trim();
}

async function readScan(tools: OcrTools, file: string, folder: string, page: ScannedPage): Promise<string> {
  const image = join(folder, `page-${page.number}`);
  const dots = Math.max(1, Math.min(DOTS_PER_INCH, Math.floor((MOST_PIXELS * 72) / page.longest)));
  const only = String(page.number);
  // Packing the picture as PNG was seen to take six seconds a page; unpacked it takes a tenth of one.
  const drawn = await runProgram(
    tools.pdftoppm,
    ["-f", only, "-l", only, "-singlefile", "-gray", "-r", String(dots), file, image],
    RENDER_MS,
  );
  if (drawn === null) {
    throw new Unreadable(unread.ocrFailed("pdftoppm"));
  }
  try {
    const text = await recognise(tools, `${image}.pgm`, dots, "3");
    const first = judgeText(text);
    if (first.verdict !== "junk" && first.verdict !== "mixed") {
      return text;
    }
    // A page scanned sideways: the same with its direction found first.
    const turned = await recognise(tools, `${image}.pgm`, dots, "1").catch(() => text);
    return judgeText(turned).share > first.share ? turned : text;
  } finally {
    await rm(`${image}.pgm`, { force: true });
  }
}

/** The text of scanned pages by their numbers. Throws Unreadable when a program fails. */
export async function recognisePages(
  tools: OcrTools,
  file: string,
  folder: string,
  pages: readonly ScannedPage[],
): Promise<ReadonlyMap<number, string>> {
  const texts = new Map<number, string>();
  const waiting = [...pages];
  const work = async (): Promise<void> => {
    for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
      texts.set(page.number, await readScan(tools, file, folder, page));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return texts;
}

/** A photograph or a scanned picture of one page. Throws Unreadable. */
export async function readPhoto(job: ReadingJob): Promise<ReadPaper> {
  const tools = await findOcrTools(job.programs);
  if (!("tesseract" in tools)) {
    throw new Unreadable(unread.needsOcr("1", tools));
  }
  job.askTime(job.limits.ocrPageMs);
  const text = await recognise(tools, job.file, DOTS_PER_INCH, "3");
  const judged = judgeText(text);
  const poor = judged.verdict === "mixed" || judged.verdict === "junk";
  return {
    outcome: "read",
    origin: "photo",
    text,
    warnings: [warning.photo, ...(poor ? [warning.ocrPoor(1, judged.why)] : [])],
    pages: 1,
  };
}
