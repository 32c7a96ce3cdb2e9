// A large collection that looks like Vietnamese: walks over the word pairs of the plans, the same for the same seed.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sequence } from "../../src/domain/sequence.ts";

const JUMP = 0.15;
const SHORTEST = 30;
const SPREAD = 60;

export function syntheticPassages(knowledge: string, count: number, seed = 7): readonly string[] {
  const random = sequence(seed);
  const folder = join(knowledge, "plans");
  const words = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  const places = new Map<string, number[]>();
  words.forEach((word, at) => {
    places.set(word, [...(places.get(word) ?? []), at]);
  });
  const any = (): number => Math.floor(random() * words.length);
  return Array.from({ length: count }, () => {
    let at = any();
    return Array.from({ length: SHORTEST + Math.floor(random() * SPREAD) }, () => {
      const word = words[at] ?? "";
      const same = places.get(word) ?? [at];
      at = random() < JUMP ? any() : (same[Math.floor(random() * same.length)] ?? at) + 1;
      return word;
    }).join(" ");
  });
}

/** Questions of eight words out of the passages, every other one without accents. */
export function syntheticQuestions(passages: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const words = (passages[(at * 7919) % passages.length] ?? "").split(" ");
    const question = words.slice(10, 18).join(" ");
    return at % 2 === 0 ? question : question.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/gu, "d");
  });
}
