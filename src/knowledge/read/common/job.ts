import type { ReadLimits } from "./limits.ts";
import type { Programs } from "./programs.ts";

/** What the reading process knows of the one file it reads. */
export interface ReadingJob {
  readonly bytes: Buffer;
  /** The copy of the file in the job's own folder, under a name we chose. */
  readonly file: string;
  /** Emptied and removed after the reading. */
  readonly folder: string;
  readonly limits: ReadLimits;
  readonly programs: Programs;
  /** Asks the watching process for more wall time, in ms. */
  askTime(ms: number): void;
}
