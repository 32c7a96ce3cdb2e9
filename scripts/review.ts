// Decisions about tasks read out of the papers; what is approved here reminds.
import { createInterface } from "node:readline/promises";
import type { Edition } from "../src/domain/knowledge.ts";
import type { Task } from "../src/domain/task.ts";
import type { Storage } from "../src/ports/storage.ts";
import { codesOf, tasksByCode } from "../src/reminders/tasks/codes.ts";
import { knownTasks, reviewBefore, reviewOf, reviewsByTask } from "../src/reminders/tasks/reviews.ts";
import { sharpenedTasks } from "../src/reminders/tasks/sharpened.ts";
import { REVIEWING, waitingLines } from "../src/vietnamese/wording/knowledge/reviewing.ts";
import { CommandError } from "./command-line.ts";
import { correctionOf } from "./correction.ts";

export interface ReviewRequest {
  readonly approve: string | undefined;
  readonly reject: string | undefined;
  readonly correct: string | undefined;
  readonly set: readonly string[];
  readonly doc: string | undefined;
  readonly locality: string | undefined;
  readonly by: string | undefined;
  readonly json: boolean;
}

/** The tasks, the decisions about them, and what to do with them. Decisions are kept as made at `at`, an instant in ms. */
export async function openReview(edition: Edition, storage: Storage, at: number) {
  const documents = edition.documents.flatMap((document) => document.tasks);
  const tasks = sharpenedTasks(knownTasks(documents, await storage.tasks.reviews()));
  const codes = codesOf(tasks);
  const source = (task: Task) => {
    const card = edition.documents.find((document) => document.id === task.doc)?.card;
    return `${card?.number?.value ?? card?.title ?? task.doc} (${task.doc}), mục ${task.section}`;
  };
  return {
    async waiting(request: Pick<ReviewRequest, "doc" | "locality">) {
      const reviews = await storage.tasks.reviews();
      const reviewed = reviewsByTask(reviews);
      return tasks
        .filter((task) => request.doc === undefined || task.doc === request.doc)
        .filter((task) => request.locality === undefined || task.locality === request.locality)
        .filter((task) => reviewed(task) === null)
        .map((task) => ({
          task,
          code: codes.get(task.id) ?? "",
          source: source(task),
          before: reviewBefore(task, tasks, reviews),
        }));
    },
    /** By id or by code; one that is decided already may be decided again. */
    find(named: string): Task {
      const byId = tasks.find((task) => task.id === named);
      const [found, another] = byId === undefined ? tasksByCode(named, tasks) : [byId];
      if (found === undefined || another !== undefined) {
        throw new CommandError(
          found === undefined
            ? `There is no task ${named}. See them with: npm run tasks -- --review`
            : `${named} may mean several tasks. Write the whole code or id.`,
        );
      }
      return found;
    },
    codeOf: (task: Task) => codes.get(task.id) ?? task.id,
    async decide(
      task: Task,
      decision: "approved" | "rejected",
      correction: Partial<Task> | null,
      by: string,
    ) {
      await storage.tasks.review(reviewOf(task, decision, correction, by, at));
      await storage.people.audit(at, by, correction === null ? decision : "correct", task.id);
    },
  };
}

type Review = Awaited<ReturnType<typeof openReview>>;

function nameOf(request: ReviewRequest): string {
  const by = request.by?.normalize("NFC").trim() ?? "";
  if (by === "") {
    throw new CommandError('Say who decides: --by "Nguyễn Văn A".');
  }
  return by;
}

/** The decisions named on the command line; false when none is. */
export async function decideNamed(review: Review, request: ReviewRequest): Promise<boolean> {
  const { approve, reject, correct } = request;
  if ([approve, reject, correct].filter((one) => one !== undefined).length > 1) {
    throw new CommandError("Give one of --approve, --reject and --correct at a time.");
  }
  if (approve === "all") {
    const by = nameOf(request);
    const waiting = await review.waiting(request);
    for (const { task } of waiting) {
      await review.decide(task, "approved", null, by);
    }
    console.log(REVIEWING.approvedAll(waiting.length));
    return true;
  }
  const named = approve ?? reject ?? correct;
  if (named === undefined) {
    return false;
  }
  const [by, task] = [nameOf(request), review.find(named)];
  const correction = correct === undefined ? null : correctionOf(request.set);
  await review.decide(task, reject === undefined ? "approved" : "rejected", correction, by);
  const code = review.codeOf(task);
  console.log(
    reject === undefined ? REVIEWING.approved(code, correction !== null) : REVIEWING.rejected(code),
  );
  return true;
}

/** Without a terminal: what waits, to read or as JSON. */
export async function listWaiting(review: Review, request: ReviewRequest): Promise<void> {
  const waiting = await review.waiting(request);
  if (request.json) {
    console.log(JSON.stringify(waiting, null, 2));
    return;
  }
  const lines = waiting.flatMap((one) => waitingLines(one));
  console.log([...lines, REVIEWING.count(waiting.length)].join("\n"));
}

/** At a terminal: one task after the other, with its quote. */
export async function reviewByHand(review: Review, request: ReviewRequest): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise<"q">((resolve) => terminal.once("close", () => resolve("q")));
  const ask = (question: string) => Promise.race([terminal.question(question), closed]);
  try {
    const by = request.by === undefined ? (await ask(REVIEWING.who)).trim() : nameOf(request);
    if (by === "" || by === "q") {
      return;
    }
    for (const one of await review.waiting(request)) {
      console.log(waitingLines(one).join("\n"));
      let next = false;
      while (!next) {
        const key = (await ask(REVIEWING.keys)).trim().toLowerCase();
        if (key === "q") {
          return;
        }
        next = await press(key, one.task, ask, review, by);
      }
    }
    console.log(REVIEWING.count((await review.waiting(request)).length));
  } finally {
    terminal.close();
  }
}

/** True when the next task may come. */
async function press(
  key: string,
  task: Task,
  ask: (question: string) => Promise<string>,
  review: Review,
  by: string,
): Promise<boolean> {
  switch (key) {
    case "d":
      await review.decide(task, "approved", null, by);
      return true;
    case "b":
      await review.decide(task, "rejected", null, by);
      return true;
    case "s": {
      try {
        await review.decide(task, "approved", correctionOf([await ask(REVIEWING.field)]), by);
        return true;
      } catch (error) {
        if (!(error instanceof CommandError)) {
          throw error;
        }
        console.log(error.message);
        return false;
      }
    }
    default:
      return key === "";
  }
}
