import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Clock, Log } from "../../ports/clock.ts";
import { type Storage, StorageError } from "../../ports/storage.ts";
import { openConsoleStore } from "./console/store.ts";
import { openCounter, openTokenVault } from "./conversations/channel-records.ts";
import { openChats } from "./conversations/chats.ts";
import { openInbox, recoverInbox } from "./conversations/inbox.ts";
import { openQuestionLog } from "./conversations/question-log.ts";
import {
  type Db,
  explainedFault,
  migrate,
  needsMigration,
  openDatabase,
  refuseNewer,
} from "./database/database.ts";
import { type Lock, takeLock } from "./database/lock.ts";
import { readPragma } from "./database/sqlite.ts";
import { openKnowledgeStore } from "./knowledge/editions.ts";
import { openFigureStore } from "./people/figures.ts";
import { openPeople } from "./people/people.ts";
import { openRequestStore } from "./people/requests.ts";
import { openTaskStore } from "./people/task-book.ts";
import { openReminderStore } from "./reminders/book.ts";

/** The service owns the folder while it runs; command lines read beside it and publish whole editions. */
export type StorageUse = "service" | "tool";

export async function openEmbeddedStorage(
  dir: string,
  use: StorageUse,
  clock: Clock,
  log: Log,
): Promise<Storage> {
  const db = openDatabase(dir);
  let lock: Lock | null = null;
  const letGo = () => {
    db.close();
    lock?.release();
  };
  try {
    refuseNewer(db);
    if (use === "service" || needsMigration(db)) {
      lock = takeLock(join(dir, "service.lock"), use === "service" ? 0 : 2000);
      if (lock === null) {
        throw new StorageError(inUse(dir, use));
      }
      migrate(db, clock.now());
    }
    const boot = randomUUID();
    if (use === "service") {
      begin(db, boot, clock.now());
    } else {
      lock?.release();
      lock = null;
    }
    const inbox = openInbox(db, boot);
    const knowledge = await openKnowledgeStore(dir, db, log);
    return {
      knowledge,
      inbox,
      chats: openChats(db),
      people: openPeople(db),
      tasks: openTaskStore(db),
      reminders: openReminderStore(db),
      figures: openFigureStore(db),
      requests: openRequestStore(db),
      questions: openQuestionLog(db),
      console: openConsoleStore(db),
      counter: (channel) => openCounter(db, channel),
      oaTokens: openTokenVault(db),
      restoredAt: async () => restoredAt(db),
      acceptRestore: async () => void db.prepare("DELETE FROM fact WHERE name = 'restored_at'").run(),
      changedElsewhere: openWatch(db),
      async close() {
        if (db.open) {
          inbox.flush();
          try {
            db.prepare("UPDATE boot SET ended_at = ? WHERE id = ?").run(clock.now(), boot);
          } finally {
            letGo();
          }
        }
      },
    };
  } catch (error) {
    letGo();
    throw explainedFault(error, db.name);
  }
}

function begin(db: Db, boot: string, at: number): void {
  const start = db.transaction(() => {
    db.prepare("INSERT INTO boot (id, started_at) VALUES (?, ?)").run(boot, at);
    recoverInbox(db, boot);
  });
  start.immediate();
}

/** SQLite's data_version changes with every commit of any other connection, and never with one's own. */
function openWatch(db: Db): () => Promise<boolean> {
  const version = () => readPragma(db, "data_version");
  let seen = version();
  return async () => {
    const before = seen;
    seen = version();
    return seen !== before;
  };
}

function restoredAt(db: Db): number | null {
  const row = db.prepare<[], { value: string }>("SELECT value FROM fact WHERE name = 'restored_at'").get();
  return row === undefined ? null : Number(row.value);
}

function inUse(dir: string, use: StorageUse): string {
  return use === "service"
    ? `The service already runs on the data folder ${dir}. Stop that one first, or choose another folder with DATA_DIR.`
    : `The data folder ${dir} is of an earlier version and its service is running. Restart the service first.`;
}
