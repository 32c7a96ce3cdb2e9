// Calendar days in Asia/Ho_Chi_Minh, as ISO strings "2025-10-30". Viet Nam has been at +07:00 without summer time
// since 1975, so no time zone table is needed, and the host's zone is never used.

const OFFSET_MS = 7 * 3600_000;
const DAY_MS = 86_400_000;

/** The calendar day in Viet Nam at an instant (UTC ms). */
export function dayAt(instant: number): string {
  return new Date(instant + OFFSET_MS).toISOString().slice(0, 10);
}

/** "08:15" in Viet Nam at an instant. */
export function timeAt(instant: number): string {
  return new Date(instant + OFFSET_MS).toISOString().slice(11, 16);
}

/** UTC ms of a day and local time ("08:00"). */
export function instantOf(day: string, time = "00:00"): number {
  return Date.parse(`${day}T${time}:00.000Z`) - OFFSET_MS;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one to the other; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

export function lastDayOfMonth(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year ?? 1970, number ?? 1, 0)).toISOString().slice(0, 10);
}

/** A day that exists, as ISO, or null: isoDay(2025, 2, 30) is null. */
export function isoDay(year: number, month: number, day: number): string | null {
  const iso = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}

/** "2025-10-30" → "30/10/2025"; "2025-10" → "10/2025". */
export function shownDay(iso: string): string {
  return iso.split("-").reverse().join("/");
}
