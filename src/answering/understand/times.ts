import { isoDay } from "../../vietnamese/text/dates.ts";

/** "năm sau đó": counted from the year that was talked about. */
const FROM_TOPIC: readonly (readonly [RegExp, number])[] = [
  [/\bnam (sau|ke|tiep|ke tiep|tiep theo|ke sau)( (do|ay|nua|theo))?\b/u, 1],
  [/\bnam (truoc|lien truoc|ke truoc)( (do|ay|nua))?\b/u, -1],
];

/**
 * Years named in a folded question, relative ones resolved against today (ISO). "2025 - 2026" gives both. `spoken` is the
 * year the conversation is about, from which a short follow-up counts.
 */
export function findYears(folded: string, today: string, spoken: string | null = null): readonly string[] {
  const thisYear = Number(today.slice(0, 4));
  const counted = spoken === null ? undefined : FROM_TOPIC.find(([pattern]) => pattern.test(folded));
  if (counted !== undefined) {
    return [String(Number(spoken) + counted[1])];
  }
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
