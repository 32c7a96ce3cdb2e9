import type { Answer, Answered, Question, Topic } from "../../domain/conversation.ts";
import type { Ask } from "../../ports/conversations.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import type { Rewriter } from "./rewriter.ts";

/** Ends that a fuller question may still turn into an answer; what the guard asked back stays. */
const unread = ({ status, intent }: Answer): boolean =>
  (status === "not_found" || status === "clarify") && intent !== "smalltalk";

/**
 * The word-for-word pipeline with the model beside it: a follow-up it could not read may be asked again in full, through
 * the same guard and search, and what was answered may be worded anew. Refusals and emergencies never reach the model.
 */
export async function answerWithModel(
  fluent: Rewriter,
  base: EditionIndex,
  ask: Ask,
  question: Question,
  topic: Topic | null,
): Promise<Answered> {
  const turn = await fluent.begin();
  let [asked, made] = [question, await ask(question, topic)];
  if (topic !== null && unread(made.answer)) {
    const text = await turn.standalone(question, topic, base);
    const again = text === null ? null : await ask({ ...question, text }, null);
    if (text !== null && again?.answer.status === "answered") {
      const explain = [...made.explain, { step: "model" as const, text: `read as “${text}”` }];
      asked = { ...question, text };
      made = { ...again, explain: [...explain, ...again.explain] };
    }
  }
  const polished = await turn.rewrite(asked.text, made.answer, base);
  const explain = [...made.explain, { step: "model" as const, text: polished.why }];
  return { ...made, answer: polished.answer, explain };
}
