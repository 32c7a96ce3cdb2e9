import type { Switch } from "../../../domain/console.ts";
import type { Switches } from "../../../ports/console-storage.ts";
import type { Db } from "../database/database.ts";

export function openSwitches(db: Db): Switches {
  const all = db.prepare<[], Switch>(
    `SELECT name, reason, by_whom AS "by", at FROM switched_off ORDER BY name`,
  );
  const set = db.prepare(
    `INSERT INTO switched_off (name, reason, by_whom, at) VALUES (@name, @reason, @by, @at)
     ON CONFLICT (name) DO UPDATE SET reason = excluded.reason, by_whom = excluded.by_whom, at = excluded.at`,
  );
  const clear = db.prepare("DELETE FROM switched_off WHERE name = ?");
  // Looked at with every message; the service alone changes them.
  let kept: readonly Switch[] | null = null;
  return {
    async all() {
      kept ??= all.all();
      return kept;
    },
    async off(turned) {
      kept = null;
      set.run(turned);
    },
    async on(name) {
      kept = null;
      clear.run(name);
    },
  };
}
