import type { FigureEntry } from "../../../domain/figure.ts";
import type { FigureStore } from "../../../ports/people.ts";
import type { Db } from "../database/database.ts";

export function openFigureStore(db: Db): FigureStore {
  const enter = db.prepare(
    `INSERT INTO figure (locality, target, period, place, done, out_of, by_whom, at)
     VALUES (@locality, @target, @period, @place, @done, @of, @by, @at)`,
  );
  const entries = db.prepare<[string, string], FigureEntry>(
    `SELECT locality, target, period, place, done, out_of AS "of", by_whom AS "by", at FROM figure
     WHERE locality = ? AND period = ? AND taken_back_at IS NULL ORDER BY number`,
  );
  const places = db.prepare<[string], { place: string }>(
    `SELECT place FROM figure WHERE locality = ? AND taken_back_at IS NULL
     GROUP BY place ORDER BY min(number)`,
  );
  const takeBack = db.prepare(
    `UPDATE figure SET taken_back_at = @at
     WHERE locality = @locality AND target = @target AND period = @period AND place = @place AND taken_back_at IS NULL`,
  );
  return {
    enter: async (entry) => void enter.run(entry),
    takeBack: async (sent, at) => void takeBack.run({ ...sent, at }),
    entries: async (locality, period) => entries.all(locality, period),
    places: async (locality) => places.all(locality).map((row) => row.place),
  };
}
