import type { PeriodDays } from "../../domain/reporting.ts";
import { addDays, lastDayOfMonth } from "../../vietnamese/text/dates.ts";
import { fold } from "../../vietnamese/text/normalise.ts";
import { periodWords } from "../../vietnamese/wording/officers/report.ts";

/** A reporting period: "2026", "2026-H1", "2026-Q3" or "2026-10", with its days. */
export interface Period {
  readonly id: string;
  readonly days: PeriodDays;
  readonly from: string;
  readonly to: string;
  /** "quý III năm 2026". */
  readonly label: string;
}

/** The day of a month on which figures are closed (Nghị định 09/2019/NĐ-CP, Điều 12). */
const CUT_OFF = "14";
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** The last day of a period that ends with a month ("2026-09"): every span of days is made of this alone. */
export function cutOff(month: string, days: PeriodDays): string {
  return days === "law" ? `${month}-${CUT_OFF}` : lastDayOfMonth(month);
}

function span(year: number, first: number, last: number, id: string, days: PeriodDays): Period {
  const month = (number: number) => `${year}-${String(number).padStart(2, "0")}`;
  const before = addDays(`${month(first)}-01`, -1).slice(0, 7);
  return {
    id,
    days,
    from: addDays(cutOff(before, days), 1),
    to: cutOff(month(last), days),
    label: periodWords(id),
  };
}

export function periodOf(id: string, days: PeriodDays): Period | null {
  const [, year, part] = /^(\d{4})(?:-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/u.exec(id) ?? [];
  if (year === undefined) {
    return null;
  }
  const number = Number(part?.replace(/\D/gu, "") ?? 0);
  if (part === undefined) {
    return span(Number(year), 1, 12, id, days);
  }
  if (part.startsWith("Q")) {
    return span(Number(year), number * 3 - 2, number * 3, id, days);
  }
  return part.startsWith("H")
    ? span(Number(year), number * 6 - 5, number * 6, id, days)
    : span(Number(year), number, number, id, days);
}

/**
 * "quý 3 2026", "quý III/2026", "tháng 10", "6 tháng đầu năm", "năm 2026"; nothing said means the quarter of today.
 * "… theo lịch" and "… theo nghị định" say which days; else those of the place.
 */
export function parsePeriod(words: string, today: string, usual: PeriodDays): Period | null {
  const said = fold(words)
    .replace(/[^a-z0-9]+/gu, " ")
    .trim();
  const [asked] = /\btheo (?:lich|luat|nghi dinh)\b.*$/u.exec(said) ?? [];
  const chosen: PeriodDays = asked?.startsWith("theo lich") === true ? "calendar" : "law";
  const days = asked === undefined ? usual : chosen;
  const text = asked === undefined ? said : said.slice(0, -asked.length).trim();
  const year = /\b(20\d\d)\b/u.exec(text)?.[1] ?? today.slice(0, 4);
  const quarter = /\bqu[yi] (iv|iii|ii|i|[1-4])\b/u.exec(text)?.[1];
  if (quarter !== undefined) {
    return periodOf(`${year}-Q${ROMAN[quarter] ?? quarter}`, days);
  }
  const half = /\b6 thang (dau|cuoi)/u.exec(text)?.[1];
  if (half !== undefined) {
    return periodOf(`${year}-H${half === "dau" ? 1 : 2}`, days);
  }
  const month = /\bthang (\d{1,2})\b/u.exec(text)?.[1];
  if (month !== undefined) {
    return periodOf(`${year}-${month.padStart(2, "0")}`, days);
  }
  if (text === "") {
    return periodOf(`${year}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`, days);
  }
  const whole = /^(nam )?20\d\d$/u.test(text) || text === "nam" || text === "nam nay";
  return whole ? periodOf(year, days) : null;
}

/** Ids of the months, quarters and halves that lie within a period, the earlier ones first. */
export function partsOf(period: Period): readonly string[] {
  const year = period.id.slice(0, 4);
  const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, "0"));
  return [...months, "Q1", "Q2", "Q3", "Q4", "H1", "H2"]
    .map((part) => periodOf(`${year}-${part}`, period.days))
    .filter((part) => part !== null)
    .filter((part) => part.id !== period.id && part.from >= period.from && part.to <= period.to)
    .toSorted((a, b) => (a.to < b.to ? -1 : Number(a.to > b.to)))
    .map((part) => part.id);
}

/** The period of the same kind so many further on: 1 the next, -1 the one before. */
function neighbour({ id, days }: Period, step: 1 | -1): Period | null {
  const [year = "", part] = id.split("-");
  const other = String(Number(year) + step);
  if (part === undefined) {
    return periodOf(other, days);
  }
  const letter = part.replace(/\d/gu, "");
  const last = { Q: 4, H: 2 }[letter] ?? 12;
  const number = Number(part.replace(/\D/gu, "")) + step;
  const inside = number >= 1 && number <= last;
  const wrapped = step === 1 ? 1 : last;
  const named = String(inside ? number : wrapped).padStart(letter === "" ? 2 : 1, "0");
  return periodOf(`${inside ? year : other}-${letter}${named}`, days);
}

export const periodBefore = (period: Period): Period | null => neighbour(period, -1);

/** The days of the period of the same kind that follows. */
export function nextDays(period: Period): { readonly from: string; readonly to: string } {
  const { from, to } = neighbour(period, 1) ?? period;
  return { from, to };
}
