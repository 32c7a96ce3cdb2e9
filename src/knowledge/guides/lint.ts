// What is wrong with the guides as a whole: what must be repaired before they go out, and what a person must look at.

import type { Guide } from "../../domain/document.ts";
import { guideLint } from "../../vietnamese/wording/knowledge/guide-lint.ts";
import { type Contacts, figuresOf, host, unusedFigures } from "./figures.ts";
import { unexplained } from "./jargon.ts";
import type { GuideRules } from "./lint-rules.ts";
import { proseOf } from "./prose.ts";
import { actionsIn, MAX_STEP_WORDS, stepLength } from "./steps.ts";

export interface GuideFinding {
  readonly guide: string;
  /** An error keeps `lint:knowledge` from passing; a warning is for a person to judge. */
  readonly level: "error" | "warning";
  /** Vietnamese: what stands there and what to do. */
  readonly message: string;
}

export interface GuideLint {
  readonly guides: readonly Guide[];
  readonly contacts: Contacts;
  readonly rules: GuideRules;
  /** ISO day; guides whose reviewAfter lies before it are overdue. */
  readonly today: string;
}

/** Findings of all guides, in the order of the guides. */
export function lintGuides({ guides, contacts, rules, today }: GuideLint): readonly GuideFinding[] {
  const ids = new Set(guides.map((guide) => guide.id));
  return guides.flatMap((guide) => {
    const errors = [
      ...relations(guide, ids),
      ...steps(guide, rules),
      ...figures(guide, contacts, rules),
      ...unexplained(guide, rules).map(guideLint.jargon),
      ...outdated(guide, rules),
    ];
    const warnings = [
      ...(guide.reviewAfter < today ? [guideLint.overdue(guide.reviewAfter)] : []),
      ...unusedFigures(guide).map(guideLint.unusedFigure),
    ];
    return [
      ...errors.map((message): GuideFinding => ({ guide: guide.id, level: "error", message })),
      ...warnings.map((message): GuideFinding => ({ guide: guide.id, level: "warning", message })),
    ];
  });
}

function relations(guide: Guide, ids: ReadonlySet<string>): string[] {
  return guide.related
    .filter((id) => !ids.has(id) || id === guide.id)
    .map((id) => guideLint.deadRelation(id));
}

function steps(guide: Guide, rules: GuideRules): string[] {
  return guide.steps.flatMap((step, index) => {
    const length = stepLength(step);
    const actions = actionsIn(step, rules.actions);
    return [
      ...(length > MAX_STEP_WORDS ? [guideLint.longStep(index + 1, length, MAX_STEP_WORDS)] : []),
      ...(actions.length > 1 ? [guideLint.twoActions(index + 1, actions.join(", "))] : []),
    ];
  });
}

function figures(guide: Guide, contacts: Contacts, rules: GuideRules): string[] {
  return figuresOf(guide, contacts).flatMap(({ kind, figure, place, source }) => {
    if (source !== null) {
      return [];
    }
    if (kind === "phone") {
      return [guideLint.unknownPhone(figure, place)];
    }
    if (kind === "number") {
      return [guideLint.orphan(figure, place)];
    }
    const at = host(figure);
    const allowed = rules.hosts.some((ending) => at === ending || at.endsWith(`.${ending}`));
    return [allowed ? guideLint.unlistedLink(figure, place) : guideLint.badLink(figure, place)];
  });
}

function outdated(guide: Guide, rules: GuideRules): string[] {
  return proseOf(guide).flatMap(({ place, text }) => {
    const said = text.toLowerCase();
    const old = rules.outdated.find((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "u").test(said));
    return old === undefined || rules.stillSaid.some((word) => said.includes(word))
      ? []
      : [guideLint.outdated(old, place)];
  });
}
