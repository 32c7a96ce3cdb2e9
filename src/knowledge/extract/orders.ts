// Who is told to do what outside "tổ chức thực hiện", by evidence: an item headed by a body, "Giao X, phối hợp với Y:" handed
// down to what follows it, and sentences that order ("… giao Công an xã …", "Bộ Nội vụ khẩn trương …").
import type { DocumentKind } from "../../domain/document.ts";
import { fold } from "../../vietnamese/text/normalise.ts";
import { coordinatorsIn } from "../entities/coordinators.ts";
import { type Order, orderAt, ordersIn } from "../entities/order-words.ts";
import type { UnitReader } from "../entities/units.ts";
import { type Node, walk } from "../outline/outline.ts";
import type { Paragraph } from "../outline/paragraphs.ts";
import { slice } from "../text/source-text.ts";
import {
  collect,
  ENFORCES,
  type Holder,
  isOrganizing,
  NOBODY,
  scheduleOf,
  type TaskDraft,
} from "./assignments.ts";
import { bodiesHeading } from "./named-heads.ts";

/** Kinds whose whole body tells others what to do. */
const ORDERING: ReadonlySet<DocumentKind> = new Set([
  "letter",
  "telegram",
  "directive",
  "notice",
  "decision",
  "resolution",
]);

/** Parts that tell what was and what is, not what to do; and who takes part or is judged, not who acts. */
const TELLING =
  /danh gia chung|tinh hinh|ket qua|ton tai|han che|nguyen nhan|can cu|thanh phan|doi tuong|hien trang|thuc trang|kho khan|tieu chi|khen thuong|muc dich|^yeu cau$|quan diem|pham vi|giai thich|co cau|danh sach|kinh phi khen/u;

function tells(node: Node): boolean {
  const title = fold(node.words.text);
  if (/(?:^kinh gui|dien)\s*:$/u.test(title)) {
    return true;
  }
  return node.children.length > 0 && title.length < 120 && TELLING.test(title) && !/nhiem vu/u.test(title);
}

/** Standing duties fill rules and decisions; a task there is one that is handed over or has its time. */
function counts(order: Order, kind: DocumentKind, timed: boolean): boolean {
  return (
    order.sign === "handed" ||
    (kind !== "decision" && kind !== "resolution") ||
    timed ||
    order.sign === "duty"
  );
}

interface Telling {
  readonly kind: DocumentKind;
  readonly units: UnitReader;
  /** The body that issues the paper: what it says of itself is no order. */
  readonly issuer: string;
  readonly taken: ReadonlySet<Node>;
}

function proseTasks(node: Node, telling: Telling): readonly TaskDraft[] {
  const orders = ordersIn(node.words.text, telling.units, telling.issuer).filter(
    ({ sentence }) => !ENFORCES.test(sentence),
  );
  return orders.flatMap((order, i) => {
    const end = orders[i + 1]?.from ?? node.words.text.length;
    const alone = orders.length === 1;
    const words = alone ? node.quoted : slice(node.words, order.from, end);
    const content = (alone ? node.words : words).text.trim();
    const schedule = scheduleOf(node, content);
    return counts(order, telling.kind, schedule.found !== null)
      ? [
          {
            section: node.path,
            content,
            lead: order.units,
            coordinators: coordinatorsIn(content, telling.units).filter(
              (unit) => !order.units.includes(unit),
            ),
            ...schedule,
            words,
            node,
          },
        ]
      : [];
  });
}

/** "Giao X chủ trì, phối hợp với Y:" and "… yêu cầu X thực hiện các nhiệm vụ sau:", with what follows them. */
function announced(node: Node, telling: Telling): Holder | null {
  const order = node.words.text.endsWith(":")
    ? orderAt(node.words.text, telling.units, telling.issuer)
    : null;
  return order?.sign !== "handed"
    ? null
    : {
        lead: order.units,
        named: node,
        along: coordinatorsIn(node.words.text, telling.units).filter((unit) => !order.units.includes(unit)),
      };
}

/** "(i) …", "(ii). …" are items, though no outline counts them. */
const isItem = (node: Node): boolean => node.kind !== "paragraph" || /^\([ivx]{1,4}\)/u.test(node.words.text);

/** One list of siblings. `holder` answers for items that name nobody themselves. */
function tasksIn(list: readonly Node[], given: Holder, telling: Telling): readonly TaskDraft[] {
  let holder = given;
  return list.flatMap((node): readonly TaskDraft[] => {
    if (node.kind === "table" || telling.taken.has(node) || isOrganizing(node) || tells(node)) {
      return [];
    }
    const heading = bodiesHeading(node, telling.units, list);
    const next = announced(node, telling);
    if (heading.length > 0 && node.children.length > 0) {
      return collect(node, holder, telling.units, list);
    }
    if (next !== null && node.children.length === 0) {
      holder = next;
      return [];
    }
    if (next !== null) {
      return node.children.flatMap((child) => collect(child, next, telling.units));
    }
    if (isItem(node) && holder.lead.length > 0) {
      // Prose that merely stands behind the last item hangs on it, and is read for itself.
      const behind = node.children.every((child) => child.kind === "paragraph") ? node.children : null;
      if (behind !== null && (behind.length === 0 || /[.;]$/u.test(node.words.text))) {
        const alone = collect({ ...node, children: [] }, holder, telling.units);
        return [...alone, ...tasksIn(behind, NOBODY, telling)];
      }
    }
    if (!isItem(node)) {
      // Prose in between ends what was handed down.
      holder = given;
    }
    const own = proseTasks(node, telling);
    const inner = own.length === 0 || node.kind !== "section" ? holder : NOBODY;
    return [...own, ...tasksIn(node.children, inner, telling)];
  });
}

/** Siblings that are mostly headed by bodies, in a paper of any kind: "1. Phòng Văn hóa - Xã hội / a) …", "2. Trạm Y tế / a) …". */
function headedParts(nodes: readonly Node[], units: UnitReader): readonly Node[] {
  return [...walk(nodes)].filter((part) => {
    const heads = part.children.filter((node) => node.kind === "section");
    const named = heads.filter((node) => node.children.length > 0 && bodiesHeading(node, units).length > 0);
    const inside =
      isOrganizing(part) || tells(part) || [...lineage(part)].some((one) => tells(one) || isOrganizing(one));
    return named.length >= 2 && named.length * 2 >= heads.length && !inside;
  });
}

function* lineage(node: Node): Generator<Node> {
  for (let above = node.parent; above !== null; above = above.parent) {
    yield above;
  }
}

export interface Ordering {
  readonly kind: DocumentKind;
  readonly issuer: string;
  /** Opening paragraphs: the last may say whom the items below are for. */
  readonly front: readonly Paragraph[];
  readonly units: UnitReader;
  /** Items that are tasks already. */
  readonly taken: ReadonlySet<Node>;
}

/** Tasks of a paper by evidence, besides those under "tổ chức thực hiện". */
export function orderedTasks(nodes: readonly Node[], ordering: Ordering): readonly TaskDraft[] {
  const { kind, units, issuer, taken } = ordering;
  const telling: Telling = { kind, units, issuer, taken };
  if (!ORDERING.has(kind)) {
    return headedParts(nodes, units).flatMap((part) =>
      part.children
        .filter((node) => !taken.has(node))
        .flatMap((node) => (bodiesHeading(node, units).length > 0 ? collect(node, NOBODY, units) : [])),
    );
  }
  const opening = ordering.front.at(-1)?.words;
  const order = opening?.text.endsWith(":") === true ? orderAt(opening.text, units, issuer) : null;
  const holder =
    order?.sign !== "handed" || opening === undefined
      ? NOBODY
      : { lead: order.units, named: null, along: coordinatorsIn(opening.text, units) };
  return tasksIn(nodes, holder, telling);
}
