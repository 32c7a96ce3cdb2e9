import { fold } from "../../../vietnamese/text/normalise.ts";
import { OFFICE, PAST } from "../../../vietnamese/wording/officers/officers.ts";
import { say } from "../../turn/state.ts";
import type { Command } from "../../turn/turn.ts";
import { byCode, splitCode } from "./codes.ts";

const SHOWN = 5;

/** What to do about deadlines that were past when their task was approved: "/quahan nhac #mã", "/quahan bo #mã". */
export const past: Command = {
  for: "admin",
  async run({ deps, officer, state, words }) {
    if (deps.officers === undefined || officer === null) {
      return say(state, OFFICE.notHere);
    }
    const open = await deps.officers.pastDeadlines(officer);
    const [, verb = "", after = ""] = /^\s*(\p{L}+)\s*(.*)$/su.exec(words) ?? [];
    const choice = ({ nhac: "remind", bo: "leave", de: "leave" } as const)[fold(verb)];
    const { code } = splitCode(after.replace(/^nguyên|^nguyen/iu, ""));
    if (choice === undefined || code === null) {
      const shown = open.slice(0, SHOWN);
      const lines = shown.map((one) => PAST.line(one.code, one.task.content, one.deadline));
      const buttons = shown.flatMap((one) => [
        { label: PAST.remind(one.code), value: `/quahan nhac ${one.code}` },
        { label: PAST.leave(one.code), value: `/quahan bo ${one.code}` },
      ]);
      return open.length === 0
        ? say(state, PAST.none)
        : say(state, [PAST.head(open.length), ...lines].join("\n"), buttons);
    }
    const [found, another] = byCode(code, open);
    const decided =
      found !== undefined &&
      another === undefined &&
      (await deps.officers.decidePast(found.task.id, choice, officer));
    if (found === undefined || !decided) {
      return say(state, PAST.unknown(code));
    }
    await deps.people.audit(deps.clock.now(), officer.id, `past_${choice}`, found.task.id);
    return say(state, PAST.done(found.code, choice));
  },
};
