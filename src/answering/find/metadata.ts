import { squeeze } from "../../vietnamese/text/normalise.ts";
import type { Draft } from "../compose/draft.ts";
import { composeCard, composeNamedPaper } from "../compose/metadata.ts";
import type { CardField } from "../understand/understanding.ts";
import { draft, type FoundInPlans, type PlanQuestion } from "./finding.ts";

function documentsOf({ base, u }: PlanQuestion): readonly string[] {
  return [...base.documents.values()]
    .filter((d) => d.guide === null && d.card.locality === u.locality)
    .map((d) => d.id);
}

/** A paper that is only named here: all that is said of it stands in the words that name it. */
function namedPaper(asked: PlanQuestion, number: string): FoundInPlans | null {
  for (const doc of documentsOf(asked)) {
    const made = composeNamedPaper(number, doc, asked.base);
    if (made !== null) {
      return draft(made, 1);
    }
  }
  return null;
}

/** The number of a paper of this locality, not of one it names. */
function isOwn(asked: PlanQuestion, number: string): boolean {
  const numbers = documentsOf(asked).map((doc) => asked.base.documents.get(doc)?.card.number?.value ?? "");
  return numbers.some((own) => squeeze(own).startsWith(squeeze(number)));
}

const ALL_BASES = /\b(can cu phap ly|co so phap ly|nhung can cu|cac can cu|can cu vao (dau|nhung gi|gi))\b/u;
const ASKS_DAY = /\bngay (nao|may|bao nhieu|thang nam nao|thang nao)\b/u;

/** Characters within which two fields are one quote. */
const TOGETHER = 80;

/** Two fields of one card, in one answer: the lines of both before the one source. */
function joined(first: Draft, second: Draft, paper: string): Draft {
  const [line = "", ...source] = first.text.split("\n");
  const [one, two] = [first.citations[0], second.citations[0]];
  const from = one === undefined ? -1 : paper.indexOf(one.quote);
  const at = two === undefined || from < 0 ? -1 : paper.indexOf(two.quote, from);
  const end = at + (two?.quote.length ?? 0);
  // Both stand side by side: "Kế hoạch số 03-KH/ĐU ngày 15/7/2025".
  const whole =
    one !== undefined && at >= 0 && end - from <= TOGETHER ? [{ ...one, quote: paper.slice(from, end) }] : [];
  return {
    ...first,
    text: [line, second.text.split("\n")[0] ?? "", ...source].join("\n"),
    citations: whole.length > 0 ? whole : [...first.citations, ...second.citations],
  };
}

/** A field of the card of one of the locality's papers; a number is told with its day when both are asked. */
function fieldOf(asked: PlanQuestion, field: CardField, doc: string): Draft | null {
  const { u, base, subject } = asked;
  const about = u.subject === "" || ALL_BASES.test(u.folded) ? base.retriever.words.repair("") : subject;
  const first = composeCard(field, doc, about, base);
  const dated =
    field === "number" && ASKS_DAY.test(u.folded) ? composeCard("date", doc, subject, base) : null;
  return first !== null && dated !== null
    ? joined(first, dated, base.documents.get(doc)?.sourceText ?? "")
    : first;
}

/** What a question wants from the card of a paper: the field it names, or the bases when it asks by which paper. */
function fieldAsked({ u }: PlanQuestion): CardField | null {
  return u.cardField === null && u.needs.includes("document") && u.item === null ? "bases" : u.cardField;
}

/** Who signed, when, by which number, on which bases: from the paper's own card, or from the words that name another paper. */
export function fromCard(asked: PlanQuestion): FoundInPlans | null {
  const { u } = asked;
  if (u.documentNumber !== null && u.cardField !== null) {
    const named = namedPaper(asked, u.documentNumber);
    if (named !== null || !isOwn(asked, u.documentNumber)) {
      return named ?? { kind: "nothing", nearest: null };
    }
  }
  const field = fieldAsked(asked);
  if (field === null) {
    return null;
  }
  for (const doc of documentsOf(asked)) {
    const made = fieldOf(asked, field, doc);
    if (made !== null) {
      asked.explain("lookup", `card of ${doc}: ${field}`);
      return draft(made, 1);
    }
  }
  const elsewhere = u.cardField === null || u.cardField === "bases" || asked.subject.keys.length > 3;
  return elsewhere ? null : { kind: "nothing", nearest: null };
}
