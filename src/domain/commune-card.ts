import type { LocalitySlug } from "./document.ts";

/** Where people of a commune go, and whom they call. */
export const DESKS = ["office", "one_stop", "police", "health", "digital_help", "leaders"] as const;
export type Desk = (typeof DESKS)[number];

/** What may be asked of a desk; `weekend` is whether it is open on Saturday or Sunday. */
export const DESK_FIELDS = ["phone", "address", "hours", "weekend", "who"] as const;
export type DeskField = (typeof DESK_FIELDS)[number];

/** What may be asked of the commune itself. */
export const COMMUNE_FIELDS = ["website", "zalo", "classes"] as const;
export type CommuneField = (typeof COMMUNE_FIELDS)[number];

/** One desk as the office writes it; null where it wrote nothing. */
export type CardDesk = Readonly<Record<DeskField, string | null>>;

export interface CommuneClass {
  readonly hamlet: string;
  readonly place: string | null;
  readonly time: string;
  readonly matter: string | null;
}

/** knowledge/cards.yaml: what the people of one commune ask its office for. Written by the office, never read out of papers. */
export interface CommuneCard {
  readonly locality: LocalitySlug;
  /** "2026-11-30": the day on which the office last looked over the card. */
  readonly updated: string;
  readonly desks: Readonly<Partial<Record<Desk, CardDesk>>>;
  readonly website: string | null;
  readonly zalo: string | null;
  readonly classes: readonly CommuneClass[];
}

/** One thing that is asked of a card. */
export type CardAsk =
  | { readonly field: DeskField; readonly desk: Desk }
  | { readonly field: CommuneField; readonly desk: null };

/** knowledge/card-words.yaml: how people name the desks and what they ask of them. */
export interface CardWords {
  readonly desks: Readonly<Record<Desk, readonly string[]>>;
  readonly fields: Readonly<Record<DeskField | CommuneField, readonly string[]>>;
  /** Calling somebody: asks for a number where whom to call is named after it ("gọi công an xã"). */
  readonly contact: readonly string[];
  /** The commune as a whole; stands for its office where no desk is named. */
  readonly commune: readonly string[];
  /** Being open and at work; with an hour or a day asked it means the office, named or not. */
  readonly work: readonly string[];
  /** Words that ask for nothing and name nothing: address, politeness, small verbs. */
  readonly little: readonly string[];
}
