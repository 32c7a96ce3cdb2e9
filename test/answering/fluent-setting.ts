import { afterAll, beforeAll, beforeEach } from "vitest";
import { type Answering, openAnswering } from "../../src/answering/answer.ts";
import { answerWithModel } from "../../src/answering/rewrite/answer-with-model.ts";
import { openRewriter } from "../../src/answering/rewrite/rewriter.ts";
import type { Answered, Question, Topic } from "../../src/domain/conversation.ts";
import { openChatModel } from "../../src/models/chat.ts";
import type { Clock, Log } from "../../src/ports/clock.ts";
import type { LiveEdition } from "../../src/ports/knowledge.ts";
import { fixedClock } from "../support/clock.ts";
import { seedEdition } from "../support/edition.ts";
import { type ModelServer, openModelServer } from "../support/model-server.ts";

/** The seed plans, answered without a model and with one on a server of its own; ready before the first test. */
export function fluentSetting() {
  const setting = {
    server: undefined as unknown as ModelServer,
    live: undefined as unknown as LiveEdition,
    plain: undefined as unknown as Answering,
    fluent: undefined as unknown as Pick<Answering, "answer">,
    /** The same edition with another model beside it, its breaker closed. */
    withModel(
      settings: Partial<ModelServer["settings"]> = {},
      clock: Clock = fixedClock(),
      off = async () => false,
      log: Log = () => undefined,
    ) {
      const chat = openChatModel({ ...setting.server.settings, ...settings }, clock, log);
      const model = openRewriter(chat, off);
      const { base, answer } = setting.plain;
      return {
        answer: (asked: Question, topic: Topic | null) => answerWithModel(model, base, answer, asked, topic),
      };
    },
  };
  beforeAll(async () => {
    setting.server = await openModelServer();
    setting.live = await seedEdition();
    setting.plain = openAnswering(setting.live, null);
    setting.fluent = setting.withModel();
  });
  beforeEach(() => setting.server.behave("ok", () => "{}"));
  afterAll(() => setting.server.close());
  return setting;
}

export const question = (text: string, locality: string | null): Question => ({
  text,
  locality,
  today: "2025-10-01",
});

export const explained = ({ explain }: Answered) =>
  explain.filter((e) => e.step === "model").map((e) => e.text);
