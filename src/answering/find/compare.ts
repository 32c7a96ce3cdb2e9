import type { Target } from "../../domain/task.ts";
import type { Draft } from "../compose/draft.ts";
import { composeComparison } from "../compose/targets.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { lookupTargets } from "../lookup/targets.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import type { Understanding } from "../understand/understanding.ts";

/**
 * The same target in several localities, or in several years of one. Null when fewer than one side is found: a
 * comparison with an empty side says so in the list ("không nêu") only through what is missing, never with a figure.
 */
export function compare(base: EditionIndex, u: Understanding, subject: Repaired): Draft | null {
  const everywhere = base.edition.localities.map((l) => l.slug);
  const implied = u.locality === null ? everywhere : [u.locality];
  const chosen = u.named.length > 0 ? u.named : implied;
  const groups = new Map<string, readonly Target[]>();
  for (const slug of chosen) {
    const found = lookupTargets(base, { ...u, locality: slug }, subject);
    if (found.kind === "found") {
      groups.set(slug, found.targets);
    }
  }
  return groups.size === 0 ? null : composeComparison(groups, u, base);
}
