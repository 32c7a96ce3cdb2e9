import writeXlsxFile, { type Row } from "write-excel-file/node";
import { cellText } from "../../domain/cell-text.ts";
import type { FigureEntry } from "../../domain/figure.ts";
import type { Officer, TaskProgress } from "../../domain/people.ts";
import type { Target, Task } from "../../domain/task.ts";
import { dayAt, daysBetween, shownDay } from "../../vietnamese/text/dates.ts";
import { oneLine } from "../../vietnamese/text/normalise.ts";
import { WORKBOOK } from "../../vietnamese/wording/officers/report.ts";
import type { WorkRecord } from "../ledger/records.ts";
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

function recordRow(record: WorkRecord, code: string, names: ReadonlyMap<string, string>): Row {
  const { task, occurrence, words, doneOn, percent } = record;
  const deadline = occurrence?.deadline ?? null;
  const last = words.at(-1);
  const said = (pick: (word: TaskProgress) => string | null | undefined) =>
    words.map(pick).filter((one) => one != null && one !== "");
  const late = deadline === null || doneOn === null ? 0 : Math.max(0, daysBetween(deadline, doneOn));
  return [
    text(code),
    text(oneLine(task.content)),
    text(task.lead.join(", ")),
    text(deadline === null ? "" : shownDay(deadline)),
    text(WORKBOOK.recordStates[record.state]),
    percent === null ? null : number(percent),
    text(doneOn === null ? "" : shownDay(doneOn)),
    late === 0 ? null : number(late),
    text(record.result ?? ""),
    text(said((word) => word.obstacle).join("; ")),
    text(said((word) => (word.ownDate === null ? null : shownDay(word.ownDate))).at(-1) ?? ""),
    text(last === undefined ? "" : (names.get(last.officer) ?? last.officer)),
    number(said((word) => word.evidence).flatMap((one) => (one ?? "").split(" ")).length),
  ];
}

/** Tasks, what came of them and figures as an Excel file with three sheets. */
export async function workbook(input: {
  readonly duties: readonly Duty[];
  readonly targets: readonly Target[];
  readonly figures: readonly FigureEntry[];
  /** What was said of tasks; those of which nobody said anything are left out. */
  readonly records: readonly WorkRecord[];
  readonly officers: readonly Officer[];
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
  const taskCodes = new Map(input.duties.map((duty) => [duty.task.id, duty.code]));
  const names = new Map(input.officers.map((officer) => [officer.id, officer.name]));
  const widths = (...sizes: readonly number[]) => sizes.map((width) => ({ width }));
  const file = writeXlsxFile([
    {
      sheet: WORKBOOK.tasks,
      data: [WORKBOOK.taskHeads.map(head), ...input.duties.map((duty) => taskRow(duty, input.source))],
      columns: widths(12, 60, 28, 28, 30, 12, 18, 40),
      stickyRowsCount: 1,
    },
    {
      sheet: WORKBOOK.results,
      data: [
        WORKBOOK.resultHeads.map(head),
        ...input.records
          .filter((record) => record.words.length > 0)
          .map((record) => recordRow(record, taskCodes.get(record.task.id) ?? "", names)),
      ],
      columns: widths(12, 50, 28, 12, 14, 8, 14, 8, 40, 40, 12, 22, 10),
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
