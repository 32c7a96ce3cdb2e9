// A message that asks two things gets two answers, or hears which one the papers do not hold.
import type { LocalitySlug } from "../../domain/document.ts";
import { ACROSS } from "../../vietnamese/wording/residents/across.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import { type Draft, localityName, sourceLines, withoutSources } from "../compose/draft.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import type { Understanding } from "../understand/understanding.ts";
import type { PlanFound } from "./find.ts";

/** A passage this strong, or a row, makes the message one about the plans. */
const SURE = 0.7;

type Half = { readonly u: Understanding; readonly end: PlanFound };

const told = ({ end }: Half): boolean =>
  end.kind === "draft" && (end.by === "rows" || (end.strength ?? 0) >= SURE);

/** What is said of a half that no paper answers. */
function missing({ u, end }: Half, where: LocalitySlug | null, base: EditionIndex): string {
  if (end.kind === "other_years") {
    return ANSWERS.yearAbsent(localityName(where, base), u.years.join(", "), end.years.join(", "));
  }
  return u.needs.includes("money")
    ? ANSWERS.notFoundMoney(localityName(where, base))
    : ACROSS.halfMissing(u.text);
}

function join(halves: readonly Half[], where: LocalitySlug | null, base: EditionIndex): Draft {
  const drafts = halves.flatMap(({ end }) => (end.kind === "draft" ? [end.draft] : []));
  const citations = drafts.flatMap((draft) => draft.citations);
  const lines = halves.map((half) =>
    half.end.kind === "draft" ? withoutSources(half.end.draft.text) : missing(half, where, base),
  );
  return {
    intent: halves[0]?.u.intent ?? "fact",
    text: [...new Set(lines), sourceLines(citations, base)].join("\n"),
    citations,
    counts: drafts.flatMap((draft) => draft.counts),
    section: drafts[0]?.section ?? null,
  };
}

/** Null when the halves are no questions about the plans, or come to the same. */
export async function halvesEnd(
  base: EditionIndex,
  u: Understanding,
  ask: (half: Understanding) => Promise<PlanFound>,
): Promise<PlanFound | null> {
  const halves: Half[] = [];
  let where = u.locality;
  for (const half of u.halves) {
    const own = half.locality === null && where !== null ? { ...half, locality: where } : half;
    const end = await ask(own);
    if (end.kind === "which_locality") {
      return end;
    }
    if (end.kind === "draft") {
      where ??= end.locality;
    }
    halves.push({ u: own, end });
  }
  if (!halves.some(told) || halves.some(({ end }) => END_ALONE.has(end.kind))) {
    return null;
  }
  // A passage barely near is no answer to a half.
  const kept = halves.map((half) =>
    half.end.kind === "draft" && !told(half)
      ? { ...half, end: { kind: "nothing", nearest: null, elsewhere: [] } as const }
      : half,
  );
  const strengths = kept.flatMap(({ end }) => (end.kind === "draft" ? [end.strength ?? 1] : []));
  return {
    kind: "draft",
    draft: join(kept, where, base),
    locality: where,
    strength: Math.min(...strengths),
    by: "rows",
  };
}

/** Ends that are said of a whole message. */
const END_ALONE: ReadonlySet<string> = new Set(["own_case", "unknown_place", "missing_annex"]);
