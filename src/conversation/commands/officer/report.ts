import { fold } from "../../../vietnamese/text/normalise.ts";
import { TASK_REPORT } from "../../../vietnamese/wording/officers/commands.ts";
import { readWhen } from "../../input/when.ts";
import { foldedWords, unitIn } from "../../input/work-features.ts";
import type { WorkAct } from "../../input/work-grammar.ts";
import { say } from "../../turn/state.ts";
import type { Command } from "../../turn/turn.ts";
import { onOne } from "../work/acts.ts";
import { unitsOf } from "../work/units.ts";
import { splitCode } from "./codes.ts";

/** A typed command is a reading whose act is certain. */
function reporting(act: WorkAct): Command {
  return {
    for: "officer",
    async run(turn) {
      const { today, words, state } = turn;
      const { code, rest } = splitCode(words);
      const [, listed, after] =
        /^\s*(\d{1,2})(?!\d|\s*[/.-]\s*\d)\s*(.*)$/su.exec(code === null ? words : "") ?? [];
      const note = listed === undefined ? rest : (after ?? "");
      const when = readWhen(fold(note), today);
      const dated = act === "doing" || act === "extend";
      if (dated && when.day === null && when.plus === null && /\d\s*[/.-]\s*\d/u.test(note)) {
        return say(state, TASK_REPORT.badDay);
      }
      const percent = Number(/(?<!\d)(\d{1,2}|100) ?%/u.exec(note)?.[1] ?? Number.NaN);
      const reading = {
        act,
        code,
        number: listed === undefined ? null : Number(listed),
        when,
        percent: Number.isNaN(percent) ? null : percent,
        unit: act === "handover" ? (unitIn(foldedWords(note), unitsOf(turn))?.name ?? null) : null,
        note,
      };
      return (await onOne(turn, reading)) ?? say(state, TASK_REPORT.which);
    },
  };
}

export const done = reporting("done");
export const doing = reporting("doing");
export const transfer = reporting("handover");
export const postpone = reporting("extend");
