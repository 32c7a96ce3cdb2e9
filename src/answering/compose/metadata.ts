import type { Citation, Intent } from "../../domain/conversation.ts";
import { squeeze } from "../../vietnamese/text/normalise.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import type { Understanding } from "../understand/understanding.ts";
import { type Draft, paperName, sentence, tidy } from "./draft.ts";

/** The words in which a document names another by its number ("16-KH/TU", or the bare "3909"); null when it does not. */
export function composeNamedPaper(number: string, doc: string, base: EditionIndex): Draft | null {
  const card = base.documents.get(doc)?.card;
  const wanted = squeeze(number);
  const bare = new RegExp(`(?<!\\d)${number}\\s?[-/]`, "u");
  const named = (words: string) =>
    /^\d+$/u.test(number) ? bare.test(words) : squeeze(words).includes(wanted);
  const found = [...(card?.legalBases ?? []), ...(card?.replaces ?? [])].find((one) => named(one.words));
  if (card === undefined || found === undefined) {
    return null;
  }
  const name = paperName(card, base);
  return {
    intent: "fact",
    text: [sentence(found.words), ANSWERS.source(name, "")].join("\n"),
    citations: [{ doc, section: "", title: name, quote: found.words }],
    counts: [],
    section: null,
  };
}

type CardDraft = Draft | null;

/** Share of a question's words one legal basis must hold to be the one that is meant. */
const BASIS_SHARE = 0.5;
/** A question with no more words than this about a basis wants all of them; a longer one asks for something else. */
const BASIS_FREE = 4;

/** A field of a document's card; null when the paper does not say it. */
export function composeCard(
  field: NonNullable<Understanding["cardField"]>,
  doc: string,
  subject: Repaired,
  base: EditionIndex,
): CardDraft {
  const document = base.documents.get(doc);
  if (document === undefined) {
    return null;
  }
  const { card } = document;
  const name = paperName(card, base);
  const at = (words: string, section = ""): Citation => ({ doc, section, title: name, quote: words });
  const draft = (lines: readonly string[], citations: readonly Citation[]): CardDraft =>
    citations.length === 0
      ? null
      : {
          intent: "fact" satisfies Intent,
          text: [...lines, ANSWERS.source(name, "")].join("\n"),
          citations,
          counts: [citations.length],
          section: null,
        };
  switch (field) {
    case "signer":
      return card.signer === null
        ? null
        : draft([ANSWERS.signer(card.signer.value, name)], [at(card.signer.words)]);
    case "issuer":
      return card.issuer === null
        ? null
        : draft([ANSWERS.issuer(card.issuer.value)], [at(card.issuer.words)]);
    case "date":
      return card.date === null
        ? null
        : draft([ANSWERS.issuedOn(tidy(card.date.words))], [at(card.date.words)]);
    case "number":
      return card.number === null
        ? null
        : draft([ANSWERS.numberIs(card.number.value)], [at(card.number.words)]);
    case "replaces":
      return draft(
        [ANSWERS.replaces, ...card.replaces.map((r) => `- ${sentence(r.words)}`)],
        card.replaces.map((r) => at(withVerb(r.words, document.sourceText))),
      );
    case "recipients": {
      const lines = card.recipients ?? [];
      return draft(
        [ANSWERS.recipients(lines.length), ...lines.map(({ value }) => `- ${value}`)],
        lines.map(({ words }) => at(words)),
      );
    }
    case "bases": {
      const asked = card.legalBases.map((b) => ({ basis: b, shared: sharedWith(b.words, subject, base) }));
      const most = Math.max(0, ...asked.map((a) => a.shared));
      const enough = most >= Math.max(2, subject.keys.length * BASIS_SHARE);
      const best = enough ? asked.filter((a) => a.shared === most).map((a) => a.basis) : card.legalBases;
      if (!enough && subject.keys.length > BASIS_FREE) {
        return null;
      }
      const lines =
        best.length === 1
          ? [ANSWERS.basis(tidy(best[0]?.words ?? ""))]
          : [ANSWERS.bases(best.length), ...best.map((b) => `- ${sentence(b.words)}`)];
      return draft(
        lines,
        best.map((b) => at(b.words)),
      );
    }
  }
}

/** The words that name a replaced paper, with the "thay thế" before them. */
function withVerb(words: string, source: string): string {
  const end = source.indexOf(words);
  const verb = source
    .slice(Math.max(0, end - VERB_REACH), Math.max(0, end))
    .search(/(?:thay thế|thay cho|bãi bỏ)\s[^.;]*$/iu);
  return end < 0 || verb < 0 ? words : source.slice(Math.max(0, end - VERB_REACH) + verb, end + words.length);
}

/** Characters before a named paper in which its verb may stand. */
const VERB_REACH = 24;

function sharedWith(words: string, subject: Repaired, base: EditionIndex): number {
  const keys = new Set(base.retriever.words.repair(words).keys);
  return subject.keys.filter((key) => keys.has(key)).length;
}
