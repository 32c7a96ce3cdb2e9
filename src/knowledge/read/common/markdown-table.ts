/** A row whose words all stand in one cell, as in "1. Truyền thông" above its rows, is written as one cell. */
function rowLine(columns: readonly string[], width: number): string {
  const filled = columns.filter((column) => column !== "");
  const [only] = filled;
  if (filled.length === 1 && only !== undefined && width > 2) {
    return `| ${only} |`;
  }
  return `| ${Array.from({ length: width }, (_, index) => columns[index] ?? "").join(" | ")} |`;
}

/** A table as Markdown, one row a line; empty rows are left out. Cells hold no line breaks. */
export function markdownRows(rows: readonly (readonly string[])[]): string {
  const filled = rows.filter((row) => row.some((cell) => cell !== ""));
  const width = Math.max(0, ...filled.map((row) => row.length));
  const lines = filled.map((row) => rowLine(row, width));
  lines.splice(1, 0, `|${" --- |".repeat(width)}`);
  return lines.join("\n");
}

/**
 * The words of a cell on one line, with the sign that parts cells made harmless. The head of the narrow column of numbers,
 * "STT", is often broken by its width.
 */
export function cellWords(text: string): string {
  const words = text.replace(/\s+/gu, " ").trim().replace(/\|/gu, "\\|");
  return /^S ?T ?T$/u.test(words) ? "STT" : words;
}
