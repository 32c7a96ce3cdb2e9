// Every way in which people ask for a part of a guide or name a matter, and the parts' own lines, searched as one.
import type { Guide, GuidePart } from "../../domain/document.ts";
import type { Vocabulary } from "../../domain/knowledge.ts";
import type { Matter } from "../../domain/matter.ts";
import { fold } from "../../vietnamese/text/normalise.ts";
import { openWordIndex, type WordIndex } from "../search/ranking/word-index.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import { lineOf, partsOf } from "./guide-parts.ts";

export type Owner =
  | { readonly kind: "part"; readonly guide: Guide; readonly part: GuidePart; readonly index: number }
  | { readonly kind: "matter"; readonly matter: Matter };

interface Row {
  readonly owner: number;
  /** A way of asking; false for the line that answers. */
  readonly said: boolean;
  /** Folded, to tell a question from itself when the judge learns. */
  readonly folded: string;
  readonly keys: readonly string[];
}

/** How near a question is to an owner. All from 0 to 1. */
export interface Nearness {
  /** Harmonic mean of how much of the question the nearest way of asking holds, and of that way the question. */
  readonly asked: number;
  /** Share of the question's content words in the owner's own line, rare ones counting more. */
  readonly line: number;
}

export interface AskingIndex {
  readonly words: WordIndex;
  readonly owners: readonly Owner[];
  /** Nearness by position in `owners`; owners that share nothing are absent. `except` is left out of the ways of asking. */
  nearest(question: Repaired, except?: string): ReadonlyMap<number, Nearness>;
}

/** Rows looked at closely for one question. */
const MOST = 160;

export function openAskingIndex(
  guides: readonly Guide[],
  matters: readonly Matter[],
  vocabulary: Vocabulary,
): AskingIndex {
  const owners: Owner[] = [];
  const texts: { readonly owner: number; readonly said: boolean; readonly text: string }[] = [];
  const add = (owner: Owner, said: readonly string[], line: string | null) => {
    const at = owners.push(owner) - 1;
    texts.push(...said.map((text) => ({ owner: at, said: true, text })));
    if (line !== null) {
      texts.push({ owner: at, said: false, text: line });
    }
  };
  for (const guide of guides) {
    for (const { part, index } of partsOf(guide)) {
      const asked = guide.asked?.filter((one) => one.part === part && one.index === index) ?? [];
      const whole = part === "whole" ? [guide.title, ...guide.asks, ...guide.keywords] : [];
      const said = [...whole, ...asked.flatMap((one) => one.said)];
      add({ kind: "part", guide, part, index }, said, part === "whole" ? null : lineOf(guide, part, index));
    }
  }
  for (const matter of matters) {
    add({ kind: "matter", matter }, [matter.name, ...matter.said], null);
  }
  const words = openWordIndex(
    texts.map(({ text }) => ({ text })),
    vocabulary,
  );
  const rows: readonly Row[] = texts.map(({ owner, said, text }) => ({
    owner,
    said,
    folded: plain(text),
    keys: [...new Set(words.repair(text).keys)],
  }));
  const rarity = rarities(rows);
  const weigh = (keys: Iterable<string>, held: (key: string) => boolean) => {
    let [all, found] = [0, 0];
    for (const key of keys) {
      all += rarity(key);
      found += held(key) ? rarity(key) : 0;
    }
    return all === 0 ? 0 : found / all;
  };
  return {
    words,
    owners,
    nearest(question, except) {
      const asked = new Set(question.keys);
      const left = except === undefined ? null : plain(except);
      const near = new Map<number, { asked: number; line: number }>();
      for (const { label, coverage } of words.search(question, MOST)) {
        const row = rows[label];
        if (row === undefined || (row.said && row.folded === left)) {
          continue;
        }
        const best = near.get(row.owner) ?? { asked: 0, line: 0 };
        if (row.said) {
          const held = weigh(row.keys, (key) => asked.has(key));
          const told = coverage + held === 0 ? 0 : (2 * coverage * held) / (coverage + held);
          best.asked = Math.max(best.asked, told);
        } else {
          best.line = Math.max(best.line, coverage);
        }
        near.set(row.owner, best);
      }
      return near;
    },
  };
}

const plain = (text: string): string => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");

/** How telling a word is among the ways of asking: inverse document frequency as in BM25. */
function rarities(rows: readonly Row[]): (key: string) => number {
  const holders = new Map<string, number>();
  for (const { keys } of rows) {
    for (const key of keys) {
      holders.set(key, (holders.get(key) ?? 0) + 1);
    }
  }
  return (key) => {
    const held = holders.get(key) ?? 0;
    return Math.log(1 + (rows.length - held + 0.5) / (held + 0.5));
  };
}
