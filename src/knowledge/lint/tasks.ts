// Doubts about who does what by when.
import type { Target, Task } from "../../domain/task.ts";
import { lastDayOfMonth } from "../../vietnamese/text/dates.ts";
import { fold } from "../../vietnamese/text/normalise.ts";
import { findingMessage } from "../../vietnamese/wording/knowledge/findings.ts";
import { actingUnit, headingUnits } from "../entities/responsible-unit.ts";
import type { UnitReader } from "../entities/units.ts";
import { isOrganizing } from "../extract/assignments.ts";
import type { Resolved } from "../extract/cross-references.ts";
import { type Node, walk } from "../outline/outline.ts";
import type { FindingDraft } from "./words.ts";

/** The last day a schedule allows, when it names an end. */
export function lastDay(task: Task): string | null {
  const schedule = task.schedule;
  switch (schedule?.kind) {
    case "by":
      return schedule.date;
    case "month":
      return lastDayOfMonth(schedule.month);
    case "period":
      return endOf(schedule.to);
    default:
      return null;
  }
}

function endOf(to: string): string {
  if (to.length === 4) {
    return `${to}-12-31`;
  }
  return to.length === 7 ? lastDayOfMonth(to) : to;
}

export function scheduleDoubts(tasks: readonly Task[], today: string): readonly FindingDraft[] {
  return tasks.flatMap((task): readonly FindingDraft[] => {
    const words = task.scheduleText ?? "";
    if (task.schedule?.kind === "unclear") {
      return [
        {
          kind: "unclear_schedule",
          section: task.section,
          message: findingMessage.unclearSchedule(words),
          words,
        },
      ];
    }
    const last = lastDay(task);
    return last !== null && last < today
      ? [{ kind: "deadline_past", section: task.section, message: findingMessage.deadlinePast(last), words }]
      : [];
  });
}

export function assignmentDoubts(resolved: Resolved, tasks: readonly Task[]): readonly FindingDraft[] {
  const handed = new Set(resolved.tasks.map((task) => task.section));
  const alone = tasks.filter((task) => task.lead.length === 0 && !handed.has(task.section));
  return [
    ...resolved.dangling.map(({ reference, address }) => ({
      kind: "dangling_reference" as const,
      section: reference.from.section,
      message: findingMessage.dangling(address, reference.from.section),
      words: address,
    })),
    ...resolved.unassigned.map((node) => ({
      kind: "unassigned_item" as const,
      section: node.path,
      message: findingMessage.unassigned,
      words: node.words.text,
    })),
    ...alone.map((task) => ({
      kind: "unassigned_item" as const,
      section: task.section,
      message: findingMessage.unassigned,
      words: task.content,
    })),
    ...resolved.doubly.map(({ node, owners }) => ({
      kind: "doubly_assigned_item" as const,
      section: node.path,
      message: findingMessage.doublyAssigned([...new Set(owners.flatMap((owner) => owner.lead))]),
      words: node.words.text,
    })),
  ];
}

const DUTIES = /nhiem vu|giai phap/u;

/** A part of duties that nobody is told to do, said once for the whole part. */
export function unownedParts(roots: readonly Node[], tasks: readonly Task[]): readonly FindingDraft[] {
  return roots
    .filter((root) => root.kind === "section" && DUTIES.test(fold(root.words.text)) && !isOrganizing(root))
    .flatMap((root) => {
      const items = [...walk(root.children)].filter(
        (node) => node.children.length === 0 && node.kind !== "table",
      );
      const owned = tasks.some(
        (task) =>
          task.section === root.path ||
          task.section.startsWith(`${root.path}.`) ||
          task.section.startsWith(`${root.path} `),
      );
      return owned || items.length === 0
        ? []
        : [
            {
              kind: "unassigned_item" as const,
              section: root.path,
              message: findingMessage.unassignedPart(items.length),
              words: root.words.text,
            },
          ];
    });
}

const SHORT = 120;

/** Heads under "tổ chức thực hiện" that name no known body, and cells that hold none. */
export function unknownUnits(
  nodes: readonly Node[],
  tasks: readonly Task[],
  units: UnitReader,
): readonly FindingDraft[] {
  const heads = [...walk(nodes)]
    .filter(isOrganizing)
    .flatMap((part) => part.children)
    .filter((node) => node.kind === "section" && node.children.length > 0 && node.words.text.length < SHORT)
    .filter(
      (node) =>
        headingUnits(node.words.text, units).length === 0 && actingUnit(node.words.text, units) === null,
    )
    .map((node) => ({ section: node.path, name: node.words.text.replace(/[:.]$/u, "") }));
  const cells = tasks
    .filter((task) => /^Phụ lục| dòng /u.test(task.section))
    .flatMap((task) => [...task.lead, ...task.coordinators].map((name) => ({ section: task.section, name })))
    .filter(({ name }) => units.all(name).length === 0);
  const seen = new Set<string>();
  return [...heads, ...cells].flatMap(({ section, name }) => {
    const known = seen.has(name);
    seen.add(name);
    return known
      ? []
      : [{ kind: "unknown_unit" as const, section, message: findingMessage.unknownUnit(name), words: name }];
  });
}

/** A share that is lower in a later year for the same group and aim. */
export function fallingFigures(targets: readonly Target[]): readonly FindingDraft[] {
  return targets.flatMap((later) => {
    const before = targets.find(
      (earlier) => sameAim(earlier, later) && (earlier.percent ?? 0) > (later.percent ?? 0),
    );
    return before === undefined
      ? []
      : [
          {
            kind: "falling_figure" as const,
            section: later.section,
            message: findingMessage.falling(later.group, shown(before), shown(later)),
            words: later.statement,
          },
        ];
  });
}

const shown = (target: Target): string => `${target.percent}% (năm ${target.year})`;

/** The words behind the group, which say what is reached: the first few are enough to tell aims apart. */
function aim(target: Target): string {
  const after = target.statement.slice(target.statement.indexOf(target.group) + target.group.length);
  return fold(after)
    .replace(/[^a-z ]+/gu, " ")
    .split(/\s+/u)
    .filter((word) => word.length > 1 && word !== "duoc")
    .slice(0, 3)
    .join(" ");
}

function sameAim(earlier: Target, later: Target): boolean {
  return (
    earlier.percent !== null &&
    later.percent !== null &&
    earlier.year !== null &&
    later.year !== null &&
    earlier.year < later.year &&
    fold(earlier.group) === fold(later.group) &&
    aim(earlier) === aim(later)
  );
}
