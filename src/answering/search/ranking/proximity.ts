// The second pass: how closely and in which order a passage holds the words of a question.
import type { SearchQuestion } from "./query.ts";
import { BM25, MATCH, WINDOWS } from "./weights.ts";

export interface Sequences {
  /** Numbers of the words of all passages, one after another; -1 between fields. */
  readonly words: Int32Array;
  /** Where each passage begins; one more entry than passages. */
  readonly starts: Uint32Array;
  /** Mean number of words of a passage. */
  readonly mean: number;
}

export interface Proximity {
  /** What order and closeness add to a passage's score for its single words. */
  score(document: number): number;
}

const NONE = -1;

interface Tables {
  readonly size: number;
  /** By word number: position in the question's terms, or -1. Shared between questions, so it is cleaned up. */
  readonly places: Int16Array;
  readonly pairAt: Int16Array;
  readonly gapAt: Int16Array;
  readonly triples: ReadonlyMap<number, number>;
}

export function openProximity(
  sequences: Sequences,
  places: Int16Array,
  question: SearchQuestion,
): Proximity & { close(): void } {
  const tables = tablesOf(question, places);
  const gains = Float32Array.from(question.terms, (term) => MATCH.syllable * term.weight * term.rarity);
  const pairGains = Float32Array.from(question.pairs, (pair) => pair.gain);
  const counts = {
    pairs: new Float32Array(question.pairs.length),
    gaps: new Float32Array(question.gaps.length),
    triples: new Float32Array(question.triples.length),
  };
  // One event for each word of the question that the passage holds: where, which, and which pair it completes.
  let events = new Int32Array(3 * 256);

  function room(size: number): void {
    if (size + 3 > events.length) {
      const larger = new Int32Array(events.length * 2);
      larger.set(events);
      events = larger;
    }
  }

  /** Counts what ends at this word and gives the pair it completes. */
  function count(place: number, before: number, twoBefore: number): number {
    if (twoBefore !== NONE) {
      bump(counts.gaps, tables.gapAt[twoBefore * tables.size + place] as number);
    }
    if (before === NONE) {
      return NONE;
    }
    const pair = tables.pairAt[before * tables.size + place] as number;
    bump(counts.pairs, pair);
    if (pair !== NONE && twoBefore !== NONE) {
      bump(counts.triples, tables.triples.get(tripleKey(twoBefore, before, place, tables.size)) ?? NONE);
    }
    return pair;
  }

  /** Fills `events` and `counts`; how much of `events` is filled. */
  function read(document: number): number {
    counts.pairs.fill(0);
    counts.gaps.fill(0);
    counts.triples.fill(0);
    const { words } = sequences;
    const end = sequences.starts[document + 1] ?? 0;
    let size = 0;
    let before = NONE;
    let twoBefore = NONE;
    for (let at = sequences.starts[document] ?? 0; at < end; at++) {
      const word = words[at] as number;
      const place = word < 0 ? NONE : (places[word] as number);
      if (place !== NONE) {
        room(size);
        events[size] = at;
        events[size + 1] = place;
        events[size + 2] = count(place, before, twoBefore);
        size += 3;
      }
      twoBefore = before;
      before = place;
    }
    return size;
  }

  const seen = new Uint16Array(question.terms.length);
  const seenPairs = new Uint16Array(question.pairs.length);

  function bestWindow(size: number, length: number): number {
    seen.fill(0);
    seenPairs.fill(0);
    let sum = 0;
    let best = 0;
    let left = 0;
    for (let right = 0; right < size; right += 3) {
      sum +=
        enter(seen, events[right + 1] as number, gains) +
        enter(seenPairs, events[right + 2] as number, pairGains);
      while ((events[right] as number) - (events[left] as number) >= length) {
        sum -=
          leave(seen, events[left + 1] as number, gains) +
          leave(seenPairs, events[left + 2] as number, pairGains);
        left += 3;
      }
      best = Math.max(best, sum);
    }
    return best;
  }

  return {
    score(document) {
      const size = read(document);
      const words = (sequences.starts[document + 1] ?? 0) - (sequences.starts[document] ?? 0);
      const norm = BM25.k1 * (1 - BM25.b + (BM25.b * words) / sequences.mean);
      let score =
        saturated(counts.pairs, question.pairs, norm) +
        saturated(counts.gaps, question.gaps, norm) +
        saturated(counts.triples, question.triples, norm);
      for (const { length, weight } of WINDOWS) {
        score += weight * bestWindow(size, length);
      }
      return score;
    },
    close() {
      for (const { id } of question.terms) {
        if (id >= 0) {
          places[id] = NONE;
        }
      }
    },
  };
}

function bump(counts: Float32Array, at: number): void {
  if (at !== NONE) {
    counts[at] = (counts[at] as number) + 1;
  }
}

function enter(seen: Uint16Array, at: number, gains: Float32Array): number {
  if (at === NONE) {
    return 0;
  }
  seen[at] = (seen[at] as number) + 1;
  return seen[at] === 1 ? (gains[at] as number) : 0;
}

function leave(seen: Uint16Array, at: number, gains: Float32Array): number {
  if (at === NONE) {
    return 0;
  }
  seen[at] = (seen[at] as number) - 1;
  return seen[at] === 0 ? (gains[at] as number) : 0;
}

function saturated(counts: Float32Array, list: readonly { readonly gain: number }[], norm: number): number {
  let sum = 0;
  for (let at = 0; at < list.length; at++) {
    const count = counts[at] as number;
    if (count > 0) {
      sum += ((list[at]?.gain ?? 0) * count * (BM25.k1 + 1)) / (count + norm);
    }
  }
  return sum;
}

const tripleKey = (a: number, b: number, c: number, size: number): number => (a * size + b) * size + c;

function tablesOf(question: SearchQuestion, places: Int16Array): Tables {
  const size = question.terms.length;
  question.terms.forEach(({ id }, place) => {
    if (id >= 0) {
      places[id] = place;
    }
  });
  const matrix = (list: SearchQuestion["pairs"]): Int16Array => {
    const table = new Int16Array(size * size).fill(NONE);
    list.forEach(({ first, second }, at) => {
      table[first * size + second] = at;
    });
    return table;
  };
  return {
    size,
    places,
    pairAt: matrix(question.pairs),
    gapAt: matrix(question.gaps),
    triples: new Map(
      question.triples.map(({ first, second, third }, at) => [tripleKey(first, second, third, size), at]),
    ),
  };
}
