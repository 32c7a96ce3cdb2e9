// "nhiệm vụ tại mục 5.4.2, mục 5.5.1 … thuộc phần IV": numbered items whose body is named elsewhere.

import { coordinatorsIn } from "../entities/coordinators.ts";
import type { UnitReader } from "../entities/units.ts";
import { type Node, walk, whole } from "../outline/outline.ts";
import { scheduleOf, type TaskDraft } from "./assignments.ts";

/** One place that hands items to a body. */
export interface Reference {
  readonly from: TaskDraft;
  /** Section addresses as written: "IV.5.4.2", "IV.2". */
  readonly to: readonly string[];
  /** True when the body only works along on them. */
  readonly along: boolean;
}

const NUMBERS = "\\d{1,2}(?:\\.\\d{1,2})*";
const WORD = "(?:các\\s+)?(?:tiểu mục|mục|điểm|khoản|nhiệm vụ số|nội dung|ý|số thứ tự|STT)";
const LIST = new RegExp(
  `${WORD}\\s+(?:số\\s+)?(${NUMBERS}(?:\\s*(?:,|;|và|đến|-|–)\\s*(?:và\\s+)?(?:${WORD}\\s+)?(?:số\\s+)?${NUMBERS}(?!\\s*/))*)`,
  "giu",
);
const PART = /(?:phần|mục|chương)\s+([IVX]+)(?![\p{L}\p{N}])/gu;
const FULL = new RegExp(`(?:mục|phần|điểm|khoản)\\s+([IVX]+)\\.(${NUMBERS})`, "giu");
const ORDER = /chủ trì|thực hiện|triển khai|phụ trách|đảm nhiệm|tham mưu|tổ chức|chịu trách nhiệm/iu;

/** "5.1 đến 5.4" with all that stands between. */
function expand(list: string): readonly string[] {
  const numbers: string[] = [];
  for (const token of list.matchAll(new RegExp(`(đến|[-–])?\\s*(?:${WORD}\\s+)?(${NUMBERS})`, "giu"))) {
    const label = token[2] ?? "";
    const last = numbers.at(-1);
    const stem = label.replace(/\d+$/u, "");
    const from = Number(last?.slice(stem.length));
    if (token[1] !== undefined && last?.startsWith(stem) && Number.isInteger(from)) {
      for (let n = from + 1; n < Number(label.slice(stem.length)); n++) {
        numbers.push(`${stem}${n}`);
      }
    }
    numbers.push(label);
  }
  return numbers;
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.;])\s+(?=\p{Lu})/u);
}

/** Addresses one sentence points to; those behind a paper's number ("Nghị quyết số …") are none of this paper. */
export function addressesIn(sentence: string): readonly string[] {
  const full = [...sentence.matchAll(FULL)].map((match) => `${match[1]}.${match[2]}`);
  const parts = [...sentence.matchAll(PART)];
  const lists = [...sentence.matchAll(LIST)];
  const listed = lists.flatMap((list) => {
    const end = list.index + list[0].length;
    const part =
      parts.find((one) => one.index >= end - 1) ?? parts.filter((one) => one.index < list.index).at(-1);
    return part === undefined ? [] : expand(list[1] ?? "").map((label) => `${part[1]}.${label}`);
  });
  const wholeParts =
    lists.length === 0 &&
    full.length === 0 &&
    /(?:nhiệm vụ|giải pháp|nội dung)[^.;]*?(?:tại|thuộc|ở)\s+(?:phần|mục)\s+[IVX]+/u.test(sentence)
      ? parts.map((part) => part[1] ?? "")
      : [];
  return [...new Set([...full, ...listed, ...wholeParts])];
}

const FOREIGN =
  /(?:mục|phần|điểm|khoản)[^.;]{0,60}?(?:Nghị quyết|Quyết định|Thông tư|Nghị định|Luật|Chỉ thị|Kế hoạch|Công văn|Hướng dẫn)\s+(?:số|\d)/u;

export function referencesOf(tasks: readonly TaskDraft[]): readonly Reference[] {
  return tasks.flatMap((from) =>
    sentencesOf(from.content).flatMap((sentence) => {
      const to = FOREIGN.test(sentence) || !ORDER.test(sentence) ? [] : addressesIn(sentence);
      const along = /phối hợp/iu.test(sentence) && !/chủ trì|tham mưu/iu.test(sentence);
      return to.length === 0 || from.partOf !== undefined ? [] : [{ from, to, along }];
    }),
  );
}

const isLeaf = (node: Node): boolean =>
  node.kind === "section" && !node.children.some((child) => child.kind === "section");

function leaves(node: Node): readonly Node[] {
  return [...walk([node])].filter(isLeaf);
}

export interface Resolved {
  readonly tasks: readonly TaskDraft[];
  readonly dangling: readonly { readonly reference: Reference; readonly address: string }[];
  readonly unassigned: readonly Node[];
  readonly doubly: readonly { readonly node: Node; readonly owners: readonly TaskDraft[] }[];
}

/** Every leaf item of the parts that are handed out, with the body it is handed to. */
export function resolve(
  nodes: readonly Node[],
  references: readonly Reference[],
  units: UnitReader,
): Resolved {
  const byPath = new Map(
    [...walk(nodes)].filter((node) => node.kind === "section").map((node) => [node.path, node]),
  );
  const owners = new Map<Node, TaskDraft[]>();
  const helpers = new Map<Node, TaskDraft[]>();
  const dangling: { reference: Reference; address: string }[] = [];
  for (const reference of references) {
    for (const address of reference.to) {
      const node = byPath.get(address);
      if (node === undefined) {
        dangling.push({ reference, address });
      }
      for (const leaf of node === undefined ? [] : leaves(node)) {
        const kept = reference.along ? helpers : owners;
        kept.set(leaf, [...(kept.get(leaf) ?? []), reference.from]);
      }
    }
  }
  const parts = new Set([...owners.keys()].map(outermost));
  const items = [...parts].flatMap(leaves);
  const tasks = items.map((node) => itemTask(node, owners.get(node)?.[0], helpers.get(node) ?? [], units));
  return {
    tasks,
    dangling,
    unassigned: items.filter((node) => !owners.has(node)),
    doubly: items.flatMap((node) => {
      const all = owners.get(node) ?? [];
      return new Set(all.map((one) => one.lead.join())).size > 1 ? [{ node, owners: all }] : [];
    }),
  };
}

function outermost(node: Node): Node {
  return node.parent === null ? node : outermost(node.parent);
}

function itemTask(
  node: Node,
  owner: TaskDraft | undefined,
  helpers: readonly TaskDraft[],
  units: UnitReader,
): TaskDraft {
  const text = [...walk([node])].map((part) => part.words.text).join(" ");
  const own = coordinatorsIn(text, units);
  const along = own.length > 0 || owner === undefined ? own : coordinatorsIn(referring(owner), units);
  const coordinators = [...along, ...helpers.flatMap((helper) => helper.lead)];
  const lead = owner?.lead ?? [];
  return {
    section: node.path,
    content: text,
    lead,
    coordinators: [...new Set(coordinators)].filter((unit) => !lead.includes(unit)),
    ...scheduleOf(node, node.words.text),
    words: whole(node),
    node,
    ...(owner === undefined ? {} : { by: { section: owner.section, words: owner.words } }),
  };
}

/** The clause of an assignment that points to the items. */
function referring(owner: TaskDraft): string {
  const clauses = sentencesOf(owner.content).flatMap((sentence) => sentence.split(/;\s+/u));
  return (
    clauses.find((clause) => addressesIn(clause).length > 0 || /(?:mục|điểm|phần)\s+[\dIVX]/u.test(clause)) ??
    ""
  );
}
