import { adminSchema } from "./schema-console.ts";
import { figureSchema, reminderSchema } from "./schema-reminders.ts";

/** One step of the schema's history. Steps are only ever added, never changed. */
interface Migration {
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  {
    name: "knowledge, inbox, chats, people, tasks, questions",
    sql: `
      CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE boot (id TEXT PRIMARY KEY, started_at INTEGER NOT NULL, ended_at INTEGER) WITHOUT ROWID;

      CREATE TABLE understanding (key TEXT PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID;
      -- "used" is the number of the last edition that held this text, for sweeping.
      CREATE TABLE passage_vector (
        fingerprint TEXT NOT NULL, hash TEXT NOT NULL, vector BLOB NOT NULL, used INTEGER NOT NULL,
        PRIMARY KEY (fingerprint, hash)) WITHOUT ROWID;
      CREATE TABLE edition (
        id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, created_at TEXT NOT NULL,
        data TEXT NOT NULL, passages INTEGER NOT NULL, fingerprint TEXT) WITHOUT ROWID;
      CREATE TABLE edition_document (
        edition TEXT NOT NULL REFERENCES edition(id) ON DELETE CASCADE ON UPDATE CASCADE,
        position INTEGER NOT NULL, doc TEXT NOT NULL, key TEXT NOT NULL REFERENCES understanding(key),
        PRIMARY KEY (edition, position), UNIQUE (edition, doc)) WITHOUT ROWID;
      CREATE INDEX edition_document_key ON edition_document(key);
      -- The one pointer: which edition serves.
      CREATE TABLE live (one INTEGER PRIMARY KEY CHECK (one = 1), edition TEXT NOT NULL REFERENCES edition(id));

      CREATE TABLE inbox (
        number INTEGER PRIMARY KEY AUTOINCREMENT, channel TEXT NOT NULL, key TEXT NOT NULL, chat TEXT NOT NULL,
        message TEXT NOT NULL, received_at INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('received','replying','answered','unclear','quarantined','dropped')),
        tries INTEGER NOT NULL DEFAULT 0, boot TEXT, UNIQUE (channel, key));
      CREATE INDEX inbox_open ON inbox(channel, chat, number) WHERE state IN ('received','replying');
      CREATE INDEX inbox_age ON inbox(received_at);
      CREATE INDEX inbox_chat ON inbox(channel, chat);

      CREATE TABLE chat (
        channel TEXT NOT NULL, chat TEXT NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (channel, chat)) WITHOUT ROWID;

      CREATE TABLE officer (
        id TEXT PRIMARY KEY, name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('officer','head','leader','admin')),
        locality TEXT NOT NULL, unit TEXT, active INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TABLE chat_link (
        channel TEXT NOT NULL, chat TEXT NOT NULL, officer TEXT NOT NULL REFERENCES officer(id),
        active INTEGER NOT NULL, linked_at INTEGER NOT NULL, PRIMARY KEY (channel, chat)) WITHOUT ROWID;
      CREATE INDEX chat_link_officer ON chat_link(officer);
      CREATE TABLE invitation (
        code_hash TEXT PRIMARY KEY, officer TEXT NOT NULL REFERENCES officer(id),
        expires_at INTEGER NOT NULL, used_at INTEGER) WITHOUT ROWID;
      CREATE TABLE wrong_code (
        channel TEXT NOT NULL, chat TEXT NOT NULL, tries INTEGER NOT NULL, last_at INTEGER NOT NULL,
        PRIMARY KEY (channel, chat)) WITHOUT ROWID;
      CREATE TABLE audit (
        number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, actor TEXT NOT NULL,
        action TEXT NOT NULL, subject TEXT NOT NULL);

      CREATE TABLE task_review (
        task TEXT NOT NULL, quote_hash TEXT NOT NULL,
        decision TEXT NOT NULL CHECK (decision IN ('approved','rejected')),
        correction TEXT, by_whom TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (task, quote_hash)) WITHOUT ROWID;
      CREATE TABLE task_progress (
        number INTEGER PRIMARY KEY AUTOINCREMENT, task TEXT NOT NULL, officer TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('doing','done','transferred','postponed')),
        note TEXT, own_date TEXT, evidence TEXT, at INTEGER NOT NULL);
      CREATE INDEX task_progress_task ON task_progress(task, officer, number);

      CREATE TABLE question (
        number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, channel TEXT NOT NULL, chat TEXT NOT NULL,
        locality TEXT, text TEXT NOT NULL, status TEXT NOT NULL, intent TEXT NOT NULL, edition TEXT NOT NULL,
        ms INTEGER NOT NULL, good INTEGER, reason TEXT);
      CREATE INDEX question_chat ON question(channel, chat);
      CREATE INDEX question_age ON question(at);
    `,
  },
  { name: "reminders", sql: reminderSchema },
  {
    name: "channels: messages sent in a month, Zalo OA tokens",
    sql: `
      CREATE TABLE monthly_count (
        channel TEXT NOT NULL, month TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (channel, month)) WITHOUT ROWID;
      CREATE TABLE oa_tokens (
        one INTEGER PRIMARY KEY CHECK (one = 1), access TEXT NOT NULL, refresh TEXT NOT NULL, issued_at INTEGER NOT NULL);
    `,
  },
  {
    name: "inbox: find the waiting messages without reading the answered ones",
    sql: "CREATE INDEX inbox_waiting ON inbox(number) WHERE state = 'received' AND boot IS NULL;",
  },
  { name: "figures", sql: figureSchema },
  { name: "console", sql: adminSchema },
  {
    name: "reviews: the words decided on",
    sql: "ALTER TABLE task_review ADD COLUMN quote TEXT;",
  },
  {
    name: "questions: what was understood and answered",
    sql: `
      ALTER TABLE question ADD COLUMN understood TEXT;
      ALTER TABLE question ADD COLUMN answer TEXT;
      ALTER TABLE question ADD COLUMN sources TEXT;
    `,
  },
  {
    name: "hand-overs: about which question, on whose initiative, for whom",
    sql: `
      ALTER TABLE hand_over ADD COLUMN about INTEGER;
      ALTER TABLE hand_over ADD COLUMN origin TEXT NOT NULL DEFAULT 'resident' CHECK (origin IN ('resident','office'));
      ALTER TABLE hand_over ADD COLUMN assignee TEXT;
      ALTER TABLE hand_over ADD COLUMN assigned_by TEXT;
      ALTER TABLE hand_over ADD COLUMN assigned_at INTEGER;
    `,
  },
  {
    name: "work: the period a word was said of, how far, what stands in the way, taken back",
    sql: `
      ALTER TABLE task_progress ADD COLUMN period TEXT;
      ALTER TABLE task_progress ADD COLUMN percent INTEGER CHECK (percent BETWEEN 0 AND 100);
      ALTER TABLE task_progress ADD COLUMN obstacle TEXT;
      ALTER TABLE task_progress ADD COLUMN taken_back_at INTEGER;
      ALTER TABLE figure ADD COLUMN taken_back_at INTEGER;
    `,
  },
  {
    name: "requests of officers: more time, another body, help",
    sql: `
      CREATE TABLE work_request (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('extension','handover','help')),
        task TEXT NOT NULL, period TEXT, by_whom TEXT NOT NULL, locality TEXT NOT NULL, until TEXT, to_unit TEXT,
        note TEXT NOT NULL, at INTEGER NOT NULL,
        decision TEXT CHECK (decision IN ('granted','returned')), decided_by TEXT, decided_at INTEGER);
      CREATE INDEX work_request_open ON work_request(locality) WHERE decision IS NULL;
    `,
  },
  {
    name: "reviews: the task decided on, to go by until its changed words are decided on",
    sql: "ALTER TABLE task_review ADD COLUMN snapshot TEXT;",
  },
];
