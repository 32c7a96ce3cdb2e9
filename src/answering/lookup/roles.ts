// What a paper holds a body to in a row: to lead, to work along, or to do it.
import type { Task } from "../../domain/task.ts";
import { fold } from "../../vietnamese/text/normalise.ts";
import { sentences } from "../../vietnamese/text/sentences.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import { longestRun } from "./relevance.ts";

export type Role = "lead" | "support" | "does";

const LEADS = /\bchu tri\b/u;
/** "Phối hợp với …" begins what a body only takes part in; its own name may stand before. */
const ALONG = /^(?:[^:]{0,60}:\s*)?(?:[-–+•]\s*)?phoi hop\b/u;

/** The sentence of a task that is about the subject; the first one where none is more than others. */
function sentenceOf(task: Task, subject: Repaired | null): string {
  const all = sentences(task.content);
  if (subject === null || all.length < 2) {
    return task.content;
  }
  const runs = all.map((sentence) => longestRun(sentence, subject));
  return all[runs.indexOf(Math.max(...runs))] ?? task.content;
}

/** A column of a table, or the words that give the task out, say who leads. */
function ledByTable({ section, assignedQuote }: Task): boolean {
  return (
    section.startsWith("Phụ lục") || (assignedQuote !== undefined && LEADS.test(fold(assignedQuote)))
  );
}

export function roleIn(task: Task, subject: Repaired | null): Role {
  const sentence = fold(sentenceOf(task, subject));
  if (ALONG.test(sentence)) {
    return "support";
  }
  return LEADS.test(sentence) || ledByTable(task) ? "lead" : "does";
}
