// The lines of a guide that answer, first; then the source. The rest of the guide waits for whoever wants it.
import type { Citation } from "../../domain/conversation.ts";
import type { Guide, PartRef } from "../../domain/document.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { lineOf } from "../index/guide-parts.ts";
import { citePassage, type Draft } from "./draft.ts";
import { composeGuide, sourceName, sourcesFor } from "./guide.ts";
import { firstLines, firstParts } from "./part-lines.ts";

/** Where a part stands among the passages of its guide. */
const PLACES: Readonly<Record<Exclude<PartRef["part"], "trouble" | "whole">, string>> = {
  needs: "Chuẩn bị",
  time: "Thời gian",
  cost: "Chi phí",
  step: "Các bước",
  safety: "An toàn",
  whom: "Gặp ai",
};

function placeOf({ part, index }: PartRef): string {
  return part === "trouble" || part === "whole" ? `Hay gặp gạch ${index + 1}` : PLACES[part];
}

/** Parts of one guide, the best first: as many lines as a small screen shows, at least one. */
export function composeParts(guide: Guide, refs: readonly PartRef[], base: EditionIndex): Draft {
  const shown = firstParts(guide, refs);
  const lines = firstLines(guide, refs);
  const [source] = sourcesFor(guide, lines.join("\n"));
  const passages = base.documents.get(guide.id)?.passages ?? [];
  const citations: Citation[] = shown.flatMap((ref) => {
    const place = lineOf(guide, ref.part, ref.index) === null ? PLACES.whom : placeOf(ref);
    const passage = passages.find(({ section }) => section === place);
    return passage === undefined
      ? []
      : [{ ...citePassage(passage, base), ...(source === undefined ? {} : { url: source.url }) }];
  });
  const whole = composeGuide(guide, base);
  return {
    intent: "how_to",
    text: [
      ...lines,
      ...(source === undefined ? [] : [ANSWERS.guideSource(guide.title, sourceName(source))]),
    ].join("\n"),
    citations,
    counts: shown.map(({ index }) => index + 1),
    guide: guide.id,
    more: whole.more === undefined ? whole.text : `${whole.text}\n${whole.more}`,
    section: null,
  };
}
