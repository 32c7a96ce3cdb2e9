import { sequence } from "../../domain/sequence.ts";
import { fold } from "../../vietnamese/text/normalise.ts";
import type { SafetyData } from "./safety.ts";
import type { Spellings } from "./words.ts";

/** How much a message sounds like money going, a secret told or a threat now; log-odds, 0 is as likely as not. */
export type Urgency = (text: string) => number;

// Logistic regression over folded words, their pairs and pairs with one word between, fitted by AdaGrad (Duchi, Hazan and
// Singer, 2011) in a fixed order: the same examples always give the same weights.
const ROUNDS = 8;
const STEP = 0.5;
const BIAS_STEP = 0.02;
const SHRINK = 1e-5;
/** What a way of asking for a guide weighs against an example that was written to be told apart. */
const PLAIN = 0.4;

/** Short forms and dialect written out, so that who writes does not count, only what. */
function wordsOf(text: string, spellings: Spellings): readonly string[] {
  const typed = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\d+(?:[.,]\d+)*/gu, " 0 ")
    .match(/\p{L}+|0/gu);
  return (typed ?? []).flatMap((word) => spellings.plain.get(word) ?? word).map(fold);
}

function featuresOf(words: readonly string[]): readonly string[] {
  const features = new Set(words);
  for (const [at, word] of words.entries()) {
    const [next, after] = [words[at + 1], words[at + 2]];
    if (next !== undefined) {
      features.add(`${word} ${next}`);
    }
    if (after !== undefined) {
      features.add(`${word} * ${after}`);
    }
  }
  return [...features];
}

interface Example {
  readonly ids: readonly number[];
  readonly urgent: 0 | 1;
  readonly weight: number;
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
}

/** Learns from examples; `plain` are ordinary questions, of less weight. About 0.3 s for 4,500 messages. */
export function learnUrgency(
  { examples: { urgent, calm }, spellings }: Pick<SafetyData, "examples" | "spellings">,
  plain: readonly string[],
): Urgency {
  const known = new Map<string, number>();
  const idOf = (feature: string): number => {
    const id = known.get(feature) ?? known.size;
    known.set(feature, id);
    return id;
  };
  const example =
    (isUrgent: 0 | 1, weight: number) =>
    (text: string): Example => ({
      ids: featuresOf(wordsOf(text, spellings)).map(idOf),
      urgent: isUrgent,
      weight,
    });
  const lessons = [
    ...urgent.map(example(1, 1)),
    ...calm.map(example(0, 1)),
    ...plain.map(example(0, PLAIN)),
  ].filter(({ ids }) => ids.length > 0);
  const weights = new Float64Array(known.size);
  const seen = new Float64Array(known.size);
  let bias = 0;
  const random = sequence(1);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(lessons, random);
    for (const { ids, urgent: truth, weight } of lessons) {
      const scale = 1 / Math.sqrt(ids.length);
      const sum = ids.reduce((total, id) => total + (weights[id] ?? 0), 0);
      const slope = weight * (1 / (1 + Math.exp(-(sum * scale + bias))) - truth);
      for (const id of ids) {
        const gradient = slope * scale + SHRINK * (weights[id] ?? 0);
        seen[id] = (seen[id] ?? 0) + gradient * gradient;
        weights[id] = (weights[id] ?? 0) - (STEP * gradient) / Math.sqrt((seen[id] ?? 0) + 1e-8);
      }
      bias -= BIAS_STEP * slope;
    }
  }
  return (text) => {
    const features = featuresOf(wordsOf(text, spellings));
    const sum = features.reduce((total, feature) => total + (weights[known.get(feature) ?? -1] ?? 0), 0);
    return features.length === 0 ? Number.NEGATIVE_INFINITY : sum / Math.sqrt(features.length) + bias;
  };
}
