import type { Phrase, Span } from "./phrases.ts";
import { WIDEST_GAP } from "./phrases.ts";
import type { Reading, Word } from "./words.ts";
import { stands } from "./words.ts";

/** Groups of phrases that are looked for together: one walk over a message finds all that stand in it. */
export interface PhraseTable {
  /** The numbers of the groups of which some phrase stands in the reading, and where one does first. */
  groupsIn(reading: Reading): ReadonlyMap<number, Span>;
}

interface Node {
  /** By the folded form; two listed words can fold alike ("ma", "mã"). */
  readonly next: Map<string, { readonly listed: Word; readonly node: Node }[]>;
  gap: Node | null;
  readonly ends: number[];
}

const newNode = (): Node => ({ next: new Map(), gap: null, ends: [] });

function sameWord(a: Word, b: Word): boolean {
  return a.letters === b.letters && a.tone === b.tone && a.marked === b.marked && a.loose === b.loose;
}

function childOf(node: Node, word: Word | null): Node {
  if (word === null) {
    node.gap ??= newNode();
    return node.gap;
  }
  const near = node.next.get(word.folded) ?? [];
  const known = near.find(({ listed }) => sameWord(listed, word));
  if (known !== undefined) {
    return known.node;
  }
  const made = newNode();
  node.next.set(word.folded, [...near, { listed: word, node: made }]);
  return made;
}

/** All phrases in one tree of words; a group's number is its place in the list. */
export function openPhrases(groups: readonly (readonly Phrase[])[]): PhraseTable {
  const root = newNode();
  for (const [group, phrases] of groups.entries()) {
    for (const phrase of phrases) {
      const end = phrase.reduce<Node>(childOf, root);
      // An empty phrase would stand everywhere.
      if (end !== root) {
        end.ends.push(group);
      }
    }
  }
  return {
    groupsIn({ words }) {
      const found = new Map<number, Span>();
      for (const at of words.keys()) {
        walk(root, at, { words, start: at, found });
      }
      return found;
    },
  };
}

/** One walk over a message, and what was found so far. */
interface Walk {
  readonly words: readonly Word[];
  readonly start: number;
  readonly found: Map<number, Span>;
}

/** What follows a node, by the next word. */
function following(node: Node, word: Word | undefined): readonly Node[] {
  const near = word === undefined ? [] : (node.next.get(word.folded) ?? []);
  return near.flatMap(({ listed, node: child }) =>
    word !== undefined && stands(word, listed) ? [child] : [],
  );
}

function walk(node: Node, at: number, one: Walk): void {
  const { words, start, found } = one;
  for (const group of node.ends) {
    if (!found.has(group)) {
      found.set(group, { start, end: at });
    }
  }
  for (const child of following(node, words[at])) {
    walk(child, at + 1, one);
  }
  if (node.gap !== null) {
    for (let skip = 0; skip <= WIDEST_GAP && at + skip <= words.length; skip += 1) {
      walk(node.gap, at + skip, one);
    }
  }
}
