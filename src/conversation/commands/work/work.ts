import { addDays, dayAt } from "../../../vietnamese/text/dates.ts";
import { fold } from "../../../vietnamese/text/normalise.ts";
import { OFFICE } from "../../../vietnamese/wording/officers/officers.ts";
import { WORK } from "../../../vietnamese/wording/officers/work.ts";
import { readWork, type WorkReading } from "../../input/work-grammar.ts";
import { say } from "../../turn/state.ts";
import type { DutyLine, Reply, Turn } from "../../turn/turn.ts";
import { runCommand } from "../table.ts";
import { onOne, targetOf } from "./acts.ts";
import { nudge, obstacles, silent } from "./leaders.ts";
import { listReply, shownDuties } from "./lists.ts";
import { undo } from "./record.ts";
import { unitsOf } from "./units.ts";

const RECENT_DAYS = 14;
/** The message of a known officer, tried as work before anything else hears it; null when it is about something else. */
export async function workReply(turn: Turn): Promise<Reply | null> {
  const { officer, state, today } = turn;
  if (officer === null) {
    return null;
  }
  const leads = officer.role === "leader" || officer.role === "admin";
  const ground = { today, units: unitsOf(turn), listed: state.list?.length ?? 0, leads };
  const reading = readWork(turn.words, ground);
  return reading === null ? null : perform(turn, reading);
}

/** Commands that these acts stand for, with the task's code where one is named. */
const COMMANDS: Partial<Record<WorkReading["act"], string>> = {
  quote: "trich",
  photos: "anh",
  received: "danhan",
  requests: "denghi",
  figures: "solieu",
  calendar: "lich",
  approve: "duyet",
  overview: "viec",
};

async function perform(turn: Turn, reading: WorkReading): Promise<Reply> {
  const { deps, officer } = turn;
  const all = officer === null ? [] : await deps.duties(officer);
  const target = targetOf(turn, reading, all);
  const command = COMMANDS[reading.act];
  if (command !== undefined && typeof target !== "string") {
    return runCommand(command, { ...turn, words: target?.code ?? "" });
  }
  return (await onOne(turn, reading)) ?? onAll(turn, reading, shownDuties(all));
}

async function onAll(turn: Turn, reading: WorkReading, duties: readonly DutyLine[]): Promise<Reply> {
  const { deps, state, today } = turn;
  const list = (name: string, found: readonly DutyLine[], foot: readonly string[] = []) =>
    listReply(turn, found.length === 0 ? WORK.none(name) : WORK.head(name, found.length), found, { foot });
  const ofUnit = (unit: string) =>
    duties.filter(({ task }) =>
      [...task.lead, ...task.coordinators].some((name) => fold(name) === fold(unit)),
    );
  const own = reading.unit === null ? duties : ofUnit(reading.unit);
  const open = own.filter((duty) => duty.group !== "done");
  const late = open.filter((duty) => duty.group === "overdue");
  switch (reading.act) {
    case "late":
      return list(WORK.late, late);
    case "recent": {
      const since = addDays(today, -RECENT_DAYS);
      const isNew = ({ report }: DutyLine) => report?.state === "done" && dayAt(report.at) >= since;
      return list(WORK.recent, own.filter(isNew));
    }
    case "count": {
      const soon = open.filter((duty) => duty.group === "soon").length;
      const undated = open.filter((duty) => duty.due === null).length;
      const counts = { open: open.length, late: late.length, soon, undated };
      return say(state, WORK.count(counts), deps.capabilities.buttons === "none" ? [] : WORK.views);
    }
    case "undo":
      return undo(turn, null);
    case "silent":
      return silent(turn, duties);
    case "nudge":
      return nudge(turn, own);
    case "obstacles":
      return obstacles(turn, own);
    case "mute":
      return runCommand("nhacviec", { ...turn, words: turn.words });
    case "report":
      return runCommand("baocao", { ...turn, words: periodWords(reading) });
    case "excel":
      return excel(turn);
    case "unit":
      return list(WORK.ofUnit(reading.unit ?? ""), own);
    case "unsure":
      return say(state, WORK.unsure, WORK.unsureButtons);
    default:
      return listed(turn, reading, own);
  }
}

const PARTS = { lead: /\bchu tri\b/u, support: /\bphoi hop\b/u } as const;

/** Of one part where one is named; in a span of days, or until a day; else all of them. */
function listed(turn: Turn, reading: WorkReading, own: readonly DutyLine[]): Reply | Promise<Reply> {
  const { officer, today } = turn;
  const folded = fold(reading.note);
  const named = (["lead", "support"] as const).filter((part) => PARTS[part].test(folded));
  const duties = named.length === 1 ? own.filter(({ part }) => part === named[0]) : own;
  const open = duties.filter((duty) => duty.group !== "done");
  const late = open.filter((duty) => duty.group === "overdue");
  const show = (name: string, found: readonly DutyLine[], foot: readonly string[] = []) =>
    listReply(turn, found.length === 0 ? WORK.none(name) : WORK.head(name, found.length), found, { foot });
  const { span, day } = reading.when;
  if (span === null) {
    if (/\b(?:sap|gan)\b/u.test(folded)) {
      return show(WORK.soon, [...late, ...open.filter((duty) => duty.group === "soon")]);
    }
    return officer?.unit == null && reading.unit === null
      ? runCommand("viec", { ...turn, words: "" })
      : show(WORK.all, duties);
  }
  const until =
    day !== null && span.from === span.to && /\b(?:truoc|den het|tinh den|den ngay)\b/u.test(folded);
  const from = until ? "" : span.from;
  const inSpan = ({ due }: DutyLine) => due !== null && due.deadline >= from && due.deadline <= span.to;
  // What is late is still to be done today and this week.
  const waits = today >= span.from && today <= span.to ? late.filter((duty) => !inSpan(duty)) : [];
  const undated = open.filter((duty) => duty.due === null).length;
  const foot = undated === 0 ? [] : [WORK.undated(undated)];
  const label = until ? WORK.until(span.to) : span.label;
  return show(WORK.dueIn(label), [...waits, ...duties.filter(inSpan)], foot);
}

/** A reporting period in the words that /baocao reads. */
function periodWords({ when }: WorkReading): string {
  const named = when.read.find((words) => /^(?:qu[yi]|thang|nam) (?:\d|i)/u.test(words));
  return named ?? (when.span?.label.startsWith("năm") === true ? "năm nay" : "");
}

async function excel({ deps, officer, state }: Turn): Promise<Reply> {
  if (deps.officers === undefined || officer === null) {
    return say(state, OFFICE.notHere);
  }
  if (!deps.capabilities.canSendFile) {
    return say(state, WORK.noFiles);
  }
  const file = await deps.officers.workbook(officer);
  return file === null
    ? say(state, OFFICE.notHere)
    : { messages: [{ text: WORK.excel, file }], state: { ...state, menu: [] } };
}
