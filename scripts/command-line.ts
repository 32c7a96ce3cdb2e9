import { resolve } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { parseSafety } from "../src/answering/guard/safety.ts";
import { type Config, loadConfig } from "../src/app/config.ts";
import { showProgress } from "../src/app/progress.ts";
import type { Edition, ReloadReport, Vocabulary } from "../src/domain/knowledge.ts";
import { type ReloadProgress, reload } from "../src/knowledge/ingest/ingest.ts";
import { readers } from "../src/knowledge/ingest/readers.ts";
import { openLocalEmbedder } from "../src/models/local-embedder.ts";
import { openRemoteEmbedder } from "../src/models/remote-embedder.ts";
import type { Clock, Log } from "../src/ports/clock.ts";
import type { LiveEdition } from "../src/ports/knowledge.ts";
import { type Embedder, ModelError } from "../src/ports/models.ts";
import type { Storage } from "../src/ports/storage.ts";
import { openStorage } from "../src/storage/open.ts";
import { reportLines } from "../src/vietnamese/wording/knowledge/command-line.ts";

// What every command line shares: where the knowledge and the data are, how they are opened, how a command ends.
// Results go to stdout; everything else to stderr.

/** A command line that cannot be understood or carried out; the message is one sentence with the way out. */
export class CommandError extends Error {}

export const systemClock: Clock = { now: () => Date.now(), mono: () => performance.now() };

/** Only what a person at a terminal should know. */
export const commandLog: Log = (event) => {
  if (event.kind === "vector_search" || event.kind === "unexpected") {
    console.error(JSON.stringify(event));
  }
};

const folders = { knowledge: { type: "string" }, data: { type: "string" } } as const;

let settings: Config | undefined;
const config = (): Config => (settings ??= loadConfig());

/**
 * Parses a command line that also takes --knowledge DIR and --data DIR. Both come back as full paths; without them the
 * service's own settings hold, so that a command works on the same folders as the service.
 */
export function parseCommandLine<T extends NonNullable<ParseArgsConfig["options"]>>(options: T) {
  const shape = { options: { ...options, ...folders }, allowPositionals: true, strict: true } as const;
  const { values, positionals } = parsed(() => parseArgs<typeof shape>(shape));
  const { knowledge, data } = values as { readonly knowledge?: string; readonly data?: string };
  return {
    values,
    positionals,
    knowledge: knowledge === undefined ? config().knowledgeDir : resolve(knowledge),
    data: data === undefined ? config().dataDir : resolve(data),
  };
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : "The command line cannot be read.", {
      cause: error,
    });
  }
}

/** Runs a command: one sentence on stderr and exit code 1 when it fails for a reason a person can mend. */
export async function run(command: () => Promise<void>): Promise<void> {
  process.stdout.on("error", leave);
  process.stderr.on("error", () => undefined);
  try {
    await command();
  } catch (error) {
    const expected = ["CommandError", "StorageError", "ConfigError"];
    const name = error instanceof Error ? error.constructor.name : "";
    console.error(expected.includes(name) && error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** A reader that has seen enough (`| head -1`) is no failure; output that finds no room is one. */
function leave(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") {
    process.stderr.write(`The output cannot be written (${error.code}).\n`);
  }
  process.exit(error.code === "EPIPE" ? 0 : 1);
}

export interface Loaded {
  readonly storage: Storage;
  readonly live: LiveEdition;
  /** The embedder of the edition's vectors, for questions; null when words alone are searched. */
  readonly embedder: Embedder | null;
  readonly report: ReloadReport;
}

export interface Folders {
  readonly knowledge: string;
  readonly data: string;
}

/** Loads the knowledge into the opened storage; an unchanged folder costs some tens of milliseconds. */
export function loadKnowledge(
  folders: Folders,
  storage: Storage,
  onProgress?: (progress: ReloadProgress) => void,
): Promise<ReloadReport> {
  return reload({
    ...readers,
    folder: folders.knowledge,
    storage: storage.knowledge,
    openEmbedder,
    checkSafety: parseSafety,
    clock: systemClock,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}

/**
 * The edition of a knowledge folder, brought up to date first. When the folder cannot be loaded but an edition is kept,
 * that one serves and the reason goes to stderr. Close the storage when done.
 */
export async function loadEdition(folders: Folders): Promise<Loaded> {
  const storage = await openStorage({ dir: folders.data, use: "tool" }, systemClock, commandLog);
  try {
    const progress = showProgress(process.stderr);
    const report = await loadKnowledge(folders, storage, progress.show).finally(progress.stop);
    if (report.outcome !== "unchanged") {
      console.error(reportLines(report).join("\n"));
    }
    const live = await storage.knowledge.current();
    if (live === null) {
      throw new CommandError(report.outcome === "refused" ? report.reason : "No edition could be loaded.");
    }
    return { storage, live, embedder: await embedderOf(live), report };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/** Throws when the locality of a command line is none of the edition's. */
export function refuseUnknownLocality(slug: string | undefined, { localities }: Edition): void {
  const known = localities.map((one) => one.slug);
  if (slug !== undefined && !known.includes(slug)) {
    throw new CommandError(`There is no locality "${slug}"; choose one of: ${known.join(", ")}.`);
  }
}

/** The embedder that made an edition's vectors; null when there are none or it cannot be had now. */
async function embedderOf(live: LiveEdition): Promise<Embedder | null> {
  try {
    const embedder = live.vectors === null ? null : await openEmbedder(live.edition.vocabulary);
    return embedder?.fingerprint === live.embedder ? embedder : null;
  } catch (error) {
    if (error instanceof ModelError) {
      return null;
    }
    throw error;
  }
}

/** The embedder of the settings. Throws ModelError when it is a server that does not answer. */
export async function openEmbedder(vocabulary: Vocabulary): Promise<Embedder | null> {
  const { embeddings } = config();
  return embeddings === null ? openLocalEmbedder(vocabulary) : openRemoteEmbedder(embeddings);
}
