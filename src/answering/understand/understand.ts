import type { Intent, Topic } from "../../domain/conversation.ts";
import type { Locality, LocalitySlug } from "../../domain/document.ts";
import type { Unit } from "../../domain/task.ts";
import { fold, oneLine } from "../../vietnamese/text/normalise.ts";
import { namesOnlyKinds, withoutGroups } from "./asking-words.ts";
import { countedIn, percentsIn } from "./figures.ts";
import { findGroups } from "./groups.ts";
import { clausesOf } from "./halves.ts";
import { type Asked, maskLookalikes, readIntent } from "./intent.ts";
import { findDocumentNumber, findItem, withoutLevels } from "./items.ts";
import { findPlaces } from "./named-places.ts";
import { CORRECTION, FOLLOW_UP, OF_PLACE, OWN_CASE, RANKING, WHERE_TO_SEE } from "./patterns.ts";
import { findOtherPlace, type OtherPlace, type PaperNames, plain } from "./places.ts";
import { readQuery } from "./query.ts";
import { quotedName, quoteNames, subjectOf } from "./subject.ts";
import { findDays, findMonths, findYears } from "./times.ts";
import type { CardField, Slot, TargetGroup, Understanding } from "./understanding.ts";
import { findKin, findUnit, withoutUnit } from "./units.ts";

/** What is known about the world a question is asked in. */
export interface Surroundings {
  readonly localities: readonly Locality[];
  readonly units: readonly Unit[];
  readonly paperNames: PaperNames;
  /** Names the papers write between quotation marks that hold words of asking. */
  readonly names: readonly string[];
  readonly today: string;
}

/** Longest subject (in words) that a question beginning with "còn …" may bring and still lean on the topic. */
const FOLLOW_UP_WORDS = 6;

/** The same for one that asks for something of its own: "con mục 6.2". */
const OWN_WORDS = 3;

const padded = (text: string) => ` ${oneLine(fold(text).replace(/[?!…"“”'‘’()]/gu, " "))} `;

const isSlot = (slot: string | undefined): slot is Slot =>
  slot !== undefined && ["lead", "support", "schedule", "result", "content", "verbatim"].includes(slot);

const YES_NO = /\b(khong|chua|dung khong|phai khong) $|^ (co phai|co dung|phai chang)\b/u;

/** A body that is put forward, for confirming or for its reason. */
const PREMISE = new RegExp(`${YES_NO.source}|\\b(vi sao|tai sao|sao lai)\\b`, "u");

const listed = <T>(value: T | null | undefined): readonly T[] => (value == null ? [] : [value]);

const CARD_FIELDS: readonly CardField[] = [
  "signer",
  "issuer",
  "date",
  "number",
  "replaces",
  "bases",
  "recipients",
];

/** A card's field is kept in the topic as "card:signer". */
function cardFieldOf(slot: string | undefined): CardField | null {
  return CARD_FIELDS.find((field) => slot === `card:${field}`) ?? null;
}

/** What a message begins with before it says anything: "ừ thế kinh phí thì sao". */
const PARTICLES = /^ (?:(?:u|o|uh|um|da|vang|ok|oke|okie|duoc roi|hieu roi|ro roi|cam on|roi) )+(?=\S)/u;

/** A figure is asked for by the word for it: a whole question, where nothing but a figure was talked about before. */
const OWN_FIGURE = /\b(chi tieu|muc tieu|ty le|ti le)\b/u;

/** "cụ thể bao nhiêu tiền", "có lương không": of what, was said before. */
const FRAGMENT = /^(?:số )?(?:tiền|đồng|lương|thưởng|phụ cấp|con số)$/iu;

interface Leaning {
  readonly topic: Topic | null;
  readonly folded: string;
  readonly subject: string;
  readonly own: boolean;
  readonly intent: Intent;
}

function leansOn({ topic, folded, subject, own, intent }: Leaning): boolean {
  if (topic === null) {
    return false;
  }
  const words = subject === "" ? 0 : subject.split(" ").length;
  const cue = FOLLOW_UP.test(folded) || CORRECTION.test(folded);
  const whole =
    intent === "target" && OWN_FIGURE.test(folded) && (topic.intent !== "target" || OF_PLACE.test(folded));
  if (words === 0) {
    return cue || !whole || topic.pending !== undefined;
  }
  const onlyGroup = !own && (withoutGroups(subject) === "" || FRAGMENT.test(subject));
  return onlyGroup || (cue && words <= FOLLOW_UP_WORDS && (!own || words <= OWN_WORDS));
}

/** What a follow-up takes from the topic: all that is asked where it asks nothing itself, the field where it names an item. */
function taking(base: Topic | null, asked: Asked, own: boolean, hasItem: boolean) {
  const whole = own ? null : base;
  const slot = (whole ?? (hasItem ? base : null))?.slot;
  return {
    intent: whole?.intent ?? asked.intent,
    slot: asked.slot ?? (isSlot(slot) ? slot : null),
    cardField: asked.cardField ?? cardFieldOf(whole?.slot),
    year: whole?.year,
  };
}

/** "thế còn người già" behind "người khuyết tật được học gì": the same of another group. */
function otherGroup(base: Topic | null, subject: string): string | null {
  const rest = base === null ? "" : withoutGroups(base.words);
  return base !== null &&
    subject !== "" &&
    withoutGroups(subject) === "" &&
    rest !== "" &&
    rest !== base.words
    ? `${subject} ${rest}`
    : null;
}

/**
 * Reads a question. `text` is the repaired question (accents restored); `chosen` the locality picked for this chat.
 * A follow-up takes locality, subject and field from the topic where it does not bring its own. A message that asks two
 * things also holds each of them, the second read as a follow-up of the first.
 */
export function understandQuestion(
  typed: string,
  text: string,
  chosen: LocalitySlug | null,
  topic: Topic | null,
  around: Surroundings,
): Understanding {
  const whole = readOne(typed, text, chosen, topic, around);
  const clauses = whole.leadToo || whole.query.scope === "several" ? [text] : clausesOf(text);
  if (clauses.length < 2) {
    return whole;
  }
  let before = topic;
  const halves = clauses.map((clause) => {
    const half = readOne(clause, clause, whole.locality, before, around);
    before = topicOf(half);
    return half;
  });
  const kinds = new Set(halves.map(kindOf));
  return kinds.size === halves.length ? { ...whole, halves } : whole;
}

/** What a clause asks for; two clauses that ask for the same are one question said twice. */
function kindOf({ slot, cardField, needs, intent, subject }: Understanding): string {
  return `${slot ?? cardField ?? [...needs, intent].join(" ")} ${subject}`;
}

function topicOf({ locality, intent, subject, years, groups, unit, slot, cardField }: Understanding): Topic {
  return {
    locality,
    intent,
    words: subject,
    year: years[0] ?? null,
    group: groups[0] ?? null,
    unit,
    doc: null,
    section: null,
    ...keptSlot(slot, cardField),
  };
}

const keptSlot = (slot: Slot | null, cardField: CardField | null): { readonly slot?: string } => {
  const kept = slot ?? (cardField === null ? null : `card:${cardField}`);
  return kept === null ? {} : { slot: kept };
};

function readOne(
  typed: string,
  text: string,
  chosen: LocalitySlug | null,
  topic: Topic | null,
  around: Surroundings,
): Understanding {
  const folded = padded(maskLookalikes(text)).replace(PARTICLES, " ");
  const picked = topic?.choices?.find(({ label }) => plain(label) === plain(typed))?.value ?? null;
  const isPlace = around.localities.some(({ slug }) => slug === picked);
  const places = isPlace
    ? { named: picked === null ? [] : [picked], doubtful: [], stranger: null }
    : findPlaces(typed, text, around.localities, chosen);
  const { named } = places;
  const spoken = folded.trim().split(" ").length <= SHORT ? (topic?.year ?? null) : null;
  const years = findYears(folded, around.today, spoken);
  const groups = findGroups(folded);
  const item = findItem(padded(withoutLevels(typed))) ?? findItem(padded(withoutLevels(text)));
  const quoting = quoteNames(text, around.names);
  const subject = subjectOf(quoting, folded, around.localities);
  const here = named[0] ?? chosen;
  const unitIn = (place: LocalitySlug | null) =>
    findUnit(folded, around.units, place) ?? findKin(folded, around.units, place);
  const guess = unitIn(here);
  const asked = readIntent({
    folded,
    hasUnit: guess !== null,
    hasItem: item !== null,
    hasGroup: groups.length > 0,
    hasSubject: !namesOnlyKinds(subject),
    places: named.length,
    years: years.length,
  });
  const own = asked.intent !== "fact" || asked.slot !== null || asked.cardField !== null;
  const followUp = leansOn({ topic, folded, subject, own, intent: asked.intent });
  const base = followUp ? topic : null;
  const locality = named[0] ?? base?.locality ?? chosen;
  const taken = taking(base, asked, own, item !== null);
  const bare = subject === "" ? base : null;
  const premise = asked.slot === "lead" && PREMISE.test(folded) ? guess : null;
  return {
    typed,
    text,
    folded,
    intent: taken.intent,
    slot: taken.slot,
    leadToo: asked.slot === "support" && /\b(chu tri|phu trach|dung dau)\b/u.test(folded),
    cardField: taken.cardField,
    needs: asked.needs,
    named,
    doubtful: places.doubtful,
    locality,
    otherPlace: otherPlaceOf(places, typed, text, around),
    years: years.length > 0 ? years : listed(bare?.year ?? taken.year),
    days: findDays(folded),
    months: findMonths(folded),
    groups: groups.length > 0 ? groups : listed(bare?.group as TargetGroup | null | undefined),
    unit: unitIn(locality)?.name ?? bare?.unit ?? null,
    item,
    documentNumber: findDocumentNumber(text),
    assumedPercents: percentsIn(folded),
    yesNo: YES_NO.test(folded),
    counted: countedIn(folded),
    ownCase: OWN_CASE.test(folded) && !WHERE_TO_SEE.test(folded),
    ranking: RANKING.test(folded),
    ofPlace: OF_PLACE.test(folded),
    quoted: quotedName(quoting),
    subject:
      bare?.words ??
      otherGroup(base, subject) ??
      (premise === null ? subject : withoutUnit(subject, premise)),
    query: readQuery({
      folded,
      intent: taken.intent,
      cardField: taken.cardField,
      named: named.length,
      hasLocality: locality !== null,
      measured: groups.length > 0 && years.length > 0,
    }),
    halves: [],
    followUp,
    correction: topic !== null && CORRECTION.test(folded) && followUp,
  };
}

/** Words up to which "năm sau" counts from the year that was talked about. */
const SHORT = 5;

/** A place no loaded paper is of; a name that is a neighbour's but for a tone mark is one, too. */
function otherPlaceOf(
  { named, stranger }: ReturnType<typeof findPlaces>,
  typed: string,
  text: string,
  { localities, paperNames }: Surroundings,
): OtherPlace | null {
  if (stranger !== null) {
    return { place: stranger, mentioned: false };
  }
  return named.length > 0 ? null : findOtherPlace(typed, text, localities, paperNames);
}
