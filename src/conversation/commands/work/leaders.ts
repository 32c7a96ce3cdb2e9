import type { Button } from "../../../domain/conversation.ts";
import { dayAt } from "../../../vietnamese/text/dates.ts";
import { OFFICE } from "../../../vietnamese/wording/officers/officers.ts";
import { WORK } from "../../../vietnamese/wording/officers/work.ts";
import { say } from "../../turn/state.ts";
import type { DutyLine, Reply, Turn } from "../../turn/turn.ts";
import { listReply } from "./lists.ts";

const NUDGES = 4;

const isUrgent = (duty: DutyLine) => duty.approved && (duty.group === "overdue" || duty.group === "soon");

/** Due soon or late, and nobody has said a word: with a tap for each body. */
export function silent(turn: Turn, duties: readonly DutyLine[]): Reply {
  const found = duties.filter((duty) => isUrgent(duty) && duty.report === null);
  const units = [...new Set(found.flatMap(({ task }) => task.lead))];
  const buttons: readonly Button[] = units
    .slice(0, NUDGES)
    .map((unit) => ({ label: `Nhắc ${unit.slice(0, 40)}`, value: `nhắc ${unit}` }));
  const name = WORK.silent;
  return listReply(turn, found.length === 0 ? WORK.none(name) : WORK.head(name, found.length), found, {
    buttons,
  });
}

/** Asks the people of a body, or of one task, how things stand. */
export async function nudge(turn: Turn, duties: readonly DutyLine[]): Promise<Reply> {
  const { deps, officer, state } = turn;
  if (deps.officers === undefined || officer === null) {
    return say(state, OFFICE.notHere);
  }
  const open = duties.filter((duty) => duty.approved && duty.group !== "done");
  const urgent = open.filter(isUrgent);
  const asked = urgent.length === 0 ? open : urgent;
  const count = await deps.officers.desk.nudge(
    officer,
    asked.map(({ task }) => task),
  );
  await deps.people.audit(deps.clock.now(), officer.id, "nudge", String(asked.length));
  return say(state, WORK.nudged(count, asked.length));
}

/** What stands in the way, by task, the newest first. */
export async function obstacles(turn: Turn, duties: readonly DutyLine[]): Promise<Reply> {
  const people = new Map((await turn.deps.people.officers()).map((one) => [one.id, one]));
  const lines = (await turn.deps.tasks.progress()).toReversed().flatMap((word) => {
    const duty = duties.find(({ task, group }) => task.id === word.task && group !== "done");
    const who = people.get(word.officer);
    return duty === undefined || word.obstacle == null
      ? []
      : [
          `- ${duty.code} (${who?.unit ?? who?.name ?? ""}, ${dayAt(word.at).split("-").reverse().join("/")}): ${word.obstacle}`,
        ];
  });
  return say(
    turn.state,
    lines.length === 0 ? WORK.noObstacles : [WORK.obstaclesHead, ...lines.slice(0, 12)].join("\n"),
  );
}
