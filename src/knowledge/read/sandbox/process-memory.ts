import { readFileSync } from "node:fs";

const KB = 1024;

function procFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    // Gone meanwhile, or a system without /proc.
    return "";
  }
}

/** A process and all it started, as far as the system tells: Linux only; elsewhere just the process. */
export function processTree(pid: number): readonly number[] {
  const children = procFile(pid, `task/${pid}/children`)
    .split(" ")
    .filter((id) => id.trim() !== "")
    .map(Number);
  return [pid, ...children.flatMap(processTree)];
}

/** Resident memory of some processes, in bytes; 0 where the system does not tell. */
export function residentBytes(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const kilobytes = /^VmRSS:\s+(\d+) kB/mu.exec(procFile(pid, "status"))?.[1];
    return sum + Number(kilobytes ?? 0) * KB;
  }, 0);
}
