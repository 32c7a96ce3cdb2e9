import type { ConsoleStore } from "../../../ports/console-storage.ts";
import type { Db } from "../database/database.ts";
import { openAdminBook } from "./accounts.ts";
import { openCuratedBook } from "./curated.ts";
import { openHandOvers } from "./handovers.ts";
import { openAskedQuestions } from "./questions.ts";
import { openSwitches } from "./switches.ts";
import { openUploads } from "./uploads.ts";

export function openConsoleStore(db: Db): ConsoleStore {
  return {
    admins: openAdminBook(db),
    curated: openCuratedBook(db),
    handOvers: openHandOvers(db),
    switches: openSwitches(db),
    uploads: openUploads(db),
    asked: openAskedQuestions(db),
  };
}
