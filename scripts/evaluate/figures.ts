import { type BatchAnswer, citationMerits, type GoldItem, wrongPhrases } from "./score.ts";

/** A gold question, the answer it got and what is wrong with it. */
export interface Judged {
  readonly item: GoldItem;
  readonly answer: BatchAnswer;
  readonly faults: readonly string[];
}

export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface Figures {
  /** Questions without a fault. */
  readonly right: Share;
  /** Questions the papers answer that got an answer, right or wrong. */
  readonly answered: Share;
  /** Answers without a fault, of the answers to questions the papers answer. */
  readonly accuracy: Share;
  /** Questions the papers answer that were refused or asked back. */
  readonly falseRefusals: Share;
  /** Questions no paper answers that ended as the gold says. */
  readonly rightRefusals: Share;
  /** First citations of a gold document, of answers whose gold names one. */
  readonly citedDocument: Share;
  /** First citations that hold the evidence, of answers whose gold names it. */
  readonly citedEvidence: Share;
  /** Answers that hold a figure or name of another place or year. */
  readonly wrongPlaceOrYear: Share;
}

/** How a question was typed. */
export const FORMS = ["accented", "unaccented", "teencode", "dialect"] as const;
export type Form = (typeof FORMS)[number];

/** "target-teencode" is the class "target" in the form "teencode"; a kind without a form is a class of its own. */
export function classAndForm(kind: string): { readonly name: string; readonly form: Form | null } {
  const form = FORMS.find((f) => kind.endsWith(`-${f}`)) ?? null;
  return { name: form === null ? kind : kind.slice(0, -form.length - 1), form };
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): Share {
  return { count: all.filter(holds).length, of: all.length };
}

const isRight = ({ faults }: Judged) => faults.length === 0;
const isAnswered = ({ answer }: Judged) => answer.status === "answered";
const isAnswerable = ({ item }: Judged) => item.expect.status.includes("answered");

export function figuresOf(judged: readonly Judged[]): Figures {
  const answerable = judged.filter(isAnswerable);
  const given = answerable.filter(isAnswered);
  const merits = given.map(({ item, answer }) => citationMerits(item, answer));
  return {
    right: share(judged, isRight),
    answered: share(answerable, isAnswered),
    accuracy: share(given, isRight),
    falseRefusals: share(answerable, (j) => !isAnswered(j) && !isRight(j)),
    rightRefusals: share(
      judged.filter((j) => !isAnswerable(j)),
      isRight,
    ),
    citedDocument: share(
      merits.filter((m) => m.document !== null),
      (m) => m.document === true,
    ),
    citedEvidence: share(
      merits.filter((m) => m.evidence !== null),
      (m) => m.evidence === true,
    ),
    wrongPlaceOrYear: share(
      judged.filter(isAnswered),
      (j) => !isRight(j) && wrongPhrases(j.item, j.answer).length > 0,
    ),
  };
}

/** Right answers by class, whole and by form, classes in alphabetical order. */
export function byClass(judged: readonly Judged[]) {
  const names = [...new Set(judged.map(({ item }) => classAndForm(item.kind).name))].sort();
  return names.map((name) => {
    const own = judged.filter(({ item }) => classAndForm(item.kind).name === name);
    const forms = FORMS.map((form) =>
      share(
        own.filter(({ item }) => classAndForm(item.kind).form === form),
        isRight,
      ),
    );
    return { name, all: share(own, isRight), forms };
  });
}

/** The question behind its forms: "t01-teencode" is "t01". */
const baseOf = (id: string) => id.replace(new RegExp(`-(?:${FORMS.join("|")})$`, "u"), "");

/** Points lost against the accented form, over the questions asked in both; null when none was. */
export function robustnessGaps(judged: readonly Judged[]): readonly { form: Form; gap: number | null }[] {
  const of = (form: Form) =>
    new Map(
      judged
        .filter(({ item }) => classAndForm(item.kind).form === form)
        .map((j) => [baseOf(j.item.id), isRight(j)]),
    );
  const accented = of("accented");
  return FORMS.filter((form) => form !== "accented").map((form) => {
    const both = [...of(form)].filter(([base]) => accented.has(base));
    const lost = both.reduce((sum, [base, right]) => sum + Number(accented.get(base)) - Number(right), 0);
    return { form, gap: both.length === 0 ? null : (100 * lost) / both.length };
  });
}
