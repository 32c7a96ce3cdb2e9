import type { IncomingMessage } from "../../../domain/conversation.ts";
import type { TaskProgress } from "../../../domain/people.ts";
import { shorten } from "../../../vietnamese/text/shorten.ts";
import { TASK_REPORT } from "../../../vietnamese/wording/officers/commands.ts";
import { dayIn } from "../../input/short-words.ts";
import { say } from "../../turn/state.ts";
import type { Command, DutyLine, Reply, Turn } from "../../turn/turn.ts";
import { byCode, splitCode } from "./codes.ts";

const CHOICES = 6;
const LONGEST_NOTE = 500;

/** "/xong" without a code: the open duties to choose from. */
export function which(turn: Turn, name: string, own: readonly DutyLine[]): Reply {
  const open = own.filter((duty) => duty.group !== "done").slice(0, CHOICES);
  const buttons = open.map((duty) => ({
    label: `${duty.code} ${shorten(duty.task.content, 50)}`,
    value: `/${name} ${duty.code}`,
  }));
  return say(turn.state, TASK_REPORT.which, buttons);
}

interface Kind {
  readonly name: string;
  readonly state: TaskProgress["state"];
  /** Whether the words after the code may hold the officer's own date. */
  readonly dated: boolean;
  readonly said: (code: string, content: string, day: string | null) => string;
}

/** Where a photo that came with the report can be found; the photo itself stays in its channel. */
export function evidenceOf(message: IncomingMessage): string | null {
  return message.attachment === undefined ? null : `${message.from.channel}:${message.attachment.id}`;
}

function reporting(kind: Kind): Command {
  return {
    for: "officer",
    async run(turn) {
      const { deps, message, officer, today, words } = turn;
      // Leaders and admins speak for any task of their place, as when nobody of its unit is known.
      const own = officer === null ? [] : await deps.duties(officer);
      const { code, rest } = splitCode(words);
      if (code === null || officer === null) {
        return which(turn, kind.name, own);
      }
      const [duty, another] = byCode(code, own);
      if (duty === undefined || another !== undefined) {
        return say(
          turn.state,
          duty === undefined ? TASK_REPORT.unknownCode(code) : TASK_REPORT.twoMeanings(code),
        );
      }
      const day = kind.dated ? dayIn(rest, today) : null;
      if (kind.dated && day === null && /\d\s*[/.-]\s*\d/u.test(rest)) {
        return say(turn.state, TASK_REPORT.badDay);
      }
      const at = deps.clock.now();
      await deps.tasks.report({
        task: duty.task.id,
        officer: officer.id,
        period: duty.period,
        state: kind.state,
        note: rest === "" ? null : rest.slice(0, LONGEST_NOTE),
        ownDate: day,
        evidence: evidenceOf(message),
        at,
      });
      await deps.people.audit(at, officer.id, `report_${kind.state}`, duty.task.id);
      const said = kind.said(duty.code, shorten(duty.task.content, 100), day);
      return say(turn.state, duty.part === "support" ? `${said}\n${TASK_REPORT.supportOnly}` : said);
    },
  };
}

export const done = reporting({ name: "xong", state: "done", dated: false, said: TASK_REPORT.done });
export const doing = reporting({ name: "danglam", state: "doing", dated: true, said: TASK_REPORT.doing });
export const transfer = reporting({
  name: "chuyen",
  state: "transferred",
  dated: false,
  said: TASK_REPORT.transferred,
});
export const postpone = reporting({
  name: "hoan",
  state: "postponed",
  dated: true,
  said: TASK_REPORT.postponed,
});
