import type { Intent } from "../../domain/conversation.ts";
import type { LocalitySlug, Passage } from "../../domain/document.ts";
import type { Task } from "../../domain/task.ts";
import { shownDay } from "../../vietnamese/text/dates.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { roleIn } from "../lookup/roles.ts";
import type { UnitTasks } from "../lookup/tasks.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import type { Slot } from "../understand/understanding.ts";
import {
  citePassage,
  citeTask,
  type Draft,
  localityName,
  placeOf,
  sentence,
  shorten,
  sourceLines,
  tidy,
} from "./draft.ts";

/** Characters of a task's content shown inside a list; the whole stands in its citation. */
const LIST_CONTENT = 260;
/** As many tasks are told nearly whole. */
const FEW = 2;
const WHOLE_CONTENT = 700;

const INTENT_OF: Readonly<Record<Slot, Intent>> = {
  lead: "lead",
  support: "support",
  schedule: "deadline",
  result: "fact",
  content: "item",
  verbatim: "item",
};

/** Who is held to it, by the role that the paper gives them. */
function leadLine(task: Task, subject: Repaired | null): string {
  if (task.lead.length === 0) {
    return ANSWERS.noLead;
  }
  const bodies = task.lead.join("; ");
  switch (roleIn(task, subject)) {
    case "lead":
      return ANSWERS.leads(bodies);
    case "support":
      return ANSWERS.worksAlong(bodies);
    case "does":
      return ANSWERS.does(bodies);
  }
}

function slotLine(task: Task, slot: Slot, subject: Repaired | null): string {
  switch (slot) {
    case "lead":
      return leadLine(task, subject);
    case "support":
      return task.coordinators.length > 0
        ? ANSWERS.supports(task.coordinators.join("; "))
        : ANSWERS.noSupport;
    case "schedule":
      return task.scheduleText === undefined
        ? ANSWERS.noSchedule
        : ANSWERS.when(tidy(task.scheduleText).replace(/[.]$/u, ""));
    case "result":
      return task.result === undefined ? ANSWERS.noResult : ANSWERS.result(sentence(task.result));
    case "content":
    case "verbatim":
      return sentence(task.content);
  }
}

/** The asked fields of one or a few tasks first, then the task itself, then where it stands. */
export function composeSlot(
  tasks: readonly Task[],
  slots: readonly Slot[],
  base: EditionIndex,
  subject: Repaired | null = null,
): Draft {
  const citations = tasks.flatMap((t) => citeTask(t, base));
  const fields = (task: Task) => slots.map((slot) => slotLine(task, slot, subject));
  const same = new Set(tasks.map((t) => fields(t).join("\n"))).size === 1;
  const contents = (task: Task) =>
    slots.includes("content") || slots.includes("verbatim") ? [] : [ANSWERS.task(sentence(task.content))];
  const blocks = same
    ? [...tasks.slice(0, 1).flatMap(fields), ...tasks.flatMap(contents)]
    : tasks.flatMap((t) => [...fields(t), ...contents(t)]);
  return {
    intent: INTENT_OF[slots[0] ?? "content"],
    text: [...new Set(blocks), ...provincial(tasks, base), sourceLines(citations, base)].join("\n"),
    citations,
    counts: [],
    section: tasks[0]?.section ?? null,
  };
}

function provincial(tasks: readonly Task[], base: EditionIndex): string[] {
  const locality = tasks[0]?.locality ?? null;
  const level = locality === null ? null : base.localities.get(locality)?.level;
  return level === "province" ? [ANSWERS.provincial(localityName(locality, base))] : [];
}

function numbered(tasks: readonly Task[], from = 1): string[] {
  const most = tasks.length <= FEW ? WHOLE_CONTENT : LIST_CONTENT;
  return tasks.map((t, i) => {
    const when = t.scheduleText === undefined ? "" : ANSWERS.whenAfter(tidy(t.scheduleText));
    return `${i + from}. ${sentence(shorten(t.content, most))}${when} (${placeOf(t.section)})`;
  });
}

/** All that a unit must do, complete and counted; what it leads apart from what it supports. */
export function composeUnit(
  unit: string,
  locality: LocalitySlug | null,
  found: UnitTasks,
  base: EditionIndex,
): Draft {
  const { lead, support } = found;
  const all = [...lead, ...support];
  const citations = all.flatMap((t) => citeTask(t, base));
  const where = localityName(locality ?? all[0]?.locality ?? null, base);
  const head =
    lead.length === 0
      ? ANSWERS.unitSupports(unit, where, support.length)
      : ANSWERS.unitTasks(unit, where, all.length);
  const parts =
    lead.length > 0 && support.length > 0
      ? [
          ANSWERS.leadPart(lead.length),
          ...numbered(lead),
          ANSWERS.supportPart(support.length),
          ...numbered(support),
        ]
      : numbered(all);
  return {
    intent: "unit_tasks",
    text: [
      head,
      ...parts,
      ...provincial(all, base),
      sourceLines(citations.slice(0, 1), base).split(", mục")[0],
    ].join("\n"),
    citations,
    counts: [all.length, lead.length, support.length],
    section: null,
  };
}

/** Tasks whose day is at or before the day asked: those of that very day first, earlier ones after. */
export function composeDue(
  exact: readonly Task[],
  sooner: readonly Task[],
  day: string,
  base: EditionIndex,
): Draft {
  const citations = [...exact, ...sooner].flatMap((t) => citeTask(t, base).slice(0, 1));
  const shown = shownDay(day);
  const lines = [
    ...(exact.length > 0 ? [ANSWERS.dueExactly(exact.length, shown), ...numbered(exact)] : []),
    ...(sooner.length > 0 ? [ANSWERS.dueSooner(sooner.length, shown), ...numbered(sooner)] : []),
  ];
  return {
    intent: "deadline",
    text: [...lines, sourceLines(citations.slice(0, 1), base).split(", mục")[0]].join("\n"),
    citations,
    counts: [exact.length, sooner.length],
    section: null,
  };
}

/** A thing that stands in the paper, which gives it to nobody: the words it stands in, and that no row leads it. */
export function composeUnassigned(name: string, passage: Passage, base: EditionIndex): Draft {
  const citations = [citePassage(passage, base)];
  return {
    intent: "lead",
    text: [
      ANSWERS.unassigned(name),
      ANSWERS.task(sentence(shorten(passage.text, LIST_CONTENT))),
      sourceLines(citations, base),
    ].join("\n"),
    citations,
    counts: [],
    section: passage.section,
  };
}

/** Any list of tasks under a heading line of its own. */
export function composeTaskList(head: string, tasks: readonly Task[], base: EditionIndex): Draft {
  const citations = tasks.flatMap((t) => citeTask(t, base).slice(0, 1));
  return {
    intent: "list",
    text: [
      head,
      ...numbered(tasks),
      ...provincial(tasks, base),
      sourceLines(citations.slice(0, 1), base).split(", mục")[0],
    ].join("\n"),
    citations,
    counts: [tasks.length],
    section: null,
  };
}
