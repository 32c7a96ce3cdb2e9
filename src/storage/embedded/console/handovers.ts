import type { HandOver } from "../../../domain/console.ts";
import type { ChannelName } from "../../../domain/conversation.ts";
import type { HandedQuestion, HandoverStore } from "../../../ports/console-storage.ts";
import type { Db } from "../database/database.ts";

export type RawHandOver = Omit<HandOver, "chat"> & { readonly channel: string; readonly chat: string };

export const HAND_OVER_COLUMNS = `code, at, channel, chat, locality, question, about, origin, assignee,
  assigned_by AS assignedBy, assigned_at AS assignedAt, reply, by_whom AS "by", replied_at AS repliedAt, outcome`;

/** Not answered, or answered in words that provably did not leave. */
const OPEN = "(outcome IS NULL OR outcome = 'unsent')";

export function openHandoverStore(db: Db): HandoverStore {
  const find = db.prepare<[string], RawHandOver>(`SELECT ${HAND_OVER_COLUMNS} FROM hand_over WHERE code = ?`);
  const list = db.prepare<[number], RawHandOver>(
    `SELECT ${HAND_OVER_COLUMNS} FROM hand_over WHERE at >= ? ORDER BY at DESC`,
  );
  const add = db.prepare(
    `INSERT INTO hand_over (code, at, channel, chat, locality, question, about, origin)
     VALUES (@code, @at, @channel, @chat, @locality, @question, @about, @origin) ON CONFLICT (code) DO NOTHING`,
  );
  const begin = db.prepare(
    `UPDATE hand_over SET reply = @reply, by_whom = @by, replied_at = @at, outcome = 'unclear'
     WHERE code = @code AND chat <> '' AND ${OPEN}`,
  );
  const end = db.prepare(
    `UPDATE hand_over SET reply = @reply, by_whom = @by, replied_at = @at, outcome = @outcome WHERE code = @code`,
  );
  const assign = db.prepare(
    `UPDATE hand_over SET assignee = @assignee, assigned_by = @by, assigned_at = @at WHERE code = @code AND ${OPEN}`,
  );
  const forget = db.prepare(
    "UPDATE hand_over SET question = '', reply = NULL, chat = '' WHERE at < ? AND question <> ''",
  );
  const close = db.prepare(
    `UPDATE hand_over SET reply = NULL, by_whom = @by, replied_at = @at, outcome = 'closed'
     WHERE code = @code AND ${OPEN}`,
  );
  // A resident may ask again what was answered in words that did not arrive.
  const askedBefore = db.prepare<unknown[], RawHandOver>(
    `SELECT ${HAND_OVER_COLUMNS} FROM hand_over WHERE at >= @since AND outcome IS NULL
       AND question = @question AND channel = @channel AND chat = @chat ORDER BY at DESC LIMIT 1`,
  );
  const takenBefore = db.prepare<unknown[], RawHandOver>(
    `SELECT ${HAND_OVER_COLUMNS} FROM hand_over WHERE at >= @since AND ${OPEN} AND question <> ''
       AND about = @about ORDER BY at DESC LIMIT 1`,
  );
  const open = db.transaction(
    ({ chat, about = null, origin = "resident", ...handed }: HandedQuestion, since: number) => {
      const row = { ...handed, about, origin, channel: chat.channel, chat: chat.chat, since };
      const before = (origin === "resident" ? askedBefore : takenBefore).get(row);
      if (before !== undefined) {
        return handOver(before);
      }
      const made = add.run(row).changes === 1 ? find.get(handed.code) : undefined;
      return made === undefined ? null : handOver(made);
    },
  );
  return {
    open: async (handed, since) => open.immediate(handed, since),
    async find(code) {
      const row = find.get(code);
      return row === undefined ? null : handOver(row);
    },
    since: async (at) => list.all(at).map(handOver),
    begin: async (code, begun) => begin.run({ code, ...begun }).changes === 1,
    assign: async (code, assigned) => assign.run({ code, ...assigned }).changes === 1,
    end: async (code, ended) => void end.run({ code, ...ended }),
    close: async (code, closed) => close.run({ code, ...closed }).changes === 1,
    forgetBefore: async (at) => forget.run(at).changes,
  };
}

export function handOver({ channel, chat, ...row }: RawHandOver): HandOver {
  return { ...row, chat: { channel: channel as ChannelName, chat } };
}
