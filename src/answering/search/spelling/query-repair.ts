// The question as it was meant: the likeliest sentence of known words behind what was typed.
import type { Vocabulary } from "../../../domain/knowledge.ts";
import { fold, nfc } from "../../../vietnamese/text/normalise.ts";
import { lacksMarks } from "../../../vietnamese/text/syllable.ts";
import { searchKeys, type Token, tokenize } from "../../../vietnamese/text/tokens.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { openNeighbours } from "./edit-neighbours.ts";
import type { Change, ErrorModel } from "./error-model.ts";
import { type Arc, alternatives, latticeOf, likeliest, type Step } from "./lattice.ts";
import { openPhrasebook } from "./phrase-table.ts";

export interface Repaired {
  /** As typed, in canonical Unicode. */
  readonly typed: string;
  /** Plain accented Vietnamese; punctuation and unchanged words as typed. */
  readonly text: string;
  /** The words of `text` as they are searched. */
  readonly keys: readonly string[];
  readonly changes: readonly { readonly from: string; readonly to: string; readonly why: Change }[];
  /** Words that may have been meant instead of `keys[at]`, with their chance. */
  readonly alternatives: readonly { readonly at: number; readonly key: string; readonly share: number }[];
}

export type Repair = (typed: string) => Repaired;

/** Words after which a pasted text is no longer read closely. */
const MOST_WORDS = 160;

export function openRepair(lexicon: Lexicon, vocabulary: Vocabulary): Repair {
  const neighbours = openNeighbours(lexicon.folds());
  const phrasebook = openPhrasebook(vocabulary);
  return (typed) => {
    const plain = nfc(typed);
    const tokens = tokenize(plain);
    const channel = { lexicon, neighbours, ...marksIn(tokens, lexicon) };
    const lattice = latticeOf(tokens.slice(0, MOST_WORDS), channel, phrasebook);
    const steps = likeliest(lattice, lexicon);
    const read = written(plain, tokens, steps, lexicon);
    const rest = tokens.slice(lattice.length).flatMap(searchKeys);
    return {
      typed: plain,
      text: read.text,
      keys: [...read.keys, ...rest],
      changes: read.changes,
      alternatives: alternatives(steps, lattice, lexicon).map(({ step, id, share }) => ({
        at: read.keyAt[step] ?? 0,
        key: lexicon.key(id),
        share,
      })),
    };
  };
}

/** Marked words that show that marks are kept. */
const ENOUGH_MARKS = 2;
/** A word that shows its lost mark stands for others that are whole without theirs. */
const LOST = 1.5;
/** A word that is whole, but far oftener meant with marks. */
const SEEMS_LOST = 0.6;
const FAR_OFTENER = Math.log(20);

/** How likely a mark was left out, from the words that show it and the words that carry theirs. */
function marksIn(
  tokens: readonly Token[],
  lexicon: Lexicon,
): Pick<ErrorModel, "bareCost" | "marksKept" | "marksLost"> {
  let marked = 0;
  let lost = 0;
  for (const [at, { kind, text }] of tokens.entries()) {
    const word = text.toLowerCase();
    if (kind === "word" && fold(word) !== word) {
      marked++;
    } else if (kind === "word" && lacksMarks(word)) {
      lost += LOST;
    } else if (kind === "word" && (at === 0 || word === text) && seemsLost(word, lexicon)) {
      lost += SEEMS_LOST;
    }
  }
  const share = marked === 0 ? 1 : (lost + 0.1) / (lost + marked + 0.5);
  return {
    bareCost: -Math.log(Math.min(0.9, Math.max(0.01, share))),
    marksKept: lost < 2 * SEEMS_LOST && marked >= ENOUGH_MARKS,
    marksLost: lost >= 2 * SEEMS_LOST,
  };
}

function seemsLost(word: string, lexicon: Lexicon): boolean {
  const own = lexicon.id(word);
  const bare = lexicon.logChance(-1, own);
  return lexicon.foldedAlike(word).some((id) => id !== own && lexicon.logChance(-1, id) > bare + FAR_OFTENER);
}

interface Written {
  readonly text: string;
  readonly keys: readonly string[];
  /** Where each step's first key stands in `keys`. */
  readonly keyAt: readonly number[];
  readonly changes: Repaired["changes"];
}

function written(plain: string, tokens: readonly Token[], steps: readonly Step[], lexicon: Lexicon): Written {
  const keys: string[] = [];
  const keyAt: number[] = [];
  const changes: { from: string; to: string; why: Change }[] = [];
  let text = "";
  let end = 0;
  for (const { at, arc } of steps) {
    const covered = tokens.slice(at, at + arc.length);
    const start = covered[0]?.start ?? end;
    const stop = covered.at(-1)?.end ?? end;
    const from = plain.slice(start, stop);
    const to = meantBy(arc, from, lexicon);
    keyAt.push(keys.length);
    keys.push(...(arc.why === null ? covered.flatMap(searchKeys) : arc.ids.map((id) => lexicon.key(id))));
    if (arc.why !== null && to !== from) {
      changes.push({ from, to, why: arc.why });
    }
    const between = start === end && end > 0 ? " " : plain.slice(end, start);
    text += between + to;
    end = stop;
  }
  return { text: text + plain.slice(end), keys, keyAt, changes };
}

function meantBy(arc: Arc, typed: string, lexicon: Lexicon): string {
  if (arc.why === null) {
    return typed;
  }
  const meant = arc.meaning ?? arc.ids.map((id) => lexicon.surface(id)).join(" ");
  // "Duong" was meant as "Đường", not "đường".
  return /^\p{Lu}/u.test(typed) ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
}
