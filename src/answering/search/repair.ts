// The question as it was meant: the likeliest sentence of known words behind what was typed (Viterbi over readings).
import type { Vocabulary } from "../../domain/knowledge.ts";
import { accentShare, fold, nfc, syllableKey } from "../../vietnamese/fold.ts";
import { searchKeys, searchWords, type Token, tokenize } from "../../vietnamese/tokens.ts";
import type { Lexicon } from "./lexicon.ts";
import { openNeighbours } from "./neighbours.ts";
import { type EntryKind, openPhrasebook, type Phrasebook } from "./phrasebook.ts";
import { type Change, type Channel, type Reading, readingsOf } from "./readings.ts";

export interface Repaired {
  readonly typed: string;
  /** Plain accented Vietnamese; punctuation and unchanged words as typed. */
  readonly text: string;
  /** The words of `text` as they are searched. */
  readonly keys: readonly string[];
  readonly changes: readonly { readonly from: string; readonly to: string; readonly why: Change }[];
}

export type Repair = (typed: string) => Repaired;

/** Words after which a pasted text is no longer read closely. */
const MOST_WORDS = 160;
const MOST_STATES = 16;
/** Share of a well-typed text's words that carry a mark. */
const USUAL_MARKS = 0.72;

export function openRepair(lexicon: Lexicon, vocabulary: Vocabulary): Repair {
  const neighbours = openNeighbours(lexicon.folds());
  const phrasebook = openPhrasebook(vocabulary);
  return (typed) => {
    const plain = nfc(typed);
    const tokens = tokenize(plain);
    const channel = { lexicon, neighbours, bareCost: bareCost(plain) };
    const best = likeliest(tokens.slice(0, MOST_WORDS), channel, phrasebook);
    return written(plain, tokens, best, lexicon);
  };
}

/** From how many words carry marks, how likely a mark was left out. */
function bareCost(text: string): number {
  const left = 1 - accentShare(text) / USUAL_MARKS;
  return -Math.log(Math.min(0.9, Math.max(0.03, left)));
}

interface Arc extends Reading {
  /** How many typed words it covers. */
  readonly length: number;
  /** The meaning as the vocabulary writes it, when it comes from there. */
  readonly meaning?: string;
}

interface State {
  readonly at: number;
  readonly last: number;
  readonly cost: number;
  readonly arc: Arc | null;
  readonly before: State | null;
}

function arcsAt(
  tokens: readonly Token[],
  keys: readonly string[],
  at: number,
  channel: Channel,
  phrasebook: Phrasebook,
): readonly Arc[] {
  const token = tokens[at];
  if (token === undefined || (token.kind !== "word" && token.kind !== "number")) {
    return [{ ids: [-1], cost: 0, why: null, length: 1 }];
  }
  const arcs: Arc[] = [];
  if (token.kind === "word") {
    arcs.push(...readingsOf(token.text, channel).map((reading) => ({ ...reading, length: 1 })));
  } else {
    arcs.push({ ids: [channel.lexicon.id(token.text)], cost: 0, why: null, length: 1 });
  }
  for (const { length, entry } of phrasebook.at(keys, at)) {
    const covered = keys.slice(at, at + length);
    const ids = searchWords(entry.meaning).map((key) => channel.lexicon.id(key));
    if (ids.length > 0 && !ids.includes(-1)) {
      const cost = entryCost(covered, entry.kind, channel.lexicon);
      arcs.push({ ids, cost, why: entry.kind, length, meaning: entry.meaning });
    }
  }
  return arcs;
}

/** An entry is sure when what was typed is nothing else, and needs its neighbours' support when it is a word too. */
function entryCost(covered: readonly string[], kind: EntryKind, lexicon: Lexicon): number {
  const known = covered.every((key) => lexicon.id(key) >= 0);
  if (covered.length > 1) {
    return known ? 1 : 0;
  }
  const [key = ""] = covered;
  if (!known) {
    return 0;
  }
  if (kind === "abbreviation") {
    return 8;
  }
  return fold(key) === key ? 1.5 : 3;
}

function likeliest(tokens: readonly Token[], channel: Channel, phrasebook: Phrasebook): State {
  const keys = tokens.map((token) =>
    token.kind === "word" ? syllableKey(token.text) : token.text.toLowerCase(),
  );
  const fronts: Map<number, State>[] = Array.from({ length: tokens.length + 1 }, () => new Map());
  const start: State = { at: 0, last: -1, cost: 0, arc: null, before: null };
  fronts[0]?.set(-1, start);
  for (let at = 0; at < tokens.length; at++) {
    const states = [...(fronts[at]?.values() ?? [])].sort((a, b) => a.cost - b.cost).slice(0, MOST_STATES);
    for (const arc of arcsAt(tokens, keys, at, channel, phrasebook)) {
      const front = fronts[at + arc.length];
      for (const before of states) {
        const state = step(before, arc, channel.lexicon);
        if (front !== undefined && state.cost < (front.get(state.last)?.cost ?? Number.POSITIVE_INFINITY)) {
          front.set(state.last, state);
        }
      }
    }
  }
  return [...(fronts[tokens.length]?.values() ?? [])].sort((a, b) => a.cost - b.cost)[0] ?? start;
}

function step(before: State, arc: Arc, lexicon: Lexicon): State {
  let { last, cost } = before;
  for (const id of arc.ids) {
    cost -= lexicon.logChance(last, id);
    last = id;
  }
  return { at: before.at + arc.length, last, cost: cost + arc.cost, arc, before };
}

function written(plain: string, tokens: readonly Token[], best: State, lexicon: Lexicon): Repaired {
  const steps: State[] = [];
  for (let state: State | null = best; state?.arc; state = state.before) {
    steps.unshift(state);
  }
  const keys: string[] = [];
  const changes: { from: string; to: string; why: Change }[] = [];
  let text = "";
  let end = 0;
  for (const { at, arc } of steps) {
    const covered = tokens.slice(at - (arc?.length ?? 1), at);
    const first = covered[0];
    const last = covered.at(-1);
    if (arc === null || first === undefined || last === undefined) {
      continue;
    }
    const from = plain.slice(first.start, last.end);
    const meant = arc.meaning ?? arc.ids.map((id) => lexicon.surface(id)).join(" ");
    const to = arc.why === null ? from : cased(from, meant);
    keys.push(...(arc.why === null ? covered.flatMap(searchKeys) : arc.ids.map((id) => lexicon.key(id))));
    if (arc.why !== null && to !== from) {
      changes.push({ from, to, why: arc.why });
    }
    text += plain.slice(end, first.start) + to;
    end = last.end;
  }
  const rest = tokens.slice(steps.at(-1)?.at ?? 0);
  return {
    typed: plain,
    text: text + plain.slice(end),
    keys: [...keys, ...rest.flatMap(searchKeys)],
    changes,
  };
}

/** "Duong" was meant as "Đường", not "đường". */
function cased(typed: string, meant: string): string {
  return /^\p{Lu}/u.test(typed) ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
}
