// Items that say under themselves who, with whom, by when and what for: "Cơ quan chủ trì: …", "Thời gian thực hiện: …".
import { oneLine } from "../../vietnamese/text/normalise.ts";
import { cellBodies } from "../entities/cell-units.ts";
import { coordinatorsIn } from "../entities/coordinators.ts";
import { bodyOf } from "../entities/responsible-unit.ts";
import { cellSchedule, isSchedule } from "../entities/schedule.ts";
import type { UnitReader } from "../entities/units.ts";
import { cutAtLabels, type Labelled, labelAt } from "../outline/labels.ts";
import { type Node, walk, whole } from "../outline/outline.ts";
import { join, type SourceText } from "../text/source-text.ts";
import { scheduleOf, type TaskDraft } from "./assignments.ts";

const LAST_BRACKET = /\(([^()]+)\)[\s.;]*$/u;
const IN_CHARGE =
  /^\s*(?:là (?:đơn vị|cơ quan) )?(?:chủ trì|thực hiện|phụ trách|chịu trách nhiệm|tham mưu)(?!\p{L})/iu;

/** "…, các thôn phối hợp": those who join in, named before the verb. */
function joiningIn(inside: string, units: UnitReader): readonly string[] {
  return inside.split(/[,;]\s+/u).flatMap((clause) => {
    const named = units.at(clause);
    return named !== null && /^\s*(?:cùng\s+)?phối hợp(?:\s+thực hiện)?$/u.test(clause.slice(named.length))
      ? named.units
      : [];
  });
}

/** "… (Công an xã chủ trì, phối hợp với …; hoàn thành trước ngày …)": who and when in the bracket that closes an item. */
function bracketed(node: Node, units: UnitReader): TaskDraft | null {
  const text = node.words.text;
  const bracket = LAST_BRACKET.exec(text);
  const inside = (bracket?.[1] ?? "").replace(/^(?:giao|phân công)\s+(?:cho\s+)?/iu, "");
  const named = units.at(inside);
  if (bracket === null || named === null || !IN_CHARGE.test(inside.slice(named.length))) {
    return null;
  }
  const time = inside.split(/\s*;\s*/u).find(isSchedule);
  return {
    section: node.path,
    content: oneLine(text.slice(0, bracket.index)),
    lead: named.units.map(bodyOf),
    coordinators: [...coordinatorsIn(inside, units), ...joiningIn(inside, units)],
    ...(time === undefined ? scheduleOf(node, inside) : { found: cellSchedule(time), inherited: false }),
    words: whole(node),
    node,
  };
}

/** Lines under an item that a label opens, with the lines under a label that says nothing itself ("b) Cơ quan thực hiện:"). */
function labelLines(line: Node): readonly Node[] {
  const label = labelAt(line.words.text);
  const inner = line.children.filter((child) => labelAt(child.words.text) !== null);
  return label === null ? [] : [line, ...(label === "content" ? [] : inner)];
}

const leads = (line: Node): boolean => labelLines(line).some((one) => labelAt(one.words.text) === "lead");

/** True for an item that carries its own labels, in its words or in the lines right under it. */
function carries(node: Node): boolean {
  if (labelAt(node.words.text) !== null) {
    return false;
  }
  const alone = node.children.length === 0 && cutAtLabels(node.words.text).said.lead !== undefined;
  return alone || node.children.some(leads);
}

function saidIn(line: Node): Labelled["said"] {
  const lines = labelLines(line);
  const said = lines.map((one) => cutAtLabels(one.words.text).said);
  return Object.assign({}, ...[...said].reverse().map(filled)) as Labelled["said"];
}

function filled(said: Labelled["said"]): Labelled["said"] {
  return Object.fromEntries(Object.entries(said).filter(([, words]) => words !== ""));
}

/** The words of a line that are what is to do: all of a plain line, and what a label "Nội dung:" announces. */
function contentOf(line: Node): string {
  const label = labelAt(line.words.text);
  if (label === null) {
    return cutAtLabels(whole(line).text).before;
  }
  return label === "content" ? whole(line).text.replace(/^[^:]*:\s*/u, "") : "";
}

/** Lines up to and with the labels that close them; a section may hold several such groups, each a task of its own. */
function groupsOf(lines: readonly Node[]): readonly (readonly Node[])[] {
  const groups: Node[][] = [];
  let closed = true;
  for (const line of lines) {
    const label = labelAt(line.words.text);
    if (closed && (label === null || label === "content")) {
      groups.push([]);
      closed = false;
    }
    closed ||= label !== null && label !== "content";
    const open = groups.at(-1);
    if (open === undefined) {
      groups.push([line]);
    } else {
      open.push(line);
    }
  }
  return groups;
}

function taskOf(
  node: Node,
  lines: readonly Node[],
  title: string,
  words: SourceText,
  units: UnitReader,
): TaskDraft {
  const told = lines.map(saidIn);
  const own = cutAtLabels(node.words.text);
  const said = Object.assign({}, ...[...told, filled(own.said)].reverse()) as Labelled["said"];
  const content = oneLine([title, ...lines.map(contentOf)].filter((part) => part !== "").join(" "));
  const schedule =
    said.schedule === undefined
      ? scheduleOf(node, content)
      : { found: cellSchedule(said.schedule), inherited: false };
  const lead = cellBodies(said.lead ?? "", units);
  const along = said.coordinators === undefined ? lead.along : cellBodies(said.coordinators, units).units;
  return {
    section: node.path,
    content,
    lead: lead.units,
    coordinators: along,
    ...(said.result === undefined ? {} : { result: said.result }),
    ...schedule,
    words,
    node,
  };
}

function tasksOf(node: Node, units: UnitReader): readonly TaskDraft[] {
  const groups = groupsOf(node.children).filter((group) => group.some(leads));
  if (groups.length > 1) {
    return groups.flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [taskOf(first, group, "", join(group.map(whole)), units)];
    });
  }
  return [taskOf(node, node.children, cutAtLabels(node.words.text).before, whole(node), units)];
}

/** Tasks of all items that carry their own labels. */
export function labelledTasks(nodes: readonly Node[], units: UnitReader): readonly TaskDraft[] {
  return [...walk(nodes)]
    .filter((node) => node.kind !== "table")
    .flatMap((node) => (carries(node) ? tasksOf(node, units) : (bracketed(node, units) ?? [])));
}
