import type { PersonalData } from "../../vietnamese/privacy/privacy.ts";
import { findPersonalData } from "../../vietnamese/privacy/privacy.ts";
import { attackIn } from "./attack.ts";
import { offTopic } from "./off-topic.ts";
import type { GuardText } from "./pieces.ts";
import { READ_AT_MOST, readPieces } from "./pieces.ts";
import type { Told } from "./received/addresses.ts";
import { readAddresses } from "./received/addresses.ts";
import type { Register } from "./received/register.ts";
import { EMPTY_REGISTER } from "./received/register.ts";
import type { Piece } from "./rules.ts";
import { allHeard, asTyped, firstRule } from "./rules.ts";
import type { SafetyData } from "./safety.ts";
import { smallTalk } from "./small-talk.ts";
import type { Emergency } from "./urgency/kinds.ts";
import { isDanger } from "./urgency/kinds.ts";
import type { Sound, Urgency } from "./urgency/urgency.ts";
import { STILL } from "./urgency/urgency.ts";

/** Graphemes of one question. */
const LONGEST_QUESTION = 1_000;
/** UTF-16 units that one written letter takes at most; more is no letter, and not worth the time of counting. */
const LONGEST_GRAPHEME = 16;

/** What a message is before anything is looked up. `personal` says what must not be stored, whatever the kind. */
export type GuardVerdict = { readonly personal: readonly PersonalData[] } & (
  | { readonly kind: "pass"; readonly offTopic: { readonly reason: string | null; readonly score: number } }
  | { readonly kind: "empty" }
  | { readonly kind: "too_long" }
  | { readonly kind: "personal_data" }
  /** `guide` says the rest after the three first acts; `heard`: the words that carried it. */
  | {
      readonly kind: "urgent";
      readonly urgent: Emergency;
      readonly guide: string | null;
      readonly heard: readonly string[];
    }
  /** `guide` is the one that says more, where there is one. */
  | {
      readonly kind: "danger";
      readonly danger: string;
      readonly alsoUrgent: Emergency | null;
      readonly guide: string | null;
      readonly heard: readonly string[];
    }
  | { readonly kind: "attack"; readonly reason: string }
  | { readonly kind: "harm"; readonly reason: string }
  /** Can this message, call or rumour be believed? `guide` tells how to know; `told`: addresses and numbers in it, compared. */
  | {
      readonly kind: "doubt";
      readonly doubt: string;
      readonly guide: string | null;
      readonly told: readonly Told[];
      readonly heard: readonly string[];
    }
  | { readonly kind: "smalltalk"; readonly talk: string }
  | { readonly kind: "off_topic"; readonly reason: string }
);

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

function isTooLong(text: string): boolean {
  const whole = text.normalize("NFC");
  if (whole.length <= LONGEST_QUESTION || whole.length > LONGEST_QUESTION * LONGEST_GRAPHEME) {
    return whole.length > LONGEST_QUESTION;
  }
  let count = 0;
  for (const _ of graphemes.segment(whole)) {
    count += 1;
    if (count > LONGEST_QUESTION) {
      return true;
    }
  }
  return false;
}

/** Probabilities that must be reached; chosen so that at most one ordinary line in a hundred is an alarm, see docs/evidence.md. */
export const URGENCY = {
  emergency: 0.48,
  despiteHarm: 0.9,
  despair: 0.15,
  besidesDanger: 0.8,
  doubt: 0.6,
} as const;

/**
 * An emergency that is positively known: enough chance, and words that speak for one kind. Else null. `isBad`: does the
 * message also read as an attack or as a wish to harm? A victim tells of the same things.
 */
function emergencyIn({ kind, emergency, doubt, evidence }: Sound, isBad: () => boolean): Emergency | null {
  if (emergency < URGENCY.emergency || emergency < doubt || evidence.length === 0) {
    return null;
  }
  return emergency >= URGENCY.despiteHarm || !isBad() ? kind : null;
}

/** A life in danger; that of who is in despair also where money is told of more loudly. */
function lifeIn({ despair }: Sound, emergency: Emergency | null): Emergency | null {
  if (emergency === null || isDanger(emergency)) {
    return emergency;
  }
  return despair >= URGENCY.despair ? "self_harm" : null;
}

/** What else to do once the life is seen to. */
function besideDanger({ loss }: Sound, emergency: Emergency | null): Emergency | null {
  if (emergency !== null && !isDanger(emergency)) {
    return emergency;
  }
  return loss.chance >= URGENCY.besidesDanger ? loss.kind : null;
}

/**
 * Pure: the same text, data and urgency always give the same verdict. Order: lives, money, privacy, attacks, talk.
 * Without `urgency` only the rules are heard.
 */
export function guard(
  text: GuardText,
  data: SafetyData,
  urgency: Urgency | null = null,
  register: Register = EMPTY_REGISTER,
): GuardVerdict {
  const personal = findPersonalData(text.raw);
  const addresses = readAddresses(text.raw.slice(0, READ_AT_MOST), register);
  const pieces = readPieces({ ...text, raw: addresses.marked }, data);
  if (pieces.flatMap(allHeard).every(({ reading }) => reading.words.length === 0)) {
    return { kind: "empty", personal };
  }
  const sound = urgency === null ? STILL : urgency(text.raw);
  const heard = sound.evidence;
  const typed = pieces.map(asTyped);
  const harm = firstRule(data.harm, typed);
  const emergency = emergencyIn(sound, () => harm !== null || attackIn(text.raw, typed, data) !== null);
  const danger = firstRule(data.danger, pieces) ?? lifeIn(sound, emergency);
  if (danger !== null) {
    const alsoUrgent = besideDanger(sound, emergency);
    return {
      kind: "danger",
      danger,
      alsoUrgent,
      guide: data.urgentGuides.get(danger) ?? null,
      heard,
      personal,
    };
  }
  if (emergency !== null) {
    const guide = data.urgentGuides.get(emergency) ?? null;
    return { kind: "urgent", urgent: emergency, guide, heard, personal };
  }
  const doubt = doubtIn(pieces, sound, addresses.told, data);
  if (personal.some(({ kind }) => doubt === null || !OF_OTHERS.has(kind))) {
    return { kind: "personal_data", personal };
  }
  const attack = attackIn(text.raw, typed, data);
  if (attack !== null) {
    return { kind: "attack", reason: attack, personal };
  }
  if (harm !== null) {
    return { kind: "harm", reason: harm, personal };
  }
  const talk = pieces.length === 1 ? smallTalk(allReadings(pieces), data) : null;
  if (talk !== null) {
    return { kind: "smalltalk", talk, personal };
  }
  if (doubt !== null) {
    const guide = data.doubtGuides.get(doubt) ?? null;
    return { kind: "doubt", doubt, guide, told: addresses.told, heard, personal };
  }
  return isTooLong(text.raw) ? { kind: "too_long", personal } : onTopic(pieces, data, personal);
}

/** A trap brings numbers and accounts of its own: they are no reason to send it back unread. */
const OF_OTHERS: ReadonlySet<string> = new Set(["phone", "bank_account", "email"]);

/** Words of a message that is hardly more than a link. */
const BARE = 3;

/** A message, a call or a rumour that is doubted, or that is a trap as it was received. */
function doubtIn(
  pieces: readonly Piece[],
  { emergency, doubt, evidence }: Sound,
  told: readonly Told[],
  data: SafetyData,
): string | null {
  const rule = firstRule(data.doubt, pieces);
  const sounds = doubt >= URGENCY.doubt && doubt > emergency && evidence.length > 0;
  const words = pieces[0]?.typed[0]?.reading.words.length ?? 0;
  const bare = words <= BARE && told.some(({ kind, text }) => kind === "unknown" && text.includes("."));
  if (told.some(({ kind }) => kind === "fake") || sounds || bare) {
    return rule === "rumour" || rule === "app" ? rule : "scam";
  }
  const vouched = told.length > 0 && told.every(({ kind }) => kind === "known");
  return rule === "scam" && vouched ? "address" : rule;
}

const allReadings = (pieces: readonly Piece[]) => pieces.flatMap(allHeard).map(({ reading }) => reading);

function onTopic(
  pieces: readonly Piece[],
  data: SafetyData,
  personal: readonly PersonalData[],
): GuardVerdict {
  const off = offTopic(pieces, data);
  return off.score === 1 && off.reason !== null
    ? { kind: "off_topic", reason: off.reason, personal }
    : { kind: "pass", offTopic: off, personal };
}
