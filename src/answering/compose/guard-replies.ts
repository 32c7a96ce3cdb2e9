import type { Answer, Intent } from "../../domain/conversation.ts";
import type { Guide } from "../../domain/document.ts";
import { shownDay } from "../../vietnamese/text/dates.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import { dangerText } from "../../vietnamese/wording/residents/danger.ts";
import { personalDataText } from "../../vietnamese/wording/residents/privacy.ts";
import {
  ADDRESS,
  DOUBT_CHECKS,
  doubtText,
  EMPTY_TEXT,
  offTopicText,
  refusalText,
  TOO_LONG_TEXT,
  talkText,
} from "../../vietnamese/wording/residents/talk.ts";
import { restOf, urgentText } from "../../vietnamese/wording/residents/urgent.ts";
import type { GuardVerdict } from "../guard/guard.ts";
import type { Told } from "../guard/received/addresses.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { composeGuide } from "./guide.ts";

type Stopped = Exclude<GuardVerdict, { kind: "pass" }>;

const GENERAL = "lam-gi-khi-bi-lua";

/** The first words, the source they rest on, and the guide for who asks on. */
function led(intent: Intent, first: string, guideId: string | null, base: EditionIndex): Answer {
  const named = (id: string | null) => base.guides.find((g) => g.id === id);
  const guide = named(guideId) ?? (intent === "urgent" ? named(GENERAL) : undefined);
  const [citation, ...more] = guide === undefined ? [] : composeGuide(guide, base).citations;
  if (guide === undefined || citation === undefined) {
    return { status: intent === "danger" ? "refused" : "smalltalk", intent, text: first };
  }
  return {
    status: "answered",
    intent,
    text: [first, restOf(guide.title), sourceOf(guide)].join("\n"),
    citations: [citation, ...more],
    complete: false,
    guide: guide.id,
    more: wholeGuide(guide, base),
  };
}

/** One publisher: the message is read in fright. */
function sourceOf(guide: Guide): string {
  return ANSWERS.guideSource(guide.sources[0]?.publisher ?? guide.title, shownDay(guide.checkedOn));
}

function wholeGuide(guide: Guide, base: EditionIndex): string {
  const { text, more } = composeGuide(guide, base);
  return more === undefined ? text : `${text}\n${more}`;
}

function addressText(told: Told): string {
  if (told.kind === "known") {
    return told.name === null ? ADDRESS.state(told.text) : ADDRESS.known(told.text, told.name);
  }
  return ADDRESS[told.kind](told.text);
}

/** Addresses that are said of one message. */
const SAID = 3;

/** What to do until one knows, what the registers say of its addresses and numbers, and how to know. */
function doubted({ doubt, told }: Extract<Stopped, { kind: "doubt" }>): string {
  const compared = told.slice(0, SAID).map(addressText);
  if (doubt === "address") {
    return [...compared, ADDRESS.typeIt].join("\n");
  }
  return [doubtText(doubt), ...compared, ...(doubt === "rumour" ? [] : [DOUBT_CHECKS])].join("\n");
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
      return led("urgent", urgentText(verdict.urgent), verdict.guide, base);
    case "doubt":
      return led("how_to", doubted(verdict), verdict.guide, base);
    case "danger": {
      const more = verdict.alsoUrgent === null ? [] : [urgentText(verdict.alsoUrgent)];
      const text = [dangerText(verdict.danger), ...more].join("\n\n");
      return verdict.guide === null
        ? { status: "refused", intent: "danger", text }
        : led("danger", text, verdict.guide, base);
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
