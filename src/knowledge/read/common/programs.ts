import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { join } from "node:path";

const MOST_OUTPUT = 16 * 1024 * 1024;

/** The programs of the system that reading may call, where they were found. */
export interface Programs {
  find(name: string): Promise<string | null>;
}

export function programsIn(folders: readonly string[]): Programs {
  return {
    find: async (name) => {
      for (const folder of folders) {
        const path = join(folder, name);
        const found = await access(path, constants.X_OK).then(
          () => true,
          () => false,
        );
        if (found) {
          return path;
        }
      }
      return null;
    },
  };
}

/** Runs a program to its end and gives what it wrote; null when it failed or took longer than `ms`. */
export function runProgram(program: string, args: readonly string[], ms: number): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      { timeout: ms, killSignal: "SIGKILL", maxBuffer: MOST_OUTPUT, encoding: "utf8" },
      (error, stdout) => resolve(error === null ? stdout : null),
    );
  });
}
