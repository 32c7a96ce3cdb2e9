import writeXlsxFile, { type Row } from "write-excel-file/node";
import { cellText } from "../../domain/cell-text.ts";
import type { FigureEntry } from "../../domain/figure.ts";
import type { Target, Task } from "../../domain/task.ts";
import { dayAt, shownDay } from "../../vietnamese/text/dates.ts";
import { oneLine } from "../../vietnamese/text/normalise.ts";
import { WORKBOOK } from "../../vietnamese/wording/officers/report.ts";
import type { Duty } from "../plan/duties.ts";
import { targetCodes } from "../tasks/codes.ts";

const text = (value: string) =>
  ({
    type: String,
    value: cellText(value.replace(/\r\n?|\n/gu, " ")),
    wrap: true,
    alignVertical: "top",
  }) as const;
const number = (value: number) => ({ type: Number, value, alignVertical: "top" }) as const;
const head = (value: string) => ({ type: String, value, fontWeight: "bold", wrap: true }) as const;

function taskRow(duty: Duty, source: (task: Task) => string): Row {
  const { task } = duty;
  return [
    text(duty.code),
    text(oneLine(task.content)),
    text(task.lead.join(", ")),
    text(task.coordinators.join(", ")),
    text(task.scheduleText ?? ""),
    text(duty.due === null ? "" : shownDay(duty.due.deadline)),
    text(WORKBOOK.states[duty.group]),
    text(source(task)),
  ];
}

/** Tasks and figures as an Excel file with two sheets. */
export async function workbook(input: {
  readonly duties: readonly Duty[];
  readonly targets: readonly Target[];
  readonly figures: readonly FigureEntry[];
  readonly source: (task: Task) => string;
}): Promise<Uint8Array> {
  const codes = targetCodes(input.targets);
  const statements = new Map(input.targets.map((target, index) => [codes[index], oneLine(target.statement)]));
  const figureRows = input.figures.map((entry) => [
    text(entry.target),
    text(statements.get(entry.target) ?? ""),
    text(entry.period),
    text(entry.place),
    number(entry.done),
    entry.of === null ? null : number(entry.of),
    text(shownDay(dayAt(entry.at))),
  ]);
  const widths = (...sizes: readonly number[]) => sizes.map((width) => ({ width }));
  const file = writeXlsxFile([
    {
      sheet: WORKBOOK.tasks,
      data: [WORKBOOK.taskHeads.map(head), ...input.duties.map((duty) => taskRow(duty, input.source))],
      columns: widths(12, 60, 28, 28, 30, 12, 18, 40),
      stickyRowsCount: 1,
    },
    {
      sheet: WORKBOOK.figures,
      data: [WORKBOOK.figureHeads.map(head), ...figureRows],
      columns: widths(12, 60, 12, 28, 12, 14, 12),
      stickyRowsCount: 1,
    },
  ]);
  return new Uint8Array(await file.toBuffer());
}
