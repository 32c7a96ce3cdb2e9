import type { ChannelName } from "../../../domain/conversation.ts";
import type { MonthlyCounter, OaTokens, TokenVault } from "../../../ports/channels.ts";
import type { Db } from "../database/database.ts";

export function openCounter(db: Db, channel: ChannelName): MonthlyCounter {
  const find = db.prepare<[string, string], { count: number }>(
    "SELECT count FROM monthly_count WHERE channel = ? AND month = ?",
  );
  const add = db.prepare(
    `INSERT INTO monthly_count (channel, month, count) VALUES (?, ?, ?)
     ON CONFLICT (channel, month) DO UPDATE SET count = count + excluded.count`,
  );
  return {
    read: async (month) => find.get(channel, month)?.count ?? 0,
    add: async (month, count) => void add.run(channel, month, count),
  };
}

/** The Zalo OA token pair. Each write is flushed to the disk before it settles, for an old refresh token is worthless. */
export function openTokenVault(db: Db): TokenVault {
  const find = db.prepare<[], OaTokens>("SELECT access, refresh, issued_at AS issuedAt FROM oa_tokens");
  const save = db.prepare(
    `INSERT INTO oa_tokens (one, access, refresh, issued_at) VALUES (1, @access, @refresh, @issuedAt)
     ON CONFLICT (one) DO UPDATE SET access = excluded.access, refresh = excluded.refresh, issued_at = excluded.issued_at`,
  );
  return {
    load: async () => find.get() ?? null,
    save: async (tokens) => void save.run(tokens),
  };
}
