import type { Task } from "../../domain/task.ts";
import { ANSWERS } from "../../vietnamese/wording/residents/answers.ts";
import { composePassages, composeSection } from "../compose/passages.ts";
import { composeTargets } from "../compose/targets.ts";
import {
  composeDue,
  composeSlot,
  composeTaskList,
  composeUnassigned,
  composeUnit,
} from "../compose/tasks.ts";
import { leaders, type Match, matchRows } from "../index/rows.ts";
import { isNamedThing } from "../lookup/named-things.ts";
import { holdsNeed, longestRun } from "../lookup/relevance.ts";
import { lookupTargets } from "../lookup/targets.ts";
import {
  fillsSlot,
  isItem,
  lookupTasks,
  TASK_COVERAGE,
  tasksAtItem,
  tasksOfUnit,
  tasksUnderHeading,
  type UnitTasks,
} from "../lookup/tasks.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import { INTENT } from "../understand/patterns.ts";
import { plain } from "../understand/places.ts";
import { withoutUnit } from "../understand/units.ts";
import { draft, type FoundInPlans, type PlanQuestion } from "./finding.ts";
import { fromCard } from "./metadata.ts";
import { countTargets, lacking, summary } from "./outline.ts";
import { searchPlans } from "./passages.ts";

/** A list the paper says is attached, in a file that does not hold it. */
function missingAnnex({ u, base, explain }: PlanQuestion): FoundInPlans | null {
  const lacking = [...base.documents.values()].filter(
    (d) => d.card.locality === u.locality && d.findings.some((f) => f.kind === "missing_annex"),
  );
  if (!/\b(phu luc|danh muc)\b/u.test(u.folded) || lacking.length === 0) {
    return null;
  }
  explain("lookup", `annex missing in ${lacking.map((d) => d.id).join(", ")}`);
  return { kind: "missing_annex" };
}

function item({ u, base, explain }: PlanQuestion): FoundInPlans | null {
  if (u.item === null) {
    return null;
  }
  const tasks = tasksAtItem(base, u, u.item);
  if (tasks.length > 0) {
    explain("lookup", `${tasks.length} task(s) at item ${u.item.part ?? ""} ${u.item.number}`);
    const made =
      tasks.length === 1 || (u.slot !== null && tasks.length <= 4)
        ? composeSlot(tasks, [u.slot ?? "content"], base)
        : composeTaskList(ANSWERS.itemTasks(u.item.number, tasks.length), tasks, base);
    return draft({ ...made, intent: u.slot === null ? "item" : made.intent }, 1);
  }
  const wanted = u.item;
  const passages = base.passages.filter((p) => p.locality === u.locality && isItem(p.section, wanted));
  const row = base.sections.all.find(
    (s) => s.locality === u.locality && isItem(s.section.path, wanted) && s.passages.length > 0,
  );
  if (row !== undefined && row.passages.length > 1) {
    return draft(composeSection(row, u, base), 1);
  }
  return passages.length > 0
    ? draft(composePassages(passages.slice(0, 6), base.retriever.words.repair(""), u, base), 1)
    : { kind: "nothing", nearest: null };
}

/** A day named as a limit: what must be finished by it is asked for, however the list is asked. */
const DUE = /\b(truoc|den|han|xong|hoan thanh|cham nhat|muon nhat|trong|toi|sau)\b/u;

function due({ u, base, explain }: PlanQuestion): FoundInPlans | null {
  const day = u.days[0];
  if (day === undefined || !DUE.test(u.folded) || u.intent === "target" || u.cardField !== null || u.yesNo) {
    return null;
  }
  const dated = base.tasks.all.filter((t) => t.locality === u.locality && t.schedule?.kind === "by");
  const on = dated.filter((t) => t.schedule?.kind === "by" && t.schedule.date === day);
  const sooner = dated.filter((t) => t.schedule?.kind === "by" && t.schedule.date < day);
  explain("lookup", `${on.length} task(s) due ${day}, ${sooner.length} sooner`);
  return on.length + sooner.length === 0 ? null : draft(composeDue(on, sooner, day, base), 1);
}

function target({ u, base, subject, explain }: PlanQuestion): FoundInPlans | null {
  if (u.intent !== "target" && !(u.assumedPercents.length > 0 && u.item === null)) {
    return null;
  }
  const found = lookupTargets(base, u, subject);
  explain("lookup", `targets: ${found.kind}`);
  if (found.kind === "found") {
    return draft(composeTargets(found.targets, u, base), 0.5 + found.coverage / 2);
  }
  if (found.kind === "other_years") {
    return { kind: "other_years", years: found.years };
  }
  // A share for a group the paper sets none for is not to be found in some other sentence with a percent sign.
  return u.intent === "target" && u.groups.length > 0 && u.needs.includes("percent")
    ? { kind: "nothing", nearest: null }
    : null;
}

/** A body that a heading names at more length than any list of bodies does. */
function underHeading({ u, base, explain }: PlanQuestion): FoundInPlans | null {
  if (!INTENT.unitTasks.test(u.folded) || u.item !== null || u.counted !== null) {
    return null;
  }
  const found = tasksUnderHeading(base, u);
  if (found === null || (u.unit !== null && plain(u.unit).length >= plain(found.name).length)) {
    return null;
  }
  explain("lookup", `${found.tasks.length} task(s) under “${found.name}”`);
  return draft(composeUnit(found.name, u.locality, { lead: found.tasks, support: [] }, base), 1);
}

function unit({ u, base, explain }: PlanQuestion): FoundInPlans | null {
  if (u.intent !== "unit_tasks" || u.unit === null || u.counted !== null) {
    return null;
  }
  const found = tasksOfUnit(base, u, u.unit);
  explain("lookup", `${u.unit}: leads ${found.lead.length}, supports ${found.support.length}`);
  const supportOnly = /\b(phoi hop)\b/u.test(u.folded) && found.support.length > 0;
  const leadOnly = /\bchu tri\b/u.test(u.folded) && found.lead.length > 0;
  const shown = supportOnly
    ? { lead: [], support: found.support }
    : { lead: found.lead, support: leadOnly ? [] : found.support };
  return found.lead.length + found.support.length === 0
    ? null
    : draft(composeUnit(u.unit, u.locality, shown, base), 1);
}

/** Coverage from which a task without a schedule of its own is shown for the time told in its words. */
const SAID_COVERAGE = 0.8;

/** Of a unit's own tasks, those that the question without the unit's name means. */
function ownTasks({ u, base }: PlanQuestion, { lead, support }: UnitTasks): readonly Match<Task>[] {
  const unit = base.units.find((x) => x.name === u.unit);
  const rest = base.retriever.words.repair(unit === undefined ? u.subject : withoutUnit(u.subject, unit));
  const own = new Set([...lead, ...support]);
  return leaders(
    matchRows(base.tasks, rest, (t) => own.has(t), 8).filter((m) => m.coverage >= TASK_COVERAGE),
  );
}

function slot(asked: PlanQuestion): FoundInPlans | null {
  const { u, base, subject, explain, topicTasks } = asked;
  if (u.slot === null) {
    return null;
  }
  const found = topicTasks.length > 0 ? [] : lookupTasks(base, u, subject);
  const ofUnit = u.unit === null ? null : tasksOfUnit(base, u, u.unit);
  const own = ofUnit === null || u.slot === "lead" || topicTasks.length > 0 ? [] : ownTasks(asked, ofUnit);
  const matches = own.length > 0 ? own : found;
  const tasks = topicTasks.length > 0 ? topicTasks : matches.slice(0, 3).map((m) => m.row);
  const wanted = u.slot;
  const filled = tasks.filter((t) => fillsSlot(t, wanted));
  explain(
    "lookup",
    `tasks: ${tasks.map((t) => t.section).join(", ") || "none"}; ${wanted} stands in ${filled.length}`,
  );
  if (filled.length > 0) {
    const made = composeSlot(filled, u.leadToo ? ["lead", "support"] : [wanted], base, subject);
    return draft(
      { ...made, text: [...premise(asked, filled), made.text].join("\n") },
      topicTasks.length > 0 ? 1 : (matches[0]?.coverage ?? 0.5),
    );
  }
  const nobody = wanted === "lead" ? unassigned(asked) : null;
  if (nobody !== null) {
    return nobody;
  }
  const sure = topicTasks.length > 0 || (matches[0]?.coverage ?? 0) >= SAID_COVERAGE;
  const said = tasks.filter((t) => sure && wanted === "schedule" && holdsNeed(t.content, "date"));
  return said.length > 0 ? draft(composeSlot(said, ["content"], base), 0.7) : null;
}

/** "Phòng Kinh tế có phải chủ trì … không": the body put forward is confirmed or corrected first. */
function premise({ u, base }: PlanQuestion, tasks: readonly Task[]): readonly string[] {
  if (u.unit === null || u.slot !== "lead" || !u.yesNo) {
    return [];
  }
  const own = new Set(tasksOfUnit(base, u, u.unit).lead);
  return [tasks.some((task) => own.has(task)) ? ANSWERS.isLead(u.unit) : ANSWERS.isNotLead(u.unit)];
}

/** A thing the paper calls by name and no row leads: nobody else's row may stand for it. */
function unassigned({ u, base, subject, explain }: PlanQuestion): FoundInPlans | null {
  if (!isNamedThing(base, subject.text)) {
    return null;
  }
  const size = subject.keys.length;
  const holding = base.passages.filter(
    (p) => p.locality === u.locality && base.documents.has(p.doc) && longestRun(p.text, subject) === size,
  );
  const foremost = [...holding].sort((a, b) => placeIn(a.text, subject) - placeIn(b.text, subject))[0];
  explain("lookup", `“${subject.text}” stands in ${holding.length} passage(s), led in none`);
  return foremost === undefined ? null : draft(composeUnassigned(subject.text, foremost, base), 1);
}

/** How far into a text a subject begins, in characters: where it is told it stands foremost. */
const placeIn = (text: string, subject: Repaired): number =>
  plain(text).indexOf(plain(subject.text).slice(0, 12));

const LOOKUPS = [
  missingAnnex,
  summary,
  lacking,
  countTargets,
  fromCard,
  item,
  due,
  target,
  underHeading,
  unit,
  slot,
] as const;

/** Lookup before search: rows answer where they can, passages above the evidence bar where they cannot. */
export async function fromPlans(asked: PlanQuestion): Promise<FoundInPlans> {
  for (const lookup of LOOKUPS) {
    const found = lookup(asked);
    if (found !== null) {
      return found;
    }
  }
  return searchPlans(asked);
}
