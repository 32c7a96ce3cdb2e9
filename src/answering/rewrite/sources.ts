import type { Citation } from "../../domain/conversation.ts";
import type { DocumentId, LocalitySlug } from "../../domain/document.ts";
import { oneLine } from "../../vietnamese/text/normalise.ts";
import { localityName, nameOf } from "../compose/draft.ts";
import type { EditionIndex } from "../index/edition-index.ts";

/** A passage as the model sees it, and as its sentences are held against it. */
export interface Source {
  readonly citation: Citation;
  readonly doc: DocumentId;
  readonly locality: LocalitySlug | null;
  /** Which paper, and the titles above the passage. */
  readonly where: string;
  readonly text: string;
}

export function citedSource(citation: Citation, base: EditionIndex): Source {
  const { doc, section } = citation;
  const document = base.documents.get(doc);
  const passage = document?.passages.find((p) => p.section === section && p.quote === citation.quote);
  const locality = document?.card.locality ?? null;
  const above = [nameOf(doc, base), localityName(locality, base), passage?.heading, passage?.leadIn];
  return {
    citation,
    doc,
    locality,
    where: above.filter((part) => part).join(" › "),
    text: oneLine(passage?.text ?? citation.quote),
  };
}
