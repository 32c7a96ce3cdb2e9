import { resolve } from "node:path";
import type { Answering } from "../../src/answering/answer.ts";
import { squeeze } from "../../src/vietnamese/text/normalise.ts";
import { answerBatch, readQuestions } from "../batch.ts";
import type { Judged } from "./figures.ts";
import { type BatchAnswer, faultsOf, type GoldItem } from "./score.ts";

const folder = resolve(import.meta.dirname, "../../test/golden");

/** Questions of the five plans, the same asked of other places and years, those no paper answers, and a later mixture. */
export const GOLD_FILES = [
  "questions",
  "confusable",
  "unanswerable",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "guides-second",
  "guides-third",
].map((name) => resolve(folder, `${name}.jsonl`));

/** Throws CommandError when the file cannot be read or a line of it cannot be asked. */
export const readGold = (file: string): Promise<GoldItem[]> => readQuestions<GoldItem>(file);

/** Asks everything in order and judges each answer; `today` is a day, "2025-11-21". */
export async function judgeAll(
  gold: readonly GoldItem[],
  { answer, base }: Answering,
  today: string,
): Promise<readonly Judged[]> {
  const sources = new Map([...base.documents.values()].map((d) => [d.id, squeeze(d.sourceText)]));
  const answers = new Map<string, BatchAnswer>();
  await answerBatch(gold, answer, today, (line) => answers.set(line.id, line));
  return gold.flatMap((item) => {
    const made = answers.get(item.id);
    const faults = faultsOf(item, made, (doc) => sources.get(doc) ?? null);
    return made === undefined ? [] : [{ item, answer: made, faults }];
  });
}
