import type { ChatModel } from "../ports.ts";
import { ModelError } from "../ports.ts";

export interface ModelSettings {
  readonly model: string;
  readonly baseUrl: string | undefined;
  readonly apiKey: string;
}

/** One call may take this long in all (ms); the extractive answer stands in for anything later. */
const CALL_MS = 20_000;
/** A longer answer is not an answer. */
const MAX_BYTES = 32 * 1024;

function reasonOf(error: unknown): ModelError["reason"] {
  const { name, status } = error as { name?: string; status?: number };
  if (name === "TimeoutError" || name === "AbortError") {
    return "timeout";
  }
  return typeof status === "number" && status >= 400 && status < 500 ? "refused" : "unreachable";
}

/**
 * Any OpenAI-compatible server through LangChain's chat models; streaming off, no retries (the caller has a fallback).
 * LangChain is loaded on first use: it costs half a second that most offices never need.
 */
export function openChatModel(settings: ModelSettings): ChatModel {
  let loading: Promise<{
    invoke: (messages: unknown, options: unknown) => Promise<{ content: unknown }>;
  }> | null = null;
  const load = async () => {
    const { initChatModel } = await import("langchain/chat_models/universal");
    return (await initChatModel(settings.model, {
      modelProvider: "openai",
      apiKey: settings.apiKey,
      temperature: 0,
      timeout: CALL_MS,
      maxRetries: 0,
      ...(settings.baseUrl === undefined ? {} : { configuration: { baseURL: settings.baseUrl } }),
    })) as never;
  };
  return {
    name: settings.model,
    async complete({ system, user, maxTokens }, signal) {
      try {
        loading ??= load();
        const model = await loading;
        const limit = AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]);
        const messages = [
          { role: "system", content: system },
          { role: "user", content: user },
        ];
        const { content } = await model.invoke(messages, { signal: limit, max_tokens: maxTokens });
        if (typeof content !== "string" || content.trim() === "") {
          throw new ModelError("bad_answer", "the model answered without text");
        }
        if (Buffer.byteLength(content) > MAX_BYTES) {
          throw new ModelError("too_large", `the model answered more than ${MAX_BYTES} bytes`);
        }
        return content;
      } catch (error) {
        // The client's own error holds the request and with it the question; only its kind goes on.
        throw error instanceof ModelError
          ? error
          : new ModelError(reasonOf(error), "the language model did not answer");
      }
    },
  };
}
