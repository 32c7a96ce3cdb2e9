import type { ConsoleStore } from "../../ports.ts";
import { openAdminBook } from "./admin-book.ts";
import { openHandOvers } from "./admin-hand-overs.ts";
import { openAskedQuestions } from "./admin-questions.ts";
import { openCuratedBook } from "./curated.ts";
import type { Db } from "./database.ts";
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
