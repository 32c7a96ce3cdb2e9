import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open, realpath } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { unread } from "../../vietnamese/wording/knowledge/reading.ts";
import { inMegabytes, type ReadLimits } from "./common/limits.ts";
import { Unreadable } from "./common/outcome.ts";

const LOOK_EVERY_MS = 200;

export interface Expected {
  /** Folder the file must lie in once links are followed. */
  readonly within?: string | undefined;
  /** Hex digest recorded when the file was uploaded. */
  readonly sha256?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

const sizeAndTime = async (handle: FileHandle): Promise<string> => {
  const { size, mtimeMs } = await handle.stat();
  return `${size} ${mtimeMs}`;
};

async function mustLieWithin(file: string, folder: string): Promise<void> {
  const home = await realpath(folder);
  if (!(await realpath(resolve(file))).startsWith(home + sep)) {
    throw new Unreadable(unread.outside);
  }
}

/** A clock that ran back must not hold a file for ever, so a time in the future counts as settled after one look. */
async function untilSettled(handle: FileHandle, limits: ReadLimits, signal?: AbortSignal): Promise<void> {
  const giveUp = Date.now() + limits.settleWaitMs;
  let seen = await sizeAndTime(handle);
  let since = (await handle.stat()).mtimeMs;
  if (since > Date.now()) {
    since = Date.now();
  }
  while (Date.now() - since < limits.settledMs) {
    if (Date.now() > giveUp) {
      throw new Unreadable(unread.stillChanging);
    }
    await wait(Math.min(LOOK_EVERY_MS, limits.settledMs), undefined, signal ? { signal } : {});
    const now = await sizeAndTime(handle);
    if (now !== seen) {
      seen = now;
      since = Date.now();
    }
  }
}

/** The bytes of a regular file that nobody is still writing. Throws Unreadable. */
export async function settledBytes(file: string, limits: ReadLimits, expected: Expected): Promise<Buffer> {
  if (expected.within !== undefined) {
    await mustLieWithin(file, expected.within);
  }
  // Without O_NONBLOCK, opening a named pipe would wait for ever.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await handle.stat();
    if (!found.isFile()) {
      throw new Unreadable(unread.notAFile);
    }
    await untilSettled(handle, limits, expected.signal);
    const { size } = await handle.stat();
    if (size === 0) {
      throw new Unreadable(unread.empty);
    }
    if (size > limits.fileBytes) {
      throw new Unreadable(unread.tooBig(inMegabytes(limits.fileBytes)));
    }
    const before = await sizeAndTime(handle);
    const bytes = await handle.readFile();
    if (before !== (await sizeAndTime(handle)) || bytes.length !== size) {
      throw new Unreadable(unread.stillChanging);
    }
    if (
      expected.sha256 !== undefined &&
      createHash("sha256").update(bytes).digest("hex") !== expected.sha256.toLowerCase()
    ) {
      throw new Unreadable(unread.notAsUploaded);
    }
    return bytes;
  } finally {
    await handle.close();
  }
}
