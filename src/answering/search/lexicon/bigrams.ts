// Counts for pairs of numbers in typed arrays: a JavaScript Map of a million pairs would take some hundred megabytes.

export interface PairCounts {
  /** Adds one seen pair; `document` (0 or greater) counts once for each document, -1 never. */
  add(first: number, second: number, document: number, times?: number): void;
  /** How often the pair was seen. */
  count(first: number, second: number): number;
  /** In how many documents. */
  documents(first: number, second: number): number;
}

interface Table {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly count: Int32Array;
  readonly documents: Int32Array;
  readonly lastDocument: Int32Array;
  readonly mask: number;
}

function emptyTable(size: number): Table {
  return {
    first: new Int32Array(size).fill(-1),
    second: new Int32Array(size),
    count: new Int32Array(size),
    documents: new Int32Array(size),
    lastDocument: new Int32Array(size).fill(-1),
    mask: size - 1,
  };
}

/** The place of a pair, or of the free place where it belongs. */
function slot(table: Table, first: number, second: number): number {
  let at = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 0;
  at = (at ^ (at >>> 15)) & table.mask;
  while (table.first[at] !== -1 && (table.first[at] !== first || table.second[at] !== second)) {
    at = (at + 1) & table.mask;
  }
  return at;
}

function grown(old: Table): Table {
  const table = emptyTable((old.mask + 1) * 2);
  for (let from = 0; from <= old.mask; from++) {
    const first = old.first[from] ?? -1;
    if (first !== -1) {
      const second = old.second[from] ?? 0;
      const to = slot(table, first, second);
      table.first[to] = first;
      table.second[to] = second;
      table.count[to] = old.count[from] ?? 0;
      table.documents[to] = old.documents[from] ?? 0;
      table.lastDocument[to] = old.lastDocument[from] ?? -1;
    }
  }
  return table;
}

export function openPairCounts(): PairCounts {
  let table = emptyTable(1 << 12);
  let used = 0;
  return {
    add(first, second, document, times = 1) {
      let at = slot(table, first, second);
      if (table.first[at] === -1) {
        used++;
        if (used * 3 > table.mask * 2) {
          table = grown(table);
          at = slot(table, first, second);
        }
        table.first[at] = first;
        table.second[at] = second;
      }
      table.count[at] = (table.count[at] ?? 0) + times;
      if (document >= 0 && table.lastDocument[at] !== document) {
        table.lastDocument[at] = document;
        table.documents[at] = (table.documents[at] ?? 0) + 1;
      }
    },
    count: (first, second) => table.count[slot(table, first, second)] ?? 0,
    documents: (first, second) => table.documents[slot(table, first, second)] ?? 0,
  };
}
