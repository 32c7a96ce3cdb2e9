import type { Citation } from "../../domain/conversation.ts";
import type { Guide, GuideSource } from "../../domain/document.ts";
import { shownDay } from "../../vietnamese/text/dates.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { citePassage, type Draft } from "./draft.ts";

/** One Zalo message, less room for the first-contact notice's shorter form. */
const MESSAGE = 1900;

const dated = ({ date }: GuideSource): string => (/^\d{4}/u.test(date) ? date : "");

const isOfficial = ({ url }: GuideSource) => /^https?:\/\/(?:[^/]+\.)?gov\.vn(?:\/|$)/iu.test(url);

/** Sources that carry a figure of the text, or all where none does; official ones first, then the newest. */
export function sourcesFor(guide: Guide, text: string): readonly GuideSource[] {
  const carries = guide.sources.filter(({ figures }) => figures?.some((figure) => text.includes(figure)));
  const among = carries.length > 0 ? carries : guide.sources;
  return [...among].sort(
    (a, b) => Number(isOfficial(b)) - Number(isOfficial(a)) || dated(b).localeCompare(dated(a)),
  );
}

/** How a source is named: who published it, and when. */
export const sourceName = (source: GuideSource): string =>
  dated(source) === "" ? source.publisher : `${source.publisher} (${shownDay(source.date)})`;

/** Sources named under a whole guide. */
const NAMED_SOURCES = 2;

/** Lines up to one message, and the rest, cut between steps. */
function cutToMessage(
  lines: readonly string[],
  tail: string,
): { readonly text: string; readonly more?: string } {
  const shown: string[] = [];
  let size = tail.length + ANSWERS.more.length + 2;
  for (const [i, line] of lines.entries()) {
    size += line.length + 1;
    if (size > MESSAGE) {
      return { text: [...shown, ANSWERS.more, tail].join("\n"), more: [...lines.slice(i), tail].join("\n") };
    }
    shown.push(line);
  }
  return { text: [...shown, tail].join("\n") };
}

/** A guide in one message: what you get, what to have, the steps, what goes wrong, the safety line, a person, the sources. */
export function composeGuide(guide: Guide, base: EditionIndex, first: readonly string[] = []): Draft {
  const passages = base.documents.get(guide.id)?.passages ?? [];
  const citations: Citation[] = passages.map((p) => {
    const url = sourcesFor(guide, p.text)[0]?.url;
    return { ...citePassage(p, base), ...(url === undefined ? {} : { url }) };
  });
  const steps = [...citations].sort(
    (a, b) => Number(b.section.includes("bước")) - Number(a.section.includes("bước")),
  );
  const lines = [
    ...first,
    guide.title,
    guide.summary,
    ...(guide.needs.length > 0 ? [ANSWERS.needs(guide.needs.join("; "))] : []),
    ...guide.steps.map((step, i) => `${i + 1}. ${step}`),
    ...guide.troubles.filter((trouble) => !first.includes(trouble)).map((trouble) => `- ${trouble}`),
    ...(guide.safety === null ? [] : [ANSWERS.safety(guide.safety)]),
    ...(guide.person === null ? [] : [ANSWERS.person(guide.person)]),
  ];
  const sources = sourcesFor(guide, lines.join("\n")).slice(0, NAMED_SOURCES);
  const tail = ANSWERS.guideSource(guide.title, [...new Set(sources.map(sourceName))].join("; "));
  const { text, more } = cutToMessage(lines, tail);
  return {
    intent: "how_to",
    text,
    citations: steps,
    counts: guide.steps.map((_, i) => i + 1),
    guide: guide.id,
    ...(more === undefined ? {} : { more }),
    section: null,
  };
}
