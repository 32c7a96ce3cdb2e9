import type { AskedQuestion, Trace } from "../../../domain/console.ts";
import type { AskedQuestions } from "../../../ports/console-storage.ts";
import type { Db } from "../database/database.ts";
import { HAND_OVER_COLUMNS, handOver, type RawHandOver } from "./handovers.ts";

type Row = Omit<AskedQuestion, "good"> & { readonly good: number | null };

interface TracedRow extends Row {
  readonly understood: string | null;
  readonly answer: string | null;
  readonly sources: string | null;
}

const MOST = 20_000; // rows of one look; a commune asks some hundreds a day
const MOST_AROUND = 50;
const COLUMNS = "number AS id, at, channel, locality, text, status, intent, ms, good, reason";

export function openAskedQuestions(db: Db): AskedQuestions {
  const since = db.prepare<[number, number], Row>(
    `SELECT ${COLUMNS} FROM question WHERE at >= ? ORDER BY at DESC, number DESC LIMIT ?`,
  );
  const find = db.prepare<[number], TracedRow & { readonly chat: string }>(
    `SELECT ${COLUMNS}, understood, answer, sources, chat FROM question WHERE number = ?`,
  );
  // A forgotten question has no chat, and stands alone.
  const around = db.prepare<unknown[], TracedRow>(
    `SELECT ${COLUMNS}, understood, answer, sources FROM question
     WHERE number = @id OR (channel = @channel AND chat = @chat AND @chat <> '' AND at BETWEEN @from AND @to)
     ORDER BY number = @id DESC, abs(at - @at) LIMIT ${MOST_AROUND}`,
  );
  const handed = db.prepare<unknown[], RawHandOver>(
    `SELECT ${HAND_OVER_COLUMNS} FROM hand_over
     WHERE channel = @channel AND chat = @chat AND @chat <> '' AND (about = @id OR at BETWEEN @from AND @to)
     ORDER BY at`,
  );

  return {
    since: async (at) => since.all(at, MOST).map(asked),
    async find(id) {
      const row = find.get(id);
      return row === undefined ? null : asked(row);
    },
    async chatOf(id) {
      const row = find.get(id);
      return row === undefined || row.chat === "" ? null : { channel: row.channel, chat: row.chat };
    },
    async exchange(id, spanMs) {
      const row = find.get(id);
      if (row === undefined) {
        return null;
      }
      const { at, channel, chat } = row;
      const near = { id, at, channel, chat, from: at - spanMs, to: at + spanMs };
      return {
        questions: around
          .all(near)
          .map((one) => ({ ...asked(one), trace: traceOf(one) }))
          .sort((a, b) => a.at - b.at || a.id - b.id),
        handOvers: handed.all(near).map(handOver),
      };
    },
  };
}

function asked({ id, at, channel, locality, text, status, intent, ms, good, reason }: Row): AskedQuestion {
  return {
    ...{ id, at, channel, locality, text, status, intent, ms, reason },
    good: good === null ? null : good === 1,
  };
}

function traceOf({ understood, answer, sources }: TracedRow): Trace | null {
  return answer === null
    ? null
    : { understood: understood ?? "", answer, sources: JSON.parse(sources ?? "[]") as readonly string[] };
}
