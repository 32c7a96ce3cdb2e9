// What a question asks of the commune's card: candidates with what speaks for them, and no words.
import type { CardAsk, CommuneField, Desk, DeskField } from "../../domain/commune-card.ts";
import { COMMUNE_FIELDS, DESK_FIELDS, DESKS } from "../../domain/commune-card.ts";
import type { CardReading, CardSense } from "../index/card-index.ts";
import { calls } from "./hotlines.ts";

export interface CardCandidate {
  readonly kind: "card";
  readonly asks: readonly CardAsk[];
  /** Words of the question that neither a desk, nor a field, nor politeness accounts for. */
  readonly unexplained: number;
  /** Desk and field are both in the question's own words, and no name of another place is. */
  readonly explicit: boolean;
}

/** Things asked in one message that are answered; beyond, nobody asks in earnest. */
const MOST_ASKS = 4;
/** Of one that leans on the last answer: "còn trạm y tế?", "địa chỉ nữa". */
const SLOT = /^desk:(\w+)\.(\w+)$/u;

const isCommuneField = (field: DeskField | CommuneField): field is CommuneField =>
  COMMUNE_FIELDS.some((one) => one === field);

/** `slot` is what the talk stands at (`slotOf`), when it stands at the card. */
export function cardCandidates(reading: CardReading, slot: string | null): readonly CardCandidate[] {
  const { senses, unexplained, named } = reading;
  const asks = asksIn(senses, slot);
  const has = (kind: CardSense["kind"]) => senses.some((sense) => sense.kind === kind);
  const explicit = !named && has("field") && has("desk");
  return asks.length === 0
    ? []
    : [{ kind: "card", asks: asks.slice(0, MOST_ASKS), unexplained: unexplained.length, explicit }];
}

/** Kept in the topic, so that a follow-up asks for the same of another desk, or for something else of this one. */
export const slotOf = ({ desk, field }: CardAsk): string => `desk:${desk ?? "none"}.${field}`;

function asksIn(senses: readonly CardSense[], slot: string | null): readonly CardAsk[] {
  const all = [...new Set(senses.flatMap((sense) => (sense.kind === "field" ? [sense.field] : [])))];
  const named = [...new Set(senses.flatMap((sense) => (sense.kind === "desk" ? [sense.desk] : [])))];
  const commune = senses.some(({ kind }) => kind === "commune");
  const works = senses.some(({ kind }) => kind === "work");
  const own = all.filter(isCommuneField);
  if (own.length > 0) {
    // Who teaches, or AI as a thing to be taught: no card says it of a class.
    return own.includes("classes") && all.includes("who") ? [] : ofCommune(own, named, commune);
  }
  const [, lastDesk = "", lastField = ""] = slot?.match(SLOT) ?? [];
  const asked = all.length === 0 && calls(senses) ? (["phone"] as const) : deskFields(all);
  const fields = asked.length > 0 ? asked : known(DESK_FIELDS, lastField);
  // The office stands for the commune where another desk of it is named, it is only where that desk is.
  const other = named.filter((desk) => desk !== "office");
  const desks = other.length > 0 ? other : named;
  const meant = desks.length > 0 ? desks : unnamed(fields, commune, works, lastDesk);
  return meant.flatMap((desk) =>
    fields.flatMap((field): readonly CardAsk[] =>
      field === "who" && desk === "office" ? [] : [{ desk, field }],
    ),
  );
}

/** Classes, and the addresses of the commune itself; those of a single desk stand on no card. */
function ofCommune(
  own: readonly CommuneField[],
  named: readonly Desk[],
  commune: boolean,
): readonly CardAsk[] {
  if (own.includes("classes")) {
    return [{ desk: null, field: "classes" }];
  }
  const office = named.every((desk) => desk === "office") && (commune || named.length > 0);
  return office ? own.map((field) => ({ desk: null, field })) : [];
}

/** A day off that is asked for holds the hour asked with it. */
function deskFields(all: readonly (DeskField | CommuneField)[]): readonly DeskField[] {
  const fields = DESK_FIELDS.filter((field) => all.includes(field));
  return fields.includes("weekend") ? fields.filter((field) => field !== "hours") : fields;
}

/** Whose field it is when no desk is named: the office's, where the commune is meant or being open is asked; else the last desk's. */
function unnamed(
  fields: readonly DeskField[],
  commune: boolean,
  works: boolean,
  lastDesk: string,
): readonly Desk[] {
  const hours = fields.some((field) => field === "hours" || field === "weekend");
  const last = known(DESKS, lastDesk);
  if (last.length > 0 && !commune) {
    return last;
  }
  return commune || (works && hours) ? ["office"] : [];
}

const known = <T extends string>(names: readonly T[], name: string): readonly T[] =>
  names.filter((one) => one === name);
