// Rows of assignment tables as tasks and as text.
import { oneLine } from "../vietnamese/text/normalise.ts";
import { flatTables } from "./annex-flat.ts";
import type { Column, TableRow } from "./annex-header.ts";
import { pipeTables } from "./annex-pipe.ts";
import type { TaskDraft } from "./assignments.ts";
import { cellBodies } from "./cell-bodies.ts";
import { coordinatorsIn } from "./coordinators.ts";
import { type Node, walk } from "./outline.ts";
import type { Line } from "./repair-lines.ts";
import { cellSchedule, proseSchedule } from "./schedule.ts";
import { EMPTY, slice } from "./traced.ts";
import type { UnitReader } from "./units.ts";

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

function cell(row: TableRow, column: Column): string {
  return oneLine(row.cells[column]?.text ?? "").replace(/^[-–+•]\s+/u, "");
}

/** "Phụ lục 3.2"; for a table inside a section "IV bảng 3.2". */
export function rowSection(node: Node, row: TableRow): string {
  const place = node.path === "" ? "Bảng" : node.path;
  return node.path.startsWith("Phụ lục") && node.parent === null
    ? `${place} ${row.label}`
    : `${place} dòng ${row.label}`;
}

const LABELS: readonly (readonly [Column, string])[] = [
  ["lead", "Cơ quan chủ trì"],
  ["coordinators", "Cơ quan phối hợp"],
  ["result", "Kết quả"],
  ["schedule", "Thời gian"],
];

/** A row read aloud: its content, then each filled cell under its column's name. */
export function rowText(row: TableRow): string {
  const named = LABELS.map(([column, label]) => [label, cell(row, column).replace(/[;.\s]+$/u, "")] as const);
  const rest = named.filter(([, words]) => words !== "").map(([label, words]) => `${label}: ${words}.`);
  return [cell(row, "content").replace(/(?<![.!?])$/u, "."), ...rest].join(" ");
}

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
