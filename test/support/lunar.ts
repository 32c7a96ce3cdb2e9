// The Vietnamese lunar calendar at UTC+7: months begin on the day of the new moon, month 11 holds the winter
// solstice, and a year of thirteen moons repeats the first month in which the sun enters no new sign.
// New moons and the sun's place after Meeus, Astronomical Algorithms, chapters 25 and 49; good to some minutes
// for 1900-2100, checked against the published Tết days of 2020-2035.

const RAD = Math.PI / 180;
const MOON_MONTH = 29.530588861;
/** Julian date of the first new moon of the year 2000. */
const FIRST_MOON = 2451550.09766;
/** Julian day number of 1970-01-01. */
const EPOCH_DAY = 2440588;
const ZONE = 7 / 24;

/** Dynamical time runs ahead of the clock; about 65 to 85 seconds in this century's first half. */
const CLOCK_LAG = 75 / 86_400;

function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const sun = (2.5534 + 29.1053567 * k - 0.0000014 * t * t) * RAD;
  const moon = (201.5643 + 385.81693528 * k + 0.0107582 * t * t) * RAD;
  const node = (160.7108 + 390.67050284 * k - 0.0016118 * t * t) * RAD;
  const e = 1 - 0.002516 * t - 0.0000074 * t * t;
  const shift =
    -0.4072 * Math.sin(moon) +
    0.17241 * e * Math.sin(sun) +
    0.01608 * Math.sin(2 * moon) +
    0.01039 * Math.sin(2 * node) +
    0.00739 * e * Math.sin(moon - sun) -
    0.00514 * e * Math.sin(moon + sun) +
    0.00208 * e * e * Math.sin(2 * sun) -
    0.00111 * Math.sin(moon - 2 * node) -
    0.00057 * Math.sin(moon + 2 * node) +
    0.00056 * e * Math.sin(2 * moon + sun) -
    0.00042 * Math.sin(3 * moon) +
    0.00042 * e * Math.sin(sun + 2 * node) +
    0.00038 * e * Math.sin(sun - 2 * node) -
    0.00024 * e * Math.sin(2 * moon - sun);
  const instant = FIRST_MOON + MOON_MONTH * k + 0.00015437 * t * t + shift - CLOCK_LAG;
  return Math.floor(instant + 0.5 + ZONE);
}

/** Twelfth of the sky the sun stands in at the start of a local day; 9 begins with the winter solstice. */
function sunSign(day: number): number {
  const t = (day - 0.5 - ZONE - 2451545) / 36525;
  const anomaly = (357.52911 + 35999.05029 * t - 0.0001537 * t * t) * RAD;
  const longitude =
    280.46646 +
    36000.76983 * t +
    (1.914602 - 0.004817 * t) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly) -
    0.00569;
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + EPOCH_DAY;
}

function isoOf(day: number): string {
  return new Date((day - EPOCH_DAY) * 86_400_000).toISOString().slice(0, 10);
}

/** Index of the last new moon on or before a day. */
function moonBefore(day: number): number {
  let k = Math.round((day - FIRST_MOON) / MOON_MONTH) + 1;
  while (newMoonDay(k) > day) {
    k -= 1;
  }
  return k;
}

/** Index of the new moon that begins month 11 of a year: the month that holds the winter solstice. */
function eleventhMoon(year: number): number {
  const k = moonBefore(dayNumber(`${year}-12-31`));
  return sunSign(newMoonDay(k)) >= 9 ? k - 1 : k;
}

/** Moons after month 11 at which the leap month begins; null in a year of twelve. */
function leapOffset(first: number, last: number): number | null {
  if (last - first !== 13) {
    return null;
  }
  for (let offset = 1; offset < 13; offset += 1) {
    if (sunSign(newMoonDay(first + offset)) === sunSign(newMoonDay(first + offset + 1))) {
      return offset;
    }
  }
  return null;
}

/** The calendar day of a lunar date in an ordinary (not leap) month: lunarDay(2027, 1, 1) is Tết of 2027. */
export function lunarDay(year: number, month: number, day: number): string {
  const first = eleventhMoon(month >= 11 ? year : year - 1);
  const leap = leapOffset(first, eleventhMoon(month >= 11 ? year + 1 : year));
  const plain = (month + 1) % 12;
  const offset = leap !== null && plain >= leap ? plain + 1 : plain;
  return isoOf(newMoonDay(first + offset) + day - 1);
}

/** First day of the lunar year. */
export function tetOf(year: number): string {
  return lunarDay(year, 1, 1);
}
