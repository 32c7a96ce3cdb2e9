import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { surroundings } from "./surroundings.ts";

const scripts = new URL("../../scripts/", import.meta.url);

/** Runs one of the command lines as a person would, with no settings of this machine, and waits for its end. */
export function runScript(
  name: string,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
  begun: (child: ChildProcess) => void = () => undefined,
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL(name, scripts));
    const child = spawn(process.execPath, ["--import", "tsx", ...nodeOptions, script, ...args], {
      env: surroundings(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    begun(child);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({
        code,
        stdout: Buffer.concat(out).toString("utf8"),
        stderr: Buffer.concat(err).toString("utf8"),
      }),
    );
  });
}
