import type { IncomingMessage } from "../../../domain/conversation.ts";
import type { TaskProgress } from "../../../domain/people.ts";
import { TASK_REPORT } from "../../../vietnamese/wording/officers/commands.ts";
import { DESK } from "../../../vietnamese/wording/officers/desk.ts";
import { WORK } from "../../../vietnamese/wording/officers/work.ts";
import { say } from "../../turn/state.ts";
import type { DutyLine, Reply, Turn } from "../../turn/turn.ts";

const LONGEST_NOTE = 500;
const UNDO_MS = 24 * 3_600_000;

/** Where a photo that came with the report can be found; the photo itself stays in its channel. */
export function evidenceOf(message: IncomingMessage): string | null {
  return message.attachment === undefined ? null : `${message.from.channel}:${message.attachment.id}`;
}

type Word = Pick<TaskProgress, "state" | "note" | "ownDate" | "percent" | "obstacle">;

/** Keeps a word about a task, says what was kept, and offers to take it back. */
export async function keepWord(turn: Turn, duty: DutyLine, word: Word, said: string): Promise<Reply> {
  const { deps, message, officer, state } = turn;
  if (officer === null) {
    return say(state, TASK_REPORT.which);
  }
  const at = deps.clock.now();
  await deps.tasks.report({
    ...word,
    note: word.note?.slice(0, LONGEST_NOTE) ?? null,
    task: duty.task.id,
    officer: officer.id,
    period: duty.period,
    evidence: evidenceOf(message),
    at,
  });
  await deps.people.audit(at, officer.id, `report_${word.state}`, duty.task.id);
  const more = duty.part === "support" ? [TASK_REPORT.supportOnly] : [];
  const buttons = word.obstacle == null ? [WORK.undo] : [WORK.undo, WORK.askHelp(duty.code)];
  return say(state, [said, ...more].join("\n"), buttons);
}

/** Takes back what the officer said or asked last within a day; of one task, when it is named, what was said. */
export async function undo(turn: Turn, duty: DutyLine | null): Promise<Reply> {
  const { deps, officer, state } = turn;
  const now = deps.clock.now();
  const last = (await deps.tasks.progress()).findLast(
    (one) =>
      one.officer === officer?.id && now - one.at < UNDO_MS && (duty === null || one.task === duty.task.id),
  );
  const since = Math.max(last?.at ?? 0, now - UNDO_MS);
  const request =
    officer === null || duty !== null ? null : ((await deps.officers?.desk.withdraw(officer, since)) ?? null);
  if (officer !== null && request !== null) {
    await deps.people.audit(now, officer.id, "request_taken_back", request.task);
    const asked = (await deps.duties(officer)).find(({ task }) => task.id === request.task);
    return say(state, DESK.withdrawn(asked?.code ?? ""));
  }
  if (officer === null || last === undefined || !(await deps.tasks.takeBack(last.number, now))) {
    return say(state, WORK.nothingToUndo);
  }
  await deps.people.audit(now, officer.id, "report_taken_back", last.task);
  const own = (await deps.duties(officer)).find(({ task }) => task.id === last.task);
  return say(state, WORK.undone(own?.code ?? ""));
}
