import type { IncomingMessage } from "../../../domain/conversation.ts";
import type { Inbox } from "../../../ports/conversations.ts";
import { type Db, explainedFault, lightly } from "../database/database.ts";

const MAX_TRIES = 3;
/** Messages of one chat that may wait; of somebody who sends more at once the rest is kept as dropped. */
const MOST_OF_ONE_CHAT = 20;

interface Waiting {
  readonly message: IncomingMessage;
  readonly receivedAt: number;
  readonly settle: (outcome: "new" | "seen") => void;
  readonly refuse: (error: unknown) => void;
}

type Stored = Pick<
  IncomingMessage,
  "kind" | "text" | "quoted" | "sentAt" | "attachment" | "personal" | "locality"
>;

/**
 * A message is received → (claimed by this boot) → replying → answered, unclear, quarantined or dropped.
 * Arrivals of one turn of the event loop share one transaction, so that a burst costs one flush of the disk.
 */
export function openInbox(db: Db, boot: string): Inbox & { flush(): void } {
  let batch: Waiting[] = [];
  /** Counted once for each batch; the longer the queue, the more a count costs. */
  let counted: number | null = null;

  const insert = db.prepare(
    `INSERT INTO inbox (channel, key, chat, message, received_at, state)
     SELECT @channel, @key, @chat, @message, @receivedAt,
       CASE WHEN count(*) < ${MOST_OF_ONE_CHAT} THEN 'received' ELSE 'dropped' END
     FROM (SELECT 1 FROM inbox INDEXED BY inbox_open
       WHERE channel = @channel AND chat = @chat AND state IN ('received','replying') LIMIT ${MOST_OF_ONE_CHAT})
     WHERE true ON CONFLICT (channel, key) DO NOTHING`,
  );
  const insertAll = db.transaction((waiting: readonly Waiting[]) =>
    waiting.map(({ message, receivedAt }) => {
      const { kind, text, quoted, sentAt, attachment, personal, locality, from, key } = message;
      const stored: Stored = {
        kind,
        text,
        sentAt,
        ...(quoted === undefined ? {} : { quoted }),
        ...(attachment === undefined ? {} : { attachment }),
        ...(personal === undefined ? {} : { personal }),
        ...(locality === undefined ? {} : { locality }),
      };
      const { changes } = insert.run({
        channel: from.channel,
        key,
        chat: from.chat,
        message: JSON.stringify(stored),
        receivedAt,
      });
      return changes === 1 ? "new" : "seen";
    }),
  );

  function flush(): void {
    const waiting = batch;
    batch = [];
    counted = null;
    if (waiting.length === 0) {
      return;
    }
    try {
      const outcomes = insertAll.immediate(waiting);
      waiting.forEach((each, index) => {
        each.settle(outcomes[index] ?? "seen");
      });
    } catch (error) {
      const reason = explainedFault(error, db.name);
      for (const each of waiting) {
        each.refuse(reason);
      }
    }
  }

  const claim = db.prepare<[string], { channel: string; chat: string; key: string; message: string }>(
    `UPDATE inbox SET boot = ? WHERE number = (
       SELECT number FROM inbox AS candidate INDEXED BY inbox_waiting
       WHERE state = 'received' AND boot IS NULL AND NOT EXISTS (
         SELECT 1 FROM inbox AS earlier INDEXED BY inbox_open
         WHERE earlier.channel = candidate.channel AND earlier.chat = candidate.chat
           AND earlier.number < candidate.number AND earlier.state IN ('received','replying'))
       ORDER BY number LIMIT 1)
     RETURNING channel, chat, key, message`,
  );
  const setReplying = db.prepare<[string, string]>(
    "UPDATE inbox SET state = 'replying' WHERE channel = ? AND key = ?",
  );
  // A chat that was forgotten meanwhile is let go of with its last message.
  const end = db.prepare<[string, string, string]>(
    "UPDATE inbox SET state = ?, chat = CASE message WHEN '' THEN '' ELSE chat END WHERE channel = ? AND key = ?",
  );
  const countFailure = db.prepare<[number, string, string], { state: string }>(
    `UPDATE inbox SET tries = tries + 1, boot = NULL,
       state = CASE WHEN state = 'replying' OR tries + 1 >= ? THEN 'quarantined' ELSE state END
     WHERE channel = ? AND key = ? RETURNING state`,
  );
  const countWaiting = db.prepare<[], { n: number }>(
    "SELECT count(*) AS n FROM inbox INDEXED BY inbox_waiting WHERE state = 'received' AND boot IS NULL",
  );
  const lastHeard = db.prepare<[string, string], { at: number | null }>(
    "SELECT max(received_at) AS at FROM inbox WHERE channel = ? AND chat = ?",
  );
  const forget = db.prepare(
    `UPDATE inbox SET message = '', chat = '' WHERE received_at < ? AND message <> ''
       AND state NOT IN ('received','replying')`,
  );

  return {
    flush,
    store(message, receivedAt) {
      return new Promise((settle, refuse) => {
        if (batch.length === 0) {
          setImmediate(flush);
        }
        batch.push({ message, receivedAt, settle, refuse });
      });
    },
    async take() {
      const row = lightly(db, () => claim.get(boot));
      if (row === undefined) {
        return null;
      }
      counted = counted === null ? null : counted - 1;
      const from = { channel: row.channel as IncomingMessage["from"]["channel"], chat: row.chat };
      return { key: row.key, from, ...(JSON.parse(row.message) as Stored) };
    },
    async replying(channel, key) {
      setReplying.run(channel, key);
    },
    async finish(channel, key, state) {
      lightly(db, () => end.run(state, channel, key));
    },
    async fail(channel, key) {
      return countFailure.get(MAX_TRIES, channel, key)?.state === "received" ? "retry" : "quarantined";
    },
    async waiting() {
      counted ??= countWaiting.get()?.n ?? 0;
      return counted;
    },
    lastHeard: async ({ channel, chat }) => lastHeard.get(channel, chat)?.at ?? null,
    forgetBefore: async (receivedAt) => forget.run(receivedAt).changes,
  };
}

/** After a crash: replies that had begun may have arrived, so they are not sent again; the rest is taken up anew. */
export function recoverInbox(db: Db, boot: string): void {
  db.prepare("UPDATE inbox SET state = 'unclear' WHERE state = 'replying' AND boot IS NOT ?").run(boot);
  db.prepare(
    "UPDATE inbox SET boot = NULL WHERE state = 'received' AND boot IS NOT NULL AND boot IS NOT ?",
  ).run(boot);
}
