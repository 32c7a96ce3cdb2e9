// The same page for a terminal.
import { paperPage as words } from "../../vietnamese/wording/knowledge/reading.ts";
import { type PaperReportView, targetColumns, taskColumns } from "./report.ts";

const LABEL = 18;

function rowLines(columns: readonly string[], row: readonly string[]): readonly string[] {
  const [place = "", ...cells] = row;
  const filled = cells.flatMap((cell, index) =>
    cell === "" ? [] : [`    ${columns[index + 1] ?? ""}: ${cell}`],
  );
  return [`  [${place}]`, ...filled];
}

function part(title: string, lines: readonly string[], otherwise: string = words.none): readonly string[] {
  return ["", title.toUpperCase(), ...(lines.length === 0 ? [`  ${otherwise}`] : lines)];
}

const quoted = (text: string | null, indent: number): readonly string[] =>
  text === null || text === "" ? [] : [`${" ".repeat(indent)}“${text}”`];

export function paperText(view: PaperReportView): string {
  const head = [view.title, view.summary];
  if (view.unread !== null) {
    return [...head, `  ${view.unread}`, ""].join("\n");
  }
  const card = view.card.flatMap(({ label, value, words: said }) => [
    `  ${label.padEnd(LABEL)}${value}`,
    ...quoted(said, LABEL + 2),
  ]);
  const look = view.look.flatMap(({ place, message, words: said }) => [
    `  - ${place === "" ? "" : `[${place}] `}${message}`,
    ...quoted(said, 4),
  ]);
  return [
    ...head,
    ...part(words.look, look, words.nothingToLook),
    ...part(words.card, card),
    ...part(
      words.targets,
      view.targets.flatMap((row) => rowLines(targetColumns, row)),
    ),
    ...part(
      words.tasks,
      view.tasks.flatMap((row) => rowLines(taskColumns, row)),
    ),
    ...part(
      words.outline,
      view.outline.map(({ depth, label, title }) => `  ${"  ".repeat(depth)}${label} ${title}`),
    ),
    "",
  ].join("\n");
}
