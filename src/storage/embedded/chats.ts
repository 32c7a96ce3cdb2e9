import type { ChatState, Chats } from "../../ports.ts";
import type { Db } from "./database.ts";

export function openChats(db: Db): Chats {
  const find = db.prepare<[string, string], { state: string }>(
    "SELECT state FROM chat WHERE channel = ? AND chat = ?",
  );
  const save = db.prepare(
    `INSERT INTO chat (channel, chat, state, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (channel, chat) DO UPDATE SET state = excluded.state, at = excluded.at`,
  );

  // A message in work keeps its row, emptied, so that it can be finished; what was sent after it keeps waiting.
  const removals = [
    "DELETE FROM chat WHERE channel = @channel AND chat = @chat",
    "DELETE FROM chat_link WHERE channel = @channel AND chat = @chat",
    "DELETE FROM wrong_code WHERE channel = @channel AND chat = @chat",
    "DELETE FROM hand_over WHERE channel = @channel AND chat = @chat",
    "DELETE FROM question WHERE channel = @channel AND chat = @chat",
    `DELETE FROM inbox WHERE channel = @channel AND chat = @chat AND NOT (
       state = 'replying' OR (state = 'received' AND boot IS NOT NULL)
       OR (state = 'received' AND EXISTS (
         SELECT 1 FROM inbox AS working WHERE working.channel = @channel AND working.chat = @chat
           AND (working.state = 'replying' OR (working.state = 'received' AND working.boot IS NOT NULL))
           AND working.number < inbox.number)))`,
    `UPDATE inbox SET message = '' WHERE channel = @channel AND chat = @chat
       AND (state = 'replying' OR (state = 'received' AND boot IS NOT NULL))`,
  ].map((sql) => db.prepare(sql));
  const forget = db.transaction((channel: string, chat: string) =>
    removals.reduce((sum, removal) => sum + removal.run({ channel, chat }).changes, 0),
  );

  return {
    load(key) {
      const row = find.get(key.channel, key.chat);
      return row === undefined ? null : (JSON.parse(row.state) as ChatState);
    },
    save(key, state, at) {
      save.run(key.channel, key.chat, JSON.stringify(state), at);
    },
    forget(key) {
      const removed = forget.immediate(key.channel, key.chat);
      // secure_delete has emptied the pages; this empties the log of earlier states of those pages.
      db.pragma("wal_checkpoint(TRUNCATE)");
      return removed;
    },
  };
}
