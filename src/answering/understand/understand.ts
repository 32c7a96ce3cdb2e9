import type { Topic } from "../../domain/conversation.ts";
import type { Locality, LocalitySlug } from "../../domain/document.ts";
import type { Unit } from "../../domain/task.ts";
import { fold, oneLine } from "../../vietnamese/text/normalise.ts";
import { namesOnlyKinds } from "./asking-words.ts";
import { countedIn, percentsIn } from "./figures.ts";
import { findGroups } from "./groups.ts";
import { type Asked, maskLookalikes, readIntent } from "./intent.ts";
import { findDocumentNumber, findItem, withoutLevels } from "./items.ts";
import { CORRECTION, FOLLOW_UP, OF_PLACE, OWN_CASE, RANKING, WHERE_TO_SEE } from "./patterns.ts";
import { findLocalities, findOtherPlace, type PaperNames } from "./places.ts";
import { quotedName, quoteNames, subjectOf } from "./subject.ts";
import { findDays, findMonths, findYears } from "./times.ts";
import type { CardField, Slot, TargetGroup, Understanding } from "./understanding.ts";
import { findUnit, withoutUnit } from "./units.ts";

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

const CARD_FIELDS: readonly CardField[] = ["signer", "issuer", "date", "number", "replaces", "bases"];

/** A card's field is kept in the topic as "card:signer". */
function cardFieldOf(slot: string | undefined): CardField | null {
  return CARD_FIELDS.find((field) => slot === `card:${field}`) ?? null;
}

function leansOn(topic: Topic | null, folded: string, subject: string, ownIntent: boolean): boolean {
  if (topic === null) {
    return false;
  }
  const words = subject === "" ? 0 : subject.split(" ").length;
  const cue = FOLLOW_UP.test(folded) || CORRECTION.test(folded);
  return words === 0 || (cue && words <= FOLLOW_UP_WORDS && (!ownIntent || words <= OWN_WORDS));
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

/**
 * Reads a question. `text` is the repaired question (accents restored); `chosen` the locality picked for this chat.
 * A follow-up takes locality, subject and field from the topic where it does not bring its own.
 */
export function understandQuestion(
  typed: string,
  text: string,
  chosen: LocalitySlug | null,
  topic: Topic | null,
  around: Surroundings,
): Understanding {
  const folded = padded(maskLookalikes(text));
  const named = findLocalities(folded, around.localities);
  const years = findYears(folded, around.today);
  const groups = findGroups(folded);
  const item = findItem(padded(withoutLevels(typed))) ?? findItem(padded(withoutLevels(text)));
  const quoting = quoteNames(text, around.names);
  const subject = subjectOf(quoting, folded, around.localities);
  const guess = findUnit(folded, around.units, named[0] ?? chosen);
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
  const followUp = leansOn(topic, folded, subject, own);
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
    locality,
    otherPlace: named.length > 0 ? null : findOtherPlace(typed, text, around.localities, around.paperNames),
    years: years.length > 0 ? years : listed(bare?.year ?? taken.year),
    days: findDays(folded),
    months: findMonths(folded),
    groups: groups.length > 0 ? groups : listed(bare?.group as TargetGroup | null | undefined),
    unit: findUnit(folded, around.units, locality)?.name ?? bare?.unit ?? null,
    item,
    documentNumber: findDocumentNumber(text),
    assumedPercents: percentsIn(folded),
    yesNo: YES_NO.test(folded),
    counted: countedIn(folded),
    ownCase: OWN_CASE.test(folded) && !WHERE_TO_SEE.test(folded),
    ranking: RANKING.test(folded),
    ofPlace: OF_PLACE.test(folded),
    quoted: quotedName(quoting),
    subject: bare?.words ?? (premise === null ? subject : withoutUnit(subject, premise)),
    followUp,
    correction: topic !== null && CORRECTION.test(folded) && followUp,
  };
}
