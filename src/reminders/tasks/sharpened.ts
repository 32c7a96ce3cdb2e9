import type { Schedule, Task } from "../../domain/task.ts";
import { nfc } from "../../vietnamese/text/normalise.ts";

// A schedule is read as far as its own words go ("Hằng năm" in a column); what reminds is read from all the task's words:
// the column says how often, the task says on which day.

const YEARLY = "(?:hằng|hàng|mỗi)\\s*năm";
/** "vào ngày 10/10 hằng năm", "nhân ngày 26 tháng 3 hàng năm". */
const DAY_OF_YEAR = new RegExp(
  `ngày\\s*(\\d{1,2})(?:\\s*/\\s*|\\s+tháng\\s+)(\\d{1,2})(?!\\s*/\\s*\\d)(?:\\s*,)?\\s*${YEARLY}`,
  "iu",
);
/** "trước ngày 15/6 và 15/12", each perhaps with what it is for in brackets. */
const TWO_DAYS =
  /(\d{1,2})\s*\/\s*(\d{1,2})(?!\s*\/\s*\d)(?:\s*\([^()]{1,60}\))?\s*(?:và|,|;)\s*(?:trước\s+)?(?:ngày\s+)?(\d{1,2})\s*\/\s*(\d{1,2})(?!\s*\/?\s*\d)/iu;
const WEEKDAY = /thứ\s*(hai|ba|tư|năm|sáu|bảy|[2-7])(?![\p{L}\d])|(chủ\s*nhật)/iu;
/** As days of the week are counted: 1 is Monday. */
const WEEKDAYS: Readonly<Record<string, string>> = {
  hai: "1",
  2: "1",
  ba: "2",
  3: "2",
  tư: "3",
  4: "3",
  năm: "4",
  5: "4",
  sáu: "5",
  6: "5",
  bảy: "6",
  7: "6",
};
/** "ngày 20 của tháng cuối quý", "ngày 05 tháng đầu quý sau". */
const DAY_OF_QUARTER =
  /ngày\s*(\d{1,2})\s*(?:của\s+)?tháng\s+(cuối|đầu)\s*(?:(?:của|hằng|hàng|mỗi)\s*)*quý/iu;
/** The day before is the last one; an hour ("trước 17 giờ ngày …") or "trong và trước" leaves the day itself. */
const BEFORE =
  /(?<!(?:và|hoặc)\s+)(?<![\p{L}])trước\s+(?:ngày\s*)?\d{1,2}\s*(?:[/.-]\s*\d|tháng\s|của\s|(?:hằng|hàng|mỗi)\s)/iu;
/** By then, not on then. */
const LIMIT = /trước|chậm nhất|muộn nhất|hoàn thành|xong|đến hết|hạn|báo cáo|gửi|nộp/iu;
const ON_THE_DAY = /(?:vào|đúng|nhân|trong)\s+(?:(?:sáng|chiều|tối)\s+)?ngày/iu;
const GATHERING =
  /ngày hội|ngày chuyển đổi số|(?:tổ chức|dự)\s+lễ|lễ\s+(?:phát động|ra quân|khai|tổng kết|tuyên dương|kỷ niệm)|mít tinh|ra quân|hội thi|hưởng ứng ngày/iu;

type Recurring = Extract<Schedule, { kind: "recurring" }>;

const two = (value: number) => String(value).padStart(2, "0");
const LOOSE: readonly (Schedule["kind"] | undefined)[] = [undefined, "ongoing", "unclear"];

/** Both halves of a year by the same day of the month, or by the ends of their months. */
function halves(words: string): Recurring | null {
  const [d1 = 0, m1 = 0, d2 = 0, m2 = 0] = (TWO_DAYS.exec(words) ?? []).slice(1).map(Number);
  const ends = d1 >= 30 && d2 >= 30;
  return m1 < 1 || m2 > 12 || m2 - m1 !== 6 || (d1 !== d2 && !ends)
    ? null
    : { kind: "recurring", every: "half_year", month: two(m1), day: two(Math.max(d1, d2)) };
}

function dayOfYear(words: string, month: string | undefined): Recurring | null {
  const [, day, named] = DAY_OF_YEAR.exec(words) ?? [];
  return day === undefined || (month !== undefined && Number(month) !== Number(named))
    ? null
    : { kind: "recurring", every: "year", month: two(Number(named)), day: two(Number(day)) };
}

function recurring(schedule: Recurring, said: string, words: string): Recurring {
  switch (schedule.every) {
    case "week": {
      const [, named, sunday] = WEEKDAY.exec(said) ?? [];
      const day = sunday === undefined ? WEEKDAYS[(named ?? "").toLowerCase()] : "7";
      return day === undefined ? schedule : { ...schedule, day };
    }
    case "quarter": {
      const [, day, which] = DAY_OF_QUARTER.exec(said) ?? [];
      const month = which?.toLowerCase() === "đầu" ? { month: "01" } : {};
      return day === undefined ? schedule : { ...schedule, ...month, day: two(Number(day)) };
    }
    case "half_year":
      return schedule.day === undefined ? (halves(words) ?? schedule) : schedule;
    case "year": {
      const both = halves(words);
      return both ?? (schedule.day === undefined ? (dayOfYear(words, schedule.month) ?? schedule) : schedule);
    }
    case "month":
      return schedule;
  }
}

/** The same task with the day that its own words name, where its schedule alone names none. Pure. */
export function sharpened(task: Task): Task {
  const { schedule } = task;
  const said = nfc(task.scheduleText ?? "");
  const words = `${said}\n${nfc(task.content)}`;
  if (LOOSE.includes(schedule?.kind)) {
    const found = dayOfYear(words, undefined);
    return found === null ? task : { ...task, schedule: found };
  }
  if (schedule?.kind === "recurring") {
    const exact = recurring(schedule, said, words);
    const dated = exact.day !== undefined && exact.every !== "week";
    return { ...task, schedule: dated && BEFORE.test(said) ? { ...exact, before: true } : exact };
  }
  return schedule?.kind === "by" && BEFORE.test(said)
    ? { ...task, schedule: { ...schedule, before: true } }
    : task;
}

/** All tasks so; one that merely holds its sub-items keeps what it has, for the day is theirs. */
export function sharpenedTasks(tasks: readonly Task[]): readonly Task[] {
  const holders = new Set(tasks.map(({ partOf }) => partOf));
  return tasks.map((task) => (holders.has(task.id) ? task : sharpened(task)));
}

/** Something that happens on its day (a festival, a launch): when the day is past, it is past. */
export function isEvent({ schedule, scheduleText, content }: Task): boolean {
  const said = nfc(scheduleText ?? "");
  const words = nfc(content);
  const onDay =
    (schedule?.kind === "by" && schedule.before !== true) ||
    (schedule?.kind === "recurring" && schedule.every === "year" && schedule.day !== undefined);
  return (
    onDay && !LIMIT.test(said) && (ON_THE_DAY.test(said) || ON_THE_DAY.test(words) || GATHERING.test(words))
  );
}
