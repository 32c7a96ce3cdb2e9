import type { Span } from "../phrases.ts";
import type { Spellings, Word } from "../words.ts";
import { type Concepts, type Feature, featuresOf, openConcepts } from "./features.ts";
import { EMERGENCIES, type Emergency, KINDS, type Kind } from "./kinds.ts";
import learned from "./weights.json" with { type: "json" };

/** What `npm run train-urgency` learned; a data file, see `provenance` in it. */
export interface UrgencyWeights {
  readonly kinds: readonly string[];
  /** Each concept with the ways it is said, as they were when it was learned. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  /** Log-odds of "none" before a word is read: without known words nothing is urgent. */
  readonly calm: number;
  /** Messages that say less are not amplified. */
  readonly fullMessage: number;
  /** For each feature: a kind's place, its weight in hundredths, and so on in turn. */
  readonly features: Readonly<Record<string, readonly number[]>>;
}

/** How a message sounds. */
export interface Sound {
  /** Probability that something has happened that cannot wait, and what it would most likely be. */
  readonly emergency: number;
  readonly kind: Emergency;
  /** Of the probability of an emergency, the share of self-harm: it hides in what people tell of their money. */
  readonly despair: number;
  /** As if no life were in danger: the probability that money is lost, and how, as people in despair tell both. */
  readonly loss: { readonly chance: number; readonly kind: Emergency };
  /** Probability that a message, a call or an offer is asked about, or shown, that may be a trap. */
  readonly doubt: number;
  /** Words that carry the likelier of the two, from places that stand apart; empty when fewer than two do. */
  readonly evidence: readonly string[];
}

export type Urgency = (text: string) => Sound;

/** UTF-16 units; a story is told in fewer. */
const READ_AT_MOST = 2_000;
/** A feature speaks for a kind when it adds at least this to its log-odds against "none". */
const SPEAKS = 0.04;
/** Of the words of a message so many must have been met in learning. */
const KNOWN_SHARE = 0.5;

/** Money that is lost already: the drill that stands beside a life in danger. */
const LOSSES: readonly Emergency[] = ["money_sent", "money_gone"];

export const STILL: Sound = {
  emergency: 0,
  kind: EMERGENCIES[0],
  despair: 0,
  loss: { chance: 0, kind: EMERGENCIES[0] },
  doubt: 0,
  evidence: [],
};

interface Model {
  readonly concepts: Concepts;
  readonly calm: number;
  readonly fullMessage: number;
  readonly features: ReadonlyMap<string, readonly number[]>;
}

function weightOf(row: readonly number[], kind: number): number {
  for (let at = 0; at < row.length; at += 2) {
    if (row[at] === kind) {
      return (row[at + 1] ?? 0) / 100;
    }
  }
  return 0;
}

/** Probabilities of the kinds, in their order. */
function probabilities(model: Model, known: readonly (readonly number[])[], scale: number): number[] {
  const sums = KINDS.map((kind) => (kind === "none" ? model.calm : 0));
  for (const row of known) {
    for (let at = 0; at < row.length; at += 2) {
      const kind = row[at] ?? 0;
      sums[kind] = (sums[kind] ?? 0) + ((row[at + 1] ?? 0) / 100) * scale;
    }
  }
  const most = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp(sum - most));
  const whole = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / whole);
}

const apart = (one: readonly Span[], taken: readonly Span[]) =>
  one.every(({ start, end }) => taken.every((other) => end <= other.start || other.end <= start));

/** The strongest features of a kind that stand apart from each other, in words of the message. */
function evidenceFor(
  model: Model,
  kind: Kind,
  features: readonly Feature[],
  words: readonly Word[],
  scale: number,
): string[] {
  const speaking = features
    .flatMap((feature) => {
      const row = model.features.get(feature.name);
      const says = feature.spans.every(({ start, end }) =>
        words.slice(start, end).some(({ folded }) => !model.concepts.empty.has(folded)),
      );
      const gain =
        row === undefined || !says ? 0 : (weightOf(row, KINDS.indexOf(kind)) - weightOf(row, 0)) * scale;
      return gain >= SPEAKS ? [{ feature, gain }] : [];
    })
    .sort((a, b) => b.gain - a.gain);
  const taken: Span[] = [];
  return speaking.flatMap(({ feature }) => {
    if (!apart(feature.spans, taken)) {
      return [];
    }
    taken.push(...feature.spans);
    return feature.spans.map(({ start, end }) =>
      words
        .slice(start, end)
        .map(({ text }) => text)
        .join(" "),
    );
  });
}

function soundOf(model: Model, text: string, spellings: Spellings): Sound {
  const { words, names, features } = featuresOf(text.slice(0, READ_AT_MOST), spellings, model.concepts);
  const known = features.flatMap(({ name }) => {
    const row = model.features.get(name);
    return row === undefined ? [] : [row];
  });
  if (known.length === 0) {
    return STILL;
  }
  const scale = 1 / Math.sqrt(Math.max(known.length, model.fullMessage));
  const chances = probabilities(model, known, scale);
  const chanceOf = (kind: Kind) => chances[KINDS.indexOf(kind)] ?? 0;
  const likeliest = (kinds: readonly Emergency[]) =>
    kinds.reduce((most, one) => (chanceOf(one) > chanceOf(most) ? one : most));
  const kind = likeliest(EMERGENCIES);
  const doubt = chanceOf("doubt");
  const calm = chanceOf("none") + doubt;
  const emergency = 1 - calm;
  const sumOf = (kinds: readonly Emergency[]) => kinds.reduce((sum, one) => sum + chanceOf(one), 0);
  const despair = chanceOf("self_harm") / sumOf(EMERGENCIES);
  const lost = sumOf(LOSSES);
  const loss = { chance: lost / (lost + calm), kind: likeliest(LOSSES) };
  const met = names.filter((name) => model.features.has(name)).length >= words.length * KNOWN_SHARE;
  const likelier = emergency >= doubt ? kind : "doubt";
  const evidence = met ? evidenceFor(model, likelier, features, words, scale) : [];
  return { emergency, kind, despair, loss, doubt, evidence: evidence.length < 2 ? [] : evidence };
}

/** Throws when the weights were learned for other kinds. */
export function openUrgency(spellings: Spellings, weights: UrgencyWeights = learned): Urgency {
  if (weights.kinds.join() !== KINDS.join()) {
    throw new Error("urgency weights are of other kinds: run npm run train-urgency");
  }
  const model: Model = {
    concepts: openConcepts(weights.concepts),
    calm: weights.calm,
    fullMessage: weights.fullMessage,
    features: new Map(Object.entries(weights.features)),
  };
  return (text) => soundOf(model, text, spellings);
}
