import type { Answered, Question, Topic } from "../src/domain/conversation.ts";
import type { BatchAnswer } from "./evaluate/score.ts";

/** One line of a batch. Lines with the same `conversation` share one conversation. */
export interface BatchQuestion {
  readonly id: string;
  readonly question: string;
  readonly locality: string | null;
  readonly conversation?: string;
}

/** Parses JSON lines; throws with the line's number when one cannot be read. */
export function parseLines<T>(text: string, file: string): T[] {
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") {
      return [];
    }
    try {
      return [JSON.parse(line) as T];
    } catch (error) {
      throw new Error(`${file} line ${i + 1} is not JSON.`, { cause: error });
    }
  });
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
