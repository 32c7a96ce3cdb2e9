// What a paper is made of: a summary by its headings, and the rows that lack something.
import type { DocumentId } from "../../domain/document.ts";
import type { Task } from "../../domain/task.ts";
import { ACROSS } from "../../vietnamese/wording/residents/across.ts";
import { composeLacking, composeSummary } from "../compose/outline.ts";
import { composeTargets } from "../compose/targets.ts";
import { inLocality } from "../index/rows.ts";
import { roleIn } from "../lookup/roles.ts";
import { lookupSection } from "../lookup/sections.ts";
import { fillsSlot, isItem, tasksOfUnit } from "../lookup/tasks.ts";
import { namesOnlyKinds } from "../understand/asking-words.ts";
import { draft, type FoundInPlans, type PlanQuestion } from "./finding.ts";

/** Words of summing up, which no heading holds. */
const FRAME =
  /(?<!\p{L})(?:tóm (?:tắt|lược|gọn)|nội dung chính|những ý chính|ý chính|khái quát|tổng quan|điểm chính|bố cục|mục lục|nói gọn|nói ngắn gọn|phần|mục|kế hoạch|văn bản|toàn bộ|nội dung)(?!\p{L})/giu;

/** "tóm tắt kế hoạch", "tóm tắt phần tổ chức thực hiện", "phần VI gồm mấy phần". */
export function summary({ u, base, explain }: PlanQuestion): FoundInPlans | null {
  if (u.query.act !== "summarise") {
    return null;
  }
  const said = u.text.replace(FRAME, " ").replace(/\s+/gu, " ");
  const wanted = u.item;
  const papers = [...base.documents.values()].filter(
    (d) => d.guide === null && d.card.locality === u.locality && d.sections.length > 0,
  );
  const named =
    wanted === null
      ? titled(u.subject.replace(FRAME, " ").trim(), said, { u, base })
      : base.sections.all.find((s) => s.locality === u.locality && isItem(s.section.path, wanted));
  if (named !== null && named !== undefined) {
    explain("lookup", `summary of ${named.section.path}`);
    return draft(composeSummary(named.doc, named.section, base), 1);
  }
  const paper: DocumentId | undefined = papers[0]?.id;
  const whole = namesOnlyKinds(u.subject.replace(FRAME, " ").trim());
  return paper === undefined || !whole ? null : draft(composeSummary(paper, null, base), 1);
}

/** The section called so; asking words may be part of its title ("Tổ chức thực hiện"). */
function titled(subject: string, said: string, { u, base }: Pick<PlanQuestion, "u" | "base">) {
  for (const words of [subject, said]) {
    const row = lookupSection(base, u, base.retriever.words.repair(words));
    if (row !== null) {
      return row;
    }
  }
  const folded = said.toLowerCase();
  return (
    base.sections.all.find(
      ({ locality, section }) =>
        locality === u.locality && section.title.length > 4 && folded.includes(section.title.toLowerCase()),
    ) ?? null
  );
}

/** "việc nào chưa có ai chủ trì": the rows that do not say it, or that all of them do. */
export function lacking({ u, base, explain }: PlanQuestion): FoundInPlans | null {
  const { without } = u.query;
  if (without === null) {
    return null;
  }
  const local = base.tasks.all.filter(inLocality(u.locality));
  const own = u.unit === null ? null : tasksOfUnit(base, u, u.unit);
  const scope = own === null ? local : [...own.lead, ...own.support];
  const ids = new Set(scope.map((task) => task.id));
  const all = scope.filter((task) => task.partOf === undefined || !ids.has(task.partOf));
  const lacks = all.filter((task) => !fillsSlot(task, without));
  const along: readonly Task[] =
    without === "lead"
      ? all.filter((task) => fillsSlot(task, without) && roleIn(task, null) === "support")
      : [];
  explain("lookup", `${lacks.length} of ${all.length} task(s) without ${without}`);
  return all.length === 0 ? null : draft(composeLacking(all, lacks, along, without, base), 1);
}

/** "kế hoạch có mấy chỉ tiêu năm 2026": the rows themselves, counted. */
export function countTargets({ u, base, explain }: PlanQuestion): FoundInPlans | null {
  if (u.query.act !== "count" || u.query.over !== "targets" || u.query.scope !== "one") {
    return null;
  }
  const rows = base.targets.all.filter(
    (t) =>
      inLocality(u.locality)(t) && (u.years.length === 0 || (t.year !== null && u.years.includes(t.year))),
  );
  explain("lookup", `${rows.length} target(s) counted`);
  if (rows.length === 0) {
    return null;
  }
  const made = composeTargets(rows, { ...u, assumedPercents: [] }, base);
  const head = ACROSS.countTargets(rows.length, u.years.join(", "));
  return draft({ ...made, text: `${head}\n${made.text}`, counts: [rows.length] }, 1);
}
