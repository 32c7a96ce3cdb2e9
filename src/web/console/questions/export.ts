import writeXlsxFile from "write-excel-file/node";
import { cellText } from "../../../domain/cell-text.ts";
import { channelNames, frame } from "../../../vietnamese/wording/console/frame.ts";
import { whyPage } from "../../../vietnamese/wording/console/knowledge.ts";
import { overviewWords, questionsWords } from "../../../vietnamese/wording/console/people.ts";
import { reviewWords } from "../../../vietnamese/wording/console/work.ts";
import { scheduleUnderstood } from "../../../vietnamese/wording/knowledge/reading.ts";
import { reasonWords } from "../../../vietnamese/wording/residents/rating.ts";
import { problemPage } from "../frame/layout.ts";
import { moment } from "../frame/pieces.ts";
import { placeName } from "../frame/places.ts";
import { note, param, type Route, type Visit } from "../frame/visit.ts";
import { ownQuestions } from "./questions.ts";

type Sheet = readonly (readonly string[])[];

export function csv(rows: Sheet): string {
  const cell = (text: string) => `"${cellText(text).replaceAll('"', '""')}"`;
  // The mark at the start tells spreadsheets that this is Unicode.
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

async function workbook(rows: Sheet): Promise<Uint8Array> {
  const cells = rows.map((row, at) =>
    row.map((text) => ({
      type: String,
      value: cellText(text),
      ...(at === 0 ? { fontWeight: "bold" as const } : {}),
    })),
  );
  const file = writeXlsxFile(cells, { stickyRowsCount: 1 });
  return new Uint8Array(await file.toBuffer());
}

async function questionRows(visit: Visit): Promise<Sheet> {
  const rating = (good: boolean | null) => (good === true ? questionsWords.good : questionsWords.bad);
  return [
    overviewWords.columns.questions,
    ...(await ownQuestions(visit)).map((question) => [
      moment(question.at),
      channelNames[question.channel],
      placeName(visit, question.locality),
      question.text,
      whyPage.status[question.status] ?? question.status,
      question.good === null ? "" : rating(question.good),
      question.reason === null ? "" : reasonWords(question.reason),
    ]),
  ];
}

async function taskRows(visit: Visit): Promise<Sheet> {
  const own = (await visit.parts.tasks.all()).filter(({ task }) => visit.sees(task.locality));
  return [
    overviewWords.columns.tasks,
    ...own.map(({ corrected, code, source, review }) => [
      code,
      source,
      corrected.content,
      corrected.lead.join("; "),
      corrected.coordinators.join("; "),
      corrected.scheduleText ?? (corrected.schedule === null ? "" : scheduleUnderstood(corrected.schedule)),
      reviewWords.tabs[review?.decision ?? "waiting"],
      corrected.quote,
    ]),
  ];
}

const SHEETS: Readonly<Record<string, (visit: Visit) => Promise<Sheet>>> = {
  "cau-hoi": questionRows,
  "nhiem-vu": taskRows,
};

async function exported(visit: Visit): Promise<Response> {
  const [name = "", ending = ""] = param(visit, "tep").split(".");
  const rows = Object.hasOwn(SHEETS, name) ? await SHEETS[name]?.(visit) : undefined;
  if (rows === undefined) {
    return problemPage(visit, frame.problems.notFound, 404);
  }
  await note(visit, "export", param(visit, "tep"));
  const excel = ending === "xlsx";
  const body = excel ? Buffer.from(await workbook(rows)) : Buffer.from(csv(rows));
  return visit.context.body(new Uint8Array(body), 200, {
    "content-type": excel
      ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      : "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${name}.${excel ? "xlsx" : "csv"}"`,
  });
}

export const exportRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/xuat/:tep",
    role: "leader",
    // A file of the visitor's own things; its rows are chosen by what they may see.
    place: (visit) => (Object.hasOwn(overviewWords.exports, param(visit, "tep")) ? null : undefined),
    run: exported,
  },
];
