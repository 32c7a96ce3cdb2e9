import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { passageHash, passagesOf } from "../../../domain/knowledge.ts";
import type { Log } from "../../../ports/clock.ts";
import type { KnowledgeStorage, LiveEdition, PublishRequest, VectorIndex } from "../../../ports/knowledge.ts";
import { StorageError } from "../../../ports/storage.ts";
import { type Db, explainedFault } from "../database/database.ts";
import { type Lock, takeLock } from "../database/lock.ts";
import { type EditionRow, openEditionRows } from "./edition-rows.ts";
import { exactIndex } from "./exact.ts";
import { type IndexContent, openIndexFolder, sweepIndexFolders, writeIndexFolder } from "./index-folder.ts";

const LOOK_EVERY_MS = 100;
const PUBLISH_WAIT_MS = 20_000;

/** Editions of the knowledge: texts and vectors in the database, each edition's HNSW index in a folder of its own. */
export async function openKnowledgeStore(dir: string, db: Db, log: Log): Promise<KnowledgeStorage> {
  const rows = openEditionRows(db);
  const folders = join(dir, "editions");
  const folderOf = (id: string) => join(folders, id);
  const lockFile = join(dir, "publish.lock");
  let opened: { readonly id: string; readonly live: Promise<LiveEdition> } | null = null;
  let saidNoAddon = false;

  const sweep = () => sweepIndexFolders(folders, new Set(rows.summaries().map((edition) => edition.id)));

  const exactFor = (content: IndexContent, reason: "no_addon" | "damaged" | "not_verified"): VectorIndex => {
    if (reason !== "no_addon" || !saidNoAddon) {
      log({ kind: "vector_search", mode: "exact", reason });
    }
    saidNoAddon ||= reason === "no_addon";
    return exactIndex(content.vectors);
  };

  /** The edition's own folder when it is whole, else rebuilt from the kept vectors, else an exact scan. */
  async function openIndex(id: string, content: IndexContent): Promise<VectorIndex> {
    const found = await openIndexFolder(folderOf(id), content);
    if (typeof found !== "string") {
      return found;
    }
    const lock = found === "no_addon" ? null : takeLock(lockFile);
    if (lock === null) {
      return exactFor(content, found);
    }
    try {
      const rebuilt = await writeIndexFolder(folderOf(id), content, () => {});
      if (typeof rebuilt === "string") {
        return exactFor(content, rebuilt);
      }
      log({ kind: "vector_search", mode: "rebuilt", reason: found });
      return rebuilt;
    } catch {
      return exactFor(content, found);
    } finally {
      lock.release();
    }
  }

  async function load(row: EditionRow): Promise<LiveEdition> {
    const edition = rows.edition(row);
    const content = row.fingerprint === null ? null : keptContent(row.fingerprint, edition);
    if (content === null || content.vectors.length === 0) {
      return { edition, vectors: null, embedder: null };
    }
    return { edition, vectors: await openIndex(row.id, content), embedder: content.fingerprint };
  }

  function keptContent(fingerprint: string, edition: LiveEdition["edition"]): IndexContent | null {
    const passages = passagesOf(edition);
    const hashes = passages.map(passageHash);
    const kept = rows.vectors(fingerprint, hashes);
    const vectors = hashes.flatMap((hash) => kept.get(hash) ?? []);
    return vectors.length === passages.length ? { fingerprint, passages, vectors } : null;
  }

  /** The wanted edition, or when it is damaged the newest one that is whole. */
  async function loadWhole(id: string): Promise<LiveEdition> {
    const others = rows.summaries().filter((edition) => edition.id !== id);
    let fault: unknown = null;
    for (const candidate of [id, ...others.map((edition) => edition.id)]) {
      const row = rows.row(candidate);
      try {
        if (row !== null) {
          return await load(row);
        }
      } catch (error) {
        fault ??= error;
        log({ kind: "unexpected", where: "storage.edition", error: "DamagedEdition", code: candidate });
      }
    }
    throw fault instanceof Error
      ? fault
      : new StorageError(`Edition ${id} is gone. Load the knowledge again.`);
  }

  /** One publication at a time over all processes; a second one waits for the first. */
  async function takePublishLock(): Promise<Lock> {
    for (let waited = 0; ; waited += LOOK_EVERY_MS) {
      const lock = takeLock(lockFile);
      if (lock !== null) {
        return lock;
      }
      if (waited >= PUBLISH_WAIT_MS) {
        throw new StorageError(
          `Another load has been writing into ${dir} for a while. Wait until it is done, then try again.`,
        );
      }
      await delay(LOOK_EVERY_MS);
    }
  }

  async function indexOf(request: PublishRequest): Promise<VectorIndex | null> {
    const passages = passagesOf(request.edition);
    if (request.vectors === null || request.embedder === null || passages.length === 0) {
      return null;
    }
    const { fingerprint, dimensions } = request.embedder;
    const vectors = request.vectors;
    if (vectors.length !== passages.length || vectors.some((vector) => vector.length !== dimensions)) {
      throw new StorageError(
        `The embedder gave ${vectors.length} vectors for ${passages.length} passages, or not all of ${dimensions} numbers. ` +
          "Check the embedding model's settings.",
      );
    }
    const content = { fingerprint, passages, vectors };
    const index = await writeIndexFolder(folderOf(request.edition.id), content, request.onStep ?? (() => {}));
    return typeof index === "string" ? exactFor(content, index) : index;
  }

  async function publish(request: PublishRequest): Promise<LiveEdition> {
    const lock = await takePublishLock();
    try {
      rows.keepTexts(request);
      request.onStep?.("texts_kept");
      const vectors = await indexOf(request);
      rows.makeLive(request);
      request.onStep?.("pointer_moved");
      const embedder = vectors === null ? null : (request.embedder?.fingerprint ?? null);
      const live: LiveEdition = { edition: request.edition, vectors, embedder };
      opened = { id: request.edition.id, live: Promise.resolve(live) };
      await sweep();
      return live;
    } catch (error) {
      throw explainedFault(error, db.name);
    } finally {
      lock.release();
    }
  }

  async function current(): Promise<LiveEdition | null> {
    const id = rows.liveId();
    if (id === null) {
      return null;
    }
    if (opened?.id !== id) {
      const live = loadWhole(id);
      opened = { id, live };
      live.catch(() => {
        opened = null;
      });
    }
    return opened.live;
  }

  const lock = takeLock(lockFile);
  if (lock !== null) {
    await sweep().finally(() => lock.release());
  }

  return {
    current,
    publish,
    editions: async () => rows.summaries(),
    understood: async (key) => rows.understood(key),
    lastGood: async (doc) => rows.lastGood(doc),
    keptVectors: async (fingerprint, hashes) => rows.vectors(fingerprint, hashes),
    async activate(id) {
      const row = rows.row(id);
      if (row === null) {
        throw new StorageError(
          `There is no edition ${id}. The ones kept are: ${rows
            .summaries()
            .map((e) => e.id)
            .join(", ")}.`,
        );
      }
      const live = await load(row);
      rows.point(id);
      opened = { id, live: Promise.resolve(live) };
      return live;
    },
  };
}
