import type { ExplainLine } from "../../domain/conversation.ts";
import type { Guide } from "../../domain/document.ts";
import type { Draft } from "../compose/draft.ts";
import { composeGuide } from "../compose/guide.ts";
import { firstLines } from "../compose/guide-parts.ts";
import { composePassages } from "../compose/passages.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { GUIDE_BAR, type GuideMatch, lookupGuides } from "../lookup/guides.ts";
import { holdsNeed, judgeHits, rareNeeds } from "../lookup/relevance.ts";
import { answeringParts } from "../retrieve/parts.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import { aboutPlans } from "../understand/patterns.ts";
import type { Understanding } from "../understand/understanding.ts";

type Explain = (step: ExplainLine["step"], text: string) => void;

export interface GuideDraft {
  readonly draft: Draft;
  readonly match: GuideMatch;
  /** True when nothing in the plans could be meant instead. */
  readonly sure: boolean;
}

/** Near to a way of asking, or telling much of it, or a little but far more than of any other guide. */
function enough(
  { likeness, score, coverage }: GuideMatch,
  next: GuideMatch | undefined,
  u: Understanding,
): boolean {
  // Many guides tell a sum or an address; only the one that is asked for answers with it.
  const common = u.needs.includes("money") || (u.needs.includes("link") && u.intent !== "how_to");
  if (common && likeness < GUIDE_BAR.likenessOfSum) {
    return false;
  }
  // Of a question whose rarest words no guide knows, a few common ones prove nothing.
  if (likeness < GUIDE_BAR.likeness && coverage < GUIDE_BAR.coverage) {
    return false;
  }
  const lone = score >= GUIDE_BAR.lone && score >= (next?.score ?? 0) * GUIDE_BAR.ahead;
  return likeness >= GUIDE_BAR.likeness || score >= GUIDE_BAR.score || lone;
}

/** Kinds of thing about one place or person that no guide holds. */
const LOCAL_NEEDS: ReadonlySet<string> = new Set(["address", "person"]);

const local = (u: Understanding) =>
  u.named.length > 0 ||
  (u.locality !== null && (u.ofPlace || u.yesNo || u.unit !== null || u.counted !== null)) ||
  u.needs.some((need) => LOCAL_NEEDS.has(need));

/** Money, a phone number or an hour that is asked for must stand in the guide. */
function holdsRare(base: EditionIndex, guide: Guide, u: Understanding): boolean {
  const text = base.documents.get(guide.id)?.sourceText ?? "";
  return rareNeeds(u.needs).every((need) => holdsNeed(text, need));
}

/** The guide a question asks for; plans come first for what units, years and figures are asked. */
export function guideFor(
  base: EditionIndex,
  u: Understanding,
  subject: Repaired,
  explain: Explain,
): GuideDraft | null {
  const [best, next] = lookupGuides(base, subject, u.text);
  const strong = best !== undefined && (best.likeness >= GUIDE_BAR.sure || best.score >= GUIDE_BAR.sureScore);
  // A story names bodies without asking about them; without a locality no plan is meant.
  const asksPlan = u.locality !== null && u.slot !== null;
  const story = u.locality === null && strong && u.intent === "unit_tasks";
  if (
    best === undefined ||
    !enough(best, next, u) ||
    asksPlan ||
    !holdsRare(base, best.guide, u) ||
    (aboutPlans(u) && !story) ||
    (local(u) && u.intent !== "how_to")
  ) {
    return null;
  }
  explain(
    "lookup",
    `guide ${best.guide.id}: likeness ${best.likeness.toFixed(2)}, score ${best.score.toFixed(1)}`,
  );
  const parts = answeringParts(base, u, best.guide);
  return {
    draft: composeGuide(best.guide, base, firstLines(best.guide, parts)),
    match: best,
    sure: strong && u.locality === null,
  };
}

/** Guides that may be meant where no answer is sure; the asker chooses. */
export function perhapsMeant(base: EditionIndex, u: Understanding, subject: Repaired): readonly Guide[] {
  if (aboutPlans(u) || local(u)) {
    return [];
  }
  return lookupGuides(base, subject, u.text)
    .filter(({ score, coverage }) => score >= GUIDE_BAR.perhaps && coverage >= GUIDE_BAR.perhapsCoverage)
    .slice(0, 3)
    .map(({ guide }) => guide);
}

/** One part of a guide that answers, when no whole guide is asked for. */
export async function guidePassage(
  base: EditionIndex,
  u: Understanding,
  subject: Repaired,
  explain: Explain,
): Promise<Draft | null> {
  const allowed = (label: number) => base.documents.get(base.passages[label]?.doc ?? "")?.guide != null;
  const hits = await base.retriever.search(subject, 5, allowed);
  const accepted = judgeHits(hits, base, u, subject).filter((e) => e.accepted);
  const best = accepted[0];
  const needed = u.locality === null || u.intent === "how_to" ? 0.7 : 0.8;
  // Whom a guide sends to is not who leads a model of the commune.
  const asksBody = u.locality !== null && (u.slot === "lead" || u.slot === "support" || u.named.length > 0);
  if (best === undefined || best.coverage < needed || u.unit !== null || asksBody || aboutPlans(u)) {
    return null;
  }
  explain("retrieve", `guide passage ${best.passage.id}: coverage ${best.coverage.toFixed(2)}`);
  const guide = base.documents.get(best.passage.doc)?.guide;
  return guide != null && u.intent === "how_to"
    ? composeGuide(guide, base)
    : composePassages([best.passage], subject, u, base);
}
