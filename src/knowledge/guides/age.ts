// How old and how official the sources of a guide are, and whether a line with an old figure says how old it is.

import type { Guide, GuideSource } from "../../domain/document.ts";
import { type Contacts, figuresOf, host } from "./figures.ts";
import type { GuideRules } from "./lint-rules.ts";
import { proseOf } from "./prose.ts";

interface OldFigure {
  readonly figure: string;
  readonly place: string;
  /** Of the newest source that states it, as written there. */
  readonly date: string;
}

/** Whether the office that decides the matter speaks here itself. */
export function isOfficial({ url }: GuideSource, { officialHosts }: GuideRules): boolean {
  const at = host(url);
  return officialHosts.some((ending) => at === ending || at.endsWith(`.${ending}`));
}

/** Official sources first, then the newest; what bears no date comes last of its kind. */
export function sourcesInOrder(guide: Guide, rules: GuideRules): readonly GuideSource[] {
  const [official, others] = [true, false].map((wanted) =>
    newestFirst(guide.sources.filter((source) => isOfficial(source, rules) === wanted)),
  );
  return [...(official ?? []), ...(others ?? [])];
}

/** The last day on which the newest source may have been written; null when none bears a date. */
export function newestSource({ sources }: Guide): string | null {
  const [newest] = newestFirst(sources);
  return newest === undefined || !isDated(newest) ? null : lastDay(newest);
}

/** Figures whose every source is too old on the day of checking, in lines that do not say so. */
export function oldFigures(guide: Guide, contacts: Contacts, rules: GuideRules): readonly OldFigure[] {
  const oldest = monthBefore(guide.checkedOn, rules.sourceMonths);
  const texts = new Map(proseOf(guide).map(({ place, text }) => [place, text]));
  const old = new Map<string, OldFigure>();
  for (const { figure, place, stated } of figuresOf(guide, contacts)) {
    const fresh = stated.some((source) =>
      isDated(source) ? firstDay(source) >= oldest : isOfficial(source, rules),
    );
    const newest = newestFirst(stated)[0];
    const ages = !fresh && !rules.lasting.includes(figure);
    if (newest !== undefined && ages && !saysItsAge(texts.get(place) ?? "", figure, rules)) {
      old.set(`${place} ${figure}`, { figure, place, date: newest.date });
    }
  }
  return [...old.values()];
}

/** "theo nguồn năm 2022", "luật năm 2019"; a figure that is a year or a day says it by itself. */
function saysItsAge(text: string, figure: string, { ageWords, undated }: GuideRules): boolean {
  const year = "(?<!\\d)(?:19|20)\\d{2}(?!\\d)";
  const told = new RegExp(`(?<!\\p{L})(?:${ageWords.join("|")})(?!\\p{L})[^.;:]*${year}`, "iu");
  return new RegExp(year, "u").test(figure) || told.test(text) || text.includes(undated);
}

/** The month that many months before a day, as "2025-05". */
function monthBefore(day: string, months: number): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

const isDated = ({ date }: GuideSource): boolean => /^\d/u.test(date);

/** "2025" may be of January: the first day decides whether it is too old. */
const firstDay = ({ date }: GuideSource): string => `${date}-01-01`.slice(0, 10);

/** For putting sources in order and comparing with laws; "" without a date. */
function lastDay(source: GuideSource): string {
  if (!isDated(source)) {
    return "";
  }
  return source.date.length === 7 ? `${source.date}-31` : `${source.date}-12-31`.slice(0, 10);
}

const newestFirst = (sources: readonly GuideSource[]): readonly GuideSource[] =>
  [...sources].sort((a, b) => lastDay(b).localeCompare(lastDay(a)));
