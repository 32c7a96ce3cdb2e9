import type { CardAsk } from "../../domain/commune-card.ts";
import type { Topic } from "../../domain/conversation.ts";
import type { LocalitySlug } from "../../domain/document.ts";
import type { Hotline } from "../../domain/knowledge.ts";
import { cardHolds } from "../compose/card.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { cardCandidates } from "../retrieve/card.ts";
import { hotlineCandidates } from "../retrieve/hotlines.ts";
import type { Understanding } from "../understand/understanding.ts";

/** Something that the office itself wrote down: lines of the commune's card, numbers of the list of hotlines. */
export interface FoundInRegisters {
  readonly kind: "registers";
  readonly locality: LocalitySlug | null;
  readonly asks: readonly CardAsk[];
  readonly lines: readonly Hotline[];
}

export interface FromRegisters {
  readonly found:
    | FoundInRegisters
    | { readonly kind: "which_locality"; readonly slugs: readonly LocalitySlug[] };
  /** False where the card lacks what papers or guides may hold as well: then it is said only when they do not. */
  readonly first: boolean;
}

/** Words over and above that a question may hold which names both a desk and what only its card can say of it. */
const SPARE = 1;
/** Places offered when a card is asked for and none is named. */
const MOST_PLACES = 8;

/**
 * Wins where the desk and the field, or the owner of a number, are named and (next to) no other word is left over. What only a card
 * can hold (a desk's number, its place, its hours) is said to be missing from it, whatever else shares words with the question.
 */
export function fromRegisters(
  base: EditionIndex,
  u: Understanding,
  topic: Topic | null,
  explain: (step: "retrieve", text: string) => void,
): FromRegisters | null {
  const reading = base.cardIndex.read(u);
  const [card] = u.otherPlace === null ? cardCandidates(reading, topic?.slot ?? null) : [];
  const [owned] = hotlineCandidates(reading);
  const lines = owned?.unexplained === 0 ? owned.lines : [];
  const spare = card?.explicit && card.asks.every(onlyOnCard) ? SPARE : 0;
  const asks = card !== undefined && card.unexplained <= spare ? card.asks : [];
  if (lines.length === 0 && asks.length === 0) {
    return null;
  }
  const { localities } = base.edition;
  const slug = u.locality ?? (localities.length === 1 ? (localities[0]?.slug ?? null) : null);
  explain(
    "retrieve",
    `card ${asks.map(({ desk, field }) => `${desk ?? "commune"}.${field}`).join(", ")}; hotlines ${lines.length}`,
  );
  const held = slug === null ? [] : asks.filter((ask) => cardHolds(base, slug, ask));
  if (lines.length > 0) {
    return { found: { kind: "registers", locality: slug, asks: held, lines }, first: true };
  }
  if (slug !== null) {
    return {
      found: { kind: "registers", locality: slug, asks, lines: [] },
      first: held.length > 0 || asks.some(onlyOnCard),
    };
  }
  return localities.length > MOST_PLACES
    ? null
    : {
        found: { kind: "which_locality", slugs: localities.map((one) => one.slug) },
        first: asks.some(onlyOnCard),
      };
}

/** Who helps with the telephone, who leads, and where classes are held may stand in plans and guides too. */
function onlyOnCard({ desk, field }: CardAsk): boolean {
  return desk === null
    ? field !== "classes"
    : desk !== "digital_help" && desk !== "leaders" && field !== "who";
}
