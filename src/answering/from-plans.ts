import type { Task } from "../domain/task.ts";
import { squeeze } from "../vietnamese/fold.ts";
import { composeCard, composeNamedPaper, composePassages, composeSection } from "./compose/facts.ts";
import { composeTargets } from "./compose/targets.ts";
import { composeDue, composeSlot, composeTaskList, composeUnit } from "./compose/tasks.ts";
import { holdsNeed } from "./evidence.ts";
import { lookupTargets } from "./lookup/targets.ts";
import { isItem, lookupTasks, tasksAtItem, tasksOfUnit } from "./lookup/tasks.ts";
import { type Asked, draft, type PlanFinding } from "./plan-finding.ts";
import { searchPlans } from "./search-plans.ts";
import type { Understanding } from "./understand/understanding.ts";

function documentsOf({ base, u }: Asked): readonly string[] {
  return [...base.documents.values()]
    .filter((d) => d.guide === null && d.card.locality === u.locality)
    .map((d) => d.id);
}

/** A paper that is only named here: all that is said of it stands in the words that name it. */
function namedPaper(asked: Asked, number: string): PlanFinding | null {
  const wanted = squeeze(number);
  for (const doc of documentsOf(asked)) {
    const made = composeNamedPaper(wanted, doc, asked.base);
    if (made !== null) {
      return draft(made, 1);
    }
  }
  return null;
}

function card(asked: Asked): PlanFinding | null {
  const { u, base, subject } = asked;
  const named =
    u.documentNumber === null || u.cardField === null ? null : namedPaper(asked, u.documentNumber);
  if (named !== null) {
    return named;
  }
  const wantsBasis = u.cardField === null && u.needs.includes("document") && u.item === null;
  const field = wantsBasis ? "bases" : u.cardField;
  if (field === null) {
    return null;
  }
  for (const doc of documentsOf(asked)) {
    const made = composeCard(field, doc, subject, base);
    if (made !== null) {
      asked.explain("lookup", `card of ${doc}: ${field}`);
      return draft(made, 1);
    }
  }
  const elsewhere = u.cardField === null || u.cardField === "bases" || subject.keys.length > 3;
  return elsewhere ? null : { kind: "nothing", nearest: null };
}

/** A list the paper says is attached, in a file that does not hold it. */
function missingAnnex({ u, base, explain }: Asked): PlanFinding | null {
  const lacking = [...base.documents.values()].filter(
    (d) => d.card.locality === u.locality && d.findings.some((f) => f.kind === "missing_annex"),
  );
  if (!/\b(phu luc|danh muc)\b/u.test(u.folded) || lacking.length === 0) {
    return null;
  }
  explain("lookup", `annex missing in ${lacking.map((d) => d.id).join(", ")}`);
  return { kind: "missing_annex" };
}

function item({ u, base, explain }: Asked): PlanFinding | null {
  if (u.item === null) {
    return null;
  }
  const tasks = tasksAtItem(base, u, u.item);
  if (tasks.length > 0) {
    explain("lookup", `${tasks.length} task(s) at item ${u.item.part ?? ""} ${u.item.number}`);
    const made =
      tasks.length === 1 || (u.slot !== null && tasks.length <= 4)
        ? composeSlot(tasks, [u.slot ?? "content"], base)
        : composeTaskList(`Mục ${u.item.number} có ${tasks.length} việc:`, tasks, base);
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

function due({ u, base, explain }: Asked): PlanFinding | null {
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

function target({ u, base, subject, explain }: Asked): PlanFinding | null {
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

function unit({ u, base, explain }: Asked): PlanFinding | null {
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

function slot({ u, base, subject, explain, topicTasks }: Asked): PlanFinding | null {
  if (u.slot === null) {
    return null;
  }
  const found = topicTasks.length > 0 ? [] : lookupTasks(base, u, subject);
  const ofUnit = u.unit === null ? null : tasksOfUnit(base, u, u.unit);
  const own = found.filter(
    (m) => ofUnit !== null && (ofUnit.lead.includes(m.row) || ofUnit.support.includes(m.row)),
  );
  const matches = own.length > 0 && u.slot !== "lead" ? own : found;
  const tasks = topicTasks.length > 0 ? topicTasks : matches.slice(0, 3).map((m) => m.row);
  const wanted = u.slot;
  const filled = tasks.filter((t) => hasSlot(t, wanted));
  explain(
    "lookup",
    `tasks: ${tasks.map((t) => t.section).join(", ") || "none"}; ${wanted} stands in ${filled.length}`,
  );
  if (filled.length > 0) {
    return draft(
      composeSlot(filled, u.leadToo ? ["lead", "support"] : [wanted], base),
      topicTasks.length > 0 ? 1 : (matches[0]?.coverage ?? 0.5),
    );
  }
  const said = tasks.filter((t) => wanted === "schedule" && holdsNeed(t.content, "date"));
  return said.length > 0 ? draft(composeSlot(said, ["content"], base), 0.7) : null;
}

function hasSlot(task: Task, wanted: NonNullable<Understanding["slot"]>): boolean {
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

const LOOKUPS = [missingAnnex, card, item, due, target, unit, slot] as const;

/** Lookup before search: rows answer where they can, passages above the evidence bar where they cannot. */
export async function fromPlans(asked: Asked): Promise<PlanFinding> {
  for (const lookup of LOOKUPS) {
    const found = lookup(asked);
    if (found !== null) {
      return found;
    }
  }
  return searchPlans(asked);
}
