import type { Guide } from "../../domain/document.ts";
import { fold } from "../../vietnamese/text/normalise.ts";

/** How much a part of a guide says about what the guide is for. */
const PART = { title: 4, keyword: 4, ask: 2, said: 1, body: 1 } as const;
const K1 = 0.9;
const LENGTH = 0.7;
const PAIR = 0.8;
/** Words of the prior that each bag begins with, for naive Bayes. */
const PRIOR = 50;

/** Words of asking and telling, which every story is full of; folded. */
const TELLING = new Set(
  `thi la ma cua cho va voi duoc khong co o the nao lam sao gi toi a nay do vay roi di ra vao mot nhung cac cai bi nhu dau minh
   nguoi ta muon phai can em bac con no hay hoac khi de tu tren trong bang tui chi rang mo man no hong chu anh ong ba chau ay
   day kia thay noi bao biet hoi giup nho voi nua lai den toi hom qua nay mai gio luc lan nha minh oi nhe nhi ha huong dan tung buoc`.split(
    /\s+/u,
  ),
);

type Bag = ReadonlyMap<string, number>;

const NONE: Bag = new Map();

function featuresOf(text: string): readonly string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const single = words.filter((word) => !TELLING.has(word));
  const pairs = words.slice(1).flatMap((word, i) => {
    const before = words[i] ?? "";
    return TELLING.has(before) && TELLING.has(word) ? [] : [`${before} ${word}`];
  });
  return [...single, ...pairs];
}

function bagOf(guide: Guide): Bag {
  const bag = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const feature of featuresOf(text)) {
      bag.set(feature, (bag.get(feature) ?? 0) + weight);
    }
  };
  add(guide.title, PART.title);
  for (const keyword of guide.keywords) {
    add(keyword, PART.keyword);
  }
  for (const ask of guide.asks) {
    add(ask, PART.ask);
  }
  for (const said of guide.asked?.flatMap((one) => one.said) ?? []) {
    add(said, PART.said);
  }
  const body = [guide.summary, ...guide.needs, ...guide.steps, ...guide.troubles, guide.safety ?? ""];
  for (const line of body) {
    add(line, PART.body);
  }
  return bag;
}

export interface RankedGuide {
  readonly guide: Guide;
  readonly score: number;
  /** Share of the question's words that the guide holds, by their rarity; words no guide knows count as the rarest. 0 to 1. */
  readonly coverage: number;
  /**
   * Log of how much likelier the question's words are in this guide's bag than in all of them, by multinomial naive Bayes with
   * the words of all guides as prior; divided by the root of how many words there are, for words of one story lean on each other.
   */
  readonly likelihood: number;
}

export interface GuideIndex {
  /**
   * Guides by BM25 over everything they say and are asked by, best first; not normalised, so that a long story can score.
   * A way of asking that is itself the question (`except`) does not speak for its guide.
   */
  rank(question: string, except?: string): readonly RankedGuide[];
}

/** One bag for each guide: a story told at length meets many small parts of a guide rather than one way of asking. */
export function openGuideIndex(guides: readonly Guide[]): GuideIndex {
  const bags = guides.map((guide) => ({ guide, bag: bagOf(guide) }));
  const sizes = bags.map(({ bag }) => [...bag.values()].reduce((a, b) => a + b, 0));
  const mean = sizes.reduce((a, b) => a + b, 0) / Math.max(1, sizes.length);
  const holders = new Map<string, number>();
  for (const { bag } of bags) {
    for (const feature of bag.keys()) {
      holders.set(feature, (holders.get(feature) ?? 0) + 1);
    }
  }
  const everywhere = new Map<string, number>();
  for (const { bag } of bags) {
    for (const [feature, count] of bag) {
      everywhere.set(feature, (everywhere.get(feature) ?? 0) + count);
    }
  }
  const total = sizes.reduce((a, b) => a + b, 0);
  const rarity = (feature: string) => {
    const held = holders.get(feature) ?? 0;
    return Math.log(1 + (guides.length - held + 0.5) / (held + 0.5));
  };
  let own: ReturnType<typeof ownAsks> | null = null;
  const ways = () => {
    own ??= ownAsks(guides);
    return own;
  };
  return {
    rank(question, except) {
      const itself = except === undefined ? NONE : (ways().get(fold(except)) ?? NONE);
      const asked = [...new Set(featuresOf(question))];
      const single = asked.filter((feature) => !feature.includes(" "));
      const whole = single.reduce((sum, feature) => sum + rarity(feature), 0);
      const known = asked.flatMap((feature): readonly (readonly [string, number])[] => {
        const count = everywhere.get(feature);
        return count === undefined ? [] : [[feature, count / total]];
      });
      const scored = bags.map(({ guide, bag }, i) => {
        const size = (1 - LENGTH + (LENGTH * (sizes[i] ?? mean)) / mean) * K1;
        const left = itself.get(guide.id) ?? 0;
        const score = asked.reduce((sum, feature) => {
          const count = Math.max(0, (bag.get(feature) ?? 0) - left);
          const weight = feature.includes(" ") ? PAIR : 1;
          return count === 0 ? sum : sum + (weight * rarity(feature) * count * (K1 + 1)) / (count + size);
        }, 0);
        const held = single.reduce(
          (sum, feature) => ((bag.get(feature) ?? 0) > left ? sum + rarity(feature) : sum),
          0,
        );
        const likelihood = known.reduce((sum, [feature, share]) => {
          const count = Math.max(0, (bag.get(feature) ?? 0) - left);
          return sum + Math.log((count / share + PRIOR) / ((sizes[i] ?? 0) + PRIOR));
        }, 0);
        return {
          guide,
          score,
          coverage: whole === 0 ? 0 : held / whole,
          likelihood: likelihood / Math.sqrt(Math.max(1, known.length)),
        };
      });
      return scored.sort((a, b) => b.score - a.score);
    },
  };
}

/** By how much each guide's bag would fall without a way of asking, by that way without accents. */
function ownAsks(guides: readonly Guide[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const found = new Map<string, Map<string, number>>();
  const add = (way: string, { id }: Guide, weight: number) => {
    const plain = fold(way);
    const own = found.get(plain) ?? new Map<string, number>();
    found.set(plain, own.set(id, (own.get(id) ?? 0) + weight));
  };
  for (const guide of guides) {
    for (const ask of guide.asks) {
      add(ask, guide, PART.ask);
    }
    for (const way of guide.asked?.flatMap((one) => one.said) ?? []) {
      add(way, guide, PART.said);
    }
  }
  return found;
}
