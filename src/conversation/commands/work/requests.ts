import { addDays, instantOf } from "../../../vietnamese/text/dates.ts";
import { DESK } from "../../../vietnamese/wording/officers/desk.ts";
import { OFFICE } from "../../../vietnamese/wording/officers/officers.ts";
import { WORK } from "../../../vietnamese/wording/officers/work.ts";
import type { WorkReading } from "../../input/work-grammar.ts";
import { say } from "../../turn/state.ts";
import type { Command, DutyLine, Reply, Turn } from "../../turn/turn.ts";

/** Nobody is asked to give more than this beyond the plan's own day; days. */
const FARTHEST = 366;

function dayAsked({ when }: WorkReading, duty: DutyLine, today: string): string | null {
  const from = duty.due === null || duty.due.deadline < today ? today : duty.due.deadline;
  return when.day ?? (when.plus === null ? null : addDays(from, when.plus));
}

/** More time: the day is checked, and the one who decides is told. The old day counts until then. */
export async function extend(turn: Turn, duty: DutyLine, reading: WorkReading): Promise<Reply> {
  const { deps, officer, state, today } = turn;
  const until = dayAsked(reading, duty, today);
  if (deps.officers === undefined || officer === null) {
    return say(state, OFFICE.notHere);
  }
  if (until === null) {
    return say(state, WORK.noDay);
  }
  if (until < today) {
    return say(state, WORK.pastDay(until));
  }
  const farthest = addDays(duty.due?.deadline ?? today, FARTHEST);
  if (until > farthest) {
    return say(state, WORK.farDay(until, farthest));
  }
  const { task, period, code } = duty;
  const asked = { kind: "extension", task: task.id, period, until, to: null, note: reading.note } as const;
  const names = await deps.officers.desk.ask(officer, asked);
  await deps.people.audit(deps.clock.now(), officer.id, "request_extension", task.id);
  return say(state, WORK.sent(WORK.extension(code, until), names));
}

export async function askFor(
  turn: Turn,
  duty: DutyLine,
  reading: WorkReading,
  kind: "handover" | "help",
): Promise<Reply> {
  const { deps, officer, state } = turn;
  if (deps.officers === undefined || officer === null) {
    return say(state, OFFICE.notHere);
  }
  const { task, period, code } = duty;
  const to = kind === "handover" ? reading.unit : null;
  const asked = { kind, task: task.id, period, until: null, to, note: reading.note } as const;
  const names = await deps.officers.desk.ask(officer, asked);
  await deps.people.audit(deps.clock.now(), officer.id, `request_${kind}`, task.id);
  return say(state, WORK.sent(kind === "handover" ? WORK.handover(code, to) : WORK.help(code), names));
}

/** "Nhắc lại 3h chiều mai": an hour that is past means the next day, a weekday that is past the next week. */
export async function snooze(turn: Turn, duty: DutyLine, { when }: WorkReading): Promise<Reply> {
  const { deps, officer, state, today } = turn;
  if (deps.officers === undefined || officer === null) {
    return say(state, OFFICE.notHere);
  }
  const clock = when.clock ?? "08:00";
  const named = when.day ?? (when.plus === null ? today : addDays(today, when.plus));
  const isPast = instantOf(named, clock) <= deps.clock.now();
  const weekly = /\b(?:thu|chu nhat|t\d)\b/u.test(when.read.join(" "));
  const day = isPast ? addDays(named, weekly ? 7 : 1) : named;
  if (clock < "07:00" || clock >= "21:00") {
    return say(state, WORK.quietHour);
  }
  await deps.officers.desk.again(officer, duty.task.id, instantOf(day, clock));
  return say(state, WORK.again(duty.code, day, clock));
}

/** A leader gives work: to a body, by a day of the office, or both; in force at once. */
export async function assign(turn: Turn, duty: DutyLine, reading: WorkReading): Promise<Reply> {
  const { deps, officer, state, today } = turn;
  const until = dayAsked(reading, duty, today);
  if (deps.officers === undefined || officer === null) {
    return say(state, OFFICE.notHere);
  }
  if (reading.unit === null && until === null) {
    return say(state, WORK.giveWhat);
  }
  if (until !== null && until < today) {
    return say(state, WORK.pastDay(until));
  }
  const { task, period, code } = duty;
  const kind = reading.unit === null ? "extension" : "handover";
  await deps.officers.desk.give(officer, {
    kind,
    task: task.id,
    period,
    until,
    to: reading.unit,
    note: reading.note,
  });
  await deps.people.audit(deps.clock.now(), officer.id, "assign", task.id);
  return say(state, WORK.given(code, reading.unit, until));
}

/** "/denghi duyet 3", "/denghi tralai 3"; alone, what waits. */
export const requests: Command = {
  for: "officer",
  async run({ deps, officer, state, words }) {
    if (deps.officers === undefined || officer === null) {
      return say(state, OFFICE.notHere);
    }
    if (officer.role !== "leader" && officer.role !== "admin") {
      return say(state, OFFICE.leadersOnly);
    }
    const [, verb, number] = /^\s*(duyet|tralai)\s+(\d+)\s*$/u.exec(words) ?? [];
    const { desk } = deps.officers;
    const duties = await deps.duties(officer);
    const people = await deps.people.officers();
    if (verb !== undefined && number !== undefined) {
      const decision = verb === "duyet" ? "granted" : "returned";
      const decided = await desk.decide(officer, Number(number), decision);
      if (decided === null) {
        return say(state, DESK.gone);
      }
      if (decided === "body_missing") {
        const asked = (await desk.open(officer)).find((one) => one.number === Number(number));
        return say(state, DESK.bodyMissing(duties.find(({ task }) => task.id === asked?.task)?.code ?? ""));
      }
      await deps.people.audit(deps.clock.now(), officer.id, `request_${decision}`, decided.task);
      return say(
        state,
        DESK.answered(duties.find(({ task }) => task.id === decided.task)?.code ?? "", decision),
      );
    }
    const open = await desk.open(officer);
    const shown = open.flatMap((one) => {
      const duty = duties.find(({ task }) => task.id === one.task);
      const asker = people.find(({ id }) => id === one.by);
      const { code = "", task, due } = duty ?? {};
      const who = { asker: asker?.name ?? "", unit: asker?.unit ?? null };
      return task === undefined
        ? []
        : [{ ...one, ...who, code, content: task.content, deadline: due?.deadline ?? null }];
    });
    const buttons = shown.slice(0, 3).flatMap((one) =>
      DESK.decideButtons(one.number, one).map(({ label, value }) => ({
        label: `${label} ${one.number}`,
        value,
      })),
    );
    return say(state, shown.length === 0 ? WORK.noRequests : shown.map(DESK.line).join("\n"), buttons);
  },
};
