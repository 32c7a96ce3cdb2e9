import type { TaskProgress } from "../../domain/people.ts";
import { REPORT } from "../../vietnamese/wording/commands.ts";
import { shorten } from "../../vietnamese/wording/reminders.ts";
import { dayIn } from "../days.ts";
import type { Command, DutyLine, Reply, Turn } from "../deps.ts";
import { say } from "../state.ts";

const CHOICES = 6;
const LONGEST_NOTE = 500;

/** Letters that people take for one another, as the codes are made. */
function letters(code: string): string {
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/gu, "1");
}

/** Duties that a typed code may mean: "#TT-6F2K", "tt6f2k", "6F2K". */
function byCode(typed: string, duties: readonly DutyLine[]): readonly DutyLine[] {
  const wanted = letters(typed);
  if (wanted.length < 4) {
    return [];
  }
  return duties.filter(
    ({ code }) => letters(code) === wanted || letters(code.slice(code.indexOf("-"))) === wanted,
  );
}

/** The code at the start of a command's words, and what follows it. */
function split(words: string): { readonly code: string | null; readonly rest: string } {
  const match =
    /^\s*(?:việc |viec |mã |ma )?(#\s*[0-9a-z]+(?:\s*-\s*[0-9a-z]+)?|[a-z]{1,3}-[0-9a-z]{4,10})(?![0-9a-z])\s*[:,.-]?\s*(.*)$/isu.exec(
      words,
    );
  return { code: match?.[1] ?? null, rest: (match?.[2] ?? words).trim() };
}

function which(turn: Turn, name: string, own: readonly DutyLine[]): Reply {
  const open = own.filter((duty) => duty.group !== "done").slice(0, CHOICES);
  const buttons = open.map((duty) => ({
    label: `${duty.code} ${shorten(duty.task.content, 50)}`,
    value: `/${name} ${duty.code}`,
  }));
  return say(turn.state, REPORT.which, buttons);
}

interface Kind {
  readonly name: string;
  readonly state: TaskProgress["state"];
  /** Whether the words after the code may hold the officer's own date. */
  readonly dated: boolean;
  readonly said: (code: string, content: string, day: string | null) => string;
}

function reporting(kind: Kind): Command {
  return {
    for: "officer",
    run(turn) {
      const { deps, officer, today, words } = turn;
      const own = officer === null ? [] : deps.duties(officer).filter(({ part }) => part !== "oversight");
      const { code, rest } = split(words);
      if (code === null || officer === null) {
        return which(turn, kind.name, own);
      }
      const [duty, another] = byCode(code, own);
      if (duty === undefined || another !== undefined) {
        return say(turn.state, duty === undefined ? REPORT.unknownCode(code) : REPORT.twoMeanings(code));
      }
      const day = kind.dated ? dayIn(rest, today) : null;
      if (kind.dated && day === null && /\d\s*[/.-]\s*\d/u.test(rest)) {
        return say(turn.state, REPORT.badDay);
      }
      const at = deps.clock.now();
      deps.tasks.report({
        task: duty.task.id,
        officer: officer.id,
        state: kind.state,
        note: rest === "" ? null : rest.slice(0, LONGEST_NOTE),
        ownDate: day,
        evidence: null,
        at,
      });
      deps.people.audit(at, officer.id, `report_${kind.state}`, duty.task.id);
      const said = kind.said(duty.code, shorten(duty.task.content, 100), day);
      return say(turn.state, duty.part === "support" ? `${said}\n${REPORT.supportOnly}` : said);
    },
  };
}

export const done = reporting({ name: "xong", state: "done", dated: false, said: REPORT.done });
export const doing = reporting({ name: "danglam", state: "doing", dated: true, said: REPORT.doing });
export const transfer = reporting({
  name: "chuyen",
  state: "transferred",
  dated: false,
  said: REPORT.transferred,
});
export const postpone = reporting({ name: "hoan", state: "postponed", dated: true, said: REPORT.postponed });
