import type { ReminderBook } from "../../ports.ts";
import type { Db } from "./database.ts";
import { openNotes } from "./reminder-notes.ts";
import { openOutbox } from "./reminder-outbox.ts";
import { openOwed } from "./reminder-owed.ts";

/** The reminder book over one database file; its tables come from `schema-reminders.ts`. */
export function openReminderBook(db: Db): ReminderBook {
  return { ...openOwed(db), ...openOutbox(db), ...openNotes(db) };
}
