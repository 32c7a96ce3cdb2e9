import type { Intent } from "../../domain/conversation.ts";
import { INTENT, NEED } from "./patterns.ts";
import type { CardField, Need, Slot } from "./understanding.ts";

export interface Asked {
  readonly intent: Intent;
  readonly slot: Slot | null;
  readonly cardField: CardField | null;
  readonly needs: readonly Need[];
}

interface Signs {
  readonly folded: string;
  readonly hasUnit: boolean;
  readonly hasItem: boolean;
  readonly hasGroup: boolean;
  /** Something is looked for beside the movement itself. */
  readonly hasSubject: boolean;
  readonly places: number;
  readonly years: number;
}

/** Words that only accents or capitals tell from words of asking: "AI" from "ai" (who), "đưa" from "dựa" (on which basis), "công nhận" from "công nhân", "dòng" from "đồng". */
export function maskLookalikes(text: string): string {
  return text
    .replace(/(trí tuệ nhân tạo|trợ lý|công cụ|ứng dụng|kỹ năng|dùng|về|nền tảng)\s+ai\b/giu, "$1 a-i")
    .replace(/(?<!\p{L})AI(?!\p{L})/gu, "a-i")
    .replace(/(?<!\p{L})đưa(?!\p{L})/giu, "d-a")
    .replace(/công nhận/giu, "cong nh-n")
    .replace(/(?<!\p{L})dòng(?!\p{L})/giu, "d-ng");
}

const CARD_FIELDS: readonly (readonly [CardField, RegExp])[] = [
  ["signer", INTENT.signer],
  ["date", INTENT.issueDate],
  ["issuer", INTENT.issuer],
  ["replaces", INTENT.replaces],
  ["recipients", INTENT.recipients],
  ["bases", INTENT.bases],
  ["number", INTENT.docNumber],
];

/** "ai ra văn bản hướng dẫn thi đua" asks who does a task: the paper itself is meant only where no other subject stands. */
const OWN_ISSUE = /\bban hanh\b/u;

function cardFieldOf({ folded, hasSubject }: Signs): CardField | null {
  const field = CARD_FIELDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
  return field === "issuer" && hasSubject && !OWN_ISSUE.test(folded) ? null : field;
}

/** What the asker is to do, not the body that is named beside. */
const OWN_DOING =
  /\b(toi|minh|em|bac|chau|con|ba con|ong|ba|nguoi dan|dan|tui|gio|bay gio|gio thi)( gio)?( thi)? (phai|can|nen|duoc|se|muon|dang)? ?(lam (gi|sao|the nao)|di dau|ra dau|goi (ai|so nao)|bao (ai|cho ai))\b/u;

/** "… phải không?": a body or a day is put forward and wants confirming or correcting. */
const PREMISE = /\b(dung khong|phai khong|co phai|co dung|vi sao|tai sao|sao lai)\b/u;
const DAY = /\d{1,2}\/\d{1,2}|\bthang \d/u;
const LEADS = /\b(chu tri|phu trach|lo|giao|lam dau moi|dam nhan|chiu trach nhiem)\b/u;

/** The field of a task that is asked for, if any. */
function slotOf({ folded, hasUnit }: Signs): Slot | null {
  if (INTENT.verbatim.test(folded)) {
    return "verbatim";
  }
  if (INTENT.support.test(folded)) {
    return "support";
  }
  // "khen thưởng ai": the one who is meant, not the one who acts.
  const isObject =
    /\b(?!do |cho |cua |voi |la |boi |ve |den )\S+ \S* ai $/u.test(folded) &&
    !/\b(do|giao( cho)?|cua|voi|la|boi|thuoc( ve)?|phu trach la|chu tri la) ai $/u.test(folded);
  const asksUnit = (hasUnit && INTENT.unitTasks.test(folded)) || isObject || OWN_DOING.test(folded);
  if (INTENT.lead.test(folded) && !asksUnit) {
    return "lead";
  }
  if (INTENT.schedule.test(folded) || (PREMISE.test(folded) && DAY.test(folded))) {
    return "schedule";
  }
  if ((hasUnit || /\bdo\b/u.test(folded)) && PREMISE.test(folded) && LEADS.test(folded)) {
    return "lead";
  }
  return INTENT.result.test(folded) ? "result" : null;
}

const SLOT_INTENT: Readonly<Record<Slot, Intent>> = {
  lead: "lead",
  support: "support",
  schedule: "deadline",
  result: "fact",
  content: "item",
  verbatim: "item",
};

function needsOf(folded: string, intent: Intent): readonly Need[] {
  const needs = NEED.filter(([, pattern]) => pattern.test(folded)).map(([need]) => need);
  const implied: Partial<Record<Intent, Need>> = {
    target: "percent",
    deadline: "date",
    lead: "body",
    support: "body",
    count: "number",
  };
  const more = implied[intent];
  return more === undefined || needs.length > 0 ? needs : [more];
}

/** A group and a year with a measure ask for a target, in whatever words. */
const MEASURE = /^ nhieu\b|\b(bao nhieu|may|muc|dat|phan dau|the nao)\b/u;

function intentOf(signs: Signs, slot: Slot | null): Intent {
  const { folded } = signs;
  const compares = INTENT.comparison.test(folded) || (signs.places >= 2 && INTENT.target.test(folded));
  if (compares && (signs.places >= 2 || signs.years >= 2 || INTENT.target.test(folded))) {
    return "comparison";
  }
  if (signs.hasItem) {
    return "item";
  }
  if (
    INTENT.target.test(folded) &&
    slot !== "support" &&
    !(slot === "lead" && !/%|phan tram/u.test(folded))
  ) {
    return "target";
  }
  if (signs.hasGroup && signs.years > 0 && !signs.hasUnit && slot === null && MEASURE.test(folded)) {
    return "target";
  }
  if (
    signs.hasUnit &&
    INTENT.unitTasks.test(folded) &&
    slot !== "lead" &&
    slot !== "support" &&
    slot !== "schedule"
  ) {
    return "unit_tasks";
  }
  if (slot !== null) {
    return SLOT_INTENT[slot];
  }
  if (INTENT.definition.test(folded)) {
    return "definition";
  }
  if (INTENT.count.test(folded)) {
    return "count";
  }
  if (INTENT.howTo.test(folded)) {
    return "how_to";
  }
  return INTENT.list.test(folded) ? "list" : "fact";
}

/** What kind of answer a folded question wants. "fact" is what remains when nothing more is recognised. */
export function readIntent(signs: Signs): Asked {
  const cardField = cardFieldOf(signs);
  const slot = cardField === null || cardField === "bases" ? slotOf(signs) : null;
  const intent = cardField === null ? intentOf(signs, slot) : "fact";
  return { intent, slot, cardField, needs: needsOf(signs.folded, intent) };
}
