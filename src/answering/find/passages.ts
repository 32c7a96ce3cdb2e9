import type { Passage } from "../../domain/document.ts";
import type { Task } from "../../domain/task.ts";
import { composeModels, composePassages, composeSection } from "../compose/passages.ts";
import { composeSlot } from "../compose/tasks.ts";
import { lookupGroup } from "../lookup/groups.ts";
import { lookupModels } from "../lookup/models.ts";
import { holdsNeed, type Judged, judgeHits, rareNeeds } from "../lookup/relevance.ts";
import { lookupSection } from "../lookup/sections.ts";
import { fillsSlot } from "../lookup/tasks.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import { withoutGroups } from "../understand/asking-words.ts";
import type { TargetGroup, Understanding } from "../understand/understanding.ts";
import { draft, type FoundInPlans, type PlanQuestion } from "./finding.ts";

async function weighHits(
  { u, base, explain }: PlanQuestion,
  subject: Repaired,
  allowed: (label: number) => boolean,
): Promise<readonly Judged[]> {
  const weighed = judgeHits(await base.retriever.search(subject, 8, allowed), base, u, subject);
  for (const e of weighed.slice(0, 4)) {
    const verdict = e.accepted ? "accepted" : e.why;
    explain(
      "retrieve",
      `${e.passage.id}: score ${e.score.toFixed(2)}, coverage ${e.coverage.toFixed(2)}; ${verdict}`,
    );
  }
  return weighed;
}

/** Passages of one locality above the evidence bar; a whole section when the question names it by its title. */
export async function searchPlans(asked: PlanQuestion): Promise<FoundInPlans> {
  const { u, base, subject, explain } = asked;
  const row =
    u.counted !== null || u.needs.some((n) => n !== "body") ? null : lookupSection(base, u, subject);
  if (row !== null) {
    explain("lookup", `section ${row.section.path} “${row.section.title}”`);
    return draft(composeSection(row, u, base), 0.9);
  }
  const models = lookupModels(base, u);
  if (models.length > 1) {
    explain("lookup", `${models.length} models called by name`);
    return draft(composeModels(models, u, base), 0.9);
  }
  const rare = rareNeeds(u.needs);
  const forGroup = u.slot === null && rare.length === 0 && u.intent !== "target" ? lookupGroup(base, u) : [];
  if (forGroup.length > 0) {
    explain("lookup", `${forGroup.length} passage(s) for ${u.groups.join(", ")}`);
    return draft(composePassages(bestFew(forGroup, asked), subject, u, base), 0.9);
  }
  const allowed = (label: number) => {
    const passage = base.passages[label];
    const inForce =
      passage !== undefined && passage.locality === u.locality && base.documents.has(passage.doc);
    return inForce && !ofOtherYear(passage, u) && rare.every((need) => holdsNeed(passage.text, need));
  };
  const weighed = await weighHits(asked, subject, allowed);
  const accepted = weighed.filter((e) => e.accepted);
  const best = accepted[0];
  if (best === undefined) {
    const rest = withoutGroups(u.subject);
    const general = u.groups.every((group) => GENERAL.has(group));
    return rest === u.subject || rest === "" || !general
      ? { kind: "nothing", nearest: weighed[0] ?? null }
      : searchPlans({ ...asked, u: { ...u, subject: rest }, subject: base.retriever.words.repair(rest) });
  }
  if (u.needs.includes("link")) {
    const most = [...accepted].sort((a, b) => linksIn(b) - linksIn(a)).slice(0, 3);
    return draft(
      composePassages(
        most.map((e) => e.passage),
        subject,
        u,
        base,
      ),
      Math.max(best.coverage, HOLDS_RARE),
      "search",
    );
  }
  const owners = rowsAt(asked, best.passage);
  if (u.slot !== null && owners.length > 0) {
    explain("lookup", `row at ${best.passage.section} says the ${u.slot}`);
    return draft(
      composeSlot(owners, u.leadToo ? ["lead", "support"] : [u.slot], base),
      best.coverage,
      "search",
    );
  }
  const near = accepted
    .filter((e) => e.score >= best.score * 0.93 && e.coverage >= best.coverage - 0.02)
    .slice(0, 2);
  return draft(
    composePassages(
      near.map((e) => e.passage),
      subject,
      u,
      base,
    ),
    best.coverage,
    "search",
  );
}

/** Passages shown for a group; those that hold most of the question's words come first. */
const FEW = 3;

function bestFew(passages: readonly Passage[], { base, subject }: PlanQuestion): readonly Passage[] {
  const keys = new Set(subject.keys);
  const shared = (passage: Passage) =>
    new Set(base.retriever.words.repair(passage.text).keys.filter((key) => keys.has(key))).size;
  const worth = new Map(passages.map((passage) => [passage, shared(passage)]));
  return [...passages].sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0)).slice(0, FEW);
}

/** The tasks a passage tells, where they fill the field asked for. */
function rowsAt({ u, base }: PlanQuestion, passage: Passage): readonly Task[] {
  const { slot } = u;
  if (slot === null || slot === "content" || slot === "verbatim") {
    return [];
  }
  return base.tasks.all
    .filter((t) => t.doc === passage.doc && t.section === passage.section && fillsSlot(t, slot))
    .slice(0, 1);
}

/** Groups that mean everybody, or everybody in office: what is said of all is said of them. */
const GENERAL: ReadonlySet<TargetGroup> = new Set(["officials", "citizens", "workers", "party_members"]);

/** Under a heading of another year ("2. Năm 2026") a figure answers another question. */
function ofOtherYear(passage: Passage, u: Understanding): boolean {
  const title = passage.heading.split(" › ").at(-1) ?? "";
  const years = title.match(/(?<!\d)20\d\d(?!\d)/gu) ?? [];
  return u.years.length > 0 && years.length > 0 && !years.some((year) => u.years.includes(year));
}

/** How sure a passage is that holds the rare thing asked for. */
const HOLDS_RARE = 0.9;

const linksIn = (e: Judged) => e.passage.text.match(/https?:/gu)?.length ?? 0;
