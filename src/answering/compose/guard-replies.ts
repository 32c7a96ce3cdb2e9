import type { Answer, Citation, Intent } from "../../domain/conversation.ts";
import type { Guide } from "../../domain/document.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import { personalDataText } from "../../vietnamese/wording/residents/privacy.ts";
import {
  doubtText,
  EMPTY_TEXT,
  offTopicText,
  refusalText,
  TOO_LONG_TEXT,
  talkText,
} from "../../vietnamese/wording/residents/talk.ts";
import { dangerText, URGENT_LATER, urgentText } from "../../vietnamese/wording/residents/urgent.ts";
import type { GuardVerdict } from "../guard/guard.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { composeGuide } from "./guide.ts";

type Stopped = Exclude<GuardVerdict, { kind: "pass" }>;

const GENERAL = "lam-gi-khi-bi-lua";

/** The rest of what to do, from the guide that belongs to the emergency; the three first acts stand before it. */
function urgent(kind: string, guideId: string | null, base: EditionIndex): Answer {
  const first = urgentText(kind);
  const named = (id: string | null) => base.guides.find((g) => g.id === id);
  const guide = named(guideId) ?? named(GENERAL) ?? base.guides.find((g) => g.urgent);
  return guide === undefined
    ? { status: "smalltalk", intent: "urgent", text: first }
    : led("urgent", guide, [first, URGENT_LATER], base);
}

/** The guide after the words that must come first. */
function led(intent: Intent, guide: Guide, first: readonly string[], base: EditionIndex): Answer {
  const draft = composeGuide(guide, base, first);
  const [citation, ...more] = [...draft.citations, ...(intent === "urgent" ? general(guide, base) : [])];
  return citation === undefined
    ? { status: "smalltalk", intent, text: first.join("\n") }
    : {
        status: "answered",
        intent,
        text: draft.text,
        citations: [citation, ...more],
        complete: draft.more === undefined,
        guide: guide.id,
        ...(draft.more === undefined ? {} : { more: draft.more }),
      };
}

/** What the first acts rest on, when another guide says the rest. */
function general(guide: Guide, base: EditionIndex): readonly Citation[] {
  const other = guide.id === GENERAL ? undefined : base.guides.find((g) => g.id === GENERAL);
  return other === undefined ? [] : composeGuide(other, base).citations.slice(0, 1);
}

/** What to do until one knows, and the guide that tells how to know. */
function doubt(kind: string, guideId: string | null, base: EditionIndex): Answer {
  const guide = base.guides.find((g) => g.id === guideId);
  const first = doubtText(kind);
  return guide === undefined
    ? { status: "smalltalk", intent: "how_to", text: first }
    : led("how_to", guide, [first], base);
}

/** What is said to a message that must not, or need not, be looked up. */
export function replyToGuard(verdict: Stopped, base: EditionIndex): Answer {
  switch (verdict.kind) {
    case "empty":
      return { status: "clarify", intent: "smalltalk", text: EMPTY_TEXT, choices: [] };
    case "too_long":
      return { status: "clarify", intent: "smalltalk", text: TOO_LONG_TEXT, choices: [] };
    case "personal_data": {
      const kinds = verdict.personal.map((p) => p.kind);
      return { status: "refused", intent: "personal_data", text: personalDataText(kinds) };
    }
    case "urgent":
      return urgent(verdict.urgent, verdict.guide, base);
    case "doubt":
      return doubt(verdict.doubt, verdict.guide, base);
    case "danger": {
      const more = verdict.alsoUrgent === null ? [] : [urgentText(verdict.alsoUrgent)];
      const text = [dangerText(verdict.danger), ...more].join("\n\n");
      const guide = base.guides.find((g) => g.id === verdict.guide);
      return guide === undefined
        ? { status: "refused", intent: "danger", text }
        : led("danger", guide, [text], base);
    }
    case "attack":
    case "harm":
      return { status: "refused", intent: "attack", text: refusalText(verdict.reason) };
    case "smalltalk":
      return { status: "smalltalk", intent: "smalltalk", text: talkText(verdict.talk) };
    case "off_topic":
      return { status: "out_of_scope", intent: "off_topic", text: offTopicText(verdict.reason) };
  }
}

/** Said when a bug or the outside stopped an answer; the person can try again. */
export const failedAnswer: Answer = { status: "failed", intent: "fact", text: ANSWERS.failed };
