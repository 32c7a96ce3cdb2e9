// What speaks for what the plans say to a question, or for their silence, beside what guides offer.

import type { Features } from "../retrieve/features.ts";
import { asksOf } from "../understand/asks.ts";
import { ABOUT_PLANS } from "../understand/patterns.ts";
import type { Understanding } from "../understand/understanding.ts";

/** What the plans came to: rows or passages that answer, a question back, or one of the honest ends. */
export interface PlanEnd {
  readonly kind: string;
  readonly by?: "rows" | "search" | undefined;
  /** 0 to 1, by the share of the question's content that the rows or passages hold. */
  readonly strength?: number | undefined;
}

/** What guides and matters offer beside. Log-odds and nearness of the best. */
export interface Beside {
  readonly guide: number;
  readonly matter: number;
}

const INTENTS: ReadonlySet<string> = new Set([
  "target",
  "unit_tasks",
  "comparison",
  "item",
  "lead",
  "support",
]);

const flag = (name: string, held: boolean): readonly (readonly [string, number])[] =>
  held ? [[name, 1]] : [];

export function planFeatures(u: Understanding, end: PlanEnd, beside: Beside): Features {
  const kind = end.by === undefined ? end.kind : `${end.kind} by ${end.by}`;
  const about = ABOUT_PLANS.test(u.folded);
  const chosen = u.locality === null ? "no place" : "place chosen";
  const place = u.named.length > 0 ? "place named" : chosen;
  return Object.fromEntries([
    [kind, 1],
    [place, 1],
    [`${kind}, ${place}`, 1],
    ["strength", end.strength ?? 0],
    [`${kind} strength`, end.strength ?? 0],
    ["guide", beside.guide],
    [`${kind} guide`, beside.guide],
    ["matter", beside.matter],
    [`${kind} matter`, beside.matter],
    ...flag("about plans", about),
    ...flag(`${kind} about plans`, about),
    ...flag("of place", u.ofPlace),
    ...flag("unit", u.unit !== null),
    ...flag("group", u.groups.length > 0),
    ...flag("year", u.years.length > 0),
    ...flag("item", u.item !== null),
    ...flag("card", u.cardField !== null),
    ...flag("plan intent", INTENTS.has(u.intent)),
    ...flag(`${kind} plan intent`, INTENTS.has(u.intent)),
    ...flag("slot", u.slot !== null),
    ...flag("follow-up", u.followUp),
    ...flag("own case", u.ownCase),
    ...u.needs.map((need) => [`needs ${need}`, 1] as const),
    ...[...asksOf(u.folded)].map((asks) => [`asks ${asks}`, 1] as const),
  ]);
}
