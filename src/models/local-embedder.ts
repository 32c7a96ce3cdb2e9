// Vectors without a download: words, pairs of words and groups of synonyms, thrown onto a fixed number of dimensions.
import { createHash } from "node:crypto";
import type { Vocabulary } from "../domain/knowledge.ts";
import type { Embedder } from "../ports/models.ts";
import { FUNCTION_WORDS, QUESTION_PHRASES } from "../vietnamese/lexicon/function-words.ts";
import { openConcepts } from "../vietnamese/lexicon/synonyms.ts";
import { fold } from "../vietnamese/text/normalise.ts";
import { openPhraseFinder } from "../vietnamese/text/phrase-finder.ts";
import { isVietnameseSyllable } from "../vietnamese/text/syllable.ts";
import { searchWords } from "../vietnamese/text/tokens.ts";

/** Part of the fingerprint: raise it whenever the same text would give another vector. */
const VERSION = 1;
const DIMENSIONS = 256;
/** Dimensions that one feature touches, half of them negatively on average. */
const TOUCHED = 8;

const WEIGHT = { word: 0.6, pair: 0.8, concept: 3, gram: 0.3, low: 0.15 } as const;

const lowWords = openPhraseFinder<true>(
  [...QUESTION_PHRASES, ...FUNCTION_WORDS].map((phrase) => [searchWords(phrase), true] as const),
);

/**
 * The vocabulary's synonym groups and abbreviations are its knowledge of meaning: "người già" and "người cao tuổi" share
 * a feature. A vector depends on its text and the vocabulary alone. A text without words has a vector of zeros.
 */
export function openLocalEmbedder(vocabulary: Vocabulary): Embedder {
  const concepts = openConcepts(vocabulary);
  const knowledge = JSON.stringify([vocabulary.synonyms, vocabulary.abbreviations]);
  const fingerprint = createHash("sha256").update(knowledge).digest("hex").slice(0, 16);

  function embed(text: string): Float32Array {
    const keys = searchWords(text);
    const counts = new Map<string, number>();
    const add = (feature: string, weight: number): void => {
      counts.set(feature, (counts.get(feature) ?? 0) + weight);
    };
    const low = new Set(
      lowWords.find(keys).flatMap(({ at, length }) => Array.from({ length }, (_, step) => at + step)),
    );
    for (const [at, key] of keys.entries()) {
      const next = keys[at + 1];
      add(key, low.has(at) ? WEIGHT.low : WEIGHT.word);
      if (next !== undefined) {
        add(`${key} ${next}`, low.has(at) || low.has(at + 1) ? WEIGHT.low : WEIGHT.pair);
      }
      for (const gram of gramsOf(key)) {
        add(gram, WEIGHT.gram);
      }
    }
    for (const { value, length } of concepts.finder.find(keys)) {
      add(`concept ${value}`, WEIGHT.concept * Math.sqrt(length));
    }
    return projected(counts);
  }

  return {
    fingerprint: `local-${VERSION}-${DIMENSIONS}-${fingerprint}`,
    dimensions: DIMENSIONS,
    embed: async (texts) => texts.map(embed),
  };
}

/** Pieces of a foreign word, so that its variants are near each other. */
function gramsOf(key: string): readonly string[] {
  const word = fold(key);
  if (word.length < 4 || !/^[a-z]+$/u.test(word) || isVietnameseSyllable(word)) {
    return [];
  }
  return Array.from({ length: word.length - 2 }, (_, at) => `~${word.slice(at, at + 3)}`);
}

/** FNV-1a over UTF-16 units, mixed once more. */
function hashOf(feature: string, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let at = 0; at < feature.length; at++) {
    hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function projected(counts: ReadonlyMap<string, number>): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (const [feature, count] of counts) {
    // Said twice is more, but not twice as much.
    const weight = count > 1 ? 1 + Math.log(count) : count;
    let hash = hashOf(feature, 1);
    for (let touch = 0; touch < TOUCHED; touch++) {
      const at = hash % DIMENSIONS;
      vector[at] = (vector[at] ?? 0) + (hash & 0x10000 ? weight : -weight);
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
      hash = (hash ^ (hash >>> 13)) >>> 0;
    }
  }
  const norm = Math.hypot(...vector);
  return norm === 0 ? vector : vector.map((value) => value / norm);
}
