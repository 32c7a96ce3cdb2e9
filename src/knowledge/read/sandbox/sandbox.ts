import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { unread } from "../../../vietnamese/wording/knowledge/reading.ts";
import { inMegabytes, type ReadLimits } from "../common/limits.ts";
import type { ReadPaper } from "../common/outcome.ts";
import type { FileKind } from "../file-kind.ts";
import { processTree, residentBytes } from "./process-memory.ts";

export interface ReadingOrders {
  readonly kind: Exclude<FileKind, "text" | "markdown">;
  readonly file: string;
  readonly folder: string;
  readonly limits: ReadLimits;
  readonly programFolders: readonly string[];
}

export type ReadingReport =
  | { readonly kind: "more_time"; readonly ms: number }
  | { readonly kind: "done"; readonly paper: ReadPaper };

const LOOK_EVERY_MS = 50;
/** MB of JavaScript objects; the whole process is watched beside it, since buffers are not counted here. */
const HEAP_MB = 384;

let networkless: readonly string[] | null = null;

/** The start of a command that runs without any network, where the system lets us. */
function withoutNetwork(): readonly string[] {
  networkless ??=
    ["/usr/bin/unshare", "/bin/unshare"]
      .map((program) => [program, "--map-root-user", "--net"])
      .find(([program = "", ...args]) => {
        return spawnSync(program, [...args, "true"], { stdio: "ignore", timeout: 2000 }).status === 0;
      }) ?? [];
  return networkless;
}

function start(orders: ReadingOrders): ChildProcess {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const child = fileURLToPath(new URL("./worker.ts", import.meta.url));
  const [command = process.execPath, ...args] = [
    ...withoutNetwork(),
    process.execPath,
    `--max-old-space-size=${HEAP_MB}`,
    "--no-warnings",
    "--import",
    loader,
    child,
    JSON.stringify(orders),
  ];
  return spawn(command, args, {
    cwd: orders.folder,
    detached: true,
    // Nothing is inherited: the service's tokens are no business of a parser. Windows finds its programs by itself.
    env: {
      ...(process.platform === "win32" ? {} : { PATH: orders.programFolders.join(delimiter) }),
      HOME: orders.folder,
      TMPDIR: orders.folder,
      LANG: "C.UTF-8",
      OMP_THREAD_LIMIT: "1",
    },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

function killAll(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) {
    return;
  }
  const kill = (id: number) => {
    try {
      process.kill(id, "SIGKILL");
    } catch {
      // Gone already.
    }
  };
  for (const id of processTree(pid).filter((one) => one !== pid)) {
    kill(id);
  }
  kill(-pid);
  kill(pid);
}

/** Waits for the child's word, and stops it with all it started when it takes too long or too much. */
function watch(child: ChildProcess, limits: ReadLimits, signal?: AbortSignal): Promise<ReadPaper> {
  return new Promise((resolve) => {
    let allowed = limits.parseMs;
    const began = performance.now();
    let stop: (paper: ReadPaper) => void = resolve;
    const refuse = (reason: string) => stop({ outcome: "unread", reason });
    const look = setInterval(() => {
      if (performance.now() - began > allowed) {
        refuse(unread.tooSlow(Math.round(allowed / 1000)));
      } else if (child.pid !== undefined && residentBytes(processTree(child.pid)) > limits.memoryBytes) {
        refuse(unread.tooHungry(inMegabytes(limits.memoryBytes)));
      }
    }, LOOK_EVERY_MS);
    const stopped = () => refuse(unread.stopped);
    stop = (paper) => {
      clearInterval(look);
      signal?.removeEventListener("abort", stopped);
      killAll(child);
      resolve(paper);
    };
    signal?.addEventListener("abort", stopped);
    child.on("message", (message: ReadingReport) => {
      if (message.kind === "more_time") {
        allowed += Math.min(message.ms, limits.ocrPageMs * limits.ocrPages);
      } else {
        stop(message.paper);
      }
    });
    child.on("error", () => refuse(unread.crashed));
    child.on("exit", () => refuse(unread.crashed));
  });
}

/** Parses a file in a process of its own, within limits, without the network and without our environment. */
export async function readInChild(
  bytes: Buffer,
  kind: ReadingOrders["kind"],
  limits: ReadLimits,
  programFolders: readonly string[],
  signal?: AbortSignal,
): Promise<ReadPaper> {
  const folder = await mkdtemp(join(tmpdir(), "reading-"));
  try {
    const file = join(folder, `paper.${kind}`);
    await writeFile(file, bytes, { mode: 0o600 });
    const child = start({ kind, file, folder, limits, programFolders });
    return await watch(child, limits, signal);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
