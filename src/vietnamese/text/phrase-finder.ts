// Finding known phrases in a run of word keys, longest first.

export interface PhraseFinder<T> {
  /** Non-overlapping phrases from left to right. */
  find(
    keys: readonly string[],
  ): readonly { readonly at: number; readonly length: number; readonly value: T }[];
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | undefined;
}

export function openPhraseFinder<T>(phrases: Iterable<readonly [readonly string[], T]>): PhraseFinder<T> {
  const root: Node<T> = { next: new Map(), value: undefined };
  for (const [keys, value] of phrases) {
    let node = root;
    for (const key of keys) {
      const next = node.next.get(key) ?? { next: new Map(), value: undefined };
      node.next.set(key, next);
      node = next;
    }
    node.value ??= value;
  }
  return {
    find(keys) {
      const found: { at: number; length: number; value: T }[] = [];
      let at = 0;
      while (at < keys.length) {
        const hit = longest(root, keys, at);
        if (hit === null) {
          at++;
        } else {
          found.push({ at, ...hit });
          at += hit.length;
        }
      }
      return found;
    },
  };
}

function longest<T>(
  root: Node<T>,
  keys: readonly string[],
  at: number,
): { readonly length: number; readonly value: T } | null {
  let node: Node<T> | undefined = root;
  let hit: { length: number; value: T } | null = null;
  for (let length = 1; ; length++) {
    node = node.next.get(keys[at + length - 1] ?? "");
    if (node === undefined) {
      return hit;
    }
    if (node.value !== undefined) {
      hit = { length, value: node.value };
    }
  }
}
