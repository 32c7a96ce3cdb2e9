import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { unread } from "../../../vietnamese/wording/knowledge/reading.ts";
import { Unreadable } from "../common/outcome.ts";

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;
export type DrawingCodes = Readonly<Record<string, number>>;

/** Pixels: larger pictures are left undecoded, since only letters and lines are wanted here. */
const ICON_PIXELS = 10_000;
/** pdf.js: errors only, since its warnings quote the file. */
const QUIET = 0;

// pdf.js calls this method of newer JavaScript while listing drawings; Node 20 lacks it.
const buffers = ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer };
buffers.transferToFixedLength ??= function (this: ArrayBuffer, length?: number): ArrayBuffer {
  return this.slice(0, length ?? this.byteLength);
};

/** Opens a PDF for reading only: no scripts, no fonts or maps from outside. Throws Unreadable. */
export async function openPdf(bytes: Buffer, pictures: "skip" | "decode"): Promise<PdfDocument> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: QUIET,
      ...(pictures === "skip" ? { maxImageSize: ICON_PIXELS } : {}),
    });
  } catch (error) {
    const locked = error instanceof Error && error.name === "PasswordException";
    throw new Unreadable(locked ? unread.locked : unread.brokenPdf, { cause: error });
  }
}

export async function drawingCodes(): Promise<DrawingCodes> {
  return (await getResolvedPDFJS()).OPS as DrawingCodes;
}
