import type { Holiday } from "../../domain/knowledge.ts";
import { addDays, dayAt, instantOf, timeAt, weekday } from "../../vietnamese/text/dates.ts";

/** Hours in which nobody is nudged, local time. */
export const QUIET_FROM = "21:00";
export const QUIET_UNTIL = "07:00";
/** Moments of the day at which reminders go out by default. */
export const SLOTS = ["08:00", "14:00"] as const;

export interface Calendar {
  isWorking(day: string): boolean;
  /** The day itself when it is a working day, else the nearest one before. */
  onOrBefore(day: string): string;
  /** The day itself when it is a working day, else the nearest one after. */
  onOrAfter(day: string): string;
  /** False when the holiday table holds nothing for that year: only weekends are known then. */
  knows(year: string): boolean;
}

/** Saturdays and Sundays are off unless the table says they are worked; days the table says are off are off. */
export function openCalendar(holidays: readonly Holiday[]): Calendar {
  const kinds = new Map(holidays.map((holiday) => [holiday.date, holiday.kind]));
  const years = new Set(holidays.map((holiday) => holiday.date.slice(0, 4)));
  const isWorking = (day: string): boolean => {
    const kind = kinds.get(day);
    return kind === undefined ? weekday(day) <= 5 : kind === "work";
  };
  const walk = (day: string, step: number): string => {
    let at = day;
    // No holiday run is longer than a month; beyond that the table is wrong and the day itself is the honest answer.
    for (let tries = 0; tries < 31; tries += 1) {
      if (isWorking(at)) {
        return at;
      }
      at = addDays(at, step);
    }
    return day;
  };
  return {
    isWorking,
    onOrBefore: (day) => walk(day, -1),
    onOrAfter: (day) => walk(day, 1),
    knows: (year) => years.has(year),
  };
}

/** "08:00": a time of day outside quiet hours. */
export function isSendingTime(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time) && time >= QUIET_UNTIL && time < QUIET_FROM;
}

export function isQuiet(instant: number): boolean {
  const time = timeAt(instant);
  return time >= QUIET_FROM || time < QUIET_UNTIL;
}

/** The instant itself, or the end of the quiet hours it falls into. */
export function afterQuiet(instant: number): number {
  if (!isQuiet(instant)) {
    return instant;
  }
  const day = dayAt(instant);
  return instantOf(timeAt(instant) >= QUIET_FROM ? addDays(day, 1) : day, QUIET_UNTIL);
}

/** The first slot of a working day at or after an instant. */
export function nextSlot(calendar: Calendar, instant: number): number {
  let day = calendar.onOrAfter(dayAt(instant));
  for (;;) {
    const slot = SLOTS.map((time) => instantOf(day, time)).find((at) => at >= instant);
    if (slot !== undefined) {
      return slot;
    }
    day = calendar.onOrAfter(addDays(day, 1));
  }
}

/** The instant itself within office hours of a working day (08:00 to 17:00, both included: the last warning of a day comes at 17:00), else the next morning slot. */
export function inOfficeHours(calendar: Calendar, instant: number): number {
  const day = dayAt(instant);
  const time = timeAt(instant);
  if (calendar.isWorking(day) && time >= "08:00" && time <= "17:00") {
    return instant;
  }
  const next = time < "08:00" ? day : addDays(day, 1);
  return instantOf(calendar.onOrAfter(next), SLOTS[0]);
}
