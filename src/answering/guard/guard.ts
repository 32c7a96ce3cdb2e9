import type { PersonalData } from "../../vietnamese/privacy/privacy.ts";
import { findPersonalData } from "../../vietnamese/privacy/privacy.ts";
import { hiddenReadings } from "./obfuscation.ts";
import { offTopic } from "./off-topic.ts";
import type { Piece } from "./rules.ts";
import { asTyped, firstRule, readingsOf } from "./rules.ts";
import type { SafetyData } from "./safety.ts";
import { smallTalk } from "./small-talk.ts";
import type { Urgency } from "./urgency.ts";
import type { Reading } from "./words.ts";
import { readingOf, wordsOf } from "./words.ts";

/** Graphemes of one question. */
const LONGEST_QUESTION = 1_000;
/** What is read of a longer message, to hear an emergency in it. UTF-16 units. */
const READ_AT_MOST = 4_000;
/** An English phrase this long does not stand in other text by chance when spaces are ignored. */
const SURE_LENGTH = 14;

export interface GuardText {
  readonly raw: string;
  /** The same with accents and abbreviations restored, when that has been done. */
  readonly repaired?: string;
}

/** What a message is before anything is looked up. `personal` says what must not be stored, whatever the kind. */
export type GuardVerdict = { readonly personal: readonly PersonalData[] } & (
  | { readonly kind: "pass"; readonly offTopic: { readonly reason: string | null; readonly score: number } }
  | { readonly kind: "empty" }
  | { readonly kind: "too_long" }
  | { readonly kind: "personal_data" }
  /** `guide` is the guide that says the rest after the three first acts. */
  | { readonly kind: "urgent"; readonly urgent: string; readonly guide: string | null }
  /** `guide` is the one that says more, where there is one. */
  | {
      readonly kind: "danger";
      readonly danger: string;
      readonly alsoUrgent: string | null;
      readonly guide: string | null;
    }
  | { readonly kind: "attack"; readonly reason: string }
  | { readonly kind: "harm"; readonly reason: string }
  /** Can this message, call or rumour be believed? `guide` tells how to know. */
  | { readonly kind: "doubt"; readonly doubt: string; readonly guide: string | null }
  | { readonly kind: "smalltalk"; readonly talk: string }
  | { readonly kind: "off_topic"; readonly reason: string }
);

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

function isTooLong(text: string): boolean {
  const whole = text.normalize("NFC");
  if (whole.length <= LONGEST_QUESTION) {
    return false;
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

/** Long messages are heard piece by piece, so that words far apart are not taken together. In words. */
const PIECE = 36;

function piecesOf(text: string): string[] {
  const words = text.slice(0, READ_AT_MOST).split(/\s+/u);
  if (words.length <= PIECE) {
    return [words.join(" ")];
  }
  const starts = Array.from(
    { length: Math.ceil((words.length - PIECE / 2) / (PIECE / 2)) },
    (_, at) => (at * PIECE) / 2,
  );
  return starts.map((start) => words.slice(start, start + PIECE).join(" "));
}

function readPieces(text: GuardText, data: SafetyData): Piece[] {
  const repaired = text.repaired === undefined || text.repaired === text.raw ? [] : piecesOf(text.repaired);
  return piecesOf(text.raw).map((piece, at) => {
    const mended = repaired[at];
    return {
      typed: [readingOf(wordsOf(piece, null)), readingOf(wordsOf(piece, data.spellings))],
      repaired: mended === undefined ? null : readingOf(wordsOf(mended, null)),
    };
  });
}

function attackIn(raw: string, pieces: readonly Piece[], data: SafetyData): string | null {
  const hidden = hiddenReadings(raw.slice(0, READ_AT_MOST)).flatMap((text) =>
    piecesOf(text).map((piece) => ({ typed: [readingOf(wordsOf(piece, null))], repaired: null })),
  );
  return (
    firstRule(data.attack, pieces) ??
    firstRule([...data.attack, ...data.harm], hidden) ??
    gluedAttack([...pieces, ...hidden].flatMap(readingsOf), data)
  );
}

/** "ignoreallpreviousinstructions": an injection phrase inside one long word. */
function gluedAttack(readings: readonly Reading[], data: SafetyData): string | null {
  const long = readings.flatMap(({ words }) => words.filter(({ folded }) => folded.length >= SURE_LENGTH));
  if (long.length === 0) {
    return null;
  }
  const phrases = data.attack
    .filter((rule) => rule.kind === "injection")
    .flatMap((rule) => rule.all.flat())
    .map((phrase) => phrase.map((word) => word?.folded ?? "").join(""))
    .filter((phrase) => phrase.length >= SURE_LENGTH);
  return long.some(({ folded }) => phrases.some((phrase) => folded.includes(phrase))) ? "injection" : null;
}

/** Where a message sounds urgent, in log-odds; calibrated by five-fold cross-validation, see docs/evidence.md. */
export const URGENCY = {
  /** No rule heard anything. */
  heard: -1.6,
  /** A rule heard a doubt, small talk, another subject or an attack. */
  overruled: 1,
  /** A rule heard an emergency in what only tells of one. */
  calm: -2.5,
} as const;

/** The kind of an emergency that no rule names: the three acts that are right for any loss of money. */
const UNNAMED = "unnamed";

/** Money going that no rule heard, by what the examples teach. */
function soundsUrgent(verdict: GuardVerdict, { raw, repaired }: GuardText, urgency: Urgency): boolean {
  if (verdict.kind === "too_long" || verdict.kind === "empty") {
    return false;
  }
  // Short forms that nobody taught say nothing until they are written out.
  const plainly = urgency(repaired ?? raw) > URGENCY.calm;
  return plainly && urgency(raw) > (verdict.kind === "pass" ? URGENCY.heard : URGENCY.overruled);
}

/**
 * Pure: the same text, data and urgency always give the same verdict. Order: lives, money, privacy, attacks, talk.
 * Without `urgency` only the rules are heard; with `namedOnly` it only calms them: office speech ("xong", "gửi ngay") is nowhere
 * among what it learned from.
 */
export function guard(
  text: GuardText,
  data: SafetyData,
  urgency: Urgency | null = null,
  namedOnly = false,
): GuardVerdict {
  const verdict = byRules(text, data, urgency);
  return verdict.kind !== "urgent" &&
    verdict.kind !== "danger" &&
    urgency !== null &&
    !namedOnly &&
    soundsUrgent(verdict, text, urgency)
    ? { kind: "urgent", urgent: UNNAMED, guide: null, personal: verdict.personal }
    : verdict;
}

function byRules(text: GuardText, data: SafetyData, urgency: Urgency | null): GuardVerdict {
  const personal = findPersonalData(text.raw);
  const pieces = readPieces(text, data);
  if (pieces.flatMap(readingsOf).every(({ words }) => words.length === 0)) {
    return { kind: "empty", personal };
  }
  const rule = firstRule(data.urgent, pieces);
  const told = rule !== null && urgency !== null && urgency(text.raw) < URGENCY.calm;
  const urgent = told ? null : rule;
  const danger = firstRule(data.danger, pieces);
  if (danger !== null) {
    return {
      kind: "danger",
      danger,
      alsoUrgent: urgent,
      guide: data.urgentGuides.get(danger) ?? null,
      personal,
    };
  }
  if (urgent !== null) {
    return { kind: "urgent", urgent, guide: data.urgentGuides.get(urgent) ?? null, personal };
  }
  if (personal.length > 0) {
    return { kind: "personal_data", personal };
  }
  const attack = attackIn(text.raw, pieces.map(asTyped), data);
  if (attack !== null) {
    return { kind: "attack", reason: attack, personal };
  }
  // A victim's tale is no plan to do harm.
  const harm = told ? null : firstRule(data.harm, pieces.map(asTyped));
  if (harm !== null) {
    return { kind: "harm", reason: harm, personal };
  }
  return isTooLong(text.raw) ? { kind: "too_long", personal } : light(pieces, data, personal);
}

function light(pieces: readonly Piece[], data: SafetyData, personal: readonly PersonalData[]): GuardVerdict {
  const talk = pieces.length === 1 ? smallTalk(pieces.flatMap(readingsOf), data) : null;
  if (talk !== null) {
    return { kind: "smalltalk", talk, personal };
  }
  const doubt = firstRule(data.doubt, pieces);
  if (doubt !== null) {
    return { kind: "doubt", doubt, guide: data.doubtGuides.get(doubt) ?? null, personal };
  }
  const off = offTopic(pieces, data);
  return off.score === 1 && off.reason !== null
    ? { kind: "off_topic", reason: off.reason, personal }
    : { kind: "pass", offTopic: off, personal };
}
