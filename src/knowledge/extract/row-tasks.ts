// Rows of assignment tables as tasks.

import { type CellBodies, cellBodies } from "../entities/cell-units.ts";
import { coordinatorsIn } from "../entities/coordinators.ts";
import { cellSchedule, proseSchedule, stepsIn } from "../entities/schedule.ts";
import type { UnitReader } from "../entities/units.ts";
import { cutAtLabels } from "../outline/labels.ts";
import { type Node, walk } from "../outline/outline.ts";
import { cell, rowSection } from "../tables/rows.ts";
import { EMPTY } from "../text/source-text.ts";
import type { TableRow } from "../text/table-columns.ts";
import type { TaskDraft } from "./assignments.ts";

/** "Chủ trì: Công an xã. Phối hợp: các thôn": one cell for those in charge and those who join in. */
function chargedIn(
  words: string,
  units: UnitReader,
): { lead: CellBodies; joining: readonly string[] | null } {
  const { said } = cutAtLabels(words);
  if (said.lead === undefined && said.coordinators === undefined) {
    return { lead: cellBodies(words, units), joining: null };
  }
  return {
    lead: cellBodies(said.lead ?? "", units),
    joining: said.coordinators === undefined ? [] : cellBodies(said.coordinators, units).units,
  };
}

function rowTask(node: Node, row: TableRow, units: UnitReader): readonly TaskDraft[] {
  const time = cell(row, "schedule");
  const content = cell(row, "content");
  const result = cell(row, "result");
  const timed = node.table?.columns.includes("schedule") === true && time !== "";
  const { lead, joining } = chargedIn(cell(row, "lead"), units);
  const own =
    node.table?.columns.includes("coordinators") === true
      ? cellBodies(cell(row, "coordinators"), units).units
      : [...lead.along, ...coordinatorsIn(content, units)];
  const section = rowSection(node, row);
  const steps = timed ? stepsIn(time) : [];
  const whole = timed ? cellSchedule(time, node.table?.year) : proseSchedule(content);
  const task: TaskDraft = {
    section,
    content,
    lead: lead.units,
    coordinators: [...(joining ?? []), ...own],
    ...(result === "" ? {} : { result }),
    // Several steps have each their own time; the row as a whole has none.
    found: steps.length > 0 ? null : whole,
    inherited: false,
    words: row.words,
    node,
  };
  return [
    task,
    ...steps.map((step, i) => ({
      ...task,
      section: `${section} bước ${i + 1}`,
      content: `${content}: ${step.what}`,
      found: step.found,
      words: row.cells.schedule ?? row.words,
      partOf: section,
    })),
  ];
}

export function rowTasks(nodes: readonly Node[], units: UnitReader): readonly TaskDraft[] {
  return [...walk(nodes)].flatMap((node) =>
    (node.table?.rows ?? []).flatMap((row) => rowTask(node, row, units)),
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
