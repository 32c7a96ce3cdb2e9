// The passages as numbers: their words in order, the postings and the lexicon over them.
import type { Vocabulary } from "../../../domain/knowledge.ts";
import { ASKED_PHRASES, PROVINCES } from "../../../vietnamese/lexicon/asking-phrases.ts";
import { EVERYDAY_PHRASES } from "../../../vietnamese/lexicon/everyday-phrases.ts";
import { FUNCTION_WORDS, QUESTION_PHRASES } from "../../../vietnamese/lexicon/function-words.ts";
import { openConcepts } from "../../../vietnamese/lexicon/synonyms.ts";
import { openLookalikes } from "../lexicon/confusables.ts";
import { buildLexicon, type LexiconBuilder } from "../lexicon/lexicon.ts";
import { buildPostings, type TermBag } from "./postings.ts";
import type { Sequences } from "./proximity.ts";
import type { Words } from "./query.ts";
import { BM25, FIELD } from "./weights.ts";

export interface SearchDocument {
  readonly text: string;
  readonly title?: string;
  readonly heading?: string;
  readonly leadIn?: string;
}

export interface Collection extends Words {
  readonly sequences: Sequences;
}

interface ReadField {
  readonly ids: readonly number[];
  readonly quarters: number;
}

export function readCollection(documents: readonly SearchDocument[], vocabulary: Vocabulary): Collection {
  const builder = buildLexicon();
  const read = documents.map((document, label) => readDocument(document, label, builder));
  const wordCount = read.reduce((sum, fields) => sum + lengthOf(fields), 0);
  addBackground(builder, vocabulary, wordCount);
  const lexicon = builder.finish();
  const concepts = openConcepts(vocabulary);
  const bags = read.map((fields) =>
    bagOf(fields, (ids) =>
      concepts.finder.find(ids.map(lexicon.key)).map(({ value }) => lexicon.size + value),
    ),
  );
  const postings = buildPostings(bags, lexicon.size + concepts.size, BM25);
  return { lexicon, concepts, postings, sequences: sequencesOf(read), lookalikes: openLookalikes(lexicon) };
}

function readDocument(
  document: SearchDocument,
  label: number,
  builder: LexiconBuilder,
): readonly ReadField[] {
  return (["text", "leadIn", "heading", "title"] as const).flatMap((name) => {
    const text = document[name] ?? "";
    return text === "" ? [] : [{ ids: builder.add(text, label), quarters: FIELD[name] }];
  });
}

function bagOf(
  fields: readonly ReadField[],
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

/** A phrase of questions about plans, in occurrences: enough to outweigh a frequent word with the same letters. */
const ASKED = 3;

/** Phrases of every question and of the vocabulary are known words, and expected, in any collection. */
function addBackground(builder: LexiconBuilder, vocabulary: Vocabulary, wordCount: number): void {
  const times = 2 + Math.round(wordCount / 10_000);
  for (const phrase of [...QUESTION_PHRASES, ...FUNCTION_WORDS]) {
    builder.add(phrase, -1, times);
  }
  for (const phrase of [...ASKED_PHRASES, ...PROVINCES]) {
    builder.add(phrase, -1, ASKED);
  }
  for (const phrase of EVERYDAY_PHRASES) {
    builder.add(phrase, -1);
  }
  const { abbreviations, teencode, dialect, endings = {}, names } = vocabulary;
  const tables = [abbreviations, teencode, dialect, endings, names];
  for (const meaning of [...tables.flatMap((table) => Object.values(table)), ...vocabulary.synonyms.flat()]) {
    builder.add(meaning, -1);
  }
}

/** Words and one mark behind each field. */
const lengthOf = (fields: readonly ReadField[]): number =>
  fields.reduce((sum, { ids }) => sum + ids.length + 1, 0);

function sequencesOf(documents: readonly (readonly ReadField[])[]): Sequences {
  const starts = new Uint32Array(documents.length + 1);
  documents.forEach((fields, label) => {
    starts[label + 1] = (starts[label] ?? 0) + lengthOf(fields);
  });
  const words = new Int32Array(starts[documents.length] ?? 0).fill(-1);
  documents.forEach((fields, label) => {
    let at = starts[label] ?? 0;
    for (const { ids } of fields) {
      words.set(ids, at);
      at += ids.length + 1;
    }
  });
  return { words, starts, mean: words.length / Math.max(1, documents.length) || 1 };
}
