import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const TSX = import.meta.resolve("tsx");
const PATIENCE_MS = 60_000;

export interface RunningService {
  readonly url: string;
  /** Everything it has written to stdout and stderr. */
  output(): string;
  /** Sends the signal and waits for the end; the exit code, or null after a kill. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

/** The service as `npm start` runs it, in a process of its own with these settings and no others. */
export async function startService(
  settings: Readonly<Record<string, string>>,
  folder: string,
): Promise<RunningService> {
  const child = spawn(process.execPath, ["--import", TSX, MAIN], {
    cwd: folder, // where no .env lies
    env: { PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // It must not outlive this process, however that ends.
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  const leave = () => process.exit(1);
  process.once("SIGTERM", leave);
  child.once("close", () => {
    process.off("exit", kill);
    process.off("SIGTERM", leave);
  });
  const written: Buffer[] = [];
  const output = () => Buffer.concat(written).toString("utf8");
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const port = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      written.push(chunk);
      const found = /"kind":"started","port":(\d+)/u.exec(output())?.[1];
      if (found !== undefined) {
        resolve(found);
      }
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void ended.then((code) => reject(new Error(`The service ended with ${code}: ${output()}`)));
  });
  return {
    url: `http://127.0.0.1:${await inTime(port, child)}`,
    output,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

async function inTime(port: Promise<string>, child: ChildProcess): Promise<string> {
  const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  try {
    return await port;
  } finally {
    clearTimeout(timer);
  }
}
