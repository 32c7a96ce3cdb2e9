import { addDays, lastDayOfMonth } from "../../vietnamese/text/dates.ts";
import { fold } from "../../vietnamese/text/normalise.ts";
import { periodWords } from "../../vietnamese/wording/officers/report.ts";

/** A reporting period: "2026", "2026-H1", "2026-Q3" or "2026-10", with its days. */
export interface Period {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** "quý III năm 2026". */
  readonly label: string;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

function span(year: number, first: number, last: number, id: string): Period {
  const month = (number: number) => `${year}-${String(number).padStart(2, "0")}`;
  return { id, from: `${month(first)}-01`, to: lastDayOfMonth(month(last)), label: periodWords(id) };
}

export function periodOf(id: string): Period | null {
  const [, year, part] = /^(\d{4})(?:-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/u.exec(id) ?? [];
  if (year === undefined) {
    return null;
  }
  const number = Number(part?.replace(/\D/gu, "") ?? 0);
  if (part === undefined) {
    return span(Number(year), 1, 12, id);
  }
  if (part.startsWith("Q")) {
    return span(Number(year), number * 3 - 2, number * 3, id);
  }
  return part.startsWith("H")
    ? span(Number(year), number * 6 - 5, number * 6, id)
    : span(Number(year), number, number, id);
}

/** "quý 3 2026", "quý III/2026", "tháng 10", "6 tháng đầu năm", "năm 2026"; nothing said means the quarter of today. */
export function parsePeriod(words: string, today: string): Period | null {
  const text = fold(words)
    .replace(/[^a-z0-9]+/gu, " ")
    .trim();
  const year = /\b(20\d\d)\b/u.exec(text)?.[1] ?? today.slice(0, 4);
  const quarter = /\bqu[yi] (iv|iii|ii|i|[1-4])\b/u.exec(text)?.[1];
  if (quarter !== undefined) {
    return periodOf(`${year}-Q${ROMAN[quarter] ?? quarter}`);
  }
  const half = /\b6 thang (dau|cuoi)/u.exec(text)?.[1];
  if (half !== undefined) {
    return periodOf(`${year}-H${half === "dau" ? 1 : 2}`);
  }
  const month = /\bthang (\d{1,2})\b/u.exec(text)?.[1];
  if (month !== undefined) {
    return periodOf(`${year}-${month.padStart(2, "0")}`);
  }
  if (text === "") {
    return periodOf(`${year}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`);
  }
  return /^(nam )?20\d\d$/u.test(text) || text === "nam" || text === "nam nay" ? periodOf(year) : null;
}

/** The days that follow a period, of the same length in months. */
export function nextDays(period: Period): { readonly from: string; readonly to: string } {
  const from = addDays(period.to, 1);
  const months = Number(period.to.slice(5, 7)) - Number(period.from.slice(5, 7)) + 1;
  const last = new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 + months, 0));
  return { from, to: last.toISOString().slice(0, 10) };
}

/** Ids of the months, quarters and halves that lie within a period, the earlier ones first. */
export function partsOf(period: Period): readonly string[] {
  const year = period.id.slice(0, 4);
  const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, "0"));
  return [...months, "Q1", "Q2", "Q3", "Q4", "H1", "H2"]
    .map((part) => periodOf(`${year}-${part}`))
    .filter((part) => part !== null)
    .filter((part) => part.id !== period.id && part.from >= period.from && part.to <= period.to)
    .toSorted((a, b) => (a.to < b.to ? -1 : Number(a.to > b.to)))
    .map((part) => part.id);
}

/** The period of the same kind before. */
export function periodBefore({ id }: Period): Period | null {
  const [year = "", part] = id.split("-");
  const before = String(Number(year) - 1);
  if (part === undefined) {
    return periodOf(before);
  }
  const letter = part.replace(/\d/gu, "");
  const number = Number(part.replace(/\D/gu, "")) - 1;
  const last = { Q: 4, H: 2 }[letter] ?? 12;
  const named = (value: number) => (letter === "" ? String(value).padStart(2, "0") : `${letter}${value}`);
  return periodOf(number === 0 ? `${before}-${named(last)}` : `${year}-${named(number)}`);
}
