// Rows of assignment tables as text.
import { oneLine } from "../../vietnamese/text/normalise.ts";
import type { Node } from "../outline/outline.ts";
import type { Column, TableRow } from "../text/table-columns.ts";

export function cell(row: TableRow, column: Column): string {
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
