// A small sketch of a text, to tell how alike two long ones are without comparing them word by word.
import { fold } from "../../vietnamese/text/normalise.ts";

/** The smallest hashes of a text's runs of three words. */
export type Sketch = readonly number[];

const SIZE = 400;
const RUN = 3;

/** 32-bit FNV-1a. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) {
    hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash;
}

export function sketchOf(text: string): Sketch {
  const words = fold(text)
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== "");
  const hashes = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at++) {
    hashes.add(hashOf(words.slice(at, at + RUN).join(" ")));
  }
  return [...hashes].sort((a, b) => a - b).slice(0, SIZE);
}

/** Texts with fewer runs than this say too little to be told apart by a share of them: only equal ones are alike. */
const SHORT = 60;
const NOTHING = 12;

/** The share of runs that two texts have in common, 0 to 1, estimated from their sketches. */
export function likeness(a: Sketch, b: Sketch): number {
  const shorter = Math.min(a.length, b.length);
  if (shorter < SHORT) {
    return shorter >= NOTHING && a.join() === b.join() ? 1 : 0;
  }
  const all = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, SIZE);
  const [inA, inB] = [new Set(a), new Set(b)];
  const both = all.filter((hash) => inA.has(hash) && inB.has(hash)).length;
  return all.length === 0 ? 0 : both / all.length;
}
