// All ways to read a run of typed words, and the likeliest way through them.
import { fold, syllableKey } from "../../../vietnamese/text/normalise.ts";
import { searchWords, type Token } from "../../../vietnamese/text/tokens.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { candidatesOf } from "./candidates.ts";
import type { ErrorModel, SpellingCandidate } from "./error-model.ts";
import type { Phrasebook, PhraseMatch } from "./phrase-table.ts";

export interface Arc extends SpellingCandidate {
  /** How many typed words it covers. */
  readonly length: number;
  /** The meaning as the vocabulary writes it, when it comes from there. */
  readonly meaning?: string;
}

/** For each typed word the arcs that begin at it. */
export type Lattice = readonly (readonly Arc[])[];

export interface Step {
  /** The first typed word covered. */
  readonly at: number;
  readonly arc: Arc;
}

export function latticeOf(tokens: readonly Token[], channel: ErrorModel, phrasebook: Phrasebook): Lattice {
  const keys = tokens.map((token) =>
    token.kind === "word" ? syllableKey(token.text) : token.text.toLowerCase(),
  );
  const shouting = !tokens.some(({ kind, text }) => kind === "word" && /^\p{Ll}/u.test(text));
  return tokens.map((token, at) => {
    if (isSign(tokens, at)) {
      return [asTyped(token, channel)];
    }
    const named = !shouting && at > 0 && /^\p{Lu}/u.test(token.text);
    const entries = entryArcs(tokens, keys, at, channel, phrasebook).filter(
      // "C" and "V" in capitals are signs of their own.
      ({ length, why }) => !(named && length === 1 && token.text.length === 1 && why !== "abbreviation"),
    );
    const sure = entries.some(({ length, cost }) => length === 1 && cost === 0);
    const words = wordArcs(tokens, keys, at, named, channel);
    return [...(sure ? besideEntry(words) : words), ...entries];
  });
}

/** What the office wrote down for a string that is no word goes before what might be guessed. */
const BESIDE_ENTRY = 3;

const besideEntry = (arcs: readonly Arc[]): readonly Arc[] =>
  arcs
    .filter(({ why }) => why !== "slip" && why !== "split")
    .map((arc) => ({ ...arc, cost: arc.cost + BESIDE_ENTRY }));

const asTyped = (token: Token, { lexicon }: ErrorModel): Arc => ({
  ids: [lexicon.id(token.kind === "word" ? syllableKey(token.text) : token.text.toLowerCase())],
  cost: 0,
  why: null,
  length: 1,
});

const PART = /^(?:muc|phan|chuong|diem|khoan)$/u;

/** Numbers of papers, addresses, and Roman numerals; those in small letters only where parts are counted: "vi.4", "phan v". */
function isSign(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind === "code" || token.kind === "address") {
    return true;
  }
  const next = tokens[at + 1];
  const counted =
    PART.test(fold(tokens[at - 1]?.text ?? "")) || (next?.kind === "number" && next.start === token.end + 1);
  return /^[IVX]{1,5}$/u.test(token.text) || (counted && /^[ivx]{1,5}$/u.test(token.text));
}

function wordArcs(
  tokens: readonly Token[],
  keys: readonly string[],
  at: number,
  named: boolean,
  channel: ErrorModel,
): readonly Arc[] {
  const token = tokens[at];
  if (token?.kind !== "word") {
    return token === undefined ? [] : [asTyped(token, channel)];
  }
  const { lexicon } = channel;
  const before = lexicon.id(keys[at - 1] ?? "");
  const after = lexicon.id(keys[at + 1] ?? "");
  const fits = (id: number): boolean =>
    (before >= 0 && lexicon.pairs.count(before, id) > 0) ||
    (after >= 0 && lexicon.pairs.count(id, after) > 0);
  return candidatesOf(token.text, { named, fits }, channel).map((reading) => ({ ...reading, length: 1 }));
}

function entryArcs(
  tokens: readonly Token[],
  keys: readonly string[],
  at: number,
  channel: ErrorModel,
  phrasebook: Phrasebook,
): readonly Arc[] {
  const arcs: Arc[] = [];
  for (const found of phrasebook.at(keys, at, (word) => tokens[word]?.closes === true)) {
    const { length, entry, exact } = found;
    const covered = keys.slice(at, at + length);
    // Where marks are kept, "ca" is not "cà".
    if (!exact && channel.marksKept && covered.every((key) => isKnown(key, channel.lexicon))) {
      continue;
    }
    const ids = searchWords(entry.meaning).map((key) => channel.lexicon.id(key));
    if (ids.length > 0 && !ids.includes(-1)) {
      const cost = entryCost(covered, found, channel.lexicon);
      arcs.push({ ids, cost, why: entry.kind, length, meaning: entry.meaning });
    }
  }
  return arcs;
}

/** A phrase written out in the vocabulary is hardly met by chance. */
const WHOLE_PHRASE = -2;

/** An entry is sure when what was typed is nothing else, and needs its neighbours' support when it is a word too. */
function entryCost(covered: readonly string[], { entry, exact }: PhraseMatch, lexicon: Lexicon): number {
  if (covered.length > 1 && exact) {
    return WHOLE_PHRASE;
  }
  if (!covered.every((key) => isKnown(key, lexicon))) {
    return 0;
  }
  if (covered.length > 1 || entry.ending) {
    return 1;
  }
  return entry.kind === "abbreviation" ? 8 : 3;
}

/** A string without vowels is no word, though it may be known from the number of a paper: "kh" in "03-KH/ĐU". */
const isKnown = (key: string, lexicon: Lexicon): boolean =>
  /[aeiouyăâêôơư]|^\p{N}/u.test(key) && (lexicon.id(key) >= 0 || lexicon.foldedAlike(key).length > 0);

interface State {
  readonly end: number;
  readonly last: number;
  readonly cost: number;
  readonly arc: Arc | null;
  readonly before: State | null;
}

const MOST_STATES = 8;

/** Viterbi over pairs of neighbouring words. */
export function likeliest(lattice: Lattice, lexicon: Lexicon): readonly Step[] {
  const fronts: Map<number, State>[] = Array.from({ length: lattice.length + 1 }, () => new Map());
  fronts[0]?.set(-1, { end: 0, last: -1, cost: 0, arc: null, before: null });
  for (const [at, arcs] of lattice.entries()) {
    const states = cheapestFirst(fronts[at]).slice(0, MOST_STATES);
    for (const arc of arcs.filter(({ aside }) => !aside)) {
      const front = fronts[at + arc.length];
      for (const before of states) {
        const state = extended(before, arc, lexicon);
        if (front !== undefined && state.cost < (front.get(state.last)?.cost ?? Number.POSITIVE_INFINITY)) {
          front.set(state.last, state);
        }
      }
    }
  }
  const steps: Step[] = [];
  let state: State | null = cheapestFirst(fronts[lattice.length])[0] ?? null;
  for (; state?.arc; state = state.before) {
    steps.unshift({ at: state.end - state.arc.length, arc: state.arc });
  }
  return steps;
}

function cheapestFirst(front: ReadonlyMap<number, State> | undefined): readonly State[] {
  return [...(front?.values() ?? [])].sort((a, b) => a.cost - b.cost);
}

function extended(before: State, arc: Arc, lexicon: Lexicon): State {
  return {
    end: before.end + arc.length,
    last: arc.ids.at(-1) ?? before.last,
    cost: before.cost + arc.cost - sentenceChance(before.last, arc.ids, lexicon),
    arc,
    before,
  };
}

function sentenceChance(before: number, ids: readonly number[], lexicon: Lexicon): number {
  let last = before;
  let sum = 0;
  for (const id of ids) {
    sum += lexicon.logChance(last, id);
    last = id;
  }
  return sum;
}

export interface Alternative {
  /** Position among the steps. */
  readonly step: number;
  readonly id: number;
  /** Chance that this word was meant, given its neighbours as read. */
  readonly share: number;
}

const LEAST_SHARE = 0.05;

/** Other single words that may have been meant where one word was read. */
export function alternatives(
  steps: readonly Step[],
  lattice: Lattice,
  lexicon: Lexicon,
): readonly Alternative[] {
  return steps.flatMap(({ at, arc }, step) => {
    const before = steps[step - 1]?.arc.ids.at(-1) ?? -1;
    const after = steps[step + 1]?.arc.ids[0];
    const rivals = (lattice[at] ?? []).filter(({ length, ids }) => length === 1 && ids.length === 1);
    if (arc.length !== 1 || arc.ids.length !== 1 || rivals.length < 2) {
      return [];
    }
    const weights = rivals.map(({ ids, cost }) => {
      const chance = sentenceChance(before, after === undefined ? ids : [...ids, after], lexicon);
      return Math.exp(chance - cost);
    });
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return rivals.flatMap(({ ids: [id = -1] }, rival) => {
      const share = (weights[rival] ?? 0) / sum;
      return id >= 0 && id !== arc.ids[0] && share >= LEAST_SHARE ? [{ step, id, share }] : [];
    });
  });
}
