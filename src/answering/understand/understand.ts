import type { Topic } from "../../domain/conversation.ts";
import type { Locality, LocalitySlug } from "../../domain/document.ts";
import type { Unit } from "../../domain/task.ts";
import { fold, oneLine } from "../../vietnamese/fold.ts";
import { namesOnlyKinds, withoutAsking } from "./asking-words.ts";
import { findGroups } from "./groups.ts";
import { maskLookalikes, readIntent } from "./intent.ts";
import { findDocumentNumber, findItem } from "./items.ts";
import { CORRECTION, FOLLOW_UP, FUNDING, OF_PLACE, OWN_CASE, RANKING } from "./patterns.ts";
import { findLocalities, findOtherPlace, plain, type Spoken, withoutPlaces } from "./places.ts";
import { findDays, findMonths, findYears } from "./times.ts";
import type { CardField, Group, Slot, Understanding } from "./understanding.ts";
import { findUnit, withoutUnit } from "./units.ts";

/** What is known about the world a question is asked in. */
export interface Surroundings {
  readonly localities: readonly Locality[];
  readonly units: readonly Unit[];
  readonly spoken: Spoken;
  /** Names the papers write between quotation marks that hold words of asking. */
  readonly names: readonly string[];
  readonly today: string;
}

/** Longest subject (in words) that a question beginning with "còn …" may bring and still lean on the topic. */
const FOLLOW_UP_WORDS = 6;

/** "lên muc 2", "tài khoản muc 1" without accents: a level of an account, not an item of a plan. */
const LEVEL = /(?<=\b(?:len|dinh danh|tai khoan|vneid|cap do|dang ky|lam|nang)\s+)muc(?=\s+[12]\b)/giu;

const withoutLevels = (text: string) => text.replace(/mức/giu, "m-c").replace(LEVEL, "m-c");

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

function percentsIn(folded: string): readonly number[] {
  const found = folded.matchAll(/(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)\s*(?:%|phan tram)/gu);
  return [...found].map((match) => Number((match[1] ?? "").replace(",", ".")));
}

/** "hỗ trợ" beside "phối hợp" asks who helps, and is not what is looked for. */
const SUPPORT = /\bphoi hop\b/u;

/** Where the money comes from is said under one head in every plan. */
const FUNDING_SUBJECT = "kinh phí thực hiện";

/** Words after "mấy", "bao nhiêu" that ask for something else than a count of things. */
const NO_COUNT =
  /^(phan|tien|trieu|ty|dong|nghin|lau|gio|thang|nam|ngay|tuan|lan|viec|nhiem|muc|giai|%|thi|la|so|diem|tuoi)\b/u;

function countedIn(folded: string): string | null {
  const match = folded.match(
    /(?:\bbao nhieu|(?<=\S )(?<!\b(?:cho|voi|cua|ke|coi) )may) ((?!nao\b|gi\b)[a-z]\S*)(.*)/u,
  );
  const [, noun = "", rest = ""] = match ?? [];
  // "mấy cái … nào" says "which ones", not "how many"; people are counted under many names.
  const plural = /\bmay\b/u.test(match?.[0] ?? "") && /\b(nao|gi|chi|mo)\b/u.test(rest);
  return noun === "" || plural || noun === "nguoi" || NO_COUNT.test(`${noun} `) ? null : noun;
}

/** What a correction ends on: "… cơ", "… mới đúng". */
const LAST_WORD = /(?<=\s)(?:cơ|kìa|mới đúng|mới phải|nhé|nha|nhá|cơ mà)\s*[.!?]*$/iu;

/** "do Hội Phụ nữ chủ trì đúng không": the body put forward is not what is looked for. */
const PUT_FORWARD =
  /(?<=\s)do\s+(?:\S+\s+){1,6}?(chủ trì|phụ trách|đảm nhận|làm đầu mối|lo)(?=\s.*(?:không|chứ|à|hả))/iu;

/** Artificial intelligence, not "ai" (who), where not the whole question is in capitals. */
const AI = /(?<=\p{Ll}.*)(?<!\p{L})AI(?!\p{L})/gu;

/** A name between quotation marks of at least two words. */
const QUOTED = /[“"]([^“”"]+\s[^“”"]+)[”"]/u;

/** A name the papers write between quotation marks is meant as it stands, though half of it be words of asking. */
function quoteNames(text: string, names: readonly string[]): string {
  const words = text.split(/\s+/u);
  for (const name of QUOTED.test(text) ? [] : names) {
    const wanted = plain(name);
    const size = wanted.split(" ").length;
    const at = words.findIndex((_, i) => plain(words.slice(i, i + size).join(" ")) === wanted);
    if (at >= 0) {
      return [...words.slice(0, at), `“${name}”`, ...words.slice(at + size)].join(" ");
    }
  }
  return text;
}

function quotedName(text: string): string | null {
  const [quoted, name] = text.match(QUOTED) ?? [];
  const whole = quoted === undefined || quoted.length > text.length / 2 + 10;
  return name === undefined || whole || namesOnlyKinds(name) ? null : name;
}

/** A name between quotation marks is looked for whole, asking words and all: “Học từ làm việc thực tế”. */
function subjectOf(text: string, around: Surroundings): string {
  const name = quotedName(text);
  if (name !== null) {
    return oneLine(`${name} ${subjectOf(text.replace(QUOTED, " "), around)}`);
  }
  const said = text.replace(LAST_WORD, " ").replace(PUT_FORWARD, " $1 ");
  const bare = withoutAsking(withoutPlaces(said, around.localities).replace(/[?!,;:"“”()]/gu, " "));
  return oneLine(
    bare.replace(/(?<![\p{L}\d./-])(?:20\d\d|\d{1,2}[/.-]\d{1,2}[/.-]20\d\d)(?![\p{L}\d/-])/gu, " "),
  );
}

function leansOn(topic: Topic | null, folded: string, subject: string, ownIntent: boolean): boolean {
  if (topic === null) {
    return false;
  }
  const words = subject === "" ? 0 : subject.split(" ").length;
  const cue = FOLLOW_UP.test(folded) || CORRECTION.test(folded);
  return words === 0 || (cue && words <= FOLLOW_UP_WORDS && (!ownIntent || words <= OWN_WORDS));
}

/**
 * Reads a question. `text` is the repaired question (accents restored); `chosen` the locality picked for this chat.
 * A follow-up takes locality, subject and field from the topic where it does not bring its own.
 */
export function understand(
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
  // "mức 2" is a level, not item 2: only the accent tells.
  const item = findItem(padded(withoutLevels(typed))) ?? findItem(padded(withoutLevels(text)));
  const quoting = quoteNames(text, around.names).replace(AI, "trí tuệ nhân tạo");
  const whole = FUNDING.test(folded) ? FUNDING_SUBJECT : subjectOf(quoting, around);
  const subject = SUPPORT.test(folded) ? whole.replace(/(?<!\p{L})hỗ trợ(?!\p{L})/giu, " ").trim() : whole;
  const guess = findUnit(folded, around.units, named[0] ?? chosen);
  const asked = readIntent({
    folded,
    hasUnit: guess !== null,
    hasItem: item !== null,
    hasGroup: groups.length > 0,
    hasSubject: !namesOnlyKinds(whole),
    places: named.length,
    years: years.length,
  });
  const premise = asked.slot === "lead" && guess !== null && PREMISE.test(folded);
  const ownIntent = asked.intent !== "fact" || asked.slot !== null || asked.cardField !== null;
  const followUp = leansOn(topic, folded, subject, ownIntent);
  const base = followUp ? topic : null;
  const locality = named[0] ?? base?.locality ?? chosen;
  const unit = findUnit(folded, around.units, locality) ?? null;
  const inherited = base !== null && !ownIntent;
  const bare = subject === "" ? base : null;
  return {
    typed,
    text,
    folded,
    intent: inherited ? base.intent : asked.intent,
    slot:
      asked.slot ?? (base !== null && (inherited || item !== null) && isSlot(base.slot) ? base.slot : null),
    leadToo: asked.slot === "support" && /\b(chu tri|phu trach|dung dau)\b/u.test(folded),
    cardField: asked.cardField ?? (inherited ? cardFieldOf(base.slot) : null),
    needs: asked.needs,
    named,
    locality,
    otherPlace: named.length > 0 ? null : findOtherPlace(typed, text, around.localities, around.spoken),
    years: years.length > 0 ? years : listed((bare ?? (inherited ? base : null))?.year),
    days: findDays(folded),
    months: findMonths(folded),
    groups: groups.length > 0 ? groups : listed(bare?.group as Group | null | undefined),
    unit: unit?.name ?? bare?.unit ?? null,
    item,
    documentNumber: findDocumentNumber(text),
    assumedPercents: percentsIn(folded),
    yesNo: YES_NO.test(folded),
    counted: countedIn(folded),
    ownCase: OWN_CASE.test(folded),
    ranking: RANKING.test(folded),
    ofPlace: OF_PLACE.test(folded),
    quoted: quotedName(quoting),
    subject: bare?.words ?? (premise ? withoutUnit(subject, guess) : subject),
    followUp,
    correction: topic !== null && CORRECTION.test(folded) && followUp,
  };
}
