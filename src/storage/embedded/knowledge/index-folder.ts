import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import type { Passage } from "../../../domain/document.ts";
import type { PublishStep, VectorIndex } from "../../../ports/knowledge.ts";
import { buildStore, findsItself, hnswIndex, hnswLibrary, loadStore } from "./hnsw.ts";

const FORMAT = 1;
const TEMPORARY = ".writing-";

const manifestShape = z.strictObject({
  format: z.literal(FORMAT),
  fingerprint: z.string(),
  dimensions: z.int().positive(),
  count: z.int().positive(),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u)),
});

/** What one edition's index must be made of. `vectors` are in the order of `passages`; never empty. */
export interface IndexContent {
  readonly fingerprint: string;
  readonly passages: readonly Passage[];
  readonly vectors: readonly Float32Array[];
}

export type IndexFault = "no_addon" | "damaged" | "not_verified";

/**
 * Writes the index into a new folder beside, reads it back, asks it the canary questions and only then gives it its name.
 * Until the rename, nothing can see it; a folder of the same name left by a crash is replaced.
 */
export async function writeIndexFolder(
  folder: string,
  content: IndexContent,
  onStep: (step: PublishStep) => void,
): Promise<VectorIndex | IndexFault> {
  const library = await hnswLibrary();
  if (library === null) {
    return "no_addon";
  }
  const beside = `${folder}${TEMPORARY}${process.pid}`;
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { recursive: true });
  const store = await buildStore(library, content.passages, content.vectors);
  await store.save(beside);
  await writeManifest(beside, content);
  onStep("index_written");
  const opened = await openIndexFolder(beside, content);
  if (typeof opened === "string") {
    await rm(beside, { recursive: true, force: true });
    return "not_verified";
  }
  onStep("index_verified");
  await rm(folder, { recursive: true, force: true });
  await rename(beside, folder);
  await sync(dirname(folder));
  onStep("index_moved");
  return opened;
}

/** Opens a folder after comparing every byte with its manifest and the manifest with what is wanted. */
export async function openIndexFolder(
  folder: string,
  content: IndexContent,
): Promise<VectorIndex | IndexFault> {
  const library = await hnswLibrary();
  if (library === null) {
    return "no_addon";
  }
  if (!(await matchesManifest(folder, content))) {
    return "damaged";
  }
  try {
    const store = await loadStore(library, folder);
    return (await findsItself(store, content.vectors)) ? hnswIndex(store, content.vectors) : "not_verified";
  } catch {
    return "damaged";
  }
}

/** Removes what no edition owns: folders half written, or of editions that are gone. */
export async function sweepIndexFolders(parent: string, keep: ReadonlySet<string>): Promise<void> {
  const names = existsSync(parent) ? await readdir(parent) : [];
  for (const name of names.filter((each) => !keep.has(each))) {
    await rm(join(parent, name), { recursive: true, force: true });
  }
}

async function writeManifest(folder: string, content: IndexContent): Promise<void> {
  const files: Record<string, string> = {};
  for (const name of (await readdir(folder)).sort()) {
    files[name] = await digest(join(folder, name));
    await sync(join(folder, name));
  }
  const manifest: z.infer<typeof manifestShape> = {
    format: FORMAT,
    fingerprint: content.fingerprint,
    dimensions: content.vectors[0]?.length ?? 0,
    count: content.vectors.length,
    files,
  };
  await writeFile(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await sync(join(folder, "manifest.json"));
  await sync(folder);
}

async function matchesManifest(folder: string, content: IndexContent): Promise<boolean> {
  try {
    const text = await readFile(join(folder, "manifest.json"), "utf8");
    const manifest = manifestShape.parse(JSON.parse(text));
    const asWanted =
      manifest.fingerprint === content.fingerprint &&
      manifest.dimensions === content.vectors[0]?.length &&
      manifest.count === content.vectors.length;
    const names = Object.keys(manifest.files);
    const whole = ["args.json", "docstore.json", "hnswlib.index"].every((name) => names.includes(name));
    const same = await Promise.all(
      names.map(async (name) => (await digest(join(folder, basename(name)))) === manifest.files[name]),
    );
    return asWanted && whole && same.every(Boolean);
  } catch {
    return false;
  }
}

async function digest(file: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
}

/** Flushes a file or a folder's entries to the disk. Windows cannot open folders and needs no such flush. */
async function sync(path: string): Promise<void> {
  try {
    const handle = await open(path, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (process.platform !== "win32") {
      throw error;
    }
  }
}
