import type { CardAsk, CommuneCard, DeskField } from "../../domain/commune-card.ts";
import type { Citation } from "../../domain/conversation.ts";
import type { LocalitySlug } from "../../domain/document.ts";
import type { Hotline } from "../../domain/knowledge.ts";
import { shownDay } from "../../vietnamese/text/dates.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import { CARD } from "../../vietnamese/wording/residents/card.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { CARD_DOC, HOTLINES_DOC, hotlineQuote, hotlineSource, lessonQuote } from "../index/register-text.ts";
import { type Draft, localityName } from "./draft.ts";

/** A card that holds nothing of what is asked says so, and whom to ask. */
export type CardWording =
  | { readonly kind: "draft"; readonly draft: Draft }
  | { readonly kind: "missing"; readonly text: string };

interface CardLine {
  readonly text: string;
  /** Whose line it is: "Công an xã Ninh Giang". */
  readonly of: string;
  /** Values of the card, as they stand there. */
  readonly quotes: readonly string[];
}

function cardOf(base: EditionIndex, slug: LocalitySlug): CommuneCard | null {
  return base.edition.cards?.find(({ locality }) => locality === slug) ?? null;
}

export const cardHolds = (base: EditionIndex, slug: LocalitySlug, ask: CardAsk): boolean =>
  cardLine(base, slug, ask) !== null;

function cardLine(base: EditionIndex, slug: LocalitySlug, ask: CardAsk): CardLine | null {
  const card = cardOf(base, slug);
  const place = localityName(slug, base);
  if (card === null) {
    return null;
  }
  if (ask.desk !== null) {
    const desk = card.desks[ask.desk];
    const of = CARD.desk(ask.desk, place);
    const own = desk?.[ask.field] ?? null;
    if (own !== null) {
      return { text: lineOf(ask.field, of, own), of, quotes: [own] };
    }
    const hours = ask.field === "weekend" ? (desk?.hours ?? null) : null;
    return hours === null ? null : { text: CARD.hoursOnly(of, hours), of, quotes: [hours] };
  }
  const of = CARD.own(ask.field, place);
  if (ask.field === "classes") {
    const quotes = card.classes.map(lessonQuote);
    return quotes.length === 0 ? null : { text: [`${of}:`, ...quotes].join("\n"), of, quotes };
  }
  const value = card[ask.field];
  return value === null ? null : { text: CARD.line(of, value), of, quotes: [value] };
}

const lineOf = (field: DeskField, of: string, value: string): string =>
  field === "hours" ? CARD.hours(of, value) : CARD.line(of, value);

/** The lines that answer first, each thing asked its own; then what the card lacks; then where from. */
export function composeRegisters(
  base: EditionIndex,
  locality: LocalitySlug | null,
  asks: readonly CardAsk[],
  hotlines: readonly Hotline[],
): CardWording {
  const lines = asks.map((ask) => ({ ask, line: locality === null ? null : cardLine(base, locality, ask) }));
  const held = lines.flatMap(({ line }) => line ?? []);
  const lacking = lines.flatMap(({ ask, line }) => (line === null ? [ask] : []));
  const place = localityName(locality, base);
  const missing = lacking.length === 0 ? [] : [CARD.missing(place, lacking.map(nameOf).join("; "))];
  if (held.length === 0 && hotlines.length === 0) {
    return { kind: "missing", text: [...missing, ...whereElse(base, locality)].join("\n") };
  }
  const day = shownDay((locality === null ? null : cardOf(base, locality))?.updated ?? "");
  const text = [
    ...hotlines.map(({ name, number }) => CARD.hotline(name, number)),
    ...held.map((line) => line.text),
    ...new Set(hotlines.map(({ use }) => CARD.hotlineUse(use))),
    ...missing,
    ...(held.length === 0 ? [] : [CARD.source(place, day)]),
    ...new Set(hotlines.map(hotlineSource)),
  ].join("\n");
  const listed = hotlines.map((line): Citation => {
    const cited = { doc: HOTLINES_DOC, section: "", title: CARD.hotlines, quote: hotlineQuote(line) };
    return /^https?:/u.test(line.source) ? { ...cited, url: line.source } : cited;
  });
  const citations = held.flatMap(({ of, quotes }) =>
    quotes.map((quote): Citation => ({ doc: CARD_DOC, section: of, title: CARD.title(place, day), quote })),
  );
  const draft = {
    intent: "fact",
    text,
    citations: [...listed, ...citations],
    counts: [],
    section: null,
  } as const;
  return { kind: "draft", draft };
}

const nameOf = (ask: CardAsk): string =>
  ask.desk === null ? CARD.missingOwn(ask.field) : CARD.missingOf(ask.field, ask.desk);

/** Whom to ask instead: a number on the same card, the contact of the place, or the desk that every commune has. */
function whereElse(base: EditionIndex, locality: LocalitySlug | null): readonly string[] {
  const card = locality === null ? null : cardOf(base, locality);
  for (const desk of ["office", "one_stop"] as const) {
    const phone = card?.desks[desk]?.phone ?? null;
    if (phone !== null) {
      return [CARD.askAt(CARD.desk(desk, localityName(locality, base)), phone)];
    }
  }
  const contacts = locality === null ? [] : (base.localities.get(locality)?.contacts ?? []);
  return contacts.length > 0 ? contacts.map(CARD.contact) : [ANSWERS.askOffice];
}
