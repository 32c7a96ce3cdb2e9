import type { Answer, Citation } from "../domain/conversation.ts";
import type { Matter } from "../domain/matter.ts";
import { shownDay } from "../vietnamese/text/dates.ts";
import { ANSWERS } from "../vietnamese/wording/residents/answers.ts";
import { composeRegisters } from "./compose/card.ts";
import { type Draft, localityName } from "./compose/draft.ts";
import { nearestLine } from "./compose/passages.ts";
import type { Explain, Found } from "./find/find.ts";
import type { EditionIndex } from "./index/edition-index.ts";
import type { Understanding } from "./understand/understanding.ts";
import { unsupported } from "./verify.ts";

/** What is said of a finding; nothing leaves that its sources do not carry. */
export function finish(base: EditionIndex, u: Understanding, found: Found, explain: Explain): Answer {
  switch (found.kind) {
    case "draft":
      return verified(base, u, found.draft, explain);
    case "which_locality":
      return {
        status: "clarify",
        intent: u.intent,
        text: ANSWERS.askLocality,
        choices: found.slugs.map((slug) => ({ label: localityName(slug, base), value: slug })),
      };
    case "which_guide":
      return {
        status: "clarify",
        intent: "how_to",
        text: ANSWERS.askGuide,
        choices: found.guides.map((guide) => ({ label: guide.title, value: guide.title })),
      };
    case "other_years":
      return notFound(
        u,
        [ANSWERS.yearAbsent(localityName(u.locality, base), u.years.join(", "), found.years.join(", "))],
        [],
      );
    case "unknown_place": {
      const have = base.edition.localities.map((l) => l.name).join(", ");
      return notFound(u, [ANSWERS.unknownPlace(found.place, have)], []);
    }
    case "missing_annex":
      return notFound(u, [ANSWERS.missingAnnex(localityName(u.locality, base))], []);
    case "own_case":
      return { status: "not_found", intent: u.intent, text: ANSWERS.ownCase, nearest: [] };
    case "registers": {
      const said = composeRegisters(base, found.locality, found.asks, found.lines);
      return said.kind === "draft"
        ? verified(base, u, said.draft, explain)
        : { status: "not_found", intent: "fact", text: said.text, nearest: [] };
    }
    case "door":
      return doorOf(base, u, found.matter);
    case "off_topic":
      return { status: "out_of_scope", intent: "off_topic", text: ANSWERS.offTopic };
    case "nothing":
      return nothing(base, u, found);
  }
}

function notFound(u: Understanding, lines: readonly string[], nearest: readonly Citation[]): Answer {
  return { status: "not_found", intent: u.intent, text: [...lines, ANSWERS.askOffice].join("\n"), nearest };
}

/** No guide treats it: the matter by its name, and where it is done. */
function doorOf(base: EditionIndex, u: Understanding, { name, guides, door }: Matter): Answer {
  const near = base.guides.find(({ id }) => guides.includes(id));
  const day = /^\d{4}/u.test(door.source.date) ? shownDay(door.source.date) : "";
  const lines = [
    near === undefined ? ANSWERS.noGuideYet(name) : ANSWERS.doorGuide(near.title),
    ANSWERS.doorPlace(door.place.replace(/\.$/u, "")),
    ...(door.online === null ? [] : [ANSWERS.doorOnline(door.online)]),
    ...(door.bring.length === 0 ? [] : [ANSWERS.doorBring(door.bring.join("; "))]),
    ANSWERS.doorSource(door.source.publisher, day),
  ];
  return { status: "not_found", intent: u.intent, text: lines.join("\n"), nearest: [] };
}

function nothing(base: EditionIndex, u: Understanding, found: Extract<Found, { kind: "nothing" }>): Answer {
  const where = localityName(u.locality, base);
  const near = found.nearest;
  const shows = near !== null && near.coverage >= 0.45 && !/\d\s*%/u.test(near.passage.text);
  const lines = [
    u.needs.includes("money") ? ANSWERS.notFoundMoney(where) : ANSWERS.notFound(where),
    ...(shows ? [nearestLine(near.passage)] : []),
    ...(found.elsewhere.length > 0
      ? [ANSWERS.elsewhere(found.elsewhere.map((s) => localityName(s, base)).join(", "))]
      : []),
  ];
  const nearest = shows
    ? [
        {
          doc: near.passage.doc,
          section: near.passage.section,
          title: near.passage.heading,
          quote: near.passage.quote,
        },
      ]
    : [];
  return notFound(u, lines, nearest);
}

/** The last step for every answer: what its sources do not carry is not said. */
function verified(base: EditionIndex, u: Understanding, draft: Draft, explain: Explain): Answer {
  const [first, ...rest] = draft.citations;
  const problems = unsupported(
    { text: draft.text, citations: draft.citations, counts: draft.counts, question: u.typed },
    base.papers,
  );
  explain(
    "verify",
    problems.length === 0 ? "every quote and figure stands in its source" : problems.join("; "),
  );
  if (first === undefined || problems.length > 0) {
    return notFound(u, [ANSWERS.notFound(localityName(u.locality, base))], []);
  }
  return {
    status: "answered",
    intent: draft.intent,
    text: draft.text,
    citations: [first, ...rest],
    complete: draft.more === undefined,
    ...(draft.guide === undefined ? {} : { guide: draft.guide }),
    ...(draft.more === undefined ? {} : { more: draft.more }),
  };
}
