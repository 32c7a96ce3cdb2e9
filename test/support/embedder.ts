import { createHash } from "node:crypto";
import type { Embedder } from "../../src/ports/models.ts";
import { fold } from "../../src/vietnamese/text/normalise.ts";

/** Hashes folded words into a unit vector, so that nearness is real and no model is needed. Counts what it embeds. */
export function wordEmbedder(
  dimensions = 32,
  fingerprint = "words-1",
): Embedder & { readonly embedded: string[] } {
  const embedded: string[] = [];
  return {
    fingerprint,
    dimensions,
    embedded,
    embed(texts) {
      embedded.push(...texts);
      return Promise.resolve(texts.map((text) => vectorOf(text, dimensions)));
    },
  };
}

export function vectorOf(text: string, dimensions = 32): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const word of fold(text).match(/[\p{L}\p{N}]+/gu) ?? ["-"]) {
    const hash = createHash("sha256").update(word).digest();
    const place = hash.readUInt32LE(0) % dimensions;
    vector[place] = (vector[place] ?? 0) + (hash.readUInt8(4) % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector.fill(1 / Math.sqrt(dimensions)) : vector.map((value) => value / length);
}
