// The console's own tables. Instants are UTC ms; tokens are kept as hashes only.

export const adminSchema = `
  CREATE TABLE admin_account (
    login TEXT PRIMARY KEY, officer TEXT NOT NULL UNIQUE REFERENCES officer(id), password TEXT NOT NULL,
    totp TEXT NOT NULL, totp_step INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
  CREATE TABLE admin_session (
    hash TEXT PRIMARY KEY, officer TEXT NOT NULL REFERENCES officer(id), csrf TEXT NOT NULL,
    created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, proved_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE admin_link (
    hash TEXT PRIMARY KEY, officer TEXT NOT NULL REFERENCES officer(id), expires_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE admin_try (who TEXT NOT NULL, at INTEGER NOT NULL);
  CREATE INDEX admin_try_who ON admin_try(who, at);

  CREATE TABLE curated (
    id INTEGER PRIMARY KEY AUTOINCREMENT, questions TEXT NOT NULL, locality TEXT, text TEXT NOT NULL,
    source TEXT NOT NULL, until TEXT NOT NULL, by_whom TEXT NOT NULL, at INTEGER NOT NULL);
  CREATE TABLE hand_over (
    code TEXT PRIMARY KEY, at INTEGER NOT NULL, channel TEXT NOT NULL, chat TEXT NOT NULL, locality TEXT,
    question TEXT NOT NULL, reply TEXT, by_whom TEXT, replied_at INTEGER, outcome TEXT) WITHOUT ROWID;
  CREATE INDEX hand_over_chat ON hand_over(channel, chat);
  CREATE TABLE switched_off (
    name TEXT PRIMARY KEY, reason TEXT NOT NULL, by_whom TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE upload (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, ending TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
    doc TEXT NOT NULL, locality TEXT NOT NULL, by_whom TEXT NOT NULL, at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting','published','discarded'))) WITHOUT ROWID;
`;
