// Tasks from "tổ chức thực hiện": unit by unit, each dash, item or paragraph a task of the unit above it.
import { fold } from "../../vietnamese/text/normalise.ts";
import { coordinatorsIn } from "../entities/coordinators.ts";
import { actingIn, actingUnit, asksOthers, directedIn, headingUnits } from "../entities/responsible-unit.ts";
import { bracketSchedule, cellSchedule, type FoundSchedule, proseSchedule } from "../entities/schedule.ts";
import type { UnitReader } from "../entities/units.ts";
import { saidAside } from "../outline/labels.ts";
import { type Node, walk, whole } from "../outline/outline.ts";
import type { SourceText } from "../text/source-text.ts";
import { bodiesHeading, listing } from "./named-heads.ts";

/** A task before it has an id and quotes. */
export interface TaskDraft {
  readonly section: string;
  readonly content: string;
  readonly lead: readonly string[];
  readonly coordinators: readonly string[];
  readonly result?: string;
  readonly found: FoundSchedule | null;
  readonly inherited: boolean;
  readonly words: SourceText;
  readonly node: Node | null;
  /** Words that name the responsible body, when they stand elsewhere. */
  readonly by?: { readonly section: string; readonly words: SourceText };
  /** Section of the task this is a sub-item of. */
  readonly partOf?: string;
}

const ORGANIZING =
  /to chuc (?:va )?(?:trien khai )?thuc hien|phan cong (?:nhiem vu|thuc hien|to chuc)|(?:trach nhiem|nhiem vu)(?:,? (?:va )?quyen han)? (?:cua|thi hanh)|trach nhiem (?:thuc hien|to chuc)|to chuc trien khai|don vi thuc hien/u;

/** Sections in which units are told their tasks. */
export function isOrganizing(node: Node): boolean {
  const title = node.words.text;
  // A long heading may speak of "tài liệu hướng dẫn tổ chức thực hiện" and tell nobody anything.
  const at = title.length < 160 ? fold(title).search(ORGANIZING) : -1;
  return node.kind === "section" && (at === 0 || (at > 0 && title.length <= 100));
}

/** The schedule of a node: in its own words, or in the bracket of a heading above. */
export function scheduleOf(node: Node, words: string): { found: FoundSchedule | null; inherited: boolean } {
  const own = proseSchedule(words);
  if (own !== null) {
    return { found: own, inherited: false };
  }
  for (let above = node.parent; above !== null; above = above.parent) {
    const found = above.kind === "section" ? bracketSchedule(above.words.text) : null;
    if (found !== null) {
      return { found, inherited: true };
    }
  }
  return { found: null, inherited: false };
}

/** "(Danh mục các nhiệm vụ kèm theo)" and the like tell nobody anything. */
const ASIDE = /^\(.*\)\.?$|^(?:\S+\s+){0,12}(?:kèm theo|như sau|cụ thể)[.:]?$/iu;

/** Who answers for items that name nobody themselves, where that is said, and who works along. */
export interface Holder {
  readonly lead: readonly string[];
  readonly named: Node | null;
  readonly along?: readonly string[];
}

export const NOBODY: Holder = { lead: [], named: null };

const PARTY = /Đảng|(?:Tỉnh|Thành|Huyện) (?:ủy|uỷ)|Ban Thường vụ|Cấp ủy|Chi bộ/iu;

function leadOf(node: Node, holder: Holder, units: UnitReader): readonly string[] {
  if (holder.named !== null && asksOthers(node.words.text)) {
    return holder.lead;
  }
  const subject = actingUnit(node.words.text, units);
  if (subject !== null && subject.rest !== "") {
    return subject.units;
  }
  // A party committee hands on what it is told; an office answers itself for those it directs.
  const hands =
    holder.lead.length === 0 || PARTY.test(`${holder.named?.words.text ?? ""} ${holder.lead.join(" ")}`);
  const directed = hands ? directedIn(node.words.text, units) : [];
  const told = directed.length > 0 ? directed : holder.lead;
  return told.length > 0 ? told : actingIn(node.words.text, units);
}

function timeOf(node: Node, content: string, said: string | undefined): ReturnType<typeof scheduleOf> {
  return said === undefined ? scheduleOf(node, content) : { found: cellSchedule(said), inherited: false };
}

function taskOf(node: Node, holder: Holder, units: UnitReader, partOf?: string): TaskDraft {
  const all = node.kind !== "section" && node.children.length > 0;
  const words = all ? whole(node) : node.quoted;
  const content = all ? words.text : node.words.text;
  const own = coordinatorsIn(content, units);
  const listed = node.parent !== null && listing(node.parent) ? node.parent.words.text : null;
  const said = listed === null ? (holder.along ?? []) : coordinatorsIn(listed, units);
  const above = own.length === 0 ? said : [];
  const aside = saidAside(node.words.text);
  const schedule =
    all && listing(node) ? { found: null, inherited: false } : timeOf(node, content, aside.schedule);
  const lead = leadOf(node, holder, units);
  const coordinators = [...own, ...above].filter((unit) => !lead.includes(unit));
  const by = lead === holder.lead && holder.named !== null && holder.named !== node ? holder.named : null;
  return {
    section: node.path,
    content,
    lead,
    coordinators,
    ...(aside.result === undefined ? {} : { result: aside.result }),
    ...schedule,
    words,
    node,
    ...(by === null ? {} : { by: { section: by.path, words: by.quoted } }),
    ...(partOf === undefined ? {} : { partOf }),
  };
}

/** Names that stand whole as headings of those parts, with an "và" or a comma that would part them elsewhere. */
export function headingNames(nodes: readonly Node[], units: UnitReader): readonly string[] {
  const parts = [...walk(nodes)].filter(isOrganizing).flatMap((part) => part.children);
  return parts.flatMap((node) => {
    const title = node.words.text.replace(/[\s:]+$/u, "");
    const named = node.kind === "section" && title.length <= 90 ? headingUnits(title, units) : [];
    return named.length === 1 && named[0] === title && /\svà\s\p{Ll}/u.test(title) ? named : [];
  });
}

export function collect(
  node: Node,
  holder: Holder,
  units: UnitReader,
  siblings: readonly Node[] = [],
): readonly TaskDraft[] {
  // "1. Phòng Kinh tế", and as well "- Phòng Kinh tế:" with its tasks as sub-items.
  const named = bodiesHeading(node, units, siblings);
  const subject = node.children.length > 0 ? actingUnit(node.words.text, units) : null;
  if (node.children.length > 0 && named.length > 0) {
    return collectAll(node.children, { lead: named, named: node }, units);
  }
  if (node.kind === "section" && node.children.length > 0) {
    const inner = subject === null ? holder : { lead: subject.units, named: node };
    return [
      ...(saysTask(node) ? [taskOf(node, holder, units)] : []),
      ...collectAll(node.children, inner, units),
    ];
  }
  if (ASIDE.test(node.words.text) || ENFORCES.test(node.words.text) || node.kind === "table") {
    return [];
  }
  const task = taskOf(node, holder, units);
  const inner = { lead: task.lead, named: task.lead === holder.lead ? holder.named : node };
  return [task, ...node.children.map((child) => taskOf(child, inner, units, task.section))];
}

/** "Giao X chủ trì, phối hợp với Y:" above items that stand beside it, not under it. */
function handsDown(node: Node, next: Node | undefined, units: UnitReader): Holder | null {
  const text = node.words.text;
  const above = node.kind === "paragraph" && node.children.length === 0 && text.endsWith(":");
  const subject = above && next !== undefined && ORDER.test(text) ? actingUnit(text, units) : null;
  return subject === null
    ? null
    : {
        lead: subject.units,
        named: node,
        along: coordinatorsIn(text, units).filter((unit) => !subject.units.includes(unit)),
      };
}

function collectAll(list: readonly Node[], given: Holder, units: UnitReader): readonly TaskDraft[] {
  let holder = given;
  return list.flatMap((node, i) => {
    const handed = handsDown(node, list[i + 1], units);
    holder = handed ?? (node.kind === "paragraph" ? given : holder);
    return handed === null ? collect(node, holder, units, list) : [];
  });
}

/** "… chịu trách nhiệm thi hành Quyết định này" puts a paper into force and gives no task of its own. */
export const ENFORCES =
  /(?:chịu trách nhiệm (?:thi hành|triển khai|tổ chức)|nghiêm túc (?:triển khai |tổ chức )?thực hiện|triển khai thực hiện nghiêm túc|biết,? (?:và )?(?:triển khai )?thực hiện)[^.;]{0,40}(?:(?:Quyết định|Kế hoạch|Chỉ thị|Quy chế|Quy định|Công điện|Thông báo|Nghị quyết|Công văn|Văn bản)\s*(?:này)?)?\.?(?:\/\.)?$/u;

/** A head that is itself a sentence telling someone to do something. */
function saysTask(node: Node): boolean {
  return node.words.text.length > 120 && /[.;:]$/u.test(node.words.text);
}

const ORDER = /^(?:giao|phân công|ủy quyền|yêu cầu|đề nghị)\s/iu;
const ASSIGNS = /^(?:giao|phân công|ủy quyền)\s/iu;
const DUTY = /^(?:chủ trì|tham mưu|có trách nhiệm|chịu trách nhiệm)(?!\p{L})/iu;

/** A sentence outside those parts that hands a task to a body in so many words: "Giao …", "Phòng … chủ trì …". */
function isOrder(text: string, units: UnitReader): boolean {
  const subject = ENFORCES.test(text) ? null : actingUnit(text, units);
  return subject !== null && subject.rest !== "" && (ASSIGNS.test(text) || DUTY.test(subject.rest));
}

/** Drafts of all tasks told unit by unit, leaving out items that are tasks already. */
export function assignedTasks(
  nodes: readonly Node[],
  units: UnitReader,
  taken: ReadonlySet<Node> = new Set(),
): readonly TaskDraft[] {
  const parts = [...walk(nodes)].filter((node) => isOrganizing(node) && ![...above(node)].some(isOrganizing));
  const told = parts.flatMap((part) => {
    const lead = headingUnits(part.words.text, units);
    const holder = { lead, named: lead.length > 0 ? part : null };
    // A head without anything under it tells nobody anything, unless it is a sentence: "Điều 3. Công an xã chịu trách nhiệm …".
    const alone = part.children.length === 0 && actingUnit(part.words.text, units) !== null;
    const items = alone ? [part] : part.children;
    return collectAll(items, holder, units);
  });
  const inside = new Set(parts.flatMap((part) => [...walk([part])]));
  const ordered = [...walk(nodes)].filter(
    (node) =>
      !inside.has(node) &&
      node.kind !== "table" &&
      node.children.length === 0 &&
      !node.words.text.endsWith(":") &&
      isOrder(node.words.text, units),
  );
  return [...told, ...ordered.map((node) => taskOf(node, { lead: [], named: null }, units))].filter(
    (draft) => draft.node === null || ![draft.node, ...above(draft.node)].some((node) => taken.has(node)),
  );
}

export function* above(node: Node): Generator<Node> {
  for (let parent = node.parent; parent !== null; parent = parent.parent) {
    yield parent;
  }
}
