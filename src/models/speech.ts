import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import type { Speech } from "../ports/models.ts";

export interface SpeechLimits {
  /** The whole work on one text, in ms. */
  readonly ms: number;
  /** Of the finished sound. */
  readonly bytes: number;
  /** Texts in work and waiting; more are not taken. */
  readonly waiting: number;
}

const USUAL: SpeechLimits = { ms: 20_000, bytes: 1024 * 1024, waiting: 4 };
const FOLDERS = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];
/** Words a minute: slower than the program's own 175, for listeners who are not young. */
const PACE = "145";
const SPEAK = ["-v", "vi", "-s", PACE, "-b", "1", "--stdin", "--stdout"];
/** Sound that comes through a pipe states no true length. */
const PRESS = ["--quiet", "--ignorelength", "--speech", "--bitrate", "24", "-", "-"];

/** Text to speech by espeak-ng and opusenc; null where one of them is not installed. */
export function openSpeech(
  folders: readonly string[] = FOLDERS,
  limits: SpeechLimits = USUAL,
): Speech | null {
  const [voice, press] = [found("espeak-ng", folders), found("opusenc", folders)];
  if (voice === null || press === null) {
    return null;
  }
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    async speak(text) {
      if (waiting >= limits.waiting) {
        return null;
      }
      waiting += 1;
      const sound = last.then(() => spoken(voice, press, text, limits));
      last = sound;
      return sound.finally(() => {
        waiting -= 1;
      });
    },
  };
}

function found(program: string, folders: readonly string[]): string | null {
  const paths = folders.map((folder) => join(folder, program));
  return paths.find(executable) ?? null;
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** OGG with Opus, or null when a program fails, takes too long or makes too much. Never rejects. */
function spoken(
  voice: string,
  press: string,
  text: string,
  limits: SpeechLimits,
): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    // Nothing of the service's surroundings, and no shell: the text goes in by stdin alone.
    const surroundings = { env: { LANG: "C.UTF-8" }, cwd: "/" } as const;
    const speaker = spawn(voice, SPEAK, { ...surroundings, stdio: ["pipe", "pipe", "ignore"] });
    const presser = spawn(press, PRESS, { ...surroundings, stdio: ["pipe", "pipe", "ignore"] });
    const both: readonly ChildProcess[] = [speaker, presser];
    const parts: Buffer[] = [];
    let size = 0;
    const end = (sound: Uint8Array | null) => {
      clearTimeout(timer);
      for (const child of both) {
        child.kill("SIGKILL");
      }
      resolve(sound);
    };
    const fail = () => end(null);
    const timer = setTimeout(fail, limits.ms);
    for (const child of both) {
      child.on("error", fail);
      // What a killed child no longer takes is no error of ours.
      child.stdin?.on("error", () => undefined);
    }
    speaker.on("close", (code) => code !== 0 && fail());
    presser.stdout.on("data", (part: Buffer) => {
      parts.push(part);
      size += part.length;
      if (size > limits.bytes) {
        fail();
      }
    });
    presser.on("close", (code) => end(code === 0 && size > 0 ? Buffer.concat(parts) : null));
    speaker.stdout.pipe(presser.stdin);
    speaker.stdin.end(text);
  });
}
