import type { ChatState, Chats } from "../../../ports/conversations.ts";
import { type Db, emptyLog, lightly } from "../database/database.ts";

/** Reminders for a chat keep what became of them, without the chat and the words; what has not left goes back. */
const DELIVERIES_OF_CHAT = [
  `UPDATE reminder SET state = CASE copies WHEN 0 THEN 'planned' ELSE 'uncertain' END, copies = 0,
     why = 'chat_forgotten'
   WHERE state = 'delivering' AND key IN (SELECT reminder FROM delivery
     WHERE channel = @channel AND chat = @chat AND state IN ('ready','claimed','retry_wait'))`,
  `UPDATE delivery SET state = 'superseded', why = 'chat_forgotten'
   WHERE channel = @channel AND chat = @chat AND state IN ('ready','claimed','retry_wait')`,
  "UPDATE delivery SET chat = '', body = '', message_id = NULL WHERE channel = @channel AND chat = @chat",
  `DELETE FROM reminder_note WHERE name LIKE 'board %'
     AND json_extract(value, '$.channel') = @channel AND json_extract(value, '$.chat') = @chat`,
];

const TALK_GONE = `json_remove(
  json_set(state, '$.topic', NULL, '$.more', NULL, '$.walk', NULL, '$.menu', json('[]')), '$.said')`;

export function openChats(db: Db): Chats {
  const find = db.prepare<[string, string], { state: string }>(
    "SELECT state FROM chat WHERE channel = ? AND chat = ?",
  );
  const save = db.prepare(
    `INSERT INTO chat (channel, chat, state, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (channel, chat) DO UPDATE SET state = excluded.state, at = excluded.at`,
  );

  // A message in work keeps its row, emptied, so that it can be finished; what was sent after it keeps waiting. It
  // counts as being replied to, for an emptied message must not be taken up again after a crash.
  const removals = [
    ...DELIVERIES_OF_CHAT,
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
    `UPDATE inbox SET message = '', state = 'replying' WHERE channel = @channel AND chat = @chat
       AND (state = 'replying' OR (state = 'received' AND boot IS NOT NULL))`,
  ].map((sql) => db.prepare(sql));
  const forget = db.transaction((channel: string, chat: string) =>
    removals.reduce((sum, removal) => sum + removal.run({ channel, chat }).changes, 0),
  );

  const lapses = [
    "DELETE FROM wrong_code WHERE last_at < @at",
    `DELETE FROM chat WHERE at < @at AND NOT EXISTS (
       SELECT 1 FROM chat_link AS link WHERE link.channel = chat.channel AND link.chat = chat.chat AND active = 1)`,
    // What an officer talked about goes as well; the place and the pace they chose stay.
    `UPDATE chat SET state = ${TALK_GONE} WHERE at < @at AND state <> ${TALK_GONE}`,
  ].map((sql) => db.prepare(sql));
  const lapse = db.transaction((at: number) =>
    lapses.reduce((sum, removal) => sum + removal.run({ at }).changes, 0),
  );

  return {
    async load(key) {
      const row = find.get(key.channel, key.chat);
      return row === undefined ? null : (JSON.parse(row.state) as ChatState);
    },
    async save(key, state, at) {
      lightly(db, () => save.run(key.channel, key.chat, JSON.stringify(state), at));
    },
    async forget(key) {
      const removed = forget.immediate(key.channel, key.chat);
      emptyLog(db);
      return removed;
    },
    async forgetBefore(at) {
      const removed = lapse.immediate(at);
      emptyLog(db);
      return removed;
    },
  };
}
