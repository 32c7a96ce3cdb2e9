import type { Clock, Log } from "../ports/clock.ts";
import { type Embedder, ModelError } from "../ports/models.ts";
import { findPersonalData } from "../vietnamese/privacy/privacy.ts";
import { openCallsGuard } from "./calls-guard.ts";
import { DEFAULT_BASE_URL, type ModelSettings, modelErrorOf } from "./chat.ts";
import { guardedFetch } from "./fetch-guard.ts";

/** Reading papers may take its time (ms); nobody waits. */
const PAPERS_MS = 30_000;
/** A question has its words already: vectors that come later than this (ms) are not waited for. */
const QUESTION_MS = 1_000;
/** 64 vectors of 4,096 numbers as text. */
const MAX_BYTES = 8 * 1024 * 1024;

type Embed = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

function unit(vector: readonly unknown[]): Float32Array {
  const numbers = vector.filter((value) => typeof value === "number" && Number.isFinite(value));
  if (numbers.length !== vector.length) {
    throw new ModelError("bad_answer", "the embeddings server answered something else than numbers");
  }
  const norm = Math.hypot(...(numbers as number[])) || 1;
  return Float32Array.from(numbers as number[], (value) => value / norm);
}

/** Client errors become ModelError; a vector in another form (base64 text) is refused. */
async function openClient(settings: ModelSettings, callMs: number, retries: number): Promise<Embed> {
  const { OpenAIEmbeddings } = await import("@langchain/openai");
  const client = new OpenAIEmbeddings({
    model: settings.model,
    apiKey: settings.apiKey,
    encodingFormat: "float",
    stripNewLines: false,
    batchSize: 64,
    timeout: callMs,
    maxRetries: retries,
    configuration: {
      baseURL: settings.baseUrl ?? DEFAULT_BASE_URL,
      organization: null,
      project: null,
      logLevel: "off",
      fetch: guardedFetch({
        privateHosts: settings.privateHosts,
        firstByteMs: callMs,
        totalMs: callMs,
        maxBytes: MAX_BYTES,
      }),
    },
  });
  return async (texts) => {
    try {
      const vectors: readonly unknown[] = await client.embedDocuments([...texts]);
      return vectors.map((vector) => unit(Array.isArray(vector) ? vector : [null]));
    } catch (error) {
      throw modelErrorOf(error);
    }
  };
}

const fingerprintOf = (model: string, dimensions: number) => `openai:${model}:${dimensions}`;

function checked(vectors: readonly Float32Array[], count: number, dimensions: number) {
  if (vectors.length !== count || vectors.some((v) => v.length !== dimensions)) {
    throw new ModelError("bad_answer", "the embeddings server answered vectors of another length");
  }
  return vectors;
}

/**
 * An OpenAI-compatible embeddings server through LangChain, for reading papers. The dimension is asked for once at
 * opening, so that a server that answers in another form is refused, not used. Throws ModelError.
 */
export async function openRemoteEmbedder(settings: ModelSettings): Promise<Embedder> {
  const call = await openClient(settings, PAPERS_MS, 1);
  const dimensions = (await call(["Bình dân học vụ số"]))[0]?.length ?? 0;
  if (dimensions < 32) {
    throw new ModelError("bad_answer", `the embeddings server answers vectors of length ${dimensions}`);
  }
  return {
    fingerprint: fingerprintOf(settings.model, dimensions),
    dimensions,
    embed: async (texts) => checked(await call(texts), texts.length, dimensions),
  };
}

/**
 * The same server for questions about vectors that are there already, known by their fingerprint; null when they are
 * another model's. Never throws: no vector comes back while the server is away, slow, answers another length, or when a
 * text holds personal data, and then words alone search. Nothing is called at opening.
 */
export function openQuestionEmbedder(
  settings: ModelSettings,
  fingerprint: string,
  clock: Clock,
  log: Log,
): Embedder | null {
  const dimensions = Number(fingerprint.split(":").at(-1));
  if (fingerprint !== fingerprintOf(settings.model, dimensions)) {
    return null;
  }
  const calls = openCallsGuard("embeddings", clock, log);
  let client: Promise<Embed> | null = null;
  return {
    fingerprint,
    dimensions,
    async embed(texts) {
      if (texts.some((text) => findPersonalData(text).length > 0)) {
        return [];
      }
      try {
        return await calls.run(async () => {
          client ??= openClient(settings, QUESTION_MS, 0);
          return checked(await (await client)(texts), texts.length, dimensions);
        });
      } catch {
        // The guard has logged it; words alone find as well.
        return [];
      }
    },
  };
}
