import { z } from "zod";
import type { LocalitySlug } from "../../domain/document.ts";
import { nfc, oneLine } from "../../vietnamese/text/normalise.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { findDocumentNumber } from "../understand/items.ts";
import { findLocalities, findUnknownPlace, plain } from "../understand/places.ts";
import { sharedContent } from "./claim-words.ts";
import { jsonIn } from "./json.ts";

const Rewritten = z.strictObject({ question: z.string().min(2).max(400) });

/** Share of the new question's words that must come from the old one or the topic. */
const OWN_WORDS = 0.7;
/** Share of the old question's words that must stay. */
const KEPT_WORDS = 0.4;

const numbersIn = (text: string) =>
  (text.match(/\d+(?:[./,-]\d+)*/gu) ?? []).map((n) => n.replace(/(?<!\d)0+(?=\d)/gu, ""));
const padded = (text: string) => ` ${plain(text)} `;

export interface FollowUp {
  /** As typed, with slips, teencode and dialect undone. */
  readonly question: string;
  readonly topic: readonly string[];
  /** The place the topic is about, and the one chosen for the chat. */
  readonly places: readonly (LocalitySlug | null)[];
}

/**
 * A follow-up as a question of its own, from the model's raw answer; null unless each number, place and document number
 * of it stands in the question or the topic, those of the question are all kept, and its words are mostly theirs.
 */
export function acceptedQuestion(raw: string, from: FollowUp, base: EditionIndex): string | null {
  const parsed = Rewritten.safeParse(jsonIn(raw));
  if (!parsed.success) {
    return null;
  }
  const text = oneLine(nfc(parsed.data.question.normalize("NFKC")));
  const known = [from.question, ...from.topic].join("\n");
  const { localities } = base.edition;
  const placesIn = (words: string) => findLocalities(padded(words), localities);
  const places = new Set([...placesIn(known), ...from.places]);
  const [numbers, asked] = [numbersIn(text), new Set(numbersIn(known))];
  const code = findDocumentNumber(text);
  const accepted =
    numbers.every((n) => asked.has(n)) &&
    numbersIn(from.question).every((n) => numbers.includes(n)) &&
    placesIn(text).every((slug) => places.has(slug)) &&
    placesIn(from.question).every((slug) => placesIn(text).includes(slug)) &&
    findUnknownPlace(text, localities, (name) => padded(known).includes(` ${name} `)) === null &&
    (code === null || known.replace(/\s+/gu, "").includes(code)) &&
    sharedContent(text, known) >= OWN_WORDS &&
    sharedContent(from.question, text) >= KEPT_WORDS;
  return accepted ? text : null;
}
