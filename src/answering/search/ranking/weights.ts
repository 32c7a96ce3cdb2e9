// Every number of the ranking in one place. Chosen on the development halves described in docs/retrieval.md.

export const BM25 = { k1: 0.9, b: 0.8 } as const;

/** What each kind of match counts. */
export const MATCH = {
  syllable: 0.75,
  pair: 0.5,
  triple: 0.1,
  /** Two words with one other between them. */
  gap: 0.1,
  concept: 0.4,
} as const;

/** Best stretch of a passage, in syllables, and what it adds to the passage's own score. */
export const WINDOWS = [
  { length: 50, weight: 0.3 },
  { length: 80, weight: 0.15 },
] as const;

/** A question word tells little about the passage; a number or a foreign word is two Vietnamese syllables' worth. */
export const WORD = { question: 0.3, function: 0.5, content: 1, number: 1.6, foreign: 1.7 } as const;

/** How far something else covers a word of the question. */
export const STAND_IN = { synonym: 0.7, reading: 0.8, lookalike: 0.3 } as const;

/** What the share of covered content words adds. */
export const COVERAGE = 0.07;

/** Words of a passage's surroundings, in quarters of a word of its own text. */
export const FIELD = { text: 4, leadIn: 2, heading: 2, title: 1 } as const;

/** Passages looked at closely after the first pass over single words. */
export const CLOSE_LOOK = 64;

/** What cosine similarity adds to the normalised word score. */
export const VECTOR = 0.05;
