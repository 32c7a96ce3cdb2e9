// Every way in which people ask for a part of a guide or name a matter, and the parts' own lines, searched as one. Half of the
// ways are typed without accents or in short forms, so all is compared without accents and with short forms written out.
import type { Guide, GuidePart } from "../../domain/document.ts";
import type { Vocabulary } from "../../domain/knowledge.ts";
import type { Matter } from "../../domain/matter.ts";
import { fold } from "../../vietnamese/text/normalise.ts";
import { lineOf, partsOf } from "./guide-parts.ts";

export type Owner =
  | { readonly kind: "part"; readonly guide: Guide; readonly part: GuidePart; readonly index: number }
  | { readonly kind: "matter"; readonly matter: Matter };

/** How near a question is to an owner. All from 0 to 1. */
export interface Nearness {
  /** Harmonic mean of how much of the question the nearest way of asking holds, and of that way the question. */
  readonly asked: number;
  /** The same against the owner's own line, with the question's share only: lines say more than is asked. */
  readonly line: number;
  /** Share of the question that any of the ways or the line holds. */
  readonly told: number;
  /** The same, each word counting by how many of the ways hold it. */
  readonly typical: number;
}

export interface AskingIndex {
  readonly owners: readonly Owner[];
  /** Nearness by position in `owners`; owners that share nothing are absent. `except` is left out of the ways of asking. */
  nearest(question: string, except?: string): ReadonlyMap<number, Nearness>;
}

interface Row {
  readonly owner: number;
  /** A way of asking; false for the line that answers. */
  readonly said: boolean;
  readonly plain: string;
  /** Sum of the rarities of all its features. */
  readonly weight: number;
}

/** What two words side by side count beside single ones. */
const PAIR = 0.6;

export function openAskingIndex(
  guides: readonly Guide[],
  matters: readonly Matter[],
  vocabulary: Vocabulary,
): AskingIndex {
  const spell = openSpelling(vocabulary);
  const owners: Owner[] = [];
  const texts: { readonly owner: number; readonly said: boolean; readonly words: readonly string[] }[] = [];
  const add = (owner: Owner, said: readonly string[], line: string | null) => {
    const at = owners.push(owner) - 1;
    texts.push(...said.map((text) => ({ owner: at, said: true, words: spell(text) })));
    if (line !== null) {
      texts.push({ owner: at, said: false, words: spell(line) });
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
  const postings = new Map<string, number[]>();
  for (const [at, { words }] of texts.entries()) {
    for (const feature of featuresOf(words)) {
      const known = postings.get(feature);
      if (known === undefined) {
        postings.set(feature, [at]);
      } else {
        known.push(at);
      }
    }
  }
  const ofOwners = countByOwner(texts.map(({ owner, words }) => ({ owner, features: featuresOf(words) })));
  const sizes = new Map<number, number>();
  for (const { owner } of texts) {
    sizes.set(owner, (sizes.get(owner) ?? 0) + 1);
  }
  /** Inverse document frequency as in BM25; a pair counts only where somebody has said it. */
  const rarity = (feature: string): number => {
    const held = postings.get(feature)?.length ?? 0;
    const pair = feature.includes(" ");
    if (pair && held === 0) {
      return 0;
    }
    return Math.log(1 + (texts.length - held + 0.5) / (held + 0.5)) * (pair ? PAIR : 1);
  };
  const rows: readonly Row[] = texts.map(({ owner, said, words }) => ({
    owner,
    said,
    plain: words.join(" "),
    weight: featuresOf(words).reduce((sum, feature) => sum + rarity(feature), 0),
  }));
  const shared = new Float32Array(rows.length);

  /** What each owner's ways hold of the question together. */
  function together(features: readonly string[]): ReadonlyMap<number, { told: number; typical: number }> {
    const found = new Map<number, { told: number; typical: number }>();
    for (const feature of features) {
      const weight = rarity(feature);
      for (const [owner, count] of ofOwners.get(feature) ?? []) {
        const sum = found.get(owner) ?? { told: 0, typical: 0 };
        sum.told += weight;
        sum.typical += (weight * Math.log(1 + count)) / Math.log(1 + (sizes.get(owner) ?? 1));
        found.set(owner, sum);
      }
    }
    return found;
  }

  /** Rows that share a feature, with what they share in `shared`; and the weight of the whole question. */
  function meet(features: readonly string[]): { readonly touched: readonly number[]; readonly all: number } {
    const touched: number[] = [];
    let all = 0;
    for (const feature of features) {
      const weight = rarity(feature);
      all += weight;
      for (const at of postings.get(feature) ?? []) {
        if (shared[at] === 0) {
          touched.push(at);
        }
        shared[at] = (shared[at] ?? 0) + weight;
      }
    }
    return { touched, all };
  }

  return {
    owners,
    nearest(question, except) {
      const features = featuresOf(spell(question));
      const { touched, all } = meet(features);
      const whole = together(features);
      const left = except === undefined ? null : spell(except).join(" ");
      const near = new Map<number, { asked: number; line: number; told: number; typical: number }>();
      for (const at of touched) {
        const row = rows[at];
        const held = shared[at] ?? 0;
        shared[at] = 0;
        if (row === undefined || (row.said && row.plain === left)) {
          continue;
        }
        const { told = 0, typical = 0 } = whole.get(row.owner) ?? {};
        const best = near.get(row.owner) ?? { asked: 0, line: 0, told: told / all, typical: typical / all };
        best.asked = row.said ? Math.max(best.asked, (2 * held) / (all + row.weight)) : best.asked;
        best.line = row.said ? best.line : Math.max(best.line, held / all);
        near.set(row.owner, best);
      }
      return near;
    },
  };
}

/** For each feature the owners whose texts hold it, and how many of them do. */
function countByOwner(
  texts: readonly { readonly owner: number; readonly features: readonly string[] }[],
): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const counts = new Map<string, Map<number, number>>();
  for (const { owner, features } of texts) {
    for (const feature of features) {
      const owners = counts.get(feature) ?? new Map<number, number>();
      owners.set(owner, (owners.get(owner) ?? 0) + 1);
      counts.set(feature, owners);
    }
  }
  return counts;
}

/** Single words and words side by side, each once. */
function featuresOf(words: readonly string[]): readonly string[] {
  return [...new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)])];
}

/** Words without accents, short forms and dialect written out. */
function openSpelling({ abbreviations, teencode, dialect }: Vocabulary): (text: string) => readonly string[] {
  const plain = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const known = new Map<string, readonly string[]>();
  for (const [short, long] of Object.entries({ ...abbreviations, ...teencode, ...dialect })) {
    if (!short.includes(" ")) {
      known.set(fold(short), plain(long));
    }
  }
  return (text) => plain(text).flatMap((word) => known.get(word) ?? [word]);
}
