import type { Clock, Log } from "../ports/clock.ts";
import type { Storage } from "../ports/storage.ts";
import { openEmbeddedStorage, type StorageUse } from "./embedded/storage.ts";

/** `dir` holds everything that is kept. A second service on the same folder is refused; tools may work beside one. */
export interface StorageSettings {
  readonly dir: string;
  readonly use?: StorageUse;
}

/** Throws StorageError, with the way out, when the folder cannot be used safely. */
export function openStorage(settings: StorageSettings, clock: Clock, log: Log): Promise<Storage> {
  return openEmbeddedStorage(settings.dir, settings.use ?? "service", clock, log);
}
