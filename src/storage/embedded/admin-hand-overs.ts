import type { HandOver } from "../../domain/console.ts";
import type { ChannelName } from "../../domain/conversation.ts";
import type { HandOvers } from "../../ports.ts";
import type { Db } from "./database.ts";

export type RawHandOver = Omit<HandOver, "chat"> & { readonly channel: string; readonly chat: string };

export const HAND_OVER_COLUMNS = `code, at, channel, chat, locality, question, reply, by_whom AS "by", replied_at AS repliedAt, outcome`;

export function openHandOvers(db: Db): HandOvers {
  const find = db.prepare<[string], RawHandOver>(`SELECT ${HAND_OVER_COLUMNS} FROM hand_over WHERE code = ?`);
  const list = db.prepare<[number], RawHandOver>(
    `SELECT ${HAND_OVER_COLUMNS} FROM hand_over WHERE at >= ? ORDER BY at DESC`,
  );
  const add = db.prepare(
    `INSERT INTO hand_over (code, at, channel, chat, locality, question)
     VALUES (@code, @at, @channel, @chat, @locality, @question) ON CONFLICT (code) DO NOTHING`,
  );
  const end = db.prepare(
    `UPDATE hand_over SET reply = @reply, by_whom = @by, replied_at = @at, outcome = @outcome WHERE code = @code`,
  );
  const forget = db.prepare(
    "UPDATE hand_over SET question = '', reply = NULL, chat = '' WHERE at < ? AND question <> ''",
  );
  return {
    add: ({ chat, ...handed }) =>
      add.run({ ...handed, channel: chat.channel, chat: chat.chat }).changes === 1,
    find(code) {
      const row = find.get(code);
      return row === undefined ? null : handOver(row);
    },
    since: (at) => list.all(at).map(handOver),
    end: (code, ended) => void end.run({ code, ...ended }),
    forgetBefore: (at) => forget.run(at).changes,
  };
}

export function handOver({ channel, chat, ...row }: RawHandOver): HandOver {
  return { ...row, chat: { channel: channel as ChannelName, chat } };
}
