// Search by words: every passage's syllables, their order and closeness, against a repaired question.
import type { Vocabulary } from "../../domain/knowledge.ts";
import { EVERYDAY_PHRASES, FUNCTION_WORDS, QUESTION_PHRASES } from "../../vietnamese/function-words.ts";
import { searchWords } from "../../vietnamese/tokens.ts";
import { openCloseLook, type Sequences } from "./close-look.ts";
import { openConcepts } from "./concepts.ts";
import { buildLexicon, type LexiconBuilder } from "./lexicon.ts";
import { buildPostings, type TermBag } from "./postings.ts";
import { questionOf, type SearchQuestion } from "./question.ts";
import { openRepair, type Repair, type Repaired } from "./repair.ts";
import { BM25, CLOSE_LOOK, FIELD, MATCH, WINDOWS } from "./weights.ts";

export interface SearchDocument {
  readonly text: string;
  readonly title?: string;
  readonly heading?: string;
  readonly leadIn?: string;
}

export interface WordHit {
  /** Position of the passage in the documents given. */
  readonly label: number;
  /** 1 for a passage that holds the whole question once, in order and close together; about 0.4 up is a fair match. */
  readonly score: number;
  /** Share of the question's content words in the passage, rare words counting more; a synonym counts in part. 0 to 1. */
  readonly coverage: number;
}

export interface Matched {
  readonly words: readonly string[];
  /** Words of the question that only a synonym in the passage stands for. */
  readonly synonyms: readonly string[];
  readonly missing: readonly string[];
}

export interface WordIndex {
  readonly size: number;
  readonly repair: Repair;
  /** Best first, at most `k`, only passages with a word of the question. A string is repaired first. */
  search(query: Repaired | string, k: number, allow?: (label: number) => boolean): readonly WordHit[];
  /** Score and coverage of one passage, whether or not it would be found. */
  score(query: Repaired | string, label: number): WordHit;
  explain(query: Repaired | string, label: number): Matched;
}

const SYNONYM_SHARE = 0.7;

export function openWordIndex(documents: readonly SearchDocument[], vocabulary: Vocabulary): WordIndex {
  const builder = buildLexicon();
  const concepts = openConcepts(vocabulary);
  const read = documents.map((document, label) => readDocument(document, label, builder));
  addBackground(
    builder,
    vocabulary,
    read.reduce((sum, { words }) => sum + words.length, 0),
  );
  const lexicon = builder.finish();
  const bags = read.map(({ fields }) =>
    bagOf(fields, lexicon.size, (ids) =>
      concepts.finder.find(ids.map(lexicon.key)).map(({ value }) => lexicon.size + value),
    ),
  );
  const postings = buildPostings(bags, lexicon.size + concepts.size, BM25);
  const sequences = sequencesOf(read.map(({ words }) => words));
  const places = new Int16Array(lexicon.size).fill(-1);
  const repair = openRepair(lexicon, vocabulary);
  const words = { lexicon, postings, concepts };
  const ask = (query: Repaired | string): SearchQuestion =>
    questionOf((typeof query === "string" ? repair(query) : query).keys, words);
  const full = 1 + WINDOWS.reduce((sum, { weight }) => sum + weight, 0);

  function coverage(question: SearchQuestion, label: number): number {
    let all = 0;
    let found = 0;
    const standsFor = synonymWords(question, label);
    question.terms.forEach((term, place) => {
      if (term.content) {
        all += term.rarity;
        if (term.id >= 0 && postings.holds(term.id, label)) {
          found += term.rarity;
        } else if (standsFor.has(place)) {
          found += SYNONYM_SHARE * term.rarity;
        }
      }
    });
    return all === 0 ? 0 : found / all;
  }

  function synonymWords(question: SearchQuestion, label: number): ReadonlySet<number> {
    return new Set(
      question.concepts.filter(({ term }) => postings.holds(term, label)).flatMap((c) => c.words),
    );
  }

  function firstPass(question: SearchQuestion): Float32Array {
    const scores = new Float32Array(documents.length);
    for (const term of question.terms) {
      if (term.id >= 0) {
        postings.addScores(term.id, MATCH.syllable * term.weight * term.rarity, scores);
      }
    }
    for (const { term, gain } of question.concepts) {
      postings.addScores(term, gain, scores);
    }
    return scores;
  }

  return {
    size: documents.length,
    repair,
    search(query, k, allow) {
      const question = ask(query);
      const scores = firstPass(question);
      const close = openCloseLook(sequences, places, question);
      const hits = best(scores, Math.max(CLOSE_LOOK, k), allow).map((label) => ({
        label,
        score: ((scores[label] ?? 0) + close.score(label)) / (question.ideal * full),
      }));
      close.close();
      return hits
        .sort((a, b) => b.score - a.score || a.label - b.label)
        .slice(0, k)
        .map((hit) => ({ ...hit, coverage: coverage(question, hit.label) }));
    },
    score(query, label) {
      const question = ask(query);
      const close = openCloseLook(sequences, places, question);
      const score = ((firstPass(question)[label] ?? 0) + close.score(label)) / (question.ideal * full || 1);
      close.close();
      return { label, score, coverage: coverage(question, label) };
    },
    explain(query, label) {
      const question = ask(query);
      const standsFor = synonymWords(question, label);
      const shown = (wanted: (has: boolean, synonym: boolean) => boolean): readonly string[] =>
        question.terms
          .filter(
            (term, place) => term.content && wanted(postings.holds(term.id, label), standsFor.has(place)),
          )
          .map(({ id, key }) => (id < 0 ? key : lexicon.surface(id)));
      return {
        words: shown((has) => has),
        synonyms: shown((has, synonym) => !has && synonym),
        missing: shown((has, synonym) => !has && !synonym),
      };
    },
  };
}

interface ReadField {
  readonly ids: readonly number[];
  readonly quarters: number;
}

function readDocument(
  document: SearchDocument,
  label: number,
  builder: LexiconBuilder,
): { readonly words: readonly number[]; readonly fields: readonly ReadField[] } {
  const fields = (["text", "leadIn", "heading", "title"] as const).flatMap((name) => {
    const text = document[name] ?? "";
    return text === "" ? [] : [{ ids: builder.add(text, label), quarters: FIELD[name] }];
  });
  return { words: fields.flatMap(({ ids }) => [...ids, -1]), fields };
}

function bagOf(
  fields: readonly ReadField[],
  _size: number,
  conceptsIn: (ids: readonly number[]) => readonly number[],
): TermBag {
  const bag = new Map<number, number>();
  for (const { ids, quarters } of fields) {
    for (const term of [...ids, ...conceptsIn(ids)]) {
      bag.set(term, (bag.get(term) ?? 0) + quarters);
    }
  }
  return { terms: [...bag.keys()], quarters: [...bag.values()] };
}

/** Phrases of every question and of the vocabulary are known words, and expected, in any collection. */
function addBackground(builder: LexiconBuilder, vocabulary: Vocabulary, wordCount: number): void {
  const times = 2 + Math.round(wordCount / 10_000);
  for (const phrase of [...QUESTION_PHRASES, ...EVERYDAY_PHRASES, ...FUNCTION_WORDS]) {
    builder.add(phrase, -1, times);
  }
  const tables = [vocabulary.abbreviations, vocabulary.teencode, vocabulary.dialect, vocabulary.names];
  for (const meaning of [...tables.flatMap((table) => Object.values(table)), ...vocabulary.synonyms.flat()]) {
    builder.add(meaning, -1);
  }
}

function sequencesOf(documents: readonly (readonly number[])[]): Sequences {
  const starts = new Uint32Array(documents.length + 1);
  documents.forEach((words, label) => {
    starts[label + 1] = (starts[label] ?? 0) + words.length;
  });
  const total = starts[documents.length] ?? 0;
  const words = new Int32Array(total);
  documents.forEach((document, label) => {
    words.set(document, starts[label]);
  });
  return { words, starts, mean: total / Math.max(1, documents.length) || 1 };
}

/** Labels of the greatest scores above 0, in no order. */
function best(scores: Float32Array, count: number, allow?: (label: number) => boolean): readonly number[] {
  const found: number[] = [];
  for (let label = 0; label < scores.length; label++) {
    if ((scores[label] as number) > 0 && (allow === undefined || allow(label))) {
      found.push(label);
    }
  }
  if (found.length <= count) {
    return found;
  }
  const kept = Float32Array.from(found, (label) => scores[label] ?? 0).sort();
  const least = kept[kept.length - count] ?? 0;
  return found.filter((label) => (scores[label] ?? 0) >= least);
}

/** The words of a text as this index sees them. */
export const indexedWords = searchWords;
