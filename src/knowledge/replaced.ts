// Papers put out of force by another loaded paper.
import type { DocumentId } from "../domain/document.ts";
import type { UnderstoodDocument } from "../domain/knowledge.ts";
import { isoDay } from "../vietnamese/text/dates.ts";
import { squeeze } from "../vietnamese/text/normalise.ts";

function dayIn(words: string): string | null {
  const match = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/u.exec(words);
  return match === null ? null : isoDay(Number(match[3]), Number(match[2]), Number(match[1]));
}

/** Each replaced document with the one that replaces it: same number, and same date where both say one. */
export function replacedDocuments(
  documents: readonly UnderstoodDocument[],
): ReadonlyMap<DocumentId, DocumentId> {
  const replaced = new Map<DocumentId, DocumentId>();
  for (const { card } of documents) {
    for (const { value, words } of card.replaces) {
      const old = documents.find((other) => {
        const day = dayIn(words);
        const said = other.card.date?.value;
        const sameDay = day === null || said === undefined || said.length < 10 || said === day;
        return (
          other.id !== card.id &&
          other.card.number !== null &&
          squeeze(other.card.number.value) === squeeze(value) &&
          sameDay
        );
      });
      if (old !== undefined) {
        replaced.set(old.id, card.id);
      }
    }
  }
  return replaced;
}
