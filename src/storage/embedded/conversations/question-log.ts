import type { QuestionLog } from "../../../ports/conversations.ts";
import { type Db, lightly } from "../database/database.ts";

export function openQuestionLog(db: Db): QuestionLog {
  const record = db.prepare(
    `INSERT INTO question (at, channel, chat, locality, text, status, intent, edition, ms, understood, answer, sources)
     VALUES (@at, @channel, @chat, @locality, @text, @status, @intent, @edition, @ms, @understood, @answer, @sources)`,
  );
  const rate = db.prepare(
    "UPDATE question SET good = ?, reason = ? WHERE number = ? AND channel = ? AND chat = ?",
  );
  const forget = db.prepare(
    `UPDATE question SET text = '', chat = '', reason = NULL, understood = NULL, answer = NULL, sources = NULL
     WHERE at < ? AND (text <> '' OR chat <> '' OR reason IS NOT NULL OR answer IS NOT NULL)`,
  );
  return {
    async record({ chat, ms, trace, ...entry }) {
      const row = {
        ...entry,
        channel: chat.channel,
        chat: chat.chat,
        ms: Math.round(ms),
        understood: trace?.understood ?? null,
        answer: trace?.answer ?? null,
        sources: trace === undefined ? null : JSON.stringify(trace.sources),
      };
      return Number(lightly(db, () => record.run(row)).lastInsertRowid);
    },
    rate: async (id, { channel, chat }, good, reason) =>
      rate.run(good ? 1 : 0, reason, id, channel, chat).changes === 1,
    forgetBefore: async (at) => forget.run(at).changes,
  };
}
