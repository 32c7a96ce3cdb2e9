import type { Clock, Log } from "../ports/clock.ts";
import { type ChatModel, ModelError } from "../ports/models.ts";
import { openCallsGuard } from "./calls-guard.ts";
import { guardedFetch } from "./fetch-guard.ts";

export interface ModelSettings {
  readonly model: string;
  readonly baseUrl: string | undefined;
  readonly apiKey: string;
  /** Hosts of the office's own network that may be called; others there may not. */
  readonly privateHosts: readonly string[];
}

export interface ChatSettings extends ModelSettings {
  /** How long to wait for the first byte of an answer, in ms. */
  readonly firstByteMs: number;
}

/** Said outright, because the client would otherwise take it from its own environment variable. */
export const DEFAULT_BASE_URL = "https://api.openai.com/v1";
/** One call may take this long in all (ms); the extractive answer stands in for anything later. */
const CALL_MS = 20_000;
/** A longer answer is not an answer; the envelope around the text comes on top. */
const MAX_BYTES = 32 * 1024;
const ENVELOPE_BYTES = 8 * 1024;

/** What went wrong, from an error whose words hold the request and so never go on. */
export function modelErrorOf(error: unknown): ModelError {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (at instanceof ModelError) {
      return at;
    }
  }
  const { name, status } = (error ?? {}) as { name?: string; status?: number };
  if (name === "TimeoutError" || name === "AbortError") {
    return new ModelError("timeout", "the model took too long");
  }
  if (typeof status === "number") {
    return status < 500
      ? new ModelError("refused", `the model's server refused the call (${status})`)
      : new ModelError("unreachable", `the model's server failed (${status})`);
  }
  return error instanceof SyntaxError || error instanceof TypeError
    ? new ModelError("bad_answer", "the model's server answered in another form")
    : new ModelError("unreachable", "the model's server did not answer");
}

interface Client {
  invoke(messages: unknown, options: unknown): Promise<{ readonly content: unknown }>;
}

async function load(settings: ChatSettings, maxTokens: number): Promise<Client> {
  const { initChatModel } = await import("langchain/chat_models/universal");
  return (await initChatModel(settings.model, {
    modelProvider: "openai",
    apiKey: settings.apiKey,
    temperature: 0,
    maxTokens,
    streaming: false,
    useResponsesApi: false,
    timeout: CALL_MS,
    maxRetries: 0,
    configuration: {
      baseURL: settings.baseUrl ?? DEFAULT_BASE_URL,
      organization: null,
      project: null,
      logLevel: "off",
      fetch: guardedFetch({
        privateHosts: settings.privateHosts,
        firstByteMs: settings.firstByteMs,
        totalMs: CALL_MS,
        maxBytes: MAX_BYTES + ENVELOPE_BYTES,
      }),
    },
  })) as unknown as Client;
}

/**
 * Any OpenAI-compatible server through LangChain's chat models; streaming off, no retries (the caller has a fallback).
 * LangChain takes half a second to load, so it is loaded when the switch is on, and then before the first question.
 */
export function openChatModel(settings: ChatSettings, clock: Clock, log: Log): ChatModel {
  const calls = openCallsGuard("chat", clock, log);
  // The client takes the length of an answer only when it is made, so there is one for each length.
  const clients = new Map<number, Promise<Client>>();
  const clientFor = (maxTokens: number): Promise<Client> => {
    const client = clients.get(maxTokens) ?? load(settings, maxTokens);
    clients.set(maxTokens, client);
    return client;
  };
  void import("langchain/chat_models/universal").catch(() => undefined);
  // Some compatible servers know no response format: after one such refusal it is not asked for again.
  let asksJson = true;

  async function invoke(request: Parameters<ChatModel["complete"]>[0], signal: AbortSignal): Promise<string> {
    const messages = [
      { role: "system", content: request.system },
      { role: "user", content: request.user },
    ];
    try {
      const client = await clientFor(request.maxTokens);
      const { content } = await client.invoke(messages, {
        signal,
        ...(asksJson ? { response_format: { type: "json_object" } } : {}),
      });
      if (typeof content !== "string" || content.trim() === "") {
        throw new ModelError("bad_answer", "the model answered without text");
      }
      if (Buffer.byteLength(content) > MAX_BYTES) {
        throw new ModelError("too_large", `the model answered more than ${MAX_BYTES} bytes`);
      }
      return content;
    } catch (error) {
      asksJson = asksJson && (error as { status?: number }).status !== 400;
      throw modelErrorOf(error);
    }
  }

  return {
    name: settings.model,
    complete: (request, signal) => calls.run(() => invoke(request, signal)),
  };
}
