// Assignment tables, taken out of the lines of a paper.

import type { UnitReader } from "../entities/units.ts";
import type { Line } from "../text/lines.ts";
import { slice } from "../text/source-text.ts";
import { flatTables } from "./flattened.ts";
import { pipeTables } from "./markdown.ts";

/** Lines with each assignment table taken out, one line left in its place to hold it. */
export function withTables(lines: readonly Line[], units: UnitReader): readonly Line[] {
  const tables = [...pipeTables(lines), ...flatTables(lines, units)].sort((a, b) => a.from - b.from);
  const kept: Line[] = [];
  let done = 0;
  for (const { from, to, table } of tables) {
    const head = lines[from];
    if (from >= done && head !== undefined) {
      kept.push(...lines.slice(done, from), {
        ...head,
        words: slice(head.words, 0, 0),
        row: false,
        head: 0,
        table,
      });
      done = to;
    }
  }
  return [...kept, ...lines.slice(done)];
}
