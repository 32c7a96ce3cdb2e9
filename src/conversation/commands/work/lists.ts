import type { Button } from "../../../domain/conversation.ts";
import { WORK, type WorkLine, workLine } from "../../../vietnamese/wording/officers/work.ts";
import { say } from "../../turn/state.ts";
import type { DutyLine, Reply, Turn } from "../../turn/turn.ts";

/** Lines of one screen. */
const SCREEN = 10;

/** Where a task's sub-items stand in the list, the task that merely holds them is left out. */
export function shownDuties(duties: readonly DutyLine[]): readonly DutyLine[] {
  const holders = new Set(duties.map(({ task }) => task.partOf));
  return duties.filter(({ task }) => !holders.has(task.id));
}

const lineOf = ({ code, task, due, approved, amended = false, report }: DutyLine): WorkLine => ({
  code,
  content: task.content,
  lead: task.lead,
  deadline: due?.deadline ?? null,
  byDefault: due?.byDefault ?? false,
  byOffice: due?.planned !== undefined,
  approved,
  amended,
  state: report?.state ?? null,
  percent: report?.percent ?? null,
});

/** One line a task, ten at a time, numbered: "xong 2" then means the second. `act` makes the numbers choose. */
export function listReply(
  turn: Turn,
  head: string,
  duties: readonly DutyLine[],
  more: {
    readonly foot?: readonly string[];
    readonly act?: string;
    readonly buttons?: readonly Button[];
  } = {},
): Reply {
  const { foot = [], act, buttons = WORK.views } = more;
  const leads = turn.officer?.unit == null;
  const lines = duties.map((duty, at) => workLine(lineOf(duty), at + 1, turn.today, leads));
  const [shown, rest] = [lines.slice(0, SCREEN), lines.slice(SCREEN)];
  const canPress = turn.deps.capabilities.buttons !== "none";
  const text = [
    head,
    ...shown,
    ...(rest.length === 0 ? [] : [WORK.more(rest.length)]),
    ...foot,
    ...(duties.length === 0 ? [] : [WORK.how]),
    ...(canPress ? [] : [WORK.spoken]),
  ].join("\n");
  // Where choices are numbered in the text, the numbers belong to the tasks.
  const reply = say(
    { ...turn.state, more: rest.length === 0 ? null : rest.join("\n") },
    text,
    canPress ? buttons : [],
  );
  const menu = duties.map(({ code }) => ({
    label: code,
    value: `${act === undefined ? "việc" : `/${act}`} ${code}`,
  }));
  return reply.state === null
    ? reply
    : { ...reply, state: { ...reply.state, menu, list: duties.map(({ code }) => code) } };
}
