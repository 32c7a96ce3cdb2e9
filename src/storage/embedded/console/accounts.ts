import type { AdminAccount, AdminSession, AuditRow } from "../../../domain/console.ts";
import type { AccountStore } from "../../../ports/console-storage.ts";
import type { Db } from "../database/database.ts";

const SESSION = `SELECT hash, officer, csrf, created_at AS createdAt, seen_at AS seenAt, proved_at AS provedAt
  FROM admin_session`;
const ACCOUNT = "SELECT login, officer, password, totp FROM admin_account";

export function openAccountStore(db: Db): AccountStore {
  const byLogin = db.prepare<[string], AdminAccount>(`${ACCOUNT} WHERE login = ?`);
  const byOfficer = db.prepare<[string], AdminAccount>(`${ACCOUNT} WHERE officer = ?`);
  const session = db.prepare<[string], AdminSession>(`${SESSION} WHERE hash = ?`);
  const tries = db.prepare<[string, number], { n: number }>(
    "SELECT count(*) AS n FROM admin_try WHERE who = ? AND at > ?",
  );
  const trail = db.prepare<[number, number], AuditRow>(
    "SELECT at, actor, action, subject FROM audit ORDER BY number DESC LIMIT ? OFFSET ?",
  );
  const sweep = (before: number): void => {
    db.prepare("DELETE FROM admin_session WHERE seen_at < ?").run(before);
    db.prepare("DELETE FROM admin_link WHERE expires_at < ?").run(before);
    db.prepare("DELETE FROM admin_try WHERE at < ?").run(before);
  };
  return {
    account: async (login) => byLogin.get(login) ?? null,
    accountOf: async (officer) => byOfficer.get(officer) ?? null,
    async saveAccount(account) {
      const save = db.transaction(() => {
        db.prepare("DELETE FROM admin_account WHERE officer = @officer").run(account);
        db.prepare(
          "INSERT INTO admin_account (login, officer, password, totp) VALUES (@login, @officer, @password, @totp)",
        ).run(account);
      });
      save.immediate();
    },
    async setPassword(login, password) {
      const set = db.transaction(() => {
        db.prepare("UPDATE admin_account SET password = ? WHERE login = ?").run(password, login);
        db.prepare(
          "DELETE FROM admin_session WHERE officer = (SELECT officer FROM admin_account WHERE login = ?)",
        ).run(login);
      });
      set.immediate();
    },
    useTotpStep: async (login, step) =>
      db
        .prepare("UPDATE admin_account SET totp_step = ? WHERE login = ? AND totp_step < ?")
        .run(step, login, step).changes === 1,
    async takeTry(who, at, { since, most }) {
      const take = db.transaction(() => {
        if ((tries.get(who, since)?.n ?? 0) >= most) {
          return false;
        }
        db.prepare("INSERT INTO admin_try (who, at) VALUES (?, ?)").run(who, at);
        return true;
      });
      return take.immediate();
    },
    forgetTries: async (who) => void db.prepare("DELETE FROM admin_try WHERE who = ?").run(who),
    addLink: async (hash, officer, expiresAt) =>
      void db
        .prepare("INSERT INTO admin_link (hash, officer, expires_at) VALUES (?, ?, ?)")
        .run(hash, officer, expiresAt),
    async useLink(hash, now) {
      const used = db
        .prepare<[string], { officer: string; expiresAt: number }>(
          "DELETE FROM admin_link WHERE hash = ? RETURNING officer, expires_at AS expiresAt",
        )
        .get(hash);
      return used === undefined || used.expiresAt <= now ? null : used.officer;
    },
    async openSession(opened, { of, sweepBefore }) {
      const open = db.transaction(() => {
        sweep(sweepBefore);
        db.prepare("DELETE FROM admin_session WHERE hash = ?").run(of);
        db.prepare(
          `INSERT INTO admin_session (hash, officer, csrf, created_at, seen_at, proved_at)
           VALUES (@hash, @officer, @csrf, @createdAt, @seenAt, @provedAt)`,
        ).run(opened);
      });
      open.immediate();
    },
    session: async (hash) => session.get(hash) ?? null,
    touch: async (hash, at) =>
      void db.prepare("UPDATE admin_session SET seen_at = ? WHERE hash = ?").run(at, hash),
    prove: async (hash, at) =>
      void db.prepare("UPDATE admin_session SET proved_at = ? WHERE hash = ?").run(at, hash),
    closeSession: async (hash) => void db.prepare("DELETE FROM admin_session WHERE hash = ?").run(hash),
    closeSessionsOf: async (officer) =>
      void db.prepare("DELETE FROM admin_session WHERE officer = ?").run(officer),
    audit: async (limit, skip) => trail.all(limit, skip),
  };
}
