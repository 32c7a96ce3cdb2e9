// Every number of the ranking in one place. Chosen on the development halves described in docs/retrieval.md.

export const BM25 = { k1: 0.9, b: 0.75 } as const;

/** What each kind of match counts. */
export const MATCH = {
  syllable: 0.75,
  pair: 0.5,
  triple: 0.1,
  /** Two words with one other between them. */
  gap: 0.1,
  concept: 0.25,
} as const;

/** Best stretch of a passage, in syllables, and what it adds to the passage's own score. */
export const WINDOWS = [
  { length: 50, weight: 0.2 },
  { length: 80, weight: 0.2 },
] as const;

/** A question word tells little about the passage, a function word somewhat more. */
export const QUESTION_WORD = 0.3;
export const FUNCTION_WORD = 0.7;

/** Words of a passage's surroundings, in quarters of a word of its own text. */
export const FIELD = { text: 4, leadIn: 2, heading: 2, title: 1 } as const;

/** Passages looked at closely after the first pass over single words. */
export const CLOSE_LOOK = 64;

/** What cosine similarity adds to the normalised word score. */
export const VECTOR = 0.1;
