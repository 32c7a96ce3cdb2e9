import type { WaitingTask } from "../../../ports/officer.ts";
import { fold } from "../../../vietnamese/text/normalise.ts";
import { scheduleUnderstood } from "../../../vietnamese/wording/knowledge/reading.ts";
import { OFFICE, REVIEW } from "../../../vietnamese/wording/officers/officers.ts";
import { say } from "../../turn/state.ts";
import type { Command, Reply, Turn } from "../../turn/turn.ts";
import { byCode, splitCode } from "./codes.ts";

function shown({ task, code, source, before }: WaitingTask): string {
  const { schedule, scheduleText } = task;
  return [
    `${code} ${task.content}`,
    REVIEW.lead(task.lead.join("; ")),
    ...(task.coordinators.length === 0 ? [] : [REVIEW.support(task.coordinators.join("; "))]),
    schedule === null ? REVIEW.noTime : REVIEW.time(`“${scheduleText ?? ""}”`, scheduleUnderstood(schedule)),
    ...(before === null ? [] : [REVIEW.changed(before.quote, before.decision)]),
    REVIEW.quote(task.quote),
    REVIEW.source(source),
  ].join("\n");
}

function next(turn: Turn, waiting: readonly WaitingTask[], said: readonly string[], from = 0): Reply {
  const one = waiting[from] ?? waiting[0];
  if (one === undefined) {
    return say(turn.state, [...said, REVIEW.none].join("\n"));
  }
  const text = [...said, REVIEW.head(waiting.length), "", shown(one), "", REVIEW.correct].join("\n");
  return say(turn.state, text, [
    { label: REVIEW.approve, value: `/duyet co ${one.code}` },
    { label: REVIEW.reject, value: `/duyet khong ${one.code}` },
    { label: REVIEW.later, value: `/duyet sau ${one.code}` },
  ]);
}

/** Tasks read out of the papers, one by one: approved ones remind, rejected ones are not shown again. */
export const review: Command = {
  for: "officer",
  async run(turn) {
    const { deps, officer, state, words } = turn;
    if (deps.officers === undefined || officer === null) {
      return say(state, OFFICE.notHere);
    }
    if (officer.role !== "admin" && officer.role !== "leader") {
      return say(state, OFFICE.leadersOnly);
    }
    const waiting = await deps.officers.waiting(officer);
    const [, verb = "", after = words] = /^\s*(co|có|khong|không|sau)\s+(.*)$/isu.exec(words) ?? [];
    const { code } = splitCode(after);
    if (code === null) {
      return next(turn, waiting, []);
    }
    const [found, another] = byCode(code, waiting);
    if (found === undefined || another !== undefined) {
      return next(turn, waiting, [REVIEW.unknown(code)]);
    }
    const at = waiting.indexOf(found);
    const act = fold(verb);
    if (act !== "co" && act !== "khong") {
      return next(turn, waiting, [], act === "sau" ? at + 1 : at);
    }
    const decision = act === "co" ? "approved" : "rejected";
    await deps.officers.review(found.task, decision, officer);
    await deps.people.audit(deps.clock.now(), officer.id, decision, found.task.id);
    const said = decision === "approved" ? REVIEW.approved(found.code) : REVIEW.rejected(found.code);
    return next(turn, await deps.officers.waiting(officer), [said], at);
  },
};
