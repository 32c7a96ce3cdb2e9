// When something must be done, read out of cells, parentheses and prose; exactly as far as the words go.
import type { Schedule } from "../../domain/task.ts";
import { isoDay } from "../../vietnamese/text/dates.ts";
import { oneLine } from "../../vietnamese/text/normalise.ts";
import { CELL_RULES, PROSE_RULES, type ScheduleRule } from "./schedule-rules.ts";

export interface FoundSchedule {
  readonly schedule: Schedule;
  /** The paper's own words, on one line. */
  readonly words: string;
}

/** What a date range cannot be: the thirtieth of February. */
function sound(schedule: Schedule, words: string): Schedule {
  const real = (day: string) => {
    const [year, month, date] = day.split("-").map(Number);
    return date === undefined
      ? (month ?? 1) >= 1 && (month ?? 1) <= 12
      : isoDay(year ?? 0, month ?? 0, date) === day;
  };
  const days = [
    ...(schedule.kind === "by" ? [schedule.date] : []),
    ...(schedule.kind === "month" ? [schedule.month] : []),
    ...(schedule.kind === "period" ? [schedule.from, schedule.to] : []),
    ...(schedule.kind === "recurring" && schedule.month !== undefined
      ? [`2024-${schedule.month}-${schedule.day ?? "01"}`]
      : []),
  ];
  const ordered =
    schedule.kind !== "period" || schedule.from <= schedule.to || schedule.to.startsWith(schedule.from);
  return days.every(real) && ordered ? schedule : { kind: "unclear", wording: words };
}

function firstMatch(rules: readonly ScheduleRule[], text: string): FoundSchedule | null {
  for (const rule of rules) {
    const match = rule.pattern.exec(text);
    if (match !== null) {
      const words = oneLine(match.groups?.words ?? match[0]);
      const schedule = rule.read(match.groups ?? {}, words);
      return schedule === null ? null : { schedule: sound(schedule, words), words };
    }
  }
  return null;
}

/** Day and month, or a month alone, in a column whose head names the year. */
const YEARLESS =
  /^(?:(?:trước|chậm nhất|trong|vào|đến|hết|là|xong)\s+)*(?:ngày\s*\d{1,2}\s*(?:tháng\s*|[/.-])\d{1,2}|\d{1,2}\s*[/.-]\s*\d{1,2}|tháng\s*\d{1,2})$/iu;

/**
 * A cell of a time column. What cannot be read is "unclear", never left out; an empty cell is null. `year` is the one the
 * column's head names.
 */
export function cellSchedule(cell: string, year?: string): FoundSchedule | null {
  const words = oneLine(cell).replace(/^[-–—.;:\s]+|[;,\s]+$/gu, "");
  if (words === "" || !/[\p{L}\p{N}]/u.test(words)) {
    return null;
  }
  const bare = words.replace(/\.$/u, "");
  const dated =
    year !== undefined && YEARLESS.test(bare)
      ? bare + (/tháng/iu.test(bare) ? ` năm ${year}` : `/${year}`)
      : bare;
  const found = firstMatch(CELL_RULES, dated) ?? onlyStep(bare);
  return found === null ? { schedule: { kind: "unclear", wording: words }, words } : { ...found, words };
}

/** Where one step of a cell ends and the next begins: "Ban hành … tháng 01/2026, kiểm tra … và báo cáo …". */
const NEXT_STEP = /\s*[;,]\s+(?:và\s+)?|\s+và\s+/u;

export interface Step {
  /** What is to be done by then, in the cell's words. */
  readonly what: string;
  readonly found: FoundSchedule;
}

/** The dated steps of a cell that tells several, each with its own time; empty when it does not. */
export function stepsIn(cell: string): readonly Step[] {
  const steps: Step[] = [];
  for (const piece of oneLine(cell).split(NEXT_STEP)) {
    const found = /^\p{L}/u.test(piece) ? firstMatch(PROSE_RULES, piece) : null;
    if (found === null) {
      return [];
    }
    const what = oneLine(piece.replace(found.words, " ")).replace(/\s*(?:chậm nhất|trước|trong|là)$/iu, "");
    steps.push({ what: piece, found });
    if (what === "") {
      return [];
    }
  }
  return steps.length > 1 ? steps : [];
}

const ANY_TIME = /\d{4}|\d{1,2}[/.]\d{1,2}|quý\s*(?:\d|[IVX])|tháng\s*\d|hằng|hàng/iu;

/** "Ban hành kế hoạch chậm nhất là ngày 15/01/2026 và tổ chức thực hiện": the only time a cell names. */
function onlyStep(cell: string): FoundSchedule | null {
  const found = /^\p{L}/u.test(cell) ? firstMatch(PROSE_RULES, cell) : null;
  const rest = found === null ? "" : cell.replace(found.words, " ");
  return found !== null && !ANY_TIME.test(rest) && found.schedule.kind !== "unclear" ? found : null;
}

const PARENTHESIS = /\(([^()]{3,120})\)/gu;

/** Schedules in brackets, "(hoàn thành trước ngày 30/10/2025)", with whether they close the text. */
function brackets(text: string): readonly (FoundSchedule & { readonly last: boolean })[] {
  return [...text.matchAll(PARENTHESIS)].flatMap((match) => {
    const inside = firstMatch(CELL_RULES, oneLine(match[1] ?? "").replace(/[.;]$/u, ""));
    const last = !/[\p{L}\p{N}]/u.test(text.slice(match.index + match[0].length));
    return inside === null ? [] : [{ ...inside, words: oneLine(match[1] ?? ""), last }];
  });
}

/** The schedule in the bracket a heading or an item closes with: it holds for all of it. */
export function bracketSchedule(text: string): FoundSchedule | null {
  const found = brackets(text).at(-1);
  return found?.last === true ? { schedule: found.schedule, words: found.words } : null;
}

/** Names of movements and papers in quotation marks carry years that are no deadlines. */
function withoutNames(text: string): string {
  return text.replace(/[“"«][^”"»]{1,200}[”"»]/gu, (name) => " ".repeat(name.length));
}

/** A schedule said in a sentence. Much stricter than a cell: most dates in prose belong to other papers. */
export function proseSchedule(text: string): FoundSchedule | null {
  const aside = brackets(text).at(-1);
  return (
    bracketSchedule(text) ??
    firstMatch(PROSE_RULES, withoutNames(text)) ??
    (aside === undefined ? null : { schedule: aside.schedule, words: aside.words })
  );
}

const TIMELY =
  /\d{4}|năm|tháng|quý|tuần|thường xuyên|kế hoạch|yêu cầu|hướng dẫn|chỉ đạo|liên tục|đột xuất|khi cần/iu;

/** True for words that are a schedule and nothing else; used to find the time column of a flattened table. */
export function isSchedule(words: string): boolean {
  const line = oneLine(words).replace(/[.;,]$/u, "");
  return line.length <= 90 && TIMELY.test(line) && firstMatch(CELL_RULES, line) !== null;
}
