import { isoDay } from "../../vietnamese/text/dates.ts";

/** Years named in a folded question, relative ones resolved against today (ISO). "2025 - 2026" gives both. */
export function findYears(folded: string, today: string): readonly string[] {
  const thisYear = Number(today.slice(0, 4));
  const years = [...folded.matchAll(/(?<!\d)(20\d\d)(?!\d)/gu)].map((m) => m[1] ?? "");
  const relative: readonly (readonly [RegExp, number])[] = [
    [/\b(nam nay|nam hien tai)\b/u, 0],
    [/\b(nam sau|nam toi|sang nam(?! 20\d\d)|nam den(?! 20\d\d)|nam ke tiep)\b/u, 1],
    [/\b(nam ngoai|nam truoc|nam vua roi|nam vua qua)\b/u, -1],
  ];
  for (const [pattern, shift] of relative) {
    if (pattern.test(folded)) {
      years.push(String(thisYear + shift));
    }
  }
  for (const match of folded.matchAll(/\bnam (2\d)\b(?![./])/gu)) {
    years.push(`20${match[1]}`);
  }
  return [...new Set(years)];
}

/** Calendar days named in a question, as ISO; a day without a year is not guessed. */
export function findDays(folded: string): readonly string[] {
  const days: string[] = [];
  const patterns = [
    /(?<![\d.])(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)(?!\d)/gu,
    /ngay (\d{1,2}) thang (\d{1,2}) nam (20\d\d)/gu,
  ];
  for (const pattern of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const day = isoDay(Number(match[3]), Number(match[2]), Number(match[1]));
      if (day !== null) {
        days.push(day);
      }
    }
  }
  return days;
}

/** Months named with their year ("tháng 7/2025", "tháng 10 năm 2025"), as "2025-07". */
export function findMonths(folded: string): readonly string[] {
  const found = [...folded.matchAll(/thang (\d{1,2})\s*(?:\/|nam|-)\s*(20\d\d)/gu)];
  return found
    .filter((m) => Number(m[1]) >= 1 && Number(m[1]) <= 12)
    .map((m) => `${m[2]}-${(m[1] ?? "").padStart(2, "0")}`);
}
