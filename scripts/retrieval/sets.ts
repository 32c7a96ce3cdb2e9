// Reading retrieval sets and the vocabulary for the measuring scripts.
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Vocabulary } from "../../src/domain/knowledge.ts";
import { readOfficeFiles } from "../../src/knowledge/files/office-data.ts";

const id = z.union([z.string(), z.number()]).transform(String);
const passage = z.object({ id, text: z.string(), title: z.string().nullish() });
const query = z.object({ id, text: z.string(), gold: z.array(id) });

export type Corpus = readonly z.infer<typeof passage>[];
export type Queries = readonly z.infer<typeof query>[];

function lines<T>(file: string, shape: z.ZodType<T>): readonly T[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`${file} cannot be read; check the path`, { cause: error });
  }
  const found = text.split("\n").flatMap((line, at) => {
    if (line.trim() === "") {
      return [];
    }
    try {
      return [shape.parse(JSON.parse(line))];
    } catch (error) {
      throw new Error(`${file}, line ${at + 1} is not as expected; see the head of this script`, {
        cause: error,
      });
    }
  });
  if (found.length === 0) {
    throw new Error(`${file} is empty`);
  }
  return found;
}

export const readCorpus = (file: string): Corpus => lines(file, passage);
export const readQueries = (file: string): Queries => lines(file, query);

/** The office's vocabulary; an absent or broken file counts as an empty one. */
export async function readVocabulary(knowledge: string): Promise<Vocabulary> {
  return (await readOfficeFiles(knowledge, null, () => {})).data.vocabulary;
}
