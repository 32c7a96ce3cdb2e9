import { isoDay } from "../vietnamese/dates.ts";

/** The first day named in some words: "30/10/2025", "15-12", "ngày 5 tháng 11". Without a year, the next such day. */
export function dayIn(words: string, today: string): string | null {
  const match =
    /(?<!\d)(\d{1,2})\s*(?:[/.-]|tháng|thang)\s*(\d{1,2})(?:\s*(?:[/.-]|năm|nam)\s*(\d{4}))?(?!\d)/iu.exec(
      words,
    ) ?? null;
  if (match === null) {
    return null;
  }
  const [day, month] = [Number(match[1]), Number(match[2])];
  const thisYear = Number(today.slice(0, 4));
  if (match[3] !== undefined) {
    return isoDay(Number(match[3]), month, day);
  }
  const soon = isoDay(thisYear, month, day);
  return soon !== null && soon < today ? isoDay(thisYear + 1, month, day) : soon;
}
