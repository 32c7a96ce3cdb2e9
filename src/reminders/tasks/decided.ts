import type { KeptRequest } from "../../domain/people.ts";
import type { ApprovedTask } from "../../domain/reminder.ts";

/** Tasks as the office's decisions have them: with its own days beside the plan's, and the body it gave them to. */
export function decided(
  tasks: readonly ApprovedTask[],
  requests: readonly KeptRequest[],
): readonly ApprovedTask[] {
  const granted = requests.filter((request) => request.decision === "granted");
  if (granted.length === 0) {
    return tasks;
  }
  return tasks.map((approved) => {
    const own = granted.filter((request) => request.task === approved.task.id);
    const to = own.findLast((request) => request.kind === "handover")?.to ?? null;
    const dates = new Map(
      own.flatMap(({ period, until }) => (until === null ? [] : [[period ?? "", until] as const])),
    );
    return own.length === 0
      ? approved
      : {
          ...approved,
          ...(dates.size === 0 ? {} : { officeDates: dates }),
          task: to === null ? approved.task : { ...approved.task, lead: [to] },
        };
  });
}
