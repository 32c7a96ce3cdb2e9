import { squeeze, toneKey } from "../../src/vietnamese/text/normalise.ts";

/** A question with what a right answer must hold. */
export interface GoldItem {
  readonly id: string;
  readonly question: string;
  readonly locality: string | null;
  readonly conversation?: string;
  readonly kind: string;
  readonly expect: Expectation & { readonly alt?: Expectation };
}

interface Expectation {
  readonly status: readonly string[];
  /** Each group needs one of its phrases in the text. */
  readonly include?: readonly (string | readonly string[])[];
  readonly exclude?: readonly string[];
  /** One of these must stand in one of the first three cited quotes. */
  readonly evidence?: readonly string[];
  readonly doc?: string | readonly string[];
}

export interface BatchAnswer {
  readonly id: string;
  readonly status: string;
  readonly intent: string;
  readonly text: string;
  readonly citations: readonly {
    readonly doc: string;
    readonly section: string;
    readonly title: string;
    readonly quote: string;
  }[];
  readonly elapsedMs: number;
}

/** Case, white space, quotation marks, dashes, tone placement and the slips of VNeID aside. */
function comparable(text: string): string {
  return toneKey(text)
    .toLowerCase()
    .replace(/[“”"'‘’*_`]/gu, "")
    .replace(/[–—−]/gu, "-")
    .replace(/\s+/gu, " ")
    .replace(/(\d)\s*-\s*(\d)/gu, "$1-$2")
    .replace(/(\d)\s+%/gu, "$1%")
    .replace(/v+n*e+d*id/gu, "vneid")
    .trim();
}

const words = (text: string) =>
  squeeze(text)
    .toLowerCase()
    .replace(/v+n*e+d*id/gu, "vneid");

/** Phrases of the gold that the answer must not hold and does: another place's, another year's figure or name. */
export function wrongPhrases(item: GoldItem, answer: BatchAnswer): readonly string[] {
  const text = comparable(answer.text);
  return (item.expect.exclude ?? []).filter((phrase) => text.includes(comparable(phrase)));
}

/** Is the first citation of a gold document, and holds a cited quote the evidence? Null where the gold names none. */
export function citationMerits({ expect }: GoldItem, { citations }: BatchAnswer) {
  const docs = [expect.doc ?? []].flat();
  const evidence = expect.evidence ?? [];
  return {
    document: docs.length === 0 ? null : docs.includes(citations[0]?.doc ?? ""),
    evidence: evidence.length === 0 ? null : holdsEvidence(evidence, citations.slice(0, 1)),
  };
}

function holdsEvidence(evidence: readonly string[], citations: BatchAnswer["citations"]): boolean {
  const quotes = citations.map((c) => words(c.quote));
  return evidence.some((e) => quotes.some((quote) => quote.includes(words(e))));
}

function against(expect: Expectation, answer: BatchAnswer): string[] {
  const faults: string[] = [];
  const text = comparable(answer.text);
  if (!expect.status.includes(answer.status)) {
    faults.push(`status ${answer.status}, not ${expect.status.join("|")}`);
  }
  for (const group of expect.include ?? []) {
    const phrases = [group].flat(2) as string[];
    if (!phrases.some((phrase) => text.includes(comparable(phrase)))) {
      faults.push(`lacks “${phrases.join("” or “")}”`);
    }
  }
  faults.push(
    ...(expect.exclude ?? []).filter((p) => text.includes(comparable(p))).map((p) => `holds “${p}”`),
  );
  const docs = [expect.doc ?? []].flat();
  if (docs.length > 0 && !docs.includes(answer.citations[0]?.doc ?? "")) {
    faults.push(`cites ${answer.citations[0]?.doc ?? "nothing"}, not ${docs.join("|")}`);
  }
  const evidence = expect.evidence ?? [];
  if (evidence.length > 0 && !holdsEvidence(evidence, answer.citations.slice(0, 3))) {
    faults.push(`no cited quote holds “${evidence[0]}”`);
  }
  return faults;
}

/** What is wrong with an answer; empty when it passes. `source` gives a document's own text, null when unknown. */
export function faultsOf(
  item: GoldItem,
  answer: BatchAnswer | undefined,
  source: (doc: string) => string | null,
): string[] {
  if (answer === undefined) {
    return ["no answer"];
  }
  const first = against(item.expect, answer);
  const other = item.expect.alt === undefined ? first : against(item.expect.alt, answer);
  const faults = other.length === 0 ? [] : first;
  const untrue = answer.citations.filter((c) => {
    const text = source(c.doc);
    return text !== null && !text.includes(squeeze(c.quote));
  });
  return [...faults, ...untrue.map((c) => `quote not in ${c.doc} ${c.section}`)];
}
