import { addDays, isoDay, lastDayOfMonth, shownDay, weekday } from "../../vietnamese/text/dates.ts";

/** Days that are meant together: "tuần này", "trong tháng 10". */
export interface Span {
  readonly from: string;
  readonly to: string;
  /** "tuần này (27/10 đến 02/11/2025)". */
  readonly label: string;
}

/** What a message says of time, and the words that say it. Days are local. */
export interface When {
  readonly span: Span | null;
  /** One day: "mai", "thứ 6", "hết tháng", "15/11". */
  readonly day: string | null;
  /** Days added to whatever day it is counted from: "thêm 1 tuần". */
  readonly plus: number | null;
  /** "15:00". */
  readonly clock: string | null;
  /** Folded words that were read as time. */
  readonly read: readonly string[];
}

const WEEKDAYS: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tu: 3,
  bon: 3,
  nam: 4,
  sau: 5,
  bay: 6,
};
const MANY: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};
const UNITS: Readonly<Record<string, number>> = { ngay: 1, hom: 1, tuan: 7, thang: 30 };
const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const COUNT = "\\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi";

const countOf = (word: string) => MANY[word] ?? Number(word);
const monthOf = (year: number, month: number) => `${year}-${String(month).padStart(2, "0")}`;

function monthsLater(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const at = year * 12 + number - 1 + count;
  return monthOf(Math.floor(at / 12), (at % 12) + 1);
}

/** The month of this name that is meant today: this year's, or next year's once it is long past. */
function monthNamed(number: number, year: string | undefined, today: string): string {
  const month = monthOf(Number(year ?? today.slice(0, 4)), number);
  const past = year === undefined && monthsLater(month, 6) < today.slice(0, 7);
  return past ? monthsLater(month, 12) : month;
}

const span = (from: string, to: string, name: string): Span => ({
  from,
  to,
  label: from === to ? `${name} (${shownDay(from)})` : `${name} (${shownDay(from)} đến ${shownDay(to)})`,
});

function weekSpan(today: string, weeks: number, name: string): Span {
  const monday = addDays(today, 1 - weekday(today) + weeks * 7);
  return span(monday, addDays(monday, 6), name);
}

function monthSpan(month: string, name: string): Span {
  return span(`${month}-01`, lastDayOfMonth(month), name);
}

function quarterSpan(year: number, quarter: number): Span {
  const last = monthOf(year, quarter * 3);
  return span(`${monthOf(year, quarter * 3 - 2)}-01`, lastDayOfMonth(last), `quý ${quarter}`);
}

type Reader = (match: RegExpExecArray, today: string) => Partial<Omit<When, "read">> | null;

const dayOf = (year: number, month: number, day: number) => isoDay(year, month, day);
const one = (day: string | null, name: string): Partial<When> | null =>
  day === null ? null : { day, span: span(day, day, name) };

function dated(match: RegExpExecArray, today: string): Partial<When> | null {
  const [, day = "", month = "", year] = match;
  const full = year?.replace(/^(\d\d)$/u, "20$1") ?? today.slice(0, 4);
  const named = dayOf(Number(full), Number(month), Number(day));
  // Without a year the next such day, unless it is not long past.
  const past = named !== null && year === undefined && named < addDays(today, -60);
  return one(past ? dayOf(Number(full) + 1, Number(month), Number(day)) : named, "ngày");
}

function nextWeekday(named: string, suffix: string, today: string): Partial<When> | null {
  const target = named === "" ? 7 : (WEEKDAYS[named] ?? Number(named) - 1);
  const later = /(?:sau|toi)$/u.test(suffix);
  const monday = addDays(today, 1 - weekday(today));
  const day = addDays(monday, target - 1 + (later ? 7 : 0));
  return one(day < today ? addDays(day, 7) : day, target === 7 ? "Chủ nhật" : `thứ ${target + 1}`);
}

function endOf(unit: string, which: string, today: string): Partial<When> | null {
  const number = Number(/\d+/u.exec(which)?.[0] ?? "0");
  const later = /sau|toi/u.test(which) ? 1 : 0;
  switch (unit) {
    case "tuan":
      return one(addDays(today, 5 - weekday(today) + later * 7), "hết tuần");
    case "thang": {
      const named = number >= 1 && number <= 12 ? monthNamed(number, undefined, today) : null;
      return one(lastDayOfMonth(named ?? monthsLater(today.slice(0, 7), later)), "hết tháng");
    }
    case "quy": {
      const quarter = number >= 1 && number <= 4 ? number : Math.ceil(Number(today.slice(5, 7)) / 3) + later;
      return one(
        lastDayOfMonth(monthsLater(monthOf(Number(today.slice(0, 4)), 3), (quarter - 1) * 3)),
        "hết quý",
      );
    }
    default:
      return one(`${Number(today.slice(0, 4)) + later}-12-31`, "hết năm");
  }
}

/** Hour of "3h chiều": what is said of the half of the day, else office hours. */
function clockOf(match: RegExpExecArray): Partial<When> {
  const [, hour = "", minutes, half = ""] = match;
  const said = Number(hour);
  const afternoon = /chieu|toi/u.test(half) || (half === "" && said >= 1 && said <= 6);
  const value = afternoon && said < 12 ? said + 12 : said;
  const minute = /ruoi/u.test(match[0]) ? "30" : (minutes ?? "00");
  return value < 24 ? { clock: `${String(value).padStart(2, "0")}:${minute}` } : {};
}

const HALVES: Readonly<Record<string, string>> = {
  sang: "08:00",
  trua: "11:30",
  chieu: "14:00",
  toi: "19:00",
};

/** Said in words, the longest forms first; each is cut out of the text once read. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/\b(\d{1,2}) ?(?:h|gio|g)(?: ?(\d{2})| ruoi)?(?: (sang|trua|chieu|toi))?\b/u, clockOf],
  [/\b(\d{1,2}):(\d{2})(?: (sang|chieu|toi))?\b/u, clockOf],
  [/\b(?:ngay )?(\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?(\d{4}|\d{2}))?\b/u, dated],
  [/\bngay (\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?\b/u, dated],
  [
    /\b(?:het|cuoi) (tuan|thang|quy|nam)((?: (?:nay|sau|toi|\d{1,2}))?)\b/u,
    (match, today) => endOf(match[1] ?? "", match[2] ?? "", today),
  ],
  [
    new RegExp(`\\b(?:them|lui|cham)(?: lai)? (${COUNT}) (ngay|hom|tuan|thang)\\b`, "u"),
    (match) => ({
      plus: countOf(match[1] ?? "") * (UNITS[match[2] ?? ""] ?? 1),
    }),
  ],
  [
    new RegExp(`\\b(?:trong |sau )?(${COUNT}) (ngay|hom|tuan|thang) (?:nua|toi)\\b`, "u"),
    (match, today) => one(addDays(today, countOf(match[1] ?? "") * (UNITS[match[2] ?? ""] ?? 1)), "ngày"),
  ],
  [
    /\b(?:thu (hai|ba|tu|bon|nam|sau|bay|[2-7])|t([2-7])|chu nhat|cn)((?: tuan)? (?:nay|sau|toi))?\b/u,
    (match, today) => nextWeekday(match[1] ?? match[2] ?? "", match[3] ?? "", today),
  ],
  [/\b(?:hom nay|bua nay|ngay hom nay)\b/u, (_, today) => one(today, "hôm nay")],
  [/\b(?:ngay mai|hom sau|mai)\b/u, (_, today) => one(addDays(today, 1), "ngày mai")],
  [/\b(?:ngay kia|ngay mot)\b/u, (_, today) => one(addDays(today, 2), "ngày kia")],
  [
    /\btuan (?:sau|toi)\b/u,
    (_, today) => ({ span: weekSpan(today, 1, "tuần tới"), day: addDays(weekSpan(today, 1, "").from, 4) }),
  ],
  [
    /\btuan (?:nay|ni)\b/u,
    (_, today) => ({ span: weekSpan(today, 0, "tuần này"), day: addDays(weekSpan(today, 0, "").from, 4) }),
  ],
  [/\btuan (?:truoc|qua|roi|vua roi)\b/u, (_, today) => ({ span: weekSpan(today, -1, "tuần trước") })],
  [
    /\bthang (?:sau|toi)\b/u,
    (_, today) => {
      const month = monthsLater(today.slice(0, 7), 1);
      return { span: monthSpan(month, "tháng sau"), day: lastDayOfMonth(month) };
    },
  ],
  [
    /\bthang (?:nay|ni)\b/u,
    (_, today) => ({
      span: monthSpan(today.slice(0, 7), "tháng này"),
      day: lastDayOfMonth(today.slice(0, 7)),
    }),
  ],
  [
    /\bthang (\d{1,2})(?:(?: nam | ?\/ ?)(\d{4}))?\b/u,
    (match, today) => {
      const number = Number(match[1]);
      return number >= 1 && number <= 12
        ? { span: monthSpan(monthNamed(number, match[2], today), `tháng ${number}`) }
        : null;
    },
  ],
  [
    /\bqu[yi] (iv|iii|ii|i|[1-4])(?:(?: nam | ?\/ ?| )(\d{4}))?\b/u,
    (match, today) => {
      const named = match[1] ?? "";
      return { span: quarterSpan(Number(match[2] ?? today.slice(0, 4)), QUARTERS[named] ?? Number(named)) };
    },
  ],
  [
    /\bqu[yi] (nay|sau|toi)\b/u,
    (match, today) => {
      const at = Math.ceil(Number(today.slice(5, 7)) / 3) + (match[1] === "nay" ? 0 : 1);
      const year = Number(today.slice(0, 4));
      return { span: at > 4 ? quarterSpan(year + 1, 1) : quarterSpan(year, at) };
    },
  ],
  [
    /\bnam (?:nay|(20\d\d))\b/u,
    (match, today) => {
      const year = match[1] ?? today.slice(0, 4);
      return { span: span(`${year}-01-01`, `${year}-12-31`, `năm ${year}`) };
    },
  ],
  [/\b(?:buoi )?(sang|trua|chieu)\b/u, (match) => ({ clock: HALVES[match[1] ?? ""] ?? null })],
];

/** Reads what folded words say of time: spans, one day, an amount of days, an hour. */
export function readWhen(folded: string, today: string): When {
  let left = ` ${folded} `.replace(/ +/gu, " ");
  let when: When = { span: null, day: null, plus: null, clock: null, read: [] };
  for (const [pattern, reader] of READERS) {
    const match = pattern.exec(left);
    const found = match === null ? null : reader(match, today);
    if (match !== null && found !== null) {
      left = `${left.slice(0, match.index)} ${left.slice(match.index + match[0].length)}`;
      when = {
        span: when.span ?? found.span ?? null,
        day: when.day ?? found.day ?? null,
        plus: when.plus ?? found.plus ?? null,
        clock: when.clock ?? found.clock ?? null,
        read: [...when.read, match[0].trim()],
      };
    }
  }
  return when;
}
