import type { Task } from "../../domain/task.ts";
import type { Draft } from "../compose/draft.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import type { Judged } from "../lookup/relevance.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import type { Understanding } from "../understand/understanding.ts";

/** What one locality's papers say to a question. */
export type FoundInPlans =
  | {
      readonly kind: "draft";
      readonly draft: Draft;
      readonly strength: number;
      readonly by: "rows" | "search";
    }
  /** The thing is there, but not for the year asked. */
  /** The paper names an annex that its file does not hold. */
  | { readonly kind: "missing_annex" }
  | { readonly kind: "other_years"; readonly years: readonly string[] }
  | { readonly kind: "nothing"; readonly nearest: Judged | null };

type Explain = (step: "lookup" | "retrieve" | "evidence", text: string) => void;

/** A question about one locality, and what is needed to answer it. */
export interface PlanQuestion {
  readonly base: EditionIndex;
  readonly u: Understanding;
  readonly subject: Repaired;
  readonly explain: Explain;
  /** The task the conversation is about, when the question leans on it. */
  readonly topicTasks: readonly Task[];
}

export const draft = (made: Draft, strength: number, by: "rows" | "search" = "rows"): FoundInPlans => ({
  kind: "draft",
  draft: made,
  strength,
  by,
});
