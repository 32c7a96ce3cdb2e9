import type { ReloadReport } from "../../src/domain/knowledge.ts";
import { type ReloadProgress, reload } from "../../src/knowledge/ingest/ingest.ts";
import { openStorage } from "../../src/storage/open.ts";
import { fixedClock } from "./clock.ts";
import { wordEmbedder } from "./embedder.ts";
import { lineReaders } from "./understand-lines.ts";

/** Loads a folder of papers of lines into a data folder, as the ingest command does. */
export async function loadLines(
  folder: string,
  dir: string,
  onProgress: (progress: ReloadProgress) => void = () => {},
): Promise<ReloadReport> {
  const clock = fixedClock();
  const storage = await openStorage({ dir, use: "tool" }, clock, () => {});
  const openEmbedder = async () => wordEmbedder();
  try {
    return await reload({
      ...lineReaders(),
      checkSafety: () => {},
      folder,
      storage: storage.knowledge,
      openEmbedder,
      clock,
      onProgress,
    });
  } finally {
    await storage.close();
  }
}

export function pointOf(progress: ReloadProgress): string {
  return progress.phase === "publish" ? progress.step : `${progress.phase} ${progress.done}`;
}
