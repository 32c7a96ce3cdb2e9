import { dayAt } from "../../../vietnamese/text/dates.ts";
import { EVIDENCE } from "../../../vietnamese/wording/officers/officers.ts";
import { WORK } from "../../../vietnamese/wording/officers/work.ts";
import type { WorkReading } from "../../input/work-grammar.ts";
import { say } from "../../turn/state.ts";
import type { DutyLine, Reply, Turn } from "../../turn/turn.ts";
import { byCode } from "../officer/codes.ts";
import { dutyText } from "../officer/duty-lines.ts";
import { nudge } from "./leaders.ts";
import { listReply, shownDuties } from "./lists.ts";
import { keepWord, undo } from "./record.ts";
import { askFor, assign, extend, snooze } from "./requests.ts";

/** Acts that are about one task; without one, which is asked. */
const ABOUT_ONE = [
  "detail",
  "who",
  "quote",
  "done",
  "doing",
  "obstacle",
  "extend",
  "handover",
  "help",
  "snooze",
  "assign",
];
/** What a choice of a task stands for, as a command. */
const CHOICES: Readonly<Record<string, string>> = {
  done: "xong",
  doing: "danglam",
  extend: "hoan",
  handover: "chuyen",
  quote: "trich",
};

/** What the reading is about: the task, nothing said, or words that name none of the officer's. */
export function targetOf(
  turn: Turn,
  reading: WorkReading,
  duties: readonly DutyLine[],
): DutyLine | null | string {
  const { code, number } = reading;
  const typed = code ?? (number === null ? null : (turn.state.list?.[number - 1] ?? null));
  if (typed === null) {
    return number === null ? null : WORK.unknownNumber(number);
  }
  const [found, another] = byCode(typed, duties);
  return found === undefined || another !== undefined ? WORK.unknown(typed) : found;
}

/** What a message says of one task; null when it is about none. Which one is asked where it must be about one. */
export async function onOne(turn: Turn, reading: WorkReading): Promise<Reply | null> {
  const { deps, officer, state } = turn;
  const all = officer === null ? [] : await deps.duties(officer);
  const target = targetOf(turn, reading, all);
  if (typeof target === "string") {
    return say(state, target);
  }
  if (target !== null) {
    return onTask(turn, reading, target);
  }
  const open = shownDuties(all).filter((duty) => duty.group !== "done");
  return ABOUT_ONE.includes(reading.act)
    ? listReply(turn, WORK.which, open, { act: CHOICES[reading.act] ?? "trich", buttons: [] })
    : null;
}

export async function onTask(turn: Turn, reading: WorkReading, duty: DutyLine): Promise<Reply> {
  const { code, task } = duty;
  const { note, number, percent, when } = reading;
  const plain = { ownDate: null, percent: null, obstacle: null, note: null };
  switch (reading.act) {
    case "done": {
      const result = resultIn(note, number);
      const said = WORK.done(code, task.content, duty.period, result);
      return keepWord(turn, duty, { ...plain, state: "done", note: result }, said);
    }
    case "doing": {
      const said = WORK.doing(code, task.content, percent, when.day);
      const words = { ...plain, ownDate: when.day, percent, note: resultIn(note, number) };
      return keepWord(turn, duty, { ...words, state: "doing" }, said);
    }
    case "obstacle":
      return keepWord(
        turn,
        duty,
        { ...plain, state: "doing", obstacle: inTheWay(note) },
        WORK.obstacle(code, inTheWay(note)),
      );
    case "extend":
      return extend(turn, duty, reading);
    case "handover":
    case "help":
      return askFor(turn, duty, reading, reading.act);
    case "assign":
      return assign(turn, duty, reading);
    case "snooze":
      return snooze(turn, duty, reading);
    case "undo":
      return undo(turn, duty);
    case "nudge":
      return nudge(turn, [duty]);
    case "who":
      return say(
        turn.state,
        WORK.who(code, task.content, task.lead.join(", "), task.coordinators.join(", ")),
      );
    default:
      return detail(turn, duty);
  }
}

const inTheWay = (note: string) =>
  note
    .replace(/^(?:khó khăn|kho khan|vướng mắc|vuong mac)(?: của| cua)?(?: việc| viec)?[\s:,.-]+/iu, "")
    .slice(0, 500);

/** What came of it, apart from the words that say that it is done. */
function resultIn(note: string, number: number | null): string | null {
  const bare =
    number === null
      ? note
      : note.replace(new RegExp(`(?:việc|viec|số|so)?\\s*${number}(?![\\d/.%])`, "iu"), "");
  const rest = bare
    .trim()
    .replace(
      /^(?:(?:báo cáo|bao cao|việc|viec|này|nay|đã|da|em|tôi|toi|là|rồi|roi|làm|lam)[\s:,.-]+)*(?:xong|hoàn thành|hoan thanh|hoàn tất|hoan tat)(?:\s+(?:rồi|roi|rui|r|nha|nhé|nhe|ạ|a))*(?=$|[\s:,.-])[\s:,.-]*/iu,
      "",
    );
  return rest.length < 4 ? null : rest;
}

async function detail(turn: Turn, duty: DutyLine): Promise<Reply> {
  const { deps, state } = turn;
  const people = new Map((await deps.people.officers()).map((one) => [one.id, one.name]));
  const words = (await deps.tasks.progress()).filter((word) => word.task === duty.task.id).slice(-5);
  const lines = words.map((word) => {
    const percent = word.percent == null ? "" : `${word.percent}%`;
    const photos = WORK.photos(word.evidence?.split(" ").length ?? 0);
    const said = [percent, word.note ?? "", word.obstacle ?? "", photos]
      .filter((one) => one !== "")
      .join("; ");
    return WORK.said(dayAt(word.at), people.get(word.officer) ?? "", word.state, said);
  });
  const text = [dutyText(duty, deps.knowledge()), ...(lines.length === 0 ? [] : [WORK.timeline, ...lines])];
  const photos = words.reduce((sum, { evidence }) => sum + (evidence?.split(" ").length ?? 0), 0);
  const look = photos === 0 ? [] : [EVIDENCE.button(duty.code, photos)];
  return say(state, text.join("\n"), [...WORK.acts(duty.code), ...look]);
}
