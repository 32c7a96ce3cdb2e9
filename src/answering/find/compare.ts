import type { Target } from "../../domain/task.ts";
import { fold } from "../../vietnamese/text/normalise.ts";
import { ACROSS } from "../../vietnamese/wording/residents/across.ts";
import type { Draft } from "../compose/draft.ts";
import { composeComparison, composeTargets } from "../compose/targets.ts";
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

/** "so chỉ tiêu của xã với tỉnh": the commune's own province, and no other. */
const WITH_PROVINCE = /\b(?:so|khac|giong|cao hon|thap hon|bang)\b.*\btinh\b(?! (?:nao|mo)\b)/u;

/**
 * A commune beside its province: both where the province's plan is loaded, else the commune's own figures under the word
 * that the province's plan is not there.
 */
export function besideProvince(base: EditionIndex, u: Understanding, subject: Repaired): Draft | null {
  const own = u.locality === null ? undefined : base.localities.get(u.locality);
  if (own === undefined || own.level === "province" || u.named.length > 1 || !WITH_PROVINCE.test(u.folded)) {
    return null;
  }
  const loaded = base.edition.localities.find(
    (one) => one.level === "province" && own.province !== null && fold(one.shortName) === fold(own.province),
  );
  if (loaded !== undefined) {
    return compare(base, { ...u, named: [own.slug, loaded.slug] }, subject);
  }
  const found = lookupTargets(base, u, subject);
  if (found.kind !== "found") {
    return null;
  }
  const made = composeTargets(found.targets, u, base);
  return {
    ...made,
    intent: "comparison",
    text: `${ACROSS.provinceMissing(own.province, own.name)}\n${made.text}`,
  };
}
