import type { ReminderStore } from "../../../ports/reminders.ts";
import type { Db } from "../database/database.ts";
import { openNotes } from "./notes.ts";
import { openOutbox } from "./outbox.ts";
import { openOwed } from "./owed.ts";

/** The reminder book over one database file; its tables come from `schema-reminders.ts`. */
export function openReminderStore(db: Db): ReminderStore {
  return { ...openOwed(db), ...openOutbox(db), ...openNotes(db) };
}
