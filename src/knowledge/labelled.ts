// Items that say under themselves who, with whom, by when and what for: "Cơ quan chủ trì: …", "Thời gian thực hiện: …".
import { oneLine } from "../vietnamese/fold.ts";
import type { Column } from "./annex-header.ts";
import { scheduleOf, type TaskDraft } from "./assignments.ts";
import { coordinatorsIn } from "./coordinators.ts";
import { type Node, walk, whole } from "./outline.ts";
import { bodyOf } from "./responsible.ts";
import { cellSchedule, isSchedule } from "./schedule.ts";
import type { UnitReader } from "./units.ts";

const LABELS: readonly (readonly [Column, string])[] = [
  [
    "lead",
    "(?:(?:Cơ quan|Đơn vị|Bộ phận|Cá nhân|Các đơn vị)(?:,? (?:đơn vị|cá nhân))?\\s+)?(?:chủ trì|thực hiện|chịu trách nhiệm|phụ trách)(?: thực hiện| chính)?",
  ],
  ["coordinators", "(?:(?:Cơ quan|Đơn vị|Bộ phận|Các đơn vị)\\s+)?phối hợp(?: thực hiện)?"],
  ["schedule", "(?:Thời gian|Thời hạn|Tiến độ)(?: thực hiện| hoàn thành)?"],
  ["result", "(?:Sản phẩm|Kết quả|Dự kiến kết quả)(?: dự kiến| đạt được| đầu ra|, (?:sản phẩm|kết quả))?"],
];
const ANY = new RegExp(
  `(?:^|[-–+•;.,(]\\s*|\\s{2,}|(?<=\\s))(?:${LABELS.map(([column, words]) => `(?<${column}>${words})`).join("|")})\\s*:\\s*`,
  "giu",
);
const LABELLED_START = new RegExp(`^(?:${LABELS.map(([, words]) => words).join("|")})\\s*:`, "iu");
const LEAD_START = new RegExp(`^(?:${LABELS[0]?.[1]})\\s*:`, "iu");

interface Labelled {
  readonly said: Readonly<Partial<Record<Column, string>>>;
  /** What stands before the first label. */
  readonly before: string;
}

/** A text cut at its labels; the case of a label's first letter is free, but a label is always followed by a colon. */
function cutAtLabels(text: string): Labelled {
  const found = [...text.matchAll(ANY)].flatMap((match) => {
    const column = LABELS.find(([name]) => match.groups?.[name] !== undefined)?.[0];
    return column === undefined ? [] : [{ column, at: match.index, end: match.index + match[0].length }];
  });
  const said: Partial<Record<Column, string>> = {};
  found.forEach(({ column, end }, i) => {
    said[column] ??= oneLine(text.slice(end, found[i + 1]?.at)).replace(/[\s.;,)–-]+$/u, "");
  });
  return { said, before: oneLine(text.slice(0, found[0]?.at)).replace(/[\s(;,–-]+$/u, "") };
}

const LAST_BRACKET = /\(([^()]+)\)[\s.;]*$/u;
const IN_CHARGE =
  /^\s*(?:là (?:đơn vị|cơ quan) )?(?:chủ trì|thực hiện|phụ trách|chịu trách nhiệm|tham mưu)(?!\p{L})/iu;

/** "… (Công an xã chủ trì, phối hợp với …; hoàn thành trước ngày …)": who and when in the bracket that closes an item. */
function bracketed(node: Node, units: UnitReader): TaskDraft | null {
  const text = node.words.text;
  const bracket = LAST_BRACKET.exec(text);
  const inside = bracket?.[1] ?? "";
  const named = units.at(inside);
  if (bracket === null || named === null || !IN_CHARGE.test(inside.slice(named.length))) {
    return null;
  }
  const time = inside.split(/\s*;\s*/u).find(isSchedule);
  return {
    section: node.path,
    content: oneLine(text.slice(0, bracket.index)),
    lead: named.units.map(bodyOf),
    coordinators: coordinatorsIn(inside, units),
    ...(time === undefined ? scheduleOf(node, inside) : { found: cellSchedule(time), inherited: false }),
    words: whole(node),
    node,
  };
}

/** True for an item that carries its own labels, in its words or in the lines right under it. */
function carries(node: Node): boolean {
  const lines = node.children.filter((child) => child.kind !== "section");
  return (
    lines.some((child) => LEAD_START.test(child.words.text)) ||
    (node.children.length === 0 &&
      !LABELLED_START.test(node.words.text) &&
      cutAtLabels(node.words.text).said.lead !== undefined)
  );
}

function bodies(words: string | undefined, units: UnitReader): readonly string[] {
  const known = units.all(words ?? "").map(bodyOf);
  return known.length > 0 || words === undefined || words === "" ? known : words.split(/\s*;\s*/u);
}

function taskOf(node: Node, units: UnitReader): TaskDraft {
  const own = cutAtLabels(node.words.text);
  const lines = node.children.filter((child) => child.kind !== "section");
  const told = lines
    .filter((child) => LABELLED_START.test(child.words.text))
    .map((child) => cutAtLabels(child.words.text).said);
  const said = Object.assign({}, ...[...told, own.said].reverse()) as Labelled["said"];
  const plain = lines
    .filter((child) => !LABELLED_START.test(child.words.text))
    .map((child) => whole(child).text);
  const content = oneLine([own.before, ...plain].join(" "));
  const schedule =
    said.schedule === undefined
      ? scheduleOf(node, content)
      : { found: cellSchedule(said.schedule), inherited: false };
  return {
    section: node.path,
    content,
    lead: bodies(said.lead, units),
    coordinators: bodies(said.coordinators, units),
    ...(said.result === undefined ? {} : { result: said.result }),
    ...schedule,
    words: whole(node),
    node,
  };
}

/** Tasks of all items that carry their own labels. */
export function labelledTasks(nodes: readonly Node[], units: UnitReader): readonly TaskDraft[] {
  return [...walk(nodes)]
    .filter((node) => node.kind !== "table")
    .flatMap((node) => (carries(node) ? taskOf(node, units) : (bracketed(node, units) ?? [])));
}
