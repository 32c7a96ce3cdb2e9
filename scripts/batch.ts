import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Answered, Question, Topic } from "../src/domain/conversation.ts";
import { CommandError } from "./command-line.ts";
import type { BatchAnswer } from "./evaluate/score.ts";

const line = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  question: z.string(),
  locality: z.string().nullish(),
  conversation: z.string().optional(),
});

/** One line of a batch. Lines with the same `conversation` share one conversation. */
export interface BatchQuestion {
  readonly id: string;
  readonly question: string;
  readonly locality?: string | null | undefined;
  readonly conversation?: string | undefined;
}

/** Reads a file of questions, one JSON object a line. Throws CommandError, with the line's number, when it cannot be used. */
export async function readQuestions<T extends BatchQuestion>(file: string): Promise<T[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${file} cannot be read (${error.code}); give a file of JSON lines.`, {
      cause: error,
    });
  });
  const lines = text.replace(/^\uFEFF/u, "").split("\n");
  const found = lines.flatMap((one, at) =>
    one.trim() === "" ? [] : [parsed(one, `${file}, line ${at + 1}`) as T],
  );
  if (found.length === 0) {
    throw new CommandError(
      `${file} holds no questions; each line is {"id": "1", "question": "…", "locality": null}.`,
    );
  }
  return found;
}

function parsed(text: string, where: string): BatchQuestion {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${where} is not JSON; correct that line. Nothing was asked.`, { cause: error });
  }
  const checked = line.safeParse(value);
  if (!checked.success) {
    throw new CommandError(
      `${where} is not a question: {"id": "1", "question": "…", "locality": null} is meant. Nothing was asked.`,
    );
  }
  return checked.data;
}

/** Citations of any answer; those of a "not found" are the nearest passages. */
export function citationsOf({ answer }: Answered) {
  if (answer.status === "answered") {
    return answer.citations;
  }
  return answer.status === "not_found" ? answer.nearest : [];
}

/** Answers in order; `each` is called as soon as an answer is there. */
export async function answerBatch(
  questions: readonly BatchQuestion[],
  ask: (question: Question, topic: Topic | null) => Promise<Answered>,
  today: string,
  each: (answer: BatchAnswer, answered: Answered) => void,
): Promise<void> {
  const topics = new Map<string, Topic | null>();
  for (const { id, question, locality, conversation } of questions) {
    const topic = conversation === undefined ? null : (topics.get(conversation) ?? null);
    const start = performance.now();
    const answered = await ask({ text: question, locality: locality ?? null, today }, topic);
    const elapsedMs = Math.round((performance.now() - start) * 100) / 100;
    if (conversation !== undefined) {
      topics.set(conversation, answered.topic);
    }
    const { answer } = answered;
    const citations = citationsOf(answered).map(({ doc, section, title, quote }) => ({
      doc,
      section,
      title,
      quote,
    }));
    each(
      { id, status: answer.status, intent: answer.intent, text: answer.text, citations, elapsedMs },
      answered,
    );
  }
}
