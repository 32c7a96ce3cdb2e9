// Rows of assignment tables as tasks.

import { cellBodies } from "../entities/cell-units.ts";
import { coordinatorsIn } from "../entities/coordinators.ts";
import { cellSchedule, proseSchedule } from "../entities/schedule.ts";
import type { UnitReader } from "../entities/units.ts";
import { type Node, walk } from "../outline/outline.ts";
import { cell, rowSection } from "../tables/rows.ts";
import { EMPTY } from "../text/source-text.ts";
import type { TableRow } from "../text/table-columns.ts";
import type { TaskDraft } from "./assignments.ts";

export function rowTasks(nodes: readonly Node[], units: UnitReader): readonly TaskDraft[] {
  return [...walk(nodes)].flatMap((node) =>
    (node.table?.rows ?? []).map((row) => {
      const time = cell(row, "schedule");
      const content = cell(row, "content");
      const result = cell(row, "result");
      const timed = node.table?.columns.includes("schedule") === true && time !== "";
      const lead = cellBodies(cell(row, "lead"), units);
      const along =
        node.table?.columns.includes("coordinators") === true
          ? cellBodies(cell(row, "coordinators"), units).units
          : [...lead.along, ...coordinatorsIn(content, units)];
      return {
        section: rowSection(node, row),
        content,
        lead: lead.units,
        coordinators: along,
        ...(result === "" ? {} : { result }),
        found: timed ? cellSchedule(time) : proseSchedule(content),
        inherited: false,
        words: row.words,
        node,
      };
    }),
  );
}

/** The result cells of all rows, for their targets. */
export function resultCells(
  nodes: readonly Node[],
): readonly { readonly section: string; readonly words: TableRow["words"] }[] {
  return [...walk(nodes)].flatMap((node) =>
    (node.table?.rows ?? []).map((row) => ({
      section: rowSection(node, row),
      words: row.cells.result ?? EMPTY,
    })),
  );
}
