import type { ChatKey } from "../../../domain/conversation.ts";
import type { ChatLink, Officer } from "../../../domain/people.ts";
import type { PeopleStore } from "../../../ports/people.ts";
import type { Db } from "../database/database.ts";

const MAX_WRONG_CODES = 5;
const WRONG_CODES_FORGOTTEN_MS = 60 * 60_000;

type OfficerRow = Omit<Officer, "active"> & { readonly active: number };
interface InvitationRow {
  readonly officer: string;
  readonly expires_at: number;
  readonly used_at: number | null;
}

export function openPeople(db: Db): PeopleStore {
  const byChat = db.prepare<[string, string], OfficerRow>(
    `SELECT officer.* FROM chat_link JOIN officer ON officer.id = chat_link.officer
     WHERE chat_link.channel = ? AND chat_link.chat = ? AND chat_link.active = 1 AND officer.active = 1`,
  );
  const byId = db.prepare<[string], OfficerRow>("SELECT * FROM officer WHERE id = ?");
  const all = db.prepare<[], OfficerRow>("SELECT * FROM officer ORDER BY locality, unit, name, id");
  const linksOf = db.prepare<[string], { officer: string; channel: string; chat: string; active: number }>(
    "SELECT officer, channel, chat, active FROM chat_link WHERE officer = ? ORDER BY linked_at, channel, chat",
  );
  const saveOfficer = db.prepare(
    `INSERT INTO officer (id, name, role, locality, unit, active) VALUES (@id, @name, @role, @locality, @unit, @active)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, locality = excluded.locality,
       unit = excluded.unit, active = excluded.active`,
  );
  const invite = db.prepare("INSERT INTO invitation (code_hash, officer, expires_at) VALUES (?, ?, ?)");
  const invitation = db.prepare<[string], InvitationRow>("SELECT * FROM invitation WHERE code_hash = ?");
  const wrongCodes = db.prepare<[string, string, number], { tries: number }>(
    "SELECT tries FROM wrong_code WHERE channel = ? AND chat = ? AND last_at > ?",
  );
  const setWrongCodes = db.prepare(
    `INSERT INTO wrong_code (channel, chat, tries, last_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (channel, chat) DO UPDATE SET tries = excluded.tries, last_at = excluded.last_at`,
  );
  const link = db.prepare(
    `INSERT INTO chat_link (channel, chat, officer, active, linked_at) VALUES (?, ?, ?, 1, ?)
     ON CONFLICT (channel, chat) DO UPDATE SET officer = excluded.officer, active = 1, linked_at = excluded.linked_at`,
  );

  const redeem = db.transaction((codeHash: string, key: ChatKey, now: number) => {
    const tries = wrongCodes.get(key.channel, key.chat, now - WRONG_CODES_FORGOTTEN_MS)?.tries ?? 0;
    if (tries >= MAX_WRONG_CODES) {
      return "too_many_tries" as const;
    }
    const found = invitation.get(codeHash);
    const officer = found === undefined || found.used_at !== null ? undefined : byId.get(found.officer);
    if (found === undefined || officer === undefined || officer.active !== 1) {
      setWrongCodes.run(key.channel, key.chat, tries + 1, now);
      return "unknown" as const;
    }
    if (found.expires_at <= now) {
      return "expired" as const;
    }
    db.prepare("UPDATE invitation SET used_at = ? WHERE code_hash = ?").run(now, codeHash);
    db.prepare("DELETE FROM wrong_code WHERE channel = ? AND chat = ?").run(key.channel, key.chat);
    link.run(key.channel, key.chat, officer.id, now);
    return officerOf(officer);
  });

  return {
    async officerOf(key) {
      const row = byChat.get(key.channel, key.chat);
      return row === undefined ? null : officerOf(row);
    },
    officers: async () => all.all().map(officerOf),
    links: async (officer) =>
      linksOf.all(officer).map((row) => ({
        officer: row.officer,
        key: { channel: row.channel as ChatLink["key"]["channel"], chat: row.chat },
        active: row.active === 1,
      })),
    async save(officer) {
      saveOfficer.run({ ...officer, active: officer.active ? 1 : 0 });
    },
    async invite(officer, codeHash, expiresAt) {
      invite.run(codeHash, officer, expiresAt);
    },
    redeem: async (codeHash, key, now) => redeem.immediate(codeHash, key, now),
    async unlink(key) {
      db.prepare("UPDATE chat_link SET active = 0 WHERE channel = ? AND chat = ?").run(key.channel, key.chat);
    },
    async audit(at, actor, action, subject) {
      db.prepare("INSERT INTO audit (at, actor, action, subject) VALUES (?, ?, ?, ?)").run(
        at,
        actor,
        action,
        subject,
      );
    },
  };
}

function officerOf(row: OfficerRow): Officer {
  return { ...row, active: row.active === 1 };
}
