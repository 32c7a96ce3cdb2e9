import type { Embedder } from "../ports.ts";
import { ModelError } from "../ports.ts";
import type { ModelSettings } from "./chat.ts";

const CALL_MS = 30_000;

function unit(vector: readonly number[]): Float32Array {
  const norm = Math.hypot(...vector) || 1;
  return Float32Array.from(vector, (value) => value / norm);
}

/**
 * An OpenAI-compatible embeddings server through LangChain. The dimension is asked for once at opening, so that a
 * server that answers in another form (base64 read as floats gives vectors of length 1) is refused, not used.
 */
export async function openRemoteEmbedder(settings: ModelSettings): Promise<Embedder> {
  const { OpenAIEmbeddings } = await import("@langchain/openai");
  const client = new OpenAIEmbeddings({
    model: settings.model,
    apiKey: settings.apiKey,
    encodingFormat: "float",
    stripNewLines: false,
    batchSize: 64,
    timeout: CALL_MS,
    maxRetries: 1,
    ...(settings.baseUrl === undefined ? {} : { configuration: { baseURL: settings.baseUrl } }),
  });
  const call = async (texts: readonly string[]) => {
    try {
      return (await client.embedDocuments([...texts])).map(unit);
    } catch {
      throw new ModelError(
        "unreachable",
        `the embeddings server did not answer; check EMBEDDINGS and EMBEDDINGS_BASE_URL`,
      );
    }
  };
  const dimensions = (await call(["Bình dân học vụ số"]))[0]?.length ?? 0;
  if (dimensions < 32) {
    throw new ModelError("bad_answer", `the embeddings server answers vectors of length ${dimensions}`);
  }
  return {
    fingerprint: `openai:${settings.model}:${dimensions}`,
    dimensions,
    async embed(texts) {
      const vectors = await call(texts);
      if (vectors.length !== texts.length || vectors.some((v) => v.length !== dimensions)) {
        throw new ModelError("bad_answer", "the embeddings server answered vectors of another length");
      }
      return vectors;
    },
  };
}
