import type { Answer, Intent, Question, Topic } from "../../domain/conversation.ts";
import { type ChatModel, ModelError } from "../../ports/models.ts";
import { findPersonalData } from "../../vietnamese/privacy/privacy.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import { localityName, sourceLines } from "../compose/draft.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { findUnknownPlace } from "../understand/places.ts";
import { judgeClaims } from "./claims.ts";
import { composePrompt, rewritePrompt, topicWords } from "./prompts.ts";
import { citedSource } from "./sources.ts";
import { acceptedQuestion } from "./standalone-question.ts";

/** Answers where other words may help; figures, tasks, numbered items, guides and refusals stay word for word. */
const FLUENT: ReadonlySet<Intent> = new Set(["fact", "definition", "list"]);
const MOST_PASSAGES = 6;
/** For all calls of one question, in ms; the extractive answer stands in for anything later. */
const TOTAL_MS = 20_000;

interface Rewritten {
  readonly answer: Answer;
  readonly why: string;
}

/** The model's part in one question: at most one call to read it and one to word its answer. */
export interface RewriterTurn {
  /** A follow-up that rules could not read, as a question of its own; null when the model cannot say it. */
  standalone(question: Question, topic: Topic, base: EditionIndex): Promise<string | null>;
  /** The same answer in the model's words when every sentence stands in its passages; otherwise the answer as it was. */
  rewrite(question: string, answer: Answer, base: EditionIndex): Promise<Rewritten>;
}

export interface Rewriter {
  begin(): Promise<RewriterTurn>;
}

/**
 * A language model beside the pipeline: it sees the question, the topic and the passages that were found, and nothing
 * else; what it says is held against them. A server that fails costs nothing: the answer without it is always there.
 * `isOff` is asked for every question, so that an office can stop the model at once.
 */
export function openRewriter(model: ChatModel, isOff?: () => Promise<boolean>): Rewriter {
  return { begin: async () => turn(model, (await isOff?.()) ?? false) };
}

function turn(model: ChatModel, off: boolean): RewriterTurn {
  const signal = AbortSignal.timeout(TOTAL_MS);
  let away: string | null = off ? "switched off" : null;

  async function ask(prompt: Parameters<ChatModel["complete"]>[0]): Promise<string | null> {
    try {
      return away === null ? await model.complete(prompt, signal) : null;
    } catch (error) {
      if (!(error instanceof ModelError)) {
        throw error;
      }
      away = error.reason;
      return null;
    }
  }

  return {
    async standalone(question, topic, base) {
      const words = topicWords(topic, localityName(topic.locality, base));
      // A place nobody here has papers of must not be dropped on the way to a question that has an answer.
      const asked = base.retriever.words.repair(question.text).text;
      const elsewhere = findUnknownPlace(asked, base.edition.localities, base.paperNames.name);
      if (elsewhere !== null || personal([question.text, ...words])) {
        return null;
      }
      const from = {
        question: asked,
        topic: words,
        places: [topic.locality, question.locality],
      };
      const raw = await ask(rewritePrompt(from.question, words));
      return raw === null ? null : acceptedQuestion(raw, from, base);
    },

    async rewrite(question, answer, base) {
      const kept = (why: string): Rewritten => ({ answer, why });
      if (answer.status !== "answered" || !wordable(answer) || personal([question])) {
        return kept("word for word by kind");
      }
      const shown = answer.citations.map((c) => citedSource(c, base));
      const raw = await ask(composePrompt(question, shown));
      if (raw === null) {
        return kept(`word for word: the model is ${away}`);
      }
      const judged = judgeClaims(raw, answer, shown, base);
      if (judged.outcome === "falls") {
        return kept(`word for word: ${judged.why}`);
      }
      const [first, ...rest] = judged.used.map((s) => s.citation);
      if (first === undefined) {
        return kept("word for word: no passage");
      }
      const text = [
        judged.sentences.join(answer.intent === "list" ? "\n" : " "),
        sourceLines([first, ...rest], base),
        ANSWERS.wordedByModel,
      ];
      return {
        answer: { ...answer, text: text.join("\n"), citations: [first, ...rest] },
        why: "in the model's words",
      };
    },
  };
}

const personal = (texts: readonly string[]): boolean => findPersonalData(texts.join("\n")).length > 0;

/** Whole passages of plans; what stands on a paper's head, is cut, or walks through a guide is said as it is. */
function wordable(answer: Extract<Answer, { status: "answered" }>): boolean {
  return (
    FLUENT.has(answer.intent) &&
    answer.guide === undefined &&
    answer.complete &&
    answer.citations.length <= MOST_PASSAGES &&
    answer.citations.every((c) => c.section !== "")
  );
}
