// Search by words: every passage's syllables, their order and closeness, against a repaired question.
import type { Vocabulary } from "../../../domain/knowledge.ts";
import { openRepair, type Repair, type Repaired } from "../spelling/query-repair.ts";
import { readCollection, type SearchDocument } from "./collection.ts";
import type { Postings } from "./postings.ts";
import { openProximity } from "./proximity.ts";
import { questionOf, type SearchQuestion } from "./query.ts";
import { greatest } from "./top-k.ts";
import { CLOSE_LOOK, COVERAGE, MATCH, WINDOWS } from "./weights.ts";

export type { SearchDocument };

export interface WordHit {
  /** Position of the passage in the documents given. */
  readonly label: number;
  /** About 1 for a passage that holds the whole question once, in order and close together; comparable between questions. */
  readonly score: number;
  /** Share of the question's content words in the passage, rare words counting more; a synonym counts in part. 0 to 1. */
  readonly coverage: number;
}

export interface Matched {
  readonly words: readonly string[];
  /** Words for which only something like them stands in the passage: a synonym, another reading, a lookalike. */
  readonly alike: readonly string[];
  readonly missing: readonly string[];
}

export interface WordIndex {
  readonly size: number;
  readonly repair: Repair;
  /** Best first, at most `k`, only passages with a word of the question. A string is repaired first. */
  search(query: Repaired | string, k: number, allow?: (label: number) => boolean): readonly WordHit[];
  /** Score and coverage of one passage, whether or not it would be found. */
  score(query: Repaired | string, label: number): WordHit;
  /** Which content words of the question a passage holds. */
  explain(query: Repaired | string, label: number): Matched;
}

export function openWordIndex(documents: readonly SearchDocument[], vocabulary: Vocabulary): WordIndex {
  const collection = readCollection(documents, vocabulary);
  const { lexicon, postings, sequences } = collection;
  const repair = openRepair(lexicon, vocabulary);
  const places = new Int16Array(lexicon.size).fill(-1);
  const ask = (query: Repaired | string): SearchQuestion =>
    questionOf(typeof query === "string" ? repair(query) : query, collection);

  function judged(
    question: SearchQuestion,
    scores: Float32Array,
    labels: readonly number[],
  ): readonly WordHit[] {
    const close = openProximity(sequences, places, question);
    const hits = labels.map((label) => {
      const coverage = coverageOf(question, coveredShares(question, label, postings));
      const order = ((scores[label] ?? 0) + close.score(label)) / (question.ideal * FULL || 1);
      return { label, score: (order + COVERAGE * coverage) / (1 + COVERAGE), coverage };
    });
    close.close();
    return hits;
  }

  return {
    size: documents.length,
    repair,
    search(query, k, allow) {
      const question = ask(query);
      const scores = firstPass(question, documents.length, postings);
      return [...judged(question, scores, greatest(scores, Math.max(CLOSE_LOOK, k), allow))]
        .sort((a, b) => b.score - a.score || a.label - b.label)
        .slice(0, k);
    },
    score(query, label) {
      const question = ask(query);
      const [hit] = judged(question, firstPass(question, documents.length, postings), [label]);
      return hit ?? { label, score: 0, coverage: 0 };
    },
    explain(query, label) {
      const question = ask(query);
      const shares = coveredShares(question, label, postings);
      const shown = (wanted: (share: number) => boolean): readonly string[] =>
        question.terms
          .filter((term, place) => term.content && wanted(shares[place] ?? 0))
          .map(({ id, key }) => (id < 0 ? key : lexicon.surface(id)));
      return {
        words: shown((share) => share === 1),
        alike: shown((share) => share > 0 && share < 1),
        missing: shown((share) => share === 0),
      };
    },
  };
}

const FULL = 1 + WINDOWS.reduce((sum, { weight }) => sum + weight, 0);

/** Scores of all passages for single words and what stands in for them. */
function firstPass(question: SearchQuestion, size: number, postings: Postings): Float32Array {
  const scores = new Float32Array(size);
  for (const term of question.terms) {
    if (term.id >= 0) {
      postings.addScores(term.id, MATCH.syllable * term.weight * term.rarity, scores);
    }
  }
  for (const { term, gain } of question.standIns) {
    postings.addScores(term, gain, scores);
  }
  return scores;
}

/** For each term of the question how far the passage has it, from 0 to 1. */
function coveredShares(question: SearchQuestion, label: number, postings: Postings): readonly number[] {
  const shares: number[] = question.terms.map(({ id }) => (id >= 0 && postings.holds(id, label) ? 1 : 0));
  for (const { term, share, words } of question.standIns) {
    if (words.some((place) => (shares[place] ?? 1) < share) && postings.holds(term, label)) {
      for (const place of words) {
        shares[place] = Math.max(shares[place] ?? 0, share);
      }
    }
  }
  return shares;
}

function coverageOf(question: SearchQuestion, shares: readonly number[]): number {
  let all = 0;
  let found = 0;
  for (const [place, term] of question.terms.entries()) {
    if (term.content) {
      all += term.rarity;
      found += term.rarity * (shares[place] ?? 0);
    }
  }
  return all === 0 ? 0 : found / all;
}
