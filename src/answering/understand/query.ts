// What is to be done over which rows of which places, from a question's folded words.
import type { Intent } from "../../domain/conversation.ts";
import type { CardField, PlanQuery } from "./understanding.ts";

const PLACE = "xa|phuong|thi tran|dia phuong|tinh";
/** What stands for places once places are counted or ranked. */
const PAPER = `${PLACE}|noi|cho|ke hoach|van ban|ben`;

const WHICH = new RegExp(`\\b(${PLACE})( \\S+)? (nao|mo)\\b`, "u");
const HOW_MANY = new RegExp(
  `\\b(bao nhieu|may) (${PLACE}|noi|ke hoach|van ban)\\b(?! (minh|ta|cua))|\\b(nhung|cac) (noi|ke hoach|van ban|${PLACE}) nao\\b`,
  "u",
);
const ANY_WHICH = new RegExp(`\\b(${PAPER})( \\S+)? (nao|mo)\\b`, "u");
const EACH = new RegExp(
  `\\b(cac|tat ca|tat ca cac|tung|moi|toan bo|toan bo cac|nam|ca nam|5) (${PLACE}|noi|ke hoach|van ban)\\b`,
  "u",
);

const LEAST = /\b(thap|it|nho|som|ngan|dau tien) nhat\b|\bdau tien\b/u;
const MOST = /\b(cao|nhieu|lon|muon|tre|cham|dai|sau cung) nhat\b/u;
/** Ranks of doing, not of what is written: no plan holds them. */
const DOING = /\b(tot|nhanh|manh|gioi|kem|xuat sac|te|hieu qua|hay|dep|giau|ngheo) nhat\b|\bdan dau\b/u;

const SUMMARY =
  /\b(tom (tat|luoc|gon)|noi dung chinh|y chinh|nhung y chinh|khai quat|tong quan|diem chinh|bo cuc|gom (nhung |may )?phan (nao|gi)?|co (may|nhung) phan( nao)?|muc luc|noi gon|noi ngan gon)\b/u;

const NOBODY =
  /\b(chua|khong) (co |thay |duoc )?(ai|don vi|co quan|phong|ban|noi|nguoi|ben)?( nao)?( nhan| duoc giao)? ?(chu tri|phu trach|lo|dam nhan|chiu trach nhiem|lam dau moi)\b|\b(chua|khong) (duoc )?(giao|phan cong)( cho)? (ai|don vi nao|co quan nao|phong nao)\b|\bchua (duoc )?(giao|phan cong)\b/u;
const NO_DAY =
  /\b(chua|khong) (co|ghi|neu|dat|an dinh|ro|quy dinh)( ro)? (thoi )?(han|thoi gian|ngay|lich|moc)\b/u;
const NO_SUPPORT = /\b(chua|khong) co (ai|don vi nao|co quan nao|ben nao|co quan|don vi)? ?phoi hop\b/u;
const NO_RESULT = /\b(chua|khong) (co|ghi|neu)( ro)? (ket qua|san pham)\b/u;
/** Rows are asked for, and not whether one of them lacks something. */
const WHICH_TASKS =
  /\b(viec|nhiem vu|muc|noi dung|cong viec|phan viec|hang muc) (nao|gi|mo)\b|\bnhung (viec|nhiem vu|muc)\b|\b(bao nhieu|may) (viec|nhiem vu|muc)\b|\bliet ke\b/u;

const TARGETS = /\b(chi tieu|muc tieu|ty le|ti le|phan tram)\b|%/u;
const TASKS = /\b(viec|nhiem vu|cong viec)\b/u;
const MODELS = /\b(mo hinh|phong trao|chien dich)\b/u;
const HOW_MANY_TARGETS = /\b(bao nhieu|may|nhung|cac|liet ke|tat ca) (\S+ )?chi tieu\b/u;

interface Signs {
  readonly folded: string;
  readonly intent: Intent;
  readonly cardField: CardField | null;
  readonly named: number;
  readonly hasLocality: boolean;
  readonly measured: boolean;
}

function withoutOf(folded: string): PlanQuery["without"] {
  if (!WHICH_TASKS.test(folded)) {
    return null;
  }
  if (NOBODY.test(folded)) {
    return "lead";
  }
  if (NO_DAY.test(folded)) {
    return "schedule";
  }
  if (NO_SUPPORT.test(folded)) {
    return "support";
  }
  return NO_RESULT.test(folded) ? "result" : null;
}

function scopeOf({ folded, named, hasLocality }: Signs, ranked: boolean): PlanQuery["scope"] {
  if (named >= 2) {
    return "several";
  }
  if (named === 1) {
    return "one";
  }
  const every = WHICH.test(folded) || HOW_MANY.test(folded) || (ranked && ANY_WHICH.test(folded));
  return every || (!hasLocality && EACH.test(folded)) ? "all" : "one";
}

function overOf({ folded, cardField, measured }: Signs, act: PlanQuery["act"]): PlanQuery["over"] {
  if (
    cardField !== null ||
    /\b(ban hanh|ra doi|ky)\b.*\b(som|muon|tre) nhat\b|\b(som|muon|tre) nhat\b.*\b(ban hanh|ra doi|ky)\b/u.test(
      folded,
    )
  ) {
    return "card";
  }
  if (act === "least" || act === "most") {
    const counted = folded.match(
      /\b(nhieu|it)( \S+)? (chi tieu|muc tieu|viec|nhiem vu|mo hinh|phong trao)( \S+)? nhat\b/u,
    )?.[3];
    if (counted !== undefined) {
      return TARGETS.test(counted) ? "targets" : TASKS.test(counted) ? "tasks" : "models";
    }
  }
  if (TARGETS.test(folded) || measured) {
    return "targets";
  }
  return MODELS.test(folded) ? "models" : "passages";
}

/** "find" over one place is what most questions are; the rest is told by its own words. */
export function readQuery(signs: Signs): PlanQuery {
  const { folded, intent } = signs;
  const without = withoutOf(folded);
  const ranked = (LEAST.test(folded) || MOST.test(folded)) && !DOING.test(folded);
  const scope = scopeOf(signs, ranked);
  if (without !== null) {
    return { scope, over: "tasks", act: "list", without };
  }
  if (SUMMARY.test(folded)) {
    return { scope, over: "outline", act: "summarise", without };
  }
  if (scope !== "one" && ranked) {
    const act = MOST.test(folded) ? "most" : "least";
    return { scope, over: overOf(signs, act), act, without };
  }
  if (scope === "all" && (WHICH.test(folded) || HOW_MANY.test(folded))) {
    const act = /\b(bao nhieu|may)\b/u.test(folded) ? "count" : "list";
    return { scope, over: overOf(signs, act), act, without };
  }
  if (
    scope === "one" &&
    HOW_MANY_TARGETS.test(folded) &&
    /\b(bao nhieu|may) (\S+ )?chi tieu\b/u.test(folded)
  ) {
    return { scope, over: "targets", act: "count", without };
  }
  const act = intent === "comparison" ? "compare" : "find";
  return { scope, over: overOf(signs, act), act, without };
}

/** Is how many of them are counted, and not how high they are? */
export const countsRows = (folded: string): boolean =>
  /\b(nhieu|it)( \S+)? (chi tieu|muc tieu|viec|nhiem vu|mo hinh|phong trao)( \S+)? nhat\b/u.test(folded);
