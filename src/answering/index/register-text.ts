// The commune's card and the list of hotlines as texts that can be quoted and checked like a paper.
import type { CommuneCard, CommuneClass } from "../../domain/commune-card.ts";
import type { Edition, Hotline } from "../../domain/knowledge.ts";
import { shownDay } from "../../vietnamese/text/dates.ts";
import { CARD } from "../../vietnamese/wording/residents/card.ts";

/** What stands for a card and for the list of hotlines in citations; no paper bears these names. */
export const CARD_DOC = "cards.yaml";
export const HOTLINES_DOC = "hotlines.yaml";

/** The text of a register; null for the name of a paper. */
export function registerText({ cards, hotlines }: Edition, doc: string): string | null {
  switch (doc) {
    case CARD_DOC:
      return (cards ?? []).flatMap(cardValues).join("\n");
    case HOTLINES_DOC:
      return hotlines.map(hotlineQuote).join("\n");
    default:
      return null;
  }
}

function cardValues({ desks, website, zalo, classes }: CommuneCard): readonly string[] {
  const values = [...Object.values(desks).flatMap((desk) => Object.values(desk ?? {})), website, zalo];
  return [...values.filter((value) => value !== null), ...classes.map(lessonQuote)];
}

export const lessonQuote = ({ hamlet, place, time, matter }: CommuneClass): string =>
  CARD.lesson(hamlet, [time, ...[place, matter].filter((one) => one !== null)]);

/** One entry of the list of hotlines. */
export const hotlineQuote = (line: Hotline): string =>
  [CARD.hotline(line.name, line.number), CARD.hotlineUse(line.use), hotlineSource(line)].join("\n");

export function hotlineSource({ source, date }: Hotline): string {
  const host = /^https?:\/\/(?:www\.)?([^/]+)/u.exec(source)?.[1] ?? source;
  return CARD.hotlineSource(host, /^\d{4}/u.test(date) ? shownDay(date) : "");
}
