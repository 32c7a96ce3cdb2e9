import type { OutgoingMessage } from "../../domain/conversation.ts";
import type { Officer } from "../../domain/people.ts";
import type { ReminderRow } from "../../domain/reminder.ts";
import { addDays, dayAt } from "../../vietnamese/text/dates.ts";
import { channelLabel } from "../../vietnamese/wording/officers/reminders.ts";
import { aliveText, photosWords, weeklyText } from "../../vietnamese/wording/officers/summaries.ts";
import { photoPlaces, workRecords } from "../ledger/records.ts";
import { type Duty, type DutyFacts, dutiesOf, dutiesOfUnit, inGroup } from "../plan/duties.ts";
import type { Engine } from "../plan/snapshot.ts";

const WEEK_MS = 7 * 86_400_000;
/** Recurring work may be done long before its day. */
const AHEAD_DAYS = 366;

const lineOf =
  (withUnit: boolean) =>
  ({ code, task, due }: Duty) => ({
    code,
    content: task.content,
    deadline: due?.deadline ?? "",
    ...(withUnit ? { unit: task.lead.join(", ") || "chưa rõ đơn vị" } : {}),
  });

/** What was reported done since a day, from the ledger: of recurring work each period by itself. */
function finishedSince(day: string, input: DutyFacts, duties: readonly Duty[]) {
  const codes = new Map(duties.map(({ task, code }) => [task.id, code]));
  const tasks = input.tasks.filter(({ task }) => codes.has(task.id));
  return workRecords({ ...input, tasks }, addDays(dayAt(input.now), AHEAD_DAYS))
    .filter(({ doneOn }) => doneOn !== null && doneOn >= day)
    .map(({ task, result, words }) => ({
      code: codes.get(task.id) ?? "",
      content: task.content,
      result: [result ?? "", photosWords(photoPlaces(words).length)].filter((part) => part !== "").join("; "),
    }));
}

/** By unit: how many are open, how many are late. */
function unitsOf(duties: readonly Duty[]): readonly { unit: string; open: number; overdue: number }[] {
  const units = new Map<string, { open: number; overdue: number }>();
  for (const duty of duties.filter((one) => one.group !== "done")) {
    for (const unit of duty.task.lead) {
      const known = units.get(unit) ?? { open: 0, overdue: 0 };
      units.set(unit, {
        open: known.open + 1,
        overdue: known.overdue + (duty.group === "overdue" ? 1 : 0),
      });
    }
  }
  return [...units]
    .map(([unit, counts]) => ({ unit, ...counts }))
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open || (a.unit < b.unit ? -1 : 1));
}

/** Monday's digest: a head sees the unit, a leader everything. */
export async function weeklyMessage(
  engine: Engine,
  row: ReminderRow,
  officer: Officer,
): Promise<OutgoingMessage> {
  const facts = await engine.facts();
  const input = {
    tasks: [...facts.tasks.values()],
    progress: facts.progress,
    officers: facts.officers,
    calendar: facts.calendar,
    same: facts.same,
    now: engine.clock.now(),
  };
  const unit = officer.unit;
  const duties = (unit === null ? dutiesOf(officer, input) : dutiesOfUnit(unit, officer, input)).filter(
    (duty) => duty.part !== "support",
  );
  return {
    text: weeklyText({
      from: row.deadline ?? "",
      scope: unit ?? "toàn địa bàn",
      units: unitsOf(duties),
      overdue: inGroup(duties, "overdue").map(lineOf(unit === null)),
      soon: inGroup(duties, "soon").map(lineOf(unit === null)),
      done: inGroup(duties, "done").length,
      finished: finishedSince(dayAt(input.now - WEEK_MS), input, duties),
      amended: unit === null ? duties.filter(({ amended }) => amended).length : 0,
      asked: unit === null ? ((await engine.waitingRequests?.(officer)) ?? 0) : 0,
    }),
  };
}

/** The weekly sign of life. */
export async function aliveMessage(engine: Engine): Promise<OutgoingMessage> {
  const now = engine.clock.now();
  const past = await engine.book.reminders({ dueFrom: now - WEEK_MS, dueUntil: now });
  const ahead = await engine.book.reminders({ states: ["planned"], dueFrom: now, dueUntil: now + WEEK_MS });
  const gates = await engine.book.gates();
  const count = (state: ReminderRow["state"]) => past.filter((row) => row.state === state).length;
  return {
    text: aliveText({
      confirmed: count("confirmed"),
      unclear: count("uncertain"),
      failed: count("failed"),
      ahead: ahead.length,
      closed: gates.filter((gate) => gate.until > now).map((gate) => channelLabel(gate.channel)),
    }),
  };
}
