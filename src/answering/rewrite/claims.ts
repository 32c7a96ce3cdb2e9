import { z } from "zod";
import type { Answer } from "../../domain/conversation.ts";
import { nfc, oneLine } from "../../vietnamese/text/normalise.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { findLocalities, findUnknownPlace, plain } from "../understand/places.ts";
import { unsupported } from "../verify.ts";
import { figureProblem } from "./claim-figures.ts";
import { wordProblem } from "./claim-words.ts";
import { jsonIn } from "./json.ts";
import type { Source } from "./sources.ts";

const MOST_CLAIMS = 12;
const MOST_TEXT = 1_500;

const Claims = z.strictObject({
  claims: z
    .array(z.strictObject({ text: z.string().min(1), passages: z.array(z.number().int().positive()).min(1) }))
    .min(1)
    .max(MOST_CLAIMS),
});

type Answered = Extract<Answer, { status: "answered" }>;

/** A model's answer that may be shown, or why not. */
export type JudgedClaims =
  | { readonly outcome: "stands"; readonly sentences: readonly string[]; readonly used: readonly Source[] }
  | { readonly outcome: "falls"; readonly why: string };

const padded = (text: string) => ` ${plain(text)} `;

/** A sentence speaks of the places its passages belong to or name, and of no other. */
function otherPlace(text: string, sources: readonly Source[], base: EditionIndex): string | null {
  const { localities } = base.edition;
  const own = sources.flatMap((s) => [
    ...(s.locality === null ? [] : [s.locality]),
    ...findLocalities(padded(s.text), localities),
  ]);
  const support = padded(sources.map((s) => `${s.where} ${s.text}`).join(" "));
  return (
    findLocalities(padded(text), localities).find((slug) => !own.includes(slug)) ??
    findUnknownPlace(text, [], (name) => support.includes(` ${name} `))
  );
}

function claimProblem(text: string, sources: readonly Source[], base: EditionIndex): string | null {
  const [first] = sources;
  if (first === undefined || sources.some((s) => s.doc !== first.doc)) {
    return "mixes papers";
  }
  const place = otherPlace(text, sources, base);
  const claim = { text, citations: sources.map((s) => s.citation), counts: [], question: "" };
  return (
    (place === null ? null : `place ${place}`) ??
    figureProblem(text, sources) ??
    wordProblem(
      text,
      sources.map((s) => s.text),
      sources.map((s) => s.where),
    ) ??
    unsupported(claim, base.papers)[0] ??
    null
  );
}

const SHARES_AND_DAYS = /\d[\d.,]*\s?%|\d{1,2}\/\d{1,2}(?:\/\d{4})?/gu;
const tight = (text: string) => text.replace(/\s+/gu, "");

/** What a shorter answer must not lose: shares and days of the word-for-word one, and every entry of a list. */
function lost(
  answer: Answered,
  text: string,
  used: readonly Source[],
  shown: readonly Source[],
): string | null {
  const body = answer.text.split("\n").filter((line) => !line.startsWith("Nguồn:"));
  const kept = new Set((text.match(SHARES_AND_DAYS) ?? []).map(tight));
  const figure = (body.join("\n").match(SHARES_AND_DAYS) ?? []).find((f) => !kept.has(tight(f)));
  if (figure !== undefined) {
    return `loses ${figure}`;
  }
  const whole = answer.intent === "list" ? shown : shown.slice(0, 1);
  return whole.every((s) => used.includes(s)) ? null : "loses a passage";
}

/** Holds a model's raw answer against the passages it was given; one bad sentence fails it all. */
export function judgeClaims(
  raw: string,
  answer: Answered,
  shown: readonly Source[],
  base: EditionIndex,
): JudgedClaims {
  const falls = (why: string): JudgedClaims => ({ outcome: "falls", why });
  const parsed = Claims.safeParse(jsonIn(raw));
  if (!parsed.success) {
    return falls("no usable model answer");
  }
  const claims = parsed.data.claims.map(({ text, passages }) => ({
    // Full-width digits and the like are read, and shown, as what they stand for.
    text: oneLine(nfc(text.normalize("NFKC"))),
    sources: [...new Set(passages)].map((n) => shown[n - 1]),
  }));
  const sentences = claims.map((c) => c.text);
  if (new Set(sentences).size < sentences.length || sentences.join(" ").length > MOST_TEXT) {
    return falls("too long or repeats itself");
  }
  for (const { text, sources } of claims) {
    const known = sources.filter((s) => s !== undefined);
    const problem =
      known.length < sources.length ? "a passage it was not given" : claimProblem(text, known, base);
    if (problem !== null) {
      return falls(problem);
    }
  }
  const used = shown.filter((s) => claims.some((c) => c.sources.includes(s)));
  const missing = lost(answer, sentences.join("\n"), used, shown);
  return missing === null ? { outcome: "stands", sentences, used } : falls(missing);
}
