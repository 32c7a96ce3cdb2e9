// Words one slip of the finger away, found by leaving letters out (deletion index) instead of trying every word.

export interface Neighbours {
  /** Known spellings one insertion, deletion, substitution or swap away from `folded`, with what the slip costs. */
  near(folded: string): readonly { readonly folded: string; readonly cost: number }[];
}

const withoutOne = (word: string): readonly string[] =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));

const KEYBOARD = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const SLANT = 0.4;

function keyPlace(letter: string): readonly [number, number] | null {
  for (const [row, keys] of KEYBOARD.entries()) {
    const column = keys.indexOf(letter);
    if (column >= 0) {
      return [row, column + row * SLANT];
    }
  }
  return null;
}

function sideBySide(a: string, b: string): boolean {
  const one = keyPlace(a);
  const other = keyPlace(b);
  return (
    one !== null && other !== null && Math.abs(one[0] - other[0]) <= 1 && Math.abs(one[1] - other[1]) <= 1.2
  );
}

/** Spellings that are confused by ear, whole words aside: "n" for "l", "x" for "s", "ch" for "tr". */
const HEARD: readonly (readonly [string, string])[] = [
  ["l", "n"],
  ["s", "x"],
  ["ch", "tr"],
  ["d", "gi"],
  ["d", "r"],
  ["gi", "r"],
  ["d", "v"],
  ["v", "gi"],
];
const HEARD_ENDS: readonly (readonly [string, string])[] = [
  ["n", "ng"],
  ["t", "c"],
  ["n", "nh"],
  ["i", "y"],
  ["c", "ch"],
];

function swapped(
  word: string,
  pairs: readonly (readonly [string, string])[],
  atEnd: boolean,
): readonly string[] {
  const found: string[] = [];
  for (const [a, b] of pairs) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      if (atEnd && word.endsWith(from)) {
        found.push(word.slice(0, -from.length) + to);
      } else if (!atEnd && word.startsWith(from)) {
        found.push(to + word.slice(from.length));
      }
    }
  }
  return found;
}

const HEARD_COST = 2;

/** Cost of the one slip between two words, or null when they are further apart. */
export function slipCost(typed: string, meant: string): number | null {
  if (typed.length === meant.length) {
    const at = firstDifference(typed, meant);
    if (typed.slice(at + 1) === meant.slice(at + 1)) {
      return sideBySide(typed.charAt(at), meant.charAt(at)) ? 2.6 : 3.8;
    }
    const crossed = typed.charAt(at) === meant.charAt(at + 1) && typed.charAt(at + 1) === meant.charAt(at);
    return crossed && typed.slice(at + 2) === meant.slice(at + 2) ? 2.4 : null;
  }
  const at = firstDifference(typed, meant);
  if (typed.length === meant.length + 1) {
    if (typed.slice(at + 1) !== meant.slice(at)) {
      return null;
    }
    return typed.charAt(at) === typed.charAt(at - 1) ? 2 : 3.2;
  }
  return typed.length + 1 === meant.length && typed.slice(at) === meant.slice(at + 1) ? 3 : null;
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) {
    at++;
  }
  return at;
}

export function openNeighbours(folds: Iterable<string>): Neighbours {
  const known = new Set<string>();
  const byPart = new Map<string, string[]>();
  const enter = (part: string, folded: string): void => {
    const list = byPart.get(part);
    if (list === undefined) {
      byPart.set(part, [folded]);
    } else {
      list.push(folded);
    }
  };
  for (const folded of folds) {
    if (/^[a-z]{2,20}$/u.test(folded)) {
      known.add(folded);
      for (const part of new Set(withoutOne(folded))) {
        enter(part, folded);
      }
    }
  }
  return {
    near(folded) {
      const costs = new Map<string, number>();
      const consider = (meant: string, cost: number | null): void => {
        if (cost !== null && meant !== folded && cost < (costs.get(meant) ?? Number.POSITIVE_INFINITY)) {
          costs.set(meant, cost);
        }
      };
      for (const meant of byPart.get(folded) ?? []) {
        consider(meant, slipCost(folded, meant));
      }
      for (const part of withoutOne(folded)) {
        if (known.has(part)) {
          consider(part, slipCost(folded, part));
        }
        for (const meant of byPart.get(part) ?? []) {
          consider(meant, slipCost(folded, meant));
        }
      }
      for (const meant of [...swapped(folded, HEARD, false), ...swapped(folded, HEARD_ENDS, true)]) {
        if (known.has(meant)) {
          consider(meant, HEARD_COST);
        }
      }
      return Array.from(costs, ([meant, cost]) => ({ folded: meant, cost }));
    },
  };
}
