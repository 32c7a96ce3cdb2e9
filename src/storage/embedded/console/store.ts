import type { ConsoleStore } from "../../../ports/console-storage.ts";
import type { Db } from "../database/database.ts";
import { openAccountStore } from "./accounts.ts";
import { openCuratedStore } from "./curated.ts";
import { openHandoverStore } from "./handovers.ts";
import { openAskedQuestions } from "./questions.ts";
import { openSwitches } from "./switches.ts";
import { openUploads } from "./uploads.ts";

export function openConsoleStore(db: Db): ConsoleStore {
  return {
    admins: openAccountStore(db),
    curated: openCuratedStore(db),
    handOvers: openHandoverStore(db),
    switches: openSwitches(db),
    uploads: openUploads(db),
    asked: openAskedQuestions(db),
  };
}
