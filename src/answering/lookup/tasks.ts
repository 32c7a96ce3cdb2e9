import { partOf } from "../../domain/document.ts";
import type { Task } from "../../domain/task.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { inLocality, leaders, type Match, matchRows } from "../index/rows.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import { namesMovement, plain } from "../understand/places.ts";
import type { ItemNumber, Slot, Understanding } from "../understand/understanding.ts";
import { isNamedThing } from "./named-things.ts";
import { holdsQuoted, longestRun } from "./relevance.ts";
import { roleIn } from "./roles.ts";

/** Share of a question's content a task must hold to be the task that is meant. */
export const TASK_COVERAGE = 0.45;

/** Tasks a question is about, the best first; those as good as the best together. */
export function lookupTasks(
  base: EditionIndex,
  u: Understanding,
  subject: Repaired,
  coverage = TASK_COVERAGE,
): readonly Match<Task>[] {
  const found = matchRows(base.tasks, subject, inLocality(u.locality), 20);
  const meant = found.filter((m) => isMeant(base, m, u, subject, coverage));
  if (u.slot === "lead") {
    // "Chủ trì công tác tuyên truyền" says who leads, however much another row says of it.
    const said = meant.filter(({ row }) => roleIn(row, subject) === "lead");
    return leaders(said.length > 0 ? said : meant, said.length > 0 ? 0.3 : 0.1);
  }
  return leaders(meant, 0.1);
}

/** A name must stand whole ("Gia đình số"); another subject for the most part, or with three of its words together. */
function isMeant(
  base: EditionIndex,
  { row, coverage }: Match<Task>,
  u: Understanding,
  subject: Repaired,
  least: number,
): boolean {
  const text = `${row.content} ${row.result ?? ""}`;
  if (!holdsQuoted(text, u)) {
    return false;
  }
  const run = longestRun(text, subject);
  const size = subject.keys.length;
  if (u.slot === "lead" && isNamedThing(base, subject.text)) {
    return isAbout(row, subject);
  }
  if (size <= 3) {
    return (
      run === size || (!namesMovement(u.folded, subject.text) && run >= Math.min(size, 2) && coverage >= 0.6)
    );
  }
  return coverage >= 0.6 || (coverage >= least && run >= 3);
}

/** Words from the beginning of a task within which what it is about is named; further on it is only mentioned. */
const HEAD_WORDS = 14;

/** A thing the papers call by name is led where a row is about it, not where people are to join in it. */
function isAbout(row: Task, subject: Repaired): boolean {
  const size = subject.keys.length;
  const head = row.content.split(/\s+/u).slice(0, HEAD_WORDS).join(" ");
  return (
    longestRun(head, subject) === size ||
    (roleIn(row, subject) === "lead" && longestRun(row.content, subject) === size)
  );
}

/** Does the row say what is asked of it? */
export function fillsSlot(task: Task, wanted: Slot): boolean {
  switch (wanted) {
    case "lead":
      return task.lead.length > 0;
    case "support":
      return task.coordinators.length > 0;
    case "schedule":
      return task.scheduleText !== undefined;
    case "result":
      return task.result !== undefined;
    case "content":
    case "verbatim":
      return true;
  }
}

/** Does this place have that number: "IV.5.4.2" is "5.4.2" of part "IV", and "5.4.2" where no part was named. */
export function isItem(section: string, item: ItemNumber): boolean {
  const place = partOf(section);
  const [part = "", ...rest] = place.split(".");
  const roman = /^[IVX]+$/u.test(part);
  const number = roman ? rest.join(".") : place.replace(/^Phụ lục /u, "");
  return number === item.number && (item.part === null || (roman && part === item.part));
}

/** Tasks at an item number, or under it when the item is a whole section. */
export function tasksAtItem(base: EditionIndex, u: Understanding, item: ItemNumber): readonly Task[] {
  const local = base.tasks.all.filter(inLocality(u.locality));
  const exact = local.filter((t) => isItem(t.section, item));
  if (exact.length > 0 || item.number === "") {
    return exact;
  }
  return local.filter((t) => {
    const [part = "", ...rest] = partOf(t.section).split(".");
    const roman = /^[IVX]+$/u.test(part);
    const number = roman ? rest.join(".") : t.section.replace(/^Phụ lục /u, "");
    return number.startsWith(`${item.number}.`) && (item.part === null || (roman && part === item.part));
  });
}

export interface UnitTasks {
  readonly lead: readonly Task[];
  readonly support: readonly Task[];
}

/** The bodies inside a compound heading: "Các trường, trạm y tế" holds "trường" and "trạm y tế". */
function bodiesIn(name: string): readonly string[] {
  return [name, ...name.split(/[,;/]| và /u)].map(shortUnit).filter((part) => part.length > 3);
}

/** Every task a unit leads or supports, in the papers' order; a part of a task that is listed whole is not listed again. */
export function tasksOfUnit(base: EditionIndex, u: Understanding, unitName: string): UnitTasks {
  const unit = base.units.find(
    (x) => x.name === unitName && (u.locality === null || x.locality === null || x.locality === u.locality),
  );
  const names = new Set([unitName, ...(unit?.otherNames ?? [])].map(shortUnit));
  const said = ` ${plain(u.folded)} `;
  const asked = bodiesIn(unitName).filter((part) => said.includes(` ${part} `));
  const isUnit = (name: string) =>
    names.has(shortUnit(name)) || bodiesIn(name).some((part) => asked.includes(part));
  const local = base.tasks.all.filter(inLocality(u.locality));
  const whole = (tasks: readonly Task[]) => {
    const ids = new Set(tasks.map((t) => t.id));
    return tasks.filter((t) => t.partOf === undefined || !ids.has(t.partOf));
  };
  const lead = local.filter((t) => t.lead.some(isUnit));
  const support = local.filter((t) => !t.lead.some(isUnit) && t.coordinators.some(isUnit));
  return { lead: whole(lead), support: whole(support) };
}

/** Words of a heading's beginning that name its body as a question names it. */
const HEADING_WORDS = 4;

export interface HeadingTasks {
  readonly name: string;
  readonly tasks: readonly Task[];
}

/** The tasks under the heading that begins with the longest name the question holds; null when none does. */
export function tasksUnderHeading(base: EditionIndex, u: Understanding): HeadingTasks | null {
  const said = ` ${plain(u.folded)} `;
  let best: { name: string; path: string; doc: string; size: number } | null = null;
  for (const { doc, locality, section } of base.sections.all) {
    const words = section.title.match(/[\p{L}\p{N}&-]+/gu) ?? [];
    let size = Math.min(words.length, 14);
    while (size >= HEADING_WORDS && !said.includes(` ${plain(words.slice(0, size).join(" "))} `)) {
      size--;
    }
    if (locality === u.locality && size >= HEADING_WORDS && size > (best?.size ?? 0)) {
      best = { name: words.slice(0, size).join(" "), path: section.path, doc, size };
    }
  }
  const { name = "", path = "", doc = "" } = best ?? {};
  const tasks = base.tasks.all.filter(
    (t) => t.doc === doc && (partOf(t.section) === path || t.section.startsWith(`${path}.`)),
  );
  return best === null || tasks.length === 0 ? null : { name, tasks };
}

/** A unit's name for comparing: folded, without "xã", "phường", "tỉnh", "trên địa bàn" at its end. */
export function shortUnit(name: string): string {
  return plain(name)
    .replace(/^(cac|de nghi) /u, "")
    .replace(/( tren dia( ban)?)?( (xa|phuong|tinh))?$/u, "")
    .trim();
}
