import { sequence } from "../../src/domain/sequence.ts";

/** Words of daily life by what they can stand for in a line, and the lines they are put into. */
export interface Grammar {
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly lines: readonly string[];
}

const SLOT = /\{(\w+)\}/gu;

/**
 * Ordinary lines, no two alike: each slot of a line is filled by a word of its kind. Half of the words and half of the lines
 * (`part`) are for learning, the other for measuring, so that no line is measured by words it was made of. Same part, same lines.
 */
export function ordinaryLines({ words, lines }: Grammar, part: 0 | 1, count: number): string[] {
  const random = sequence(part + 1);
  const half = <T>(all: readonly T[]): readonly T[] => all.filter((_, at) => at % 2 === part);
  const pick = <T>(all: readonly T[]): T => {
    const one = all[Math.floor(random() * all.length)];
    if (one === undefined) {
      throw new Error("ordinary lines: a slot has no words");
    }
    return one;
  };
  const own = half(lines);
  const made = new Set<string>();
  for (let tries = 0; made.size < count && tries < count * 20; tries += 1) {
    made.add(pick(own).replace(SLOT, (_, kind: string) => pick(half(words[kind] ?? []))));
  }
  return [...made];
}
