/** What one file may cost. Times in ms, sizes in bytes. */
export interface ReadLimits {
  /** Wall time of parsing without OCR. */
  readonly parseMs: number;
  /** Added to the wall time for each page that needs OCR. */
  readonly ocrPageMs: number;
  /** Resident memory of the reading process and all it starts. */
  readonly memoryBytes: number;
  readonly fileBytes: number;
  readonly pages: number;
  readonly ocrPages: number;
  /** A file is taken when it has not changed for this long … */
  readonly settledMs: number;
  /** … and given up when it still changes after this long. */
  readonly settleWaitMs: number;
}

const MB = 1024 * 1024;

export const defaultLimits: ReadLimits = {
  parseMs: 30_000,
  ocrPageMs: 12_000,
  memoryBytes: 512 * MB,
  fileBytes: 50 * MB,
  pages: 500,
  ocrPages: 100,
  settledMs: 2000,
  settleWaitMs: 15_000,
};

/** Folders where programs are looked for. The reading process gets no other environment, so no secret can leak. */
export const programFolders: readonly string[] = [
  "/usr/local/bin",
  "/usr/bin",
  "/bin",
  "/opt/homebrew/bin",
  "/opt/libreoffice/program",
];

export const inMegabytes = (bytes: number): number => Math.round(bytes / MB);
