import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "./folder.ts";
import { until } from "./receiver.ts";
import { surroundings } from "./surroundings.ts";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

export interface Running {
  readonly child: ChildProcess;
  readonly data: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly ended: Promise<number | null>;
  /** The address of its page, once it serves. */
  url(): Promise<string>;
}

/** Starts the service as `npm start` does, in a process of its own, with these settings and none of this machine's. */
export function runService(
  settings: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Running {
  const folder = temporaryFolder();
  const data = settings.DATA_DIR ?? join(folder, "data");
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), ...nodeOptions, main], {
    cwd: folder,
    env: { ...surroundings(), PORT: "0", DATA_DIR: data, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  const port = () => /"kind":"started","port":(\d+)/u.exec(err)?.[1];
  return {
    child,
    data,
    stdout: () => out,
    stderr: () => err,
    ended,
    async url() {
      await until("the service serves", () => port() !== undefined || child.exitCode !== null);
      return `http://127.0.0.1:${port()}`;
    },
  };
}
