// Guides and their parts as candidates: what speaks for each, as numbers, and no words.
import type { Guide, PartRef } from "../../domain/document.ts";
import type { Matter } from "../../domain/matter.ts";
import type { AskingIndex, Nearness } from "../index/asking-index.ts";
import type { GuideIndex } from "../index/guide-index.ts";
import { lineOf, partsOf } from "../index/guide-parts.ts";
import { type Asks, asksOf } from "../understand/asks.ts";
import type { Features } from "./features.ts";

export interface GuideCandidate extends PartRef {
  readonly kind: "guide";
  readonly guide: Guide;
  readonly features: Features;
}

export interface MatterCandidate {
  readonly kind: "matter";
  readonly matter: Matter;
  readonly features: Features;
}

export interface ResidentQuestion {
  /** Accents restored, short forms written out. */
  readonly text: string;
  /** Without accents, padded with one blank at each end. */
  readonly folded: string;
  /** Asks for what plans hold: figures, bodies, tasks. */
  readonly aboutPlans: boolean;
  /** The document the talk is about; null when none is. */
  readonly topic: string | null;
  /** Begins as what goes on from there does ("còn …", "thế …"), or names nothing of its own. */
  readonly leans: boolean;
}

/** Guides whose parts are judged one by one. */
const MOST_GUIDES = 6;
const FAR: Nearness = { asked: 0, line: 0 };
const MOST_MATTERS = 3;
/** Likeness to a way of asking and BM25 over the whole guide, brought to one scale for the short list. */
const LIKE = 12;
/** Likelihood of what shares nothing at all. */
const NEVER = 100;
/** Leads beyond which more of them prove no more. */
const bounded = (lead: number) => Math.max(-3, Math.min(3, lead)) / 3;
/** BM25 at which a guide is half sure. */
const HALF = 10;

/** A question learns nothing from itself: `except` is left out of the ways of asking. */
export function guideCandidates(
  { asking, guideIndex }: { readonly asking: AskingIndex; readonly guideIndex: GuideIndex },
  question: ResidentQuestion,
  except?: string,
): { readonly guides: readonly GuideCandidate[]; readonly matters: readonly MatterCandidate[] } {
  const near = asking.nearest(question.text, except);
  const parts = new Map<Guide, Map<string, Nearness>>();
  const matters: { matter: Matter; asked: number }[] = [];
  for (const [at, found] of near) {
    const owner = asking.owners[at];
    if (owner?.kind === "matter") {
      matters.push({ matter: owner.matter, asked: found.asked });
    } else if (owner !== undefined) {
      const own = parts.get(owner.guide) ?? new Map();
      own.set(`${owner.part}${owner.index}`, found);
      parts.set(owner.guide, own);
    }
  }
  matters.sort((a, b) => b.asked - a.asked);
  const ranked = guideIndex.rank(question.text, except).map((bag) => {
    const own = parts.get(bag.guide) ?? new Map<string, Nearness>();
    const asked = Math.max(0, ...[...own.values()].map((one) => one.asked));
    return { ...bag, own, asked, both: bag.score + LIKE * asked };
  });
  ranked.sort((a, b) => b.both - a.both);
  const spoken = ranked.find(({ guide }) => guide.id === question.topic);
  const first = ranked.slice(0, MOST_GUIDES);
  const short = spoken === undefined || first.includes(spoken) ? first : [...first, spoken];
  const asks = asksOf(question.folded);
  const shared = sharedFeatures(question);
  const guides = short.flatMap(({ guide, own, asked, score, coverage, likelihood }) => {
    const others = short.filter((other) => other.guide !== guide);
    const rival = Math.max(0, ...others.map((other) => other.asked));
    const rivalScore = Math.max(0, ...others.map((other) => other.score));
    const rivalLikelihood = Math.max(-NEVER, ...others.map((other) => other.likelihood));
    const treated = best(matters, (matter) => matter.guides.includes(guide.id));
    const other = best(matters, (matter) => !matter.guides.includes(guide.id));
    const ofGuide: Features = {
      ...shared,
      guideAsked: asked,
      guideAskedAhead: asked - rival,
      bag: score / (score + HALF),
      bagAhead: (score - rivalScore) / Math.max(score, rivalScore, 1),
      bagHolds: coverage,
      likely: likelihood / 10,
      likelyAhead: bounded(likelihood - rivalLikelihood),
      matter: treated,
      otherMatter: other,
      matterAhead: treated - other,
      ...talkFeatures(question, guide),
    };
    // What a guide has to say it does not know is said only to who asks for it.
    const refs = partsOf(guide).filter(
      ({ part, index }) =>
        lineOf(guide, part, index) !== null ||
        (part === "time" && asks.has("time")) ||
        (part === "cost" && asks.has("cost")),
    );
    const sums = refs.map((ref) => {
      const found = own.get(`${ref.part}${ref.index}`) ?? FAR;
      return { ref, found, sum: found.asked + found.line / 2 };
    });
    return sums.map(({ ref, found, sum }) => {
      const next = Math.max(0, ...sums.filter((one) => one.ref !== ref).map((one) => one.sum));
      const features = {
        ...ofGuide,
        ...partFeatures(ref, asks),
        asked: found.asked,
        line: found.line,
        ahead: sum - next,
      };
      return { kind: "guide" as const, guide, ...ref, features };
    });
  });
  const bestGuide = Math.max(0, ...short.map((one) => one.asked));
  const bestHolds = Math.max(0, ...short.map((one) => one.coverage));
  return {
    guides,
    matters: matters.slice(0, MOST_MATTERS).map(({ matter, asked }) => ({
      kind: "matter" as const,
      matter,
      features: {
        ...shared,
        matterAsked: asked,
        matterAhead: asked - best(matters, (one) => one !== matter),
        matterBeforeGuide: asked - bestGuide,
        bagHolds: bestHolds,
        treated: matter.guides.length > 0 ? 1 : 0,
      },
    })),
  };
}

function best(
  matters: readonly { matter: Matter; asked: number }[],
  wanted: (matter: Matter) => boolean,
): number {
  return matters.find(({ matter }) => wanted(matter))?.asked ?? 0;
}

function sharedFeatures({ text, aboutPlans }: ResidentQuestion): Features {
  return { words: Math.log(1 + wordsIn(text)) / 4, aboutPlans: aboutPlans ? 1 : 0 };
}

const wordsIn = (text: string) => text.split(/\s+/u).length;

/** Content words up to which a message may lean on what was talked of. */
const SHORT = 5;

/** Does the talk stand at this guide, and may the message lean on it? */
function talkFeatures({ text, topic, leans }: ResidentQuestion, guide: Guide): Features {
  if (topic === null) {
    return {};
  }
  const own = guide.id === topic ? 1 : 0;
  const short = wordsIn(text) <= 2 * SHORT ? own : 0;
  return { talk: own, "short talk": short, "leaning talk": leans ? own : 0, "other talk": 1 - own };
}

/** Which part is held against what is asked for: a flag for the part, and one for each kind of asking with it. */
function partFeatures({ part }: PartRef, asks: ReadonlySet<Asks>): Features {
  const crossed = [...asks].map((one) => [`${part}|${one}`, 1] as const);
  return Object.fromEntries([
    [`is ${part}`, 1],
    ...(asks.size === 0 ? [[`${part}|nothing`, 1] as const] : crossed),
  ]);
}
