// Real tables, which arrive as Markdown rows: columns by the names in their head, in any order.
import { oneLine, squeeze } from "../../vietnamese/text/normalise.ts";
import type { Line } from "../text/lines.ts";
import { join, type SourceText, slice, trim } from "../text/source-text.ts";
import { assigns, type Column, columnOf, type TableRow, yearOfHead } from "../text/table-columns.ts";
import type { PlacedTable } from "./flattened.ts";

function cellsOf(line: Line): readonly SourceText[] {
  const words = line.words.text;
  const bars = [...words.matchAll(/(?<!\\)\|/gu)].map((bar) => bar.index);
  const ends = words.endsWith("|") ? bars.slice(1) : [...bars.slice(1), words.length];
  return ends.map((end, i) => cleaned(trim(slice(line.words, (bars[i] ?? 0) + 1, end))));
}

/** "<br>" between lines of one cell is a blank. */
function cleaned(cell: SourceText): SourceText {
  const pieces: SourceText[] = [];
  let done = 0;
  for (const mark of cell.text.matchAll(/<br\s*\/?>/giu)) {
    pieces.push(trim(slice(cell, done, mark.index)));
    done = mark.index + mark[0].length;
  }
  return join([...pieces, trim(slice(cell, done))]);
}

const RULE = /^[|\s:+-]+$/u;

function isBlank(cell: SourceText | undefined): boolean {
  return squeeze(cell?.text ?? "") === "";
}

/** A row that names a group: a single filled cell, or the same words in all, or a Roman number. */
function groupOf(
  cells: readonly SourceText[],
  columns: readonly Column[],
): { label: string; title: string } | null {
  const filled = cells.filter((cell) => !isBlank(cell));
  const numberAt = columns.indexOf("number");
  const only = filled.length === 1 && filled[0] === cells[0] ? oneLine(filled[0]?.text ?? "") : "";
  if (only !== "" && columns.length > 2 && /\p{L}{2}/u.test(only)) {
    return titled("", only);
  }
  const others = cells.filter((cell, i) => i !== numberAt && !isBlank(cell));
  const same = new Set(others.map((cell) => squeeze(cell.text))).size;
  const number = oneLine(cells[numberAt]?.text ?? "");
  const lead = cells[columns.indexOf("lead")];
  const schedule = cells[columns.indexOf("schedule")];
  const merged = others.length > 0 && same === 1 && (others.length > 1 || columns.length > 3);
  if (!merged || (others.length === 1 && !(isBlank(lead) && isBlank(schedule)))) {
    return null;
  }
  return titled(number, oneLine(others[0]?.text ?? ""));
}

function titled(number: string, title: string): { label: string; title: string } {
  const own = /^([IVX]+|[A-Z]|\d{1,2})[.)\s]\s*(?=\S)/u.exec(title)?.[1];
  return {
    label: (number || own || "").replace(/[.)]$/u, ""),
    title: title.replace(/^(?:[IVX]+|[A-Z]|\d{1,2})[.)]\s*/u, ""),
  };
}

function cellMap(cells: readonly SourceText[], columns: readonly Column[]): TableRow["cells"] {
  const map: Partial<Record<Column, SourceText>> = {};
  columns.forEach((column, i) => {
    const cell = cells[i];
    if (cell !== undefined) {
      map[column] = join([map[column], cell].filter((part) => part !== undefined));
    }
  });
  return map;
}

function rowsOf(lines: readonly Line[], columns: readonly Column[]): readonly TableRow[] {
  const rows: TableRow[] = [];
  let group: { label: string; title: string } | null = null;
  let count = 0;
  for (const line of lines) {
    const cells = cellsOf(line);
    const isHead = cells.map((cell) => columnOf(cell.text)).join() === columns.join();
    const counting = cells.every(
      (cell, i) => isBlank(cell) || oneLine(cell.text).replace(/[()]/gu, "") === String(i + 1),
    );
    if (RULE.test(line.words.text) || isHead || counting || cells.every(isBlank)) {
      continue;
    }
    const heading = groupOf(cells, columns);
    const map = cellMap(cells, columns);
    const last = rows.at(-1);
    if (heading !== null) {
      group = heading;
      count = 0;
    } else if (
      isBlank(map.number) &&
      columns.includes("number") &&
      last !== undefined &&
      isBlank(map.content)
    ) {
      // A row that a page break continues: its cells go on with those above.
      rows[rows.length - 1] = continued(last, map, line);
    } else if (!isBlank(map.content)) {
      count += 1;
      const number = oneLine(map.number?.text ?? "").replace(/[.)]+$/u, "") || String(count);
      const label: string =
        group === null || group.label === "" || number.includes(".") ? number : `${group.label}.${number}`;
      rows.push({ label, group: group?.title ?? null, cells: map, words: join(cells) });
    }
  }
  return rows;
}

function continued(row: TableRow, more: TableRow["cells"], line: Line): TableRow {
  const keys = new Set([...Object.keys(row.cells), ...Object.keys(more)]) as Set<Column>;
  const cells = Object.fromEntries(
    [...keys].map((key) => [key, join([row.cells[key], more[key]].filter((part) => part !== undefined))]),
  );
  return { ...row, cells, words: join([row.words, ...cellsOf(line)]) };
}

/** Markdown tables that assign tasks; other tables stay text. */
export function pipeTables(lines: readonly Line[]): readonly PlacedTable[] {
  const found: PlacedTable[] = [];
  for (let from = 0; from < lines.length; from++) {
    if (lines[from]?.row !== true) {
      continue;
    }
    let to = from;
    while (lines[to]?.row === true) {
      to++;
    }
    const block = lines.slice(from, to);
    // A title row or two may stand above the head.
    const headAt = block
      .slice(0, 4)
      .findIndex((line) => assigns(cellsOf(line).map((cell) => columnOf(cell.text))));
    const head = block[headAt];
    if (head !== undefined) {
      const columns = cellsOf(head).map((cell) => columnOf(cell.text));
      const rows = rowsOf(block.slice(headAt + 1), columns);
      if (rows.length > 0) {
        const year = yearOfHead(cellsOf(head).map((cell) => cell.text));
        found.push({ from, to, table: { rows, columns, ...(year === undefined ? {} : { year }) } });
      }
    }
    from = to;
  }
  return found;
}
