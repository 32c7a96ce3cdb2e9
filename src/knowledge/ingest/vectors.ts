import type { Passage } from "../../domain/document.ts";
import { embeddedText, passageHash } from "../../domain/knowledge.ts";
import type { KnowledgeStorage } from "../../ports/knowledge.ts";
import { type Embedder, ModelError } from "../../ports/models.ts";

const BATCH = 32;

/**
 * One unit vector for each passage, in order; only words never embedded before are embedded.
 * Throws ModelError when the model cannot be had at the moment.
 */
export async function vectorsFor(
  passages: readonly Passage[],
  embedder: Embedder,
  storage: Pick<KnowledgeStorage, "keptVectors">,
  onBatch: (done: number, total: number) => void,
): Promise<readonly Float32Array[]> {
  const hashes = passages.map(passageHash);
  const vectors = new Map(await storage.keptVectors(embedder.fingerprint, hashes));
  const missing = new Map<string, string>();
  passages.forEach((passage, index) => {
    const hash = hashes[index] ?? "";
    if (!vectors.has(hash)) {
      missing.set(hash, embeddedText(passage));
    }
  });
  const wanted = [...missing];
  for (let start = 0; start < wanted.length; start += BATCH) {
    onBatch(start, wanted.length);
    const batch = wanted.slice(start, start + BATCH);
    const made = await embedder.embed(batch.map(([, text]) => text));
    for (const [index, [hash]] of batch.entries()) {
      vectors.set(hash, given(made[index]));
    }
    // Questions go on being answered between two batches.
    await new Promise((resolve) => setImmediate(resolve));
  }
  onBatch(wanted.length, wanted.length);
  return hashes.map((hash) => given(vectors.get(hash)));
}

function given(vector: Float32Array | undefined): Float32Array {
  if (vector === undefined) {
    throw new ModelError("bad_answer", "the embedder gave fewer vectors than there were texts");
  }
  return vector;
}
