// Reminders, their deliveries and the channels' gates. Instants are UTC ms.

export const reminderSchema = `
  CREATE TABLE reminder (
    key TEXT PRIMARY KEY, kind TEXT NOT NULL, task TEXT, officer TEXT NOT NULL, rule TEXT NOT NULL, deadline TEXT,
    due_at INTEGER NOT NULL, useful_until INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN
      ('planned','delivering','confirmed','uncertain','failed','superseded','digested')),
    why TEXT, digest TEXT REFERENCES reminder(key), copies INTEGER NOT NULL DEFAULT 0 CHECK (copies IN (0, 1)),
    facts TEXT, acknowledged_at INTEGER, updated_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX reminder_due ON reminder(due_at) WHERE state = 'planned';
  CREATE INDEX reminder_state ON reminder(state, due_at);
  CREATE INDEX reminder_officer ON reminder(officer, due_at);
  CREATE INDEX reminder_digest ON reminder(digest) WHERE digest IS NOT NULL;

  CREATE TABLE delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, reminder TEXT NOT NULL REFERENCES reminder(key), officer TEXT NOT NULL,
    channel TEXT NOT NULL, chat TEXT NOT NULL, copy INTEGER NOT NULL CHECK (copy IN (0, 1)), body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN
      ('ready','claimed','sending','sent','retry_wait','uncertain','failed','superseded')),
    not_before INTEGER NOT NULL, expires_at INTEGER NOT NULL,
    life TEXT, fence INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0,
    opened_at INTEGER, message_id TEXT, why TEXT,
    UNIQUE (reminder, channel, copy));
  -- Two open deliveries of one reminder cannot exist.
  CREATE UNIQUE INDEX delivery_one_open ON delivery(reminder)
    WHERE state IN ('ready','claimed','sending','retry_wait');
  CREATE INDEX delivery_waiting ON delivery(not_before, id) WHERE state IN ('ready','retry_wait');
  CREATE INDEX delivery_in_hand ON delivery(channel, chat) WHERE state IN ('claimed','sending');
  CREATE INDEX delivery_handed ON delivery(officer, opened_at) WHERE opened_at IS NOT NULL;

  -- Append-only: one row for each time a message may have left.
  CREATE TABLE delivery_attempt (
    id INTEGER PRIMARY KEY AUTOINCREMENT, delivery INTEGER NOT NULL REFERENCES delivery(id), fence INTEGER NOT NULL,
    life TEXT NOT NULL, opened_at INTEGER NOT NULL, closed_at INTEGER, outcome TEXT, why TEXT);
  CREATE INDEX delivery_attempt_of ON delivery_attempt(delivery, fence);

  CREATE TABLE channel_gate (
    channel TEXT PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('open','gated','exhausted','down')),
    until INTEGER NOT NULL, why TEXT, strikes INTEGER NOT NULL, month TEXT NOT NULL,
    month_count INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE reminder_life (
    id TEXT PRIMARY KEY, started_at INTEGER NOT NULL, last_seen INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE reminder_note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE reminder_preference (
    officer TEXT PRIMARY KEY, moments TEXT, at TEXT, channel TEXT) WITHOUT ROWID;
  CREATE TABLE past_decision (
    task TEXT NOT NULL, deadline TEXT NOT NULL, choice TEXT NOT NULL CHECK (choice IN ('remind','leave')),
    by_whom TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (task, deadline)) WITHOUT ROWID;
`;

export const figureSchema = `
  CREATE TABLE figure (
    number INTEGER PRIMARY KEY AUTOINCREMENT, locality TEXT NOT NULL, target TEXT NOT NULL, period TEXT NOT NULL,
    place TEXT NOT NULL, done REAL NOT NULL, out_of REAL, by_whom TEXT NOT NULL, at INTEGER NOT NULL);
  CREATE INDEX figure_period ON figure(locality, period, target);
`;
