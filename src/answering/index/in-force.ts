// Papers put out of force by another loaded paper do not answer.
import type { DocumentCard } from "../../domain/document.ts";
import type { UnderstoodDocument } from "../../domain/knowledge.ts";
import { isoDay } from "../../vietnamese/text/dates.ts";
import { fold } from "../../vietnamese/text/normalise.ts";

/** A paper as another one says that it replaces it: "Quyết định số 210/QĐ-UBND ngày 12/5/2024". */
interface Replaced {
  readonly by: string;
  /** Null when the words name no day. */
  readonly day: string | null;
}

function dayIn(words: string): string | null {
  const match = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/u.exec(words);
  return match === null ? null : isoDay(Number(match[3]), Number(match[2]), Number(match[1]));
}

/** Numbers of papers run anew each year, so the day must be the same too where both say one. */
function isMeant({ by, day }: Replaced, card: DocumentCard): boolean {
  const dated = card.date?.value;
  return by !== card.id && (day === null || dated === undefined || dated.length < 10 || dated === day);
}

export function documentsInForce(documents: readonly UnderstoodDocument[]): readonly UnderstoodDocument[] {
  const replaced = new Map<string, Replaced[]>();
  for (const { card } of documents) {
    for (const { value, words } of card.replaces) {
      const number = fold(value);
      replaced.set(number, [...(replaced.get(number) ?? []), { by: card.id, day: dayIn(words) }]);
    }
  }
  return documents.filter(
    ({ card }) =>
      card.number === null ||
      !(replaced.get(fold(card.number.value)) ?? []).some((one) => isMeant(one, card)),
  );
}
