// What is wrong with the guides as a whole: what must be repaired before they go out, and what a person must look at.

import type { Guide } from "../../domain/document.ts";
import { guideLint } from "../../vietnamese/wording/knowledge/guide-lint.ts";
import { isOfficial, oldFigures, sourcesInOrder } from "./age.ts";
import { type Contacts, figuresOf, host, unusedFigures } from "./figures.ts";
import { unexplained } from "./jargon.ts";
import { type Law, newerLaws } from "./laws.ts";
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
  readonly laws: readonly Law[];
  /** ISO day; guides whose reviewAfter lies before it are overdue. */
  readonly today: string;
}

/** Findings of all guides, in the order of the guides. */
export function lintGuides({ guides, contacts, rules, laws, today }: GuideLint): readonly GuideFinding[] {
  const ids = new Set(guides.map((guide) => guide.id));
  const found = guides.flatMap((guide) => {
    const errors = [
      ...relations(guide, ids),
      ...steps(guide, rules),
      ...figures(guide, contacts, rules),
      ...unexplained(guide, rules).map(guideLint.jargon),
      ...outdated(guide, rules),
      ...sources(guide, contacts, rules),
    ];
    const warnings = [
      ...(guide.reviewAfter < today ? [guideLint.overdue(guide.reviewAfter)] : []),
      ...unusedFigures(guide).map(guideLint.unusedFigure),
      ...newerLaws(guide, laws).map(({ law, inForce, about }) => guideLint.newerLaw(law, inForce, about)),
    ];
    return [
      ...errors.map((message): GuideFinding => ({ guide: guide.id, level: "error", message })),
      ...warnings.map((message): GuideFinding => ({ guide: guide.id, level: "warning", message })),
    ];
  });
  const astray = laws.flatMap((law) =>
    law.guides
      .filter((id) => !ids.has(id))
      .map((id): GuideFinding => ({ guide: id, level: "error", message: guideLint.lawOfNoGuide(law.law) })),
  );
  return [...found, ...astray];
}

/** Whether what the guide rests on is young enough, stands in order, and was looked at by somebody who says at what. */
function sources(guide: Guide, contacts: Contacts, rules: GuideRules): string[] {
  const official = guide.sources.some((source) => isOfficial(source, rules));
  const order = sourcesInOrder(guide, rules);
  const misplaced = guide.sources.find((source, at) => source !== order[at]);
  return [
    ...oldFigures(guide, contacts, rules).map(({ figure, place, date }) =>
      guideLint.oldFigure(figure, place, date, rules.sourceMonths),
    ),
    ...(guide.checked === undefined ? [guideLint.unchecked] : []),
    ...(official || guide.noOfficialSource !== undefined ? [] : [guideLint.noOfficial]),
    ...(official && guide.noOfficialSource !== undefined ? [guideLint.officialAfterAll] : []),
    ...(misplaced === undefined ? [] : [guideLint.sourceOrder(misplaced.publisher)]),
  ];
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
